/** A question that asks no number and is borne out by a row of a table wants a cell of it, not the row. */
import type { Question } from '../../retrieval/question.ts';
import type { ReportEvidence } from '../../retrieval/retrieve.ts';
import { choosePassages } from '../passages/answer-passage.ts';

/** The question as one for a number; `undefined` where no row of a table is its best answer, or its words ask otherwise. */
export function askForCell(question: Question, source: ReportEvidence): Question | undefined {
  if (question.asks.length > 0 || question.intent !== 'fact' || OTHERWISE.test(question.normal))
    return undefined;
  const [best] = choosePassages(question, source);
  if (best?.paragraph.paragraph.row === undefined) return undefined;
  return { ...question, intent: 'figure', asks: [{ at: question.normal.length }] };
}

const OTHERWISE =
  /哪|什么|谁|为何|怎|如何|何时|是否|情况|最[多少高低大小]|\b(?:what|which|who|why|how|when|where|most|least|fewest|highest|lowest|largest|smallest)\b/i;
