/**
 * The lines of a decoded file, each with what reading them needs: the words without surrounding
 * white space, a half-width form of the same length, and where it stands.
 */

import { toSimplified } from '../language/traditional.ts';
import type { LineLook } from './files/document-text.ts';

/** A line that is not blank. */
export interface Line extends LineLook {
  /** From 1, blank lines counted. */
  readonly number: number;
  /** As printed, without surrounding white space. */
  readonly text: string;
  /** `text` in half-width signs: same length, so that offsets agree. */
  readonly plain: string;
  /** Offset of `text` in the file. */
  readonly offset: number;
}

/**
 * Splits a text at LF, CRLF and CR; blank lines (also of no-break spaces) are left out.
 *
 * @param looks What is known of the look of lines, by their number.
 */
export function splitLines(text: string, looks?: ReadonlyMap<number, LineLook>): Line[] {
  const lines: Line[] = [];
  const breaks = /\r\n|\n|\r|$/g;
  let number = 0;
  let start = 0;
  for (const lineBreak of text.matchAll(breaks)) {
    number += 1;
    const { words, indent } = trimLine(text.slice(start, lineBreak.index));
    if (words !== '') {
      lines.push({
        number,
        text: words,
        plain: toHalfWidth(words),
        offset: start + indent,
        ...looks?.get(number),
      });
    }
    start = lineBreak.index + lineBreak[0].length;
  }
  return lines;
}

/** A line without the white space around it and without the mark of a Markdown heading. */
function trimLine(raw: string): { words: string; indent: number } {
  let from = 0;
  let to = raw.length;
  while (from < to && isBlank(raw, from)) from += 1;
  while (to > from && isBlank(raw, to - 1)) to -= 1;
  const mark = MARKDOWN.exec(raw.slice(from, to));
  if (mark === null) return { words: raw.slice(from, to), indent: from };
  const words = (mark[2] ?? mark[3] ?? '').trimEnd();
  return { words, indent: from + (mark[1] ?? '').length };
}

function isBlank(raw: string, position: number): boolean {
  return BLANK.test(raw.charAt(position));
}

/**
 * The text with half-width letters, digits and signs, ordinary spaces and simplified characters.
 *
 * Unlike NFKC it changes no length and keeps ①, which is a heading number of its own.
 */
export function toHalfWidth(text: string): string {
  return toSimplified(text)
    .replace(/[\uFF01-\uFF5E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u00A0\u2000-\u200B\u202F\u205F\u3000\uFEFF]/g, ' ');
}

/** How many Chinese characters a text has. */
export function countHan(text: string): number {
  return text.match(/\p{Script=Han}/gu)?.length ?? 0;
}

/**
 * Whether a line is prose: one sentence or more of running text, however short the last one.
 *
 * Navigation, headlines, headings and signatures have no full stop.
 */
export function isProse(line: Line): boolean {
  const han = countHan(line.text);
  if (line.text.includes('。')) return han >= 12;
  return han >= 40 && /[,;:!?]/.test(line.plain);
}

const BLANK = /\s|\u200B|\u200C|\u200D|\u2060/;
/** Pages saved as Markdown: `## 一、总体情况`, `**一、总体情况**`. The mark is no part of the heading. */
const MARKDOWN = /^(#{1,6}\s+(?:\*\*)?|\*\*)(?:(?<=\*\*)([^*]+)\*\*|(?<!\*\*)(.+))$/;
