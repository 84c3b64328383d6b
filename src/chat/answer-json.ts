/**
 * Questions and answers as JSON, one object a line, for programs.
 *
 * An answer line holds `id` and `chat` of its question, the answer's fields, and `ms`.
 */

import type { Answer } from '../answer/answer.ts';
import type { Assistant } from '../answer/assistant.ts';
import { UserError } from '../errors.ts';
import { z } from '../schema.ts';
import { askSafely, replyUnasked } from './ask-safely.ts';

const questionLine = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  q: z.string(),
  chat: z.string().nullish(),
});

/** A question of a batch; questions with the same `chat` share memory, in the order given. */
export interface QuestionLine {
  readonly q: string;
  readonly id?: string | number | undefined;
  readonly chat?: string | null | undefined;
}

/** An answer as programs read it. */
export interface AnswerLine extends Answer {
  readonly id?: string | number;
  readonly chat?: string;
  /** Milliseconds spent answering, without start-up. */
  readonly ms: number;
  /** How the answer came about, where that was asked for. */
  readonly steps?: readonly string[];
}

/**
 * Reads one line of a batch.
 *
 * @throws UserError that says what is wrong with the line.
 */
export function parseQuestionLine(line: string): QuestionLine {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new UserError('question-line-invalid', 'Cannot read the line: it is not JSON', undefined, {
      cause,
    });
  }
  const parsed = questionLine.safeParse(value);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map(({ path, message }) => [...path, message].join(': ')).join('; ');
  throw new UserError('question-line-invalid', `Cannot read the line as a question: ${wrong}`);
}

/** Answers a question with its steps where `explain` is set; explained questions have no memory. */
export async function answerAsJson(
  assistant: Assistant,
  { q, id, chat }: QuestionLine,
  options: { readonly explain?: boolean } = {},
): Promise<AnswerLine> {
  const started = performance.now();
  const unasked = options.explain ? replyUnasked(q) : undefined;
  const { answer, steps } =
    options.explain && !unasked
      ? await assistant.explain(q)
      : { answer: unasked ?? (await askSafely(assistant, q, chat ?? undefined)), steps: [] };
  const ms = Math.round((performance.now() - started) * 10) / 10;
  return {
    ...(id === undefined ? {} : { id }),
    ...(typeof chat === 'string' ? { chat } : {}),
    ...answer,
    ms,
    ...(options.explain ? { steps } : {}),
  };
}
