/** What a written text is kept under, so that the same question from the same paragraphs is not paid for twice. */
import { createHash } from 'node:crypto';

/** What a text depends on; when any of it changes, it is another text. */
export interface TextOrigin {
  /** Normal form, language and intent of the question, and the reports that it is about. */
  readonly meaning: readonly string[];
  /** The numbered paragraphs and what code found, as the model reads them. */
  readonly evidence: string;
  /** Hash of the prompt. */
  readonly prompt: string;
  /** Name of the model and its endpoint. */
  readonly model: string;
}

/** The key of a text; holds nothing of what was asked that could be read. */
export function cacheKey({ meaning, evidence, prompt, model }: TextOrigin): string {
  return createHash('sha256')
    .update(JSON.stringify([meaning, evidence, prompt, model]))
    .digest('hex');
}
