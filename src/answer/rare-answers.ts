/**
 * Answers that most questions never need, loaded when one does: some 40 files, a tenth of a second at every start.
 */
import type { Library } from '../library/library.ts';
import type { FullReport, StoredReport } from '../library/stored-report.ts';
import type { Question } from '../retrieval/question.ts';
import type { ReportEvidence } from '../retrieval/retrieve.ts';
import type { Answer } from './answer.ts';
import type { Reasoning } from './reasoning.ts';
import { asksForCheck } from './self-check/asks-for-check.ts';

/** Compares where the question is about several reports. */
export const compare = async (library: Library, reasoning: Reasoning) =>
  (await import('./comparison/answer-comparison.ts')).answerComparison(library, reasoning);
/** Puts a stated number right. */
export const correct = async (question: Question, source: ReportEvidence, library: Library) =>
  (await import('./figures/correct-premise.ts')).correctPremise(question, source, library);
/** Summarises a report's year. */
export const summarise = async (question: Question, report: FullReport) =>
  (await import('./summary/summarise-report.ts')).summariseReport(question, report);

/** Whether a question can be about more than one report; what one region, one year and no comparing word rule out. */
export function mayCompare({ question, within }: Reasoning): boolean {
  if (['compare', 'trend', 'mentions'].includes(question.intent) || (within?.length ?? 0) > 1) return true;
  if (question.regions.length !== 1 || question.years.length + question.contentYears.length > 1) return true;
  return /比|较|各|分别|都|哪|趋势|变化|历年|两|\b(?:both|vs|versus|than|trends?|between|each|and|or|years?)\b/i.test(
    question.normal,
  );
}

/** Whether a question states a number besides its years, which may want putting right. */
export function statesNumber({ normal }: Question): boolean {
  return /[\d%]|[一二三四五六七八九十百千万]/.test(normal.replace(/(?:19|20)\d\d年?/g, ''));
}

/** Checks figures where the question asks for it. */
export async function auditOf(
  library: Library,
  question: Question,
  reports: readonly StoredReport[],
): Promise<Answer | undefined> {
  if (!asksForCheck(question)) return undefined;
  const { answerAudit } = await import('./self-check/answer-audit.ts');
  return answerAudit(question, library, reports.slice(0, 200));
}
