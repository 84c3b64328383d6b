/** Texts that a model wrote, kept so that the same question from the same paragraphs is not paid for twice. */
import { createHash } from 'node:crypto';

/** Where texts are kept. What is taken out is proved again, so that nobody has to trust the place. */
export interface TextCache {
  get(key: string): string | undefined;
  set(key: string, text: string): void;
}

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
export function textKey({ meaning, evidence, prompt, model }: TextOrigin): string {
  return createHash('sha256')
    .update(JSON.stringify([meaning, evidence, prompt, model]))
    .digest('hex');
}

/** Keeps the texts used last, in memory. */
export function createTextCache(most = 500): TextCache {
  const texts = new Map<string, string>();
  return {
    get(key) {
      const text = texts.get(key);
      if (text === undefined) return undefined;
      texts.delete(key);
      texts.set(key, text);
      return text;
    },
    set(key, text) {
      texts.delete(key);
      texts.set(key, text);
      const [oldest] = texts.keys();
      if (texts.size > most && oldest !== undefined) texts.delete(oldest);
    },
  };
}
