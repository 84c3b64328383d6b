/** Answers a question for a number from one report's evidence. */
import { splitClauses } from '../language/clauses.ts';
import type { Figure } from '../report/report.ts';
import type { FittedTerm } from '../retrieval/fit-terms.ts';
import { matchTerm, matchZones } from '../retrieval/match-terms.ts';
import type { PreparedParagraph } from '../retrieval/prepare-report.ts';
import type { Ask, Language, Question } from '../retrieval/question.ts';
import type { ReportEvidence } from '../retrieval/retrieve.ts';
import { asksForPlan, type ScoredFigure, scoreFigures } from '../retrieval/score-figures.ts';
import type { Answer, StatedFigure } from './answer.ts';
import { citeParagraph } from './cite.ts';
import { compose } from './compose.ts';
import { placeAndYear } from './place.ts';
import { WORDING } from './wording.ts';

/** Least share of the question's terms that must stand near the figure. */
export const FIGURE_SUPPORT = 0.5;
const LEAST_SCORE = 0.2;
/** How near the measure asked for must stand to the figure, as zones weigh it. */
const LEAST_MEASURE = 0.35;
/** How near all there is to the question must stand, where it is a name of the lexicon alone. */
const NEAR_GUESS = 0.42;
const LONGEST_QUOTE = 240;
const LONGEST_LABEL = 30;
/** Figures looked at for each of several asks. */
const CONSIDERED = 8;
const SAME_SENTENCE = 0.1;

/** The figures chosen for a question, one entry an ask; empty when the report does not give them. */
export function chooseFigures(question: Question, { evidence, terms }: ReportEvidence): ScoredFigure[] {
  const paragraphs = evidence.map((one) => one.prepared);
  const ranked = question.asks.map((ask) => {
    const own = termsOf(ask, question, terms);
    const scored = scoreFigures(question, ask, own, paragraphs).slice(0, CONSIDERED);
    return scored.filter((one) => isBorneOut(one, own) && isOfYear(one, question));
  });
  if (ranked.length <= 1) return ranked[0]?.slice(0, 1) ?? [];
  return chooseTogether(ranked);
}

