/** Runs of one to five Latin words that may together spell one Chinese name. */
import { foldPinyin } from './pinyin.ts';

/** Words that stand together, and how a name made of them would be spelt in one word. */
export interface LatinWindow {
  readonly start: number;
  readonly end: number;
  /** In small letters. */
  readonly words: readonly string[];
  /** The words in one; a second spelling where the last is an English word for hu, shan, jiang … */
  readonly spellings: readonly string[];
  /** Whether every word begins with a capital. */
  readonly capital: boolean;
}

const WORD = /[a-z\u00c0-\u024f]+(?:['’][a-z\u00c0-\u024f]+)*/gi;
const MAX_WORDS = 5;
const MAX_LETTERS = 30;

// `Jinhai Lake` for 金海湖: part of a name that translators like to translate.
const TRANSLATED: Readonly<Record<string, readonly string[]>> = {
  lake: ['hu'],
  mountain: ['shan'],
  river: ['jiang', 'he'],
  island: ['dao'],
  bay: ['wan'],
  port: ['gang'],
  city: ['cheng'],
};

/** All such runs of a text, the possessive 's left out. */
export function latinWindows(text: string): LatinWindow[] {
  const words = [...text.matchAll(WORD)].map(({ 0: printed, index }) => {
    const word = printed.replace(/['’]s$/i, '');
    return { word, start: index, end: index + word.length, possessive: word.length < printed.length };
  });
  const windows: LatinWindow[] = [];
  for (let first = 0; first < words.length; first++) {
    for (let last = first; last < Math.min(words.length, first + MAX_WORDS); last++) {
      const run = words.slice(first, last + 1);
      const before = run.at(-2);
      if (before && (before.possessive || !/^[ -]$/.test(text.slice(before.end, run.at(-1)!.start)))) break;
      const spellings = spell(run.map(({ word }) => word));
      if (spellings[0]!.length > MAX_LETTERS) break;
      windows.push({
        start: run[0]!.start,
        end: run.at(-1)!.end,
        words: run.map(({ word }) => word.toLowerCase()),
        spellings,
        capital: run.every(({ word }) => /^\p{Lu}/u.test(word)),
      });
    }
  }
  return windows;
}

function spell(words: readonly string[]): string[] {
  const joined = foldPinyin(words.join(''));
  const translated = words.length > 1 ? (TRANSLATED[words.at(-1)!.toLowerCase()] ?? []) : [];
  return [joined, ...translated.map((syllable) => foldPinyin(words.slice(0, -1).join('')) + syllable)];
}
