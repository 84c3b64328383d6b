/**
 * Chinese text into words, by jieba with the domain's words added, so that 综合纠错率 stays whole.
 */
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { lexicon } from './lexicon.ts';

/** A word of a text by its offsets. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Part of speech as jieba names it: n noun, v verb, a adjective, d adverb, m number … */
  readonly tag: string;
}

/** In jieba's own counts; most of its words have fewer than 5. */
const LEAST_FREQUENCY = 5;

let jieba: Jieba | undefined;

function segmenter(): Jieba {
  if (jieba) return jieba;
  jieba = Jieba.withDict(commonWords(dict));
  const names = new Set<string>();
  for (const indicator of lexicon().indicators) for (const name of indicator.zh) names.add(name);
  for (const term of lexicon().terms) for (const name of term.zh) names.add(name);
  const lines = [...names]
    .filter((name) => /^[\u4e00-\u9fff]{2,6}$/.test(name))
    .map((name) => `${name} 20000 n`);
  if (lines.length > 0) jieba.loadDict(Buffer.from(`${lines.join('\n')}\n`));
  return jieba;
}

/**
 * The dictionary without its rarest words: two thirds of its lines, which occur in no report and take 0.15 s to load.
 *
 * A line is `word frequency kind`.
 */
function commonWords(lines: Uint8Array): Uint8Array {
  const [space, newline, zero] = [0x20, 0x0a, 0x30];
  const kept = new Uint8Array(lines.length);
  let length = 0;
  for (let start = 0; start < lines.length; ) {
    let at = start;
    while (lines[at] !== space && at < lines.length) at++;
    let frequency = 0;
    for (at++; lines[at] !== undefined && lines[at] !== space && lines[at] !== newline; at++)
      frequency = frequency * 10 + lines[at]! - zero;
    let end = lines.indexOf(newline, at);
    if (end < 0) end = lines.length - 1;
    if (frequency >= LEAST_FREQUENCY) {
      kept.set(lines.subarray(start, end + 1), length);
      length += end + 1 - start;
    }
    start = end + 1;
  }
  return kept.subarray(0, length);
}

/** The words of a text in order, punctuation and spaces left out. */
export function segment(text: string): string[] {
  return segmenter()
    .cut(text, true)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** Like `segment`, with the shorter words inside long ones too (综合纠错率 also gives 综合, 纠错): for indexing. */
export function segmentForSearch(text: string): string[] {
  return segmenter()
    .cutForSearch(text, true)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** The words of a text with their offsets and kinds. */
export function segmentWithOffsets(text: string): Word[] {
  const words: Word[] = [];
  let at = 0;
  for (const { word, tag } of segmenter().tag(text, true)) {
    const start = text.indexOf(word, at);
    if (start < 0) continue;
    at = start + word.length;
    if (/[\p{L}\p{N}]/u.test(word)) words.push({ text: word, start, end: at, tag });
  }
  return words;
}