/** What a year that is not held can be answered with: figures printed for it in comparison, or planned for it. */
function isOfYear({ prepared, figure }: ScoredFigure, { comparedYear, plannedYear }: Question): boolean {
  if (comparedYear !== undefined) return prepared.ofYear === comparedYear;
  return plannedYear === undefined || figure.planned || figure.sentence.includes(`${plannedYear}年`);
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

/** A figure printed twice under one label with two values: all of them. */
export function withTwins(best: ScoredFigure, paragraph: PreparedParagraph): Figure[] {
  const twins = paragraph.figures.filter(
    (other) =>
      other.figure.index !== best.figure.index &&
      other.label === best.prepared.label &&
      other.figure.unit === best.figure.unit &&
      other.figure.sentence === best.figure.sentence &&
      !best.prepared.aspect &&
      !best.prepared.isChange &&
      bare(other.label).length >= 3,
  );
  const values = new Set([best.figure.value, ...twins.map((twin) => twin.figure.value)]);
  if (values.size < 2) return [best.figure];
  return [best.figure, ...twins.map((twin) => twin.figure)].sort((a, b) => a.start - b.start);
}

/** Composes the reply to a question for a number; `undefined` when the report does not give it. */
export function answerFigure(question: Question, found: ReportEvidence): Answer | undefined {
  const chosen = chooseFigures(question, found);
  if (chosen.length === 0 || chosen.length < Math.min(2, question.asks.length)) return undefined;
  const { language } = question;
  const lines: string[] = [];
  const stated: StatedFigure[] = [];
  const notes = new Set<string>();
  const citations = [
    ...new Map(chosen.map((one) => [quoteOf(one.figure, one.paragraph), one])).entries(),
  ].map(([quote, one]) => citeParagraph(found.report, one.paragraph.paragraph, quote));
  for (const one of chosen) {
    const figures = withTwins(one, one.paragraph);
    if (figures.length > 1) notes.add(WORDING.twoFigures(language));
    const citation = citations.findIndex(
      ({ paragraph, quote }) => paragraph === one.figure.paragraph && quote.includes(one.figure.raw),
    );
    for (const figure of figures) {
      stated.push({
        raw: figure.raw,
        value: figure.value,
        unit: figure.unit,
        citation: Math.max(0, citation),
      });
      if (figure.period) notes.add(WORDING.partYear(language, figure.period));
      if (figure.planned && !asksForPlan(question)) notes.add(WORDING.planned(language));
    }
    lines.push(
      `${nameFor(one, question)}${language === 'zh' ? ':' : ': '}${figures.map((figure) => withConversion(figure, language)).join(language === 'zh' ? '、' : ', ')}`,
    );
  }
  const place = placeAndYear(found.report, language);
  const lead =
    lines.length === 1
      ? `${place} · ${lines[0]}`
      : `${place}\n${lines.map((line) => `· ${line}`).join('\n')}`;
  return compose({
    kind: 'answer',
    language,
    answer: stated.map((figure) => figure.raw).join('、'),
    lead,
    citations,
    figures: stated,
    notes: [...notes],
  });
}

/** The sentence the figure stands in, or so much of it as a phone shows. */
export function quoteOf(figure: Figure, paragraph: PreparedParagraph): string {
  const text = paragraph.paragraph.text;
  const at = text.indexOf(figure.sentence);
  if (figure.sentence.length <= LONGEST_QUOTE && at >= 0) return figure.sentence;
  const clauses = splitClauses(text);
  const index = clauses.findIndex((clause) => clause.end > figure.start);
  let from = index;
  while (from > 0 && clauses[from - 1]!.start >= at && clauses[index]!.end - clauses[from - 1]!.start <= 110)
    from--;
  let to = index;
  while (
    to + 1 < clauses.length &&
    clauses[to + 1]!.end <= at + figure.sentence.length &&
    clauses[to + 1]!.end - clauses[from]!.start <= 180
  )
    to++;
  return text.slice(clauses[from]!.start, Math.max(clauses[to]!.end, figure.end));
}

/** With several asks, words that belong to another ask do not count, and the own ones count more. */
function termsOf(ask: Ask, question: Question, terms: readonly FittedTerm[]): FittedTerm[] {
  const { own } = ask;
  if (!own) return [...terms];
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

/** The printed label; in English with the indicator's English name in front, where the label has that indicator. */
function nameFor(one: ScoredFigure, { language, indicators }: Question): string {
  const label = labelFor(one);
  if (language === 'zh') return label;
  const named = indicators.find((indicator) =>
    [...indicator.zh, ...(indicator.weak ?? [])].some((name) => label.includes(name)),
  );
  return named ? `${named.en[0]} (${label})` : label;
}

function labelFor({ prepared, figure }: ScoredFigure): string {
  const [before = '', after = ''] = figure.label.split('…');
  const isWhole = prepared.aspect === undefined && before.length + after.length <= LONGEST_LABEL;
  const label = bare(isWhole ? before + after : before || figure.label);
  return label.length >= 2 ? label : bare(prepared.label) || figure.clause;
}

function bare(label: string): string {
  return label
    .replace(
      /^(?:其中|并|和|及|与|以及|从|由|[一二三四五六七八九十]是)+[,，]?|(?:达到?|为|是|共|有|共计|已|的)+$/gu,
      '',
    )
    .trim();
}

/** `1.91亿元 (191 million yuan)` in English. */
function withConversion(figure: Figure, language: Language): string {
  if (language === 'zh' || !/[万亿]/.test(figure.raw)) return figure.raw;
  const { value } = figure;
  const size =
    value >= 1e9
      ? `${trim(value / 1e9)} billion`
      : value >= 1e6
        ? `${trim(value / 1e6)} million`
        : value.toLocaleString('en-US');
  return `${figure.raw} (${size}${figure.unit === '元' ? ' yuan' : ''})`;
}

const trim = (value: number) => String(Number(value.toPrecision(9)));
