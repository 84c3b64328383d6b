/** What a person sent becomes a question, or a reason not to ask it. */
import { stripVTControlCharacters } from 'node:util';

/** The longest question that is passed on, in characters. */
export const maxQuestionCharacters = 2000;

/** What a reader typed, or why it is not asked. */
export type ReadQuestion =
  | { readonly kind: 'question'; readonly text: string }
  | { readonly kind: 'blank' }
  | { readonly kind: 'too-long'; readonly characters: number };

/**
 * Cleans one message: terminal sequences, control characters, invisible format characters and halves
 * of broken surrogate pairs go, line breaks become spaces, and the ends are trimmed.
 */
export function readQuestion(message: string): ReadQuestion {
  const text = stripVTControlCharacters(message)
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/[\p{Cf}\p{Surrogate}]/gu, '')
    .trim();
  if (text === '') return { kind: 'blank' };
  const characters = countCharacters(text);
  return characters > maxQuestionCharacters ? { kind: 'too-long', characters } : { kind: 'question', text };
}

function countCharacters(text: string): number {
  let characters = 0;
  for (const _ of text) characters += 1;
  return characters;
}
