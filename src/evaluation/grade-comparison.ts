/** Grades a comparison: every side's value is tied to a citation of its own report. */
import { basename } from 'node:path';
import type { Answer, Citation, StatedFigure } from '../answer/answer.ts';
import type { GradedQuestion, GradedSide } from './graded-question.ts';
import type { GradedReports } from './graded-reports.ts';
import { judgeCitation, usableCitations } from './judge-citation.ts';
import { isSaid, saysAny } from './match-wording.ts';
import { saysAll } from './says-all.ts';
import { isClean, type Verdict, wholeVerdict } from './verdict.ts';

const MAX_CHARACTERS = 4096;
const MAX_CITATIONS = 20;
const DENIAL = /未|没有|无相关|不含|查不到|\bnot\b|\bno\b|n't/i;

/** Grades an answer over several reports. */
export function gradeComparison(question: GradedQuestion, answer: Answer, reports: GradedReports): Verdict {
  const sides = question.sides ?? [];
  const usable = new Set(usableCitations(answer.citations, reports, MAX_CITATIONS));
  const failed = sides.filter((side) =>
    side.missing ? !deniesSide(side, sides, answer, reports) : !statesSide(side, answer, usable, reports),
  );
  const right =
    failed.length === 0 &&
    answer.text.length <= MAX_CHARACTERS &&
    saysAll({ answer_all: question.answer_all, type: 'compare' }, answer.text) &&
    isClean(question, answer);
  return wholeVerdict(right, failed.map(({ report }) => report).join(' '));
}

/** A side whose report does not give it: no figure of that report, and the reply says so. */
function deniesSide(
  side: GradedSide,
  sides: readonly GradedSide[],
  answer: Answer,
  reports: GradedReports,
): boolean {
  // The same report may give another of the measures that are compared.
  const isGivenElse = sides.some((other) => !other.missing && other.report === side.report);
  const isPassedOff = figuresOf(side, answer, reports).length > 0 && !isGivenElse;
  return !isPassedOff && DENIAL.test(answer.text) && isClean(side, answer);
}

function statesSide(
  side: GradedSide,
  answer: Answer,
  usable: ReadonlySet<Citation>,
  reports: GradedReports,
): boolean {
  if (!saysAny(side.answer_any, answer.text)) return false;
  const numbers = (side.answer_any ?? []).flat().filter((one) => /\d/.test(one));
  if (numbers.length === 0) return [...usable].some((citation) => isOf(side, citation, reports));
  return figuresOf(side, answer, reports).some(({ raw, citation }) => {
    const place = citedBy(citation, answer);
    if (!place || !usable.has(place)) return false;
    return (
      (!side.quote || judgeCitation(side, place, reports).isPlace) && numbers.some((one) => isSaid(one, raw))
    );
  });
}

function figuresOf(side: GradedSide, answer: Answer, reports: GradedReports): readonly StatedFigure[] {
  return answer.figures.filter(({ citation }) => {
    const place = citedBy(citation, answer);
    return place !== undefined && isOf(side, place, reports);
  });
}

function citedBy(citation: number | null, { citations }: Answer): Citation | undefined {
  return citation === null ? undefined : citations[citation];
}

function isOf(side: GradedSide, { file }: Citation, reports: GradedReports): boolean {
  return basename(file) === reports.fileOf(side.report);
}
