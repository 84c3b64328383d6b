/** Grades one answer by what its question wants; the rules in words are in `data/eval/README.md`. */
import type { Answer } from '../answer/answer.ts';
import { gradeComparison } from './grade-comparison.ts';
import { gradeSummary } from './grade-summary.ts';
import type { GradedQuestion } from './graded-question.ts';
import type { GradedReports } from './graded-reports.ts';
import { judgeCitation, usableCitations } from './judge-citation.ts';
import { normaliseWording, numbersIn, saysAny } from './match-wording.ts';
import { saysAll } from './says-all.ts';
import { type Grade, isClean, type Verdict, wholeVerdict } from './verdict.ts';

const MAX_CHARACTERS = 1200;
const MAX_SECTION_CHARACTERS = 4096;

const graders: Readonly<Record<GradedQuestion['want'], Grade>> = {
  answer: gradeSingle,
  compare: gradeComparison,
  refuse: gradeRefusal,
  clarify: gradeClarification,
  correct: gradeCorrection,
  summary: gradeSummary,
};

/** Grades an answer to a graded question. */
export function gradeAnswer(question: GradedQuestion, answer: Answer, reports: GradedReports): Verdict {
  return graders[question.want](question, answer, reports);
}

/** One report, one place. A figure must stand in `answer`, with no more figures than were asked for. */
function gradeSingle(question: GradedQuestion, answer: Answer, reports: GradedReports): Verdict {
  const citations = usableCitations(answer.citations, reports);
  const said = question.type === 'figure' ? answer.answer : `${answer.answer}\n${answer.text}`;
  const places =
    question.type === 'section'
      ? citations
          .slice(0, 3)
          .flatMap(({ section }) => section)
          .join('\n')
      : '';
  const right =
    answer.kind !== 'refusal' &&
    answer.kind !== 'clarify' &&
    isFocused(question, answer) &&
    saysAll(question, said) &&
    saysAny(question.answer_any, `${said}\n${places}`) &&
    isClean(question, answer);
  const judged = citations.map((citation) => judgeCitation(question, citation, reports));
  const cited = judged.some(({ isPlace }) => isPlace);
  return {
    right,
    cited,
    first: judged[0]?.isPlace ?? false,
    section: judged.some(({ isSection }) => isSection),
    pass: right && cited,
    detail: '',
  };
}

function isFocused({ type, answer_all, answer_any }: GradedQuestion, { answer, text }: Answer): boolean {
  if (text.length > (type === 'section' ? MAX_SECTION_CHARACTERS : MAX_CHARACTERS)) return false;
  if (type !== 'figure') return true;
  const alternatives = (answer_any ?? []).map((all) => numbersIn(all.join(' ; ')).length);
  return numbersIn(answer).length <= Math.max(1, answer_all?.length ?? 0, ...alternatives);
}

/** Says that it is not there: no figure passed off, nothing cited. */
function gradeRefusal(question: GradedQuestion, answer: Answer): Verdict {
  const isRefused = answer.kind === 'refusal' || (question.or_clarify === true && answer.kind === 'clarify');
  return wholeVerdict(isRefused && answer.citations.length === 0 && isClean(question, answer), answer.kind);
}

/** Asks which report is meant and names a choice, or lists at least two reports that answer. */
function gradeClarification(question: GradedQuestion, answer: Answer, reports: GradedReports): Verdict {
  const text = normaliseWording(answer.text);
  const named = reports.facts.filter(({ names }) => names.some((name) => text.includes(name))).length;
  const listed = new Set(usableCitations(answer.citations, reports, 20).map(({ file }) => file)).size;
  const isAsked = answer.kind === 'clarify' ? named >= 1 : listed >= 2 && named >= 2;
  return wholeVerdict(isAsked && isClean(question, answer), answer.kind);
}

/** The false premise is not repeated as true, and what the report says instead is shown and cited. */
function gradeCorrection(question: GradedQuestion, answer: Answer, reports: GradedReports): Verdict {
  const isProved =
    !question.quote ||
    usableCitations(answer.citations, reports).some((one) => judgeCitation(question, one, reports).isPlace);
  const right = isClean(question, answer) && saysAny(question.answer_any, answer.text) && isProved;
  return wholeVerdict(right, answer.kind);
}
