/** Chooses the figures that a question asks for, or none where the report does not bear the question out. */

import { asksForPlan } from '../../retrieval/asked-figure.ts';
import type { FittedTerm } from '../../retrieval/fit-terms.ts';
import { fold } from '../../retrieval/prepare-report.ts';
import type { Ask, Question } from '../../retrieval/question.ts';
import type { ReportEvidence } from '../../retrieval/retrieve.ts';
import { type ScoredFigure, scoreFigures } from '../../retrieval/score-figures.ts';
import { isBorneOut } from './bear-out.ts';
import { isOfItems, isOfMatter } from './of-matter.ts';

/** Figures looked at for each of several asks. */
const CONSIDERED = 8;
const SAME_SENTENCE = 0.1;
/** How far behind a plan a figure that was reached may stand. */
const NEAR_PLAN = 0.25;

/** The figures chosen for a question, one entry an ask; empty when the report does not give them. */
export function chooseFigures(question: Question, { evidence, terms }: ReportEvidence): ScoredFigure[] {
  const paragraphs = evidence.map((one) => one.prepared);
  const ranked = question.asks.map((ask) => {
    const own = termsOf(ask, question, terms);
    const scored = scoreFigures(question, ask, own, paragraphs).slice(0, CONSIDERED);
    // Where the kinds of what is asked for fit best, a figure that fits less is of something else.
    const [best] = scored;
    const least = best && isOfItems(best, own, ask, question.normal) ? best.support : 0;
    return scored.filter(
      (one) =>
        one.support >= least &&
        isBorneOut(one, one.prepared.isChange ? withoutChange(own) : own, ask, question) &&
        isOfMatter(one, own, ask, question) &&
        isOfYear(one, question),
    );
  });
  if (ranked.length <= 1) return reachedFirst(ranked[0] ?? [], question).slice(0, 1);
  return chooseTogether(ranked);
}

const CHANGE = /^(?:新增|净增|增加|增长|提高|上升|提升|减少|下降|降低|压减|[增升涨降减多少])了?$/;

/** `净增52名` need not say 增加 again. */
function withoutChange(terms: readonly FittedTerm[]): readonly FittedTerm[] {
  const kept = terms.filter(({ term }) => !CHANGE.test(term.surface));
  return kept.length > 0 ? kept : terms;
}

/** Where a plan and what was reached both fit a question that speaks of no plan, what was reached. */
function reachedFirst(scored: readonly ScoredFigure[], question: Question): readonly ScoredFigure[] {
  const [best] = scored;
  if (!best?.figure.planned || asksForPlan(question)) return scored;
  const reached = scored.find((one) => !one.figure.planned && one.score >= best.score - NEAR_PLAN);
  return reached ? [reached] : scored;
}

/** What a year that is not held can be answered with: figures printed for it in comparison, or planned for it. */
function isOfYear({ prepared, figure }: ScoredFigure, { comparedYear, plannedYear }: Question): boolean {
  if (comparedYear !== undefined) return prepared.ofYear === comparedYear;
  return (
    plannedYear === undefined ||
    figure.planned ||
    fold(figure.sentence).includes(`${plannedYear}年`) ||
    prepared.label.includes(`${plannedYear}年`)
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
