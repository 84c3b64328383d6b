/** Tells which language a message is written in. */
import type { Language } from '../wording/language.ts';

/** The language of what a person wrote: Chinese where it holds a Chinese character. */
export function languageOf(text: string): Language {
  return /\p{Script=Han}/u.test(text) ? 'zh' : 'en';
}
