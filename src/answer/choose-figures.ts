/** Chooses the figures that a question asks for, or none where the report does not bear the question out. */

import { kindOfUnit, unitsAgree } from '../report/measure-words.ts';
import type { FittedTerm } from '../retrieval/fit-terms.ts';
import { matchTerm, matchZones } from '../retrieval/match-terms.ts';
import type { Ask, Question } from '../retrieval/question.ts';
import type { ReportEvidence } from '../retrieval/retrieve.ts';
import { type ScoredFigure, scoreFigures } from '../retrieval/score-figures.ts';
import { kindsOf } from './indicator-units.ts';
import { isNamed } from './name-support.ts';

/** Least share of the question's terms that must stand near the figure. */
export const FIGURE_SUPPORT = 0.5;
const LEAST_SCORE = 0.2;
/** How near the measure asked for must stand to the figure, as zones weigh it. */
const LEAST_MEASURE = 0.35;
/** How near all there is to the question must stand, where it is a name of the lexicon alone. */
const NEAR_GUESS = 0.42;
/** Figures looked at for each of several asks. */
const CONSIDERED = 8;
const SAME_SENTENCE = 0.1;

/** The figures chosen for a question, one entry an ask; empty when the report does not give them. */
export function chooseFigures(question: Question, { evidence, terms }: ReportEvidence): ScoredFigure[] {
  const paragraphs = evidence.map((one) => one.prepared);
  const ranked = question.asks.map((ask) => {
    const own = termsOf(ask, question, terms);
    const scored = scoreFigures(question, ask, own, paragraphs).slice(0, CONSIDERED);
    return scored.filter(
      (one) => isBorneOut(one, own) && isOfKind(one, ask, question, own) && isOfYear(one, question),
    );
  });
  if (ranked.length <= 1) return ranked[0]?.slice(0, 1) ?? [];
  return chooseTogether(ranked);
}

/** What a year that is not held can be answered with: figures printed for it in comparison, or planned for it. */
function isOfYear({ prepared, figure }: ScoredFigure, { comparedYear, plannedYear }: Question): boolean {
  if (comparedYear !== undefined) return prepared.ofYear === comparedYear;
  return plannedYear === undefined || figure.planned || figure.sentence.includes(`${plannedYear}年`);
}

/** What the one indicator that is asked for is counted in: a rate in percent, a count in anything but money or percent. */
function isOfKind(
  { figure, prepared }: ScoredFigure,
  ask: Ask,
  { normal, indicators, asks, language }: Question,
  terms: readonly FittedTerm[],
): boolean {
  const [indicator, other] = indicators;
  if (!indicator || other || asks.length > 1 || ask.unit !== undefined || prepared.isChange) return true;
  const kinds = kindsOf(indicator);
  const printed = kindOfUnit(figure.unit);
  // A follow-up (how many of them …) only carries the name of the last question along.
  const isHead = terms.some(
    ({ term }) => term.kind === 'indicator' && /^how many $/i.test(normal.slice(ask.at, term.start)),
  );
  if (language === 'en' && !isHead) return true;
  const isPersons = kinds.size === 1 && kinds.has('person');
  if (language === 'en' && isPersons) return printed === 'person' || printed === undefined;
  if (printed === undefined || kinds.size === 0) return indicator.kind !== 'rate';
  if (kinds.has(printed)) return true;
  return indicator.kind === 'count' && [...kinds].some((kind) => unitsAgree(kind, printed));
}

/** The measure that this ask names; in English only a rate is named surely enough. */
function isMeasureAsked({ term, weight }: FittedTerm): boolean {
  if (!term.focus || term.kind !== 'indicator' || weight < 0.3) return false;
  return /[\u4e00-\u9fff]/.test(term.surface) || /率$/.test(term.wordings[0]?.text ?? '');
}

