/** Grades a summary: enough of the points, one report only, and no figure from nowhere. */
import { basename } from 'node:path';
import type { Answer } from '../answer/answer.ts';
import type { GradedQuestion } from './graded-question.ts';
import type { GradedReports } from './graded-reports.ts';
import { usableCitations } from './judge-citation.ts';
import { numbersIn, occursIn } from './match-wording.ts';
import { isClean, type Verdict, wholeVerdict } from './verdict.ts';

const LEAST_COVERED = 0.6;
const LEAST_CITATIONS = 3;
const MAX_CITATIONS = 20;
const MAX_CHARACTERS = 4096;

/** Grades a summary of one report. */
export function gradeSummary(question: GradedQuestion, answer: Answer, reports: GradedReports): Verdict {
  const points = question.must_cover ?? [];
  const met = points.filter((point) => point.any.flat().some((words) => occursIn(words, answer.text)));
  const covered = met.length / points.length;
  const own = citesOnly(reports.fileOf(question.report), answer, reports);
  const loose = looseNumbers(question, answer, reports);
  const right =
    covered >= LEAST_COVERED &&
    own &&
    loose.length === 0 &&
    isClean(question, answer) &&
    answer.text.length <= MAX_CHARACTERS;
  return wholeVerdict(right, `covered ${covered.toFixed(2)} loose ${loose.slice(0, 5)} own ${own}`);
}

function citesOnly(file: string | undefined, { citations }: Answer, reports: GradedReports): boolean {
  const usable = usableCitations(citations, reports, MAX_CITATIONS);
  return (
    usable.length >= LEAST_CITATIONS &&
    usable.length === Math.min(MAX_CITATIONS, citations.length) &&
    usable.every((citation) => basename(citation.file) === file)
  );
}

/** Numbers of two digits or more that neither the report prints nor code computed nor a note names. */
function looseNumbers(question: GradedQuestion, answer: Answer, reports: GradedReports): string[] {
  const held = reports.linesOf(reports.fileOf(question.report) ?? '')?.join('\n');
  if (!held) return [];
  const computed = answer.figures.filter((figure) => figure.computed).map(({ raw }) => raw);
  const allowed = [...computed, ...answer.notes].join(' ; ');
  return numbersIn(answer.text).filter(
    (number) => number.length > 1 && !occursIn(number, held) && !occursIn(number, allowed),
  );
}
