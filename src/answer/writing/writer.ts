/** Who writes replies with a model, as assistants and conversations know it. */

import type { z } from 'zod';
import type { Library } from '../../library/library.ts';
import type { Question } from '../../retrieval/question.ts';
import type { ReportEvidence } from '../../retrieval/retrieve.ts';
import type { Language } from '../../wording/language.ts';
import type { Answer } from '../answer.ts';
import type { AskOptions } from '../assistant.ts';
import type { ModelReport } from '../model-report.ts';
import type { PromptTask, PromptValues } from './load-prompts.ts';

/** A composed answer and what it came from. */
export interface WriteRequest {
  readonly composed: Answer;
  readonly question: Question;
  /** What was found for the question. */
  readonly sources: readonly ReportEvidence[];
  readonly library: Library;
  /** The reply goes out as it is worded, whatever is possible. */
  readonly isFixed?: boolean;
}

/** Who waits for the reply, and what they want to see of it meanwhile. */
export interface WriteOptions
  extends Pick<AskOptions, 'user' | 'isOffline' | 'whileWaiting' | 'signal' | 'onDraft'> {
  /** Told, line by line, what the model was given and wrote and what was wrong with it. */
  readonly onStep?: ((line: string) => void) | undefined;
}

interface FormRequest<Task extends PromptTask, Shape extends z.ZodType> {
  readonly task: Task;
  readonly language: Language;
  readonly values: PromptValues<Task>;
  readonly schema: Shape;
}

/** Writes replies with a model; whatever fails, there is still a reply. */
export interface Writer {
  /**
   * The reply as the model writes it, proved; where it has nothing to write, cannot, or is not borne out, the
   * composed answer as it is. Never throws.
   */
  write(request: WriteRequest, options?: WriteOptions): Promise<Answer>;
  /** A form that the model filled in, as the schema wants it; `undefined` where it did not. Never throws. */
  fill<Task extends PromptTask, Shape extends z.ZodType>(
    request: FormRequest<Task, Shape>,
    options?: WriteOptions,
  ): Promise<z.infer<Shape> | undefined>;
  report(): ModelReport;
}