/** Enough of the question stands near the figure, and the measure it names is the figure's own. */
function isBorneOut(one: ScoredFigure, terms: readonly FittedTerm[]): boolean {
  const measures = terms.filter((fitted) => isMeasureAsked(fitted));
  if (
    measures.length > 0 &&
    measures.every((fitted) => matchZones(fitted, one.prepared.zones) < LEAST_MEASURE)
  )
    return false;
  if (terms.some((fitted) => !bearsName(fitted, one, terms))) return false;
  if (one.score < LEAST_SCORE || missesIndicator(terms) || isFarGuess(one, terms)) return false;
  if (one.support >= FIGURE_SUPPORT) return true;
  return (
    one.support >= FIGURE_SUPPORT * 0.75 &&
    terms.some(
      (fitted) =>
        fitted.term.kind === 'indicator' &&
        fitted.found === 'named' &&
        matchTerm(fitted, one.prepared.label) >= 0.95,
    )
  );
}

/** What the question names as a measure, or in quotation marks, has to be named by the report as well. */
function bearsName(fitted: FittedTerm, { prepared }: ScoredFigure, terms: readonly FittedTerm[]): boolean {
  if (fitted.term.kind === 'quoted') return fitted.found === 'named';
  return fitted.term.kind !== 'indicator' || isNamed(fitted, prepared, terms);
}

/** Several asks: the distinct figures with the best sum, where standing in one sentence counts. */
function chooseTogether(ranked: readonly (readonly ScoredFigure[])[]): ScoredFigure[] {
  let best: ScoredFigure[] = [];
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const anchor of ranked.flat()) {
    const chosen: ScoredFigure[] = [];
    let sum = 0;
    for (const candidates of ranked) {
      const free = candidates.filter((one) => !chosen.some((other) => other.figure === one.figure));
      const near = (one: ScoredFigure) =>
        one.score + (one.figure.sentence === anchor.figure.sentence ? SAME_SENTENCE : 0);
      const next = [...free].sort((a, b) => near(b) - near(a))[0];
      if (next) {
        chosen.push(next);
        sum += near(next);
      }
    }
    if (sum > bestScore) [best, bestScore] = [chosen, sum];
  }
  return best;
}

/** With several asks, words that belong to another ask do not count, and the own ones count more. */
function termsOf(ask: Ask, question: Question, terms: readonly FittedTerm[]): readonly FittedTerm[] {
  const { own } = ask;
  if (!own) return terms;
  const within = (fitted: FittedTerm, span: { start: number; end: number }) =>
    fitted.term.start >= span.start && fitted.term.end <= span.end + 1;
  return terms.map((fitted) => {
    if (within(fitted, own)) return { ...fitted, weight: fitted.weight * 1.5 };
    const other = question.asks.find((one) => one.own && within(fitted, one.own));
    if (!other) return fitted;
    return {
      ...fitted,
      weight:
        fitted.weight * (question.asks.indexOf(other) === 0 && own.start > other.own!.start ? 0.4 : 0.02),
    };
  });
}

/** 行政复议案件 of a report without 复议: any other case has half of the name, and the question has nothing else. */
function isFarGuess(one: ScoredFigure, terms: readonly FittedTerm[]): boolean {
  const telling = terms.filter(({ weight }) => weight >= 0.35);
  return (
    telling.length > 0 &&
    telling.every(
      (fitted) =>
        (fitted.term.kind === 'indicator' || fitted.term.kind === 'concept') &&
        /[\u4e00-\u9fff]{4}/.test(fitted.term.surface) &&
        matchZones(fitted, one.prepared.zones) < NEAR_GUESS,
    )
  );
}

/** A rate or count that is named in the question must be named where the figure stands. */
function missesIndicator(terms: readonly FittedTerm[]): boolean {
  const named = terms.filter((fitted) => fitted.term.kind === 'indicator' && fitted.term.focus);
  return named.length > 0 && named.every((fitted) => fitted.found === 'absent');
}
