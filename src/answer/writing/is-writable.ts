/** Which composed answers a model may put into other words. */
import type { Question } from '../../retrieval/question.ts';
import type { Answer } from '../answer.ts';
import { asksForCheck } from '../self-check/asks-for-check.ts';

const KINDS: ReadonlySet<Answer['kind']> = new Set<Answer['kind']>(['answer', 'summary', 'compare', 'trend']);

/** Whether there is prose to write: titles, dates, headings and what code recomputed are given as they are. */
export function isWritable({ kind, citations }: Answer, question: Question, isFixed = false): boolean {
  return (
    !isFixed &&
    KINDS.has(kind) &&
    citations.length > 0 &&
    !['metadata', 'where', 'audit'].includes(question.intent) &&
    !asksForCheck(question)
  );
}
