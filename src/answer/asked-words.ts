/** The words of a question whose numbers a reply may repeat. */
import { SERVICE_HOTLINE } from '../report/check-misprints.ts';
import type { Question } from '../retrieval/question.ts';

/** Question and years; a note on a misprint of the national hotline gives its number, which is its name. */
export function askedWords({ normal, years }: Question): string {
  // The years of a follow-up may stand in no words of their own.
  return [normal, ...years, SERVICE_HOTLINE].join(' ');
}
