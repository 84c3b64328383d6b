/**
 * Headings that are ordered by words: `首先，抓统筹，压实责任`, `其次是规范文件管理`.
 *
 * The same words order sentences of one account (`首先，成立…领导小组。其次，印发…。`) and head nothing there. Only
 * several short ones with text behind each are headings.
 */

import { parseHeading } from './parse-heading.ts';
import { countHan, isProse, type Line } from './report-lines.ts';

/** The words that order, at the start of a line in half-width signs. */
export const ORDINAL =
  /^(?:首先|其次|再次|再者|接着|随后|然后|此外|另外|最后|第[一二三四五六七八九])(?:[,、:]|是(?!否))/;
/** Only these are sure to open and go on with a series. */
const SERIES = /^(?:首先|其次|再次|再者|最后|第[一二三四五六七八九])/;

/** The headings by the position of their lines, as printed. */
export function findOrdinalHeadings(lines: readonly Line[]): ReadonlyMap<number, string> {
  const alone = new Map<number, string>();
  const stopped = new Map<number, string>();
  const runIn = new Map<number, string>();
  for (const [position, line] of lines.entries()) {
    if (line.row !== undefined || !ORDINAL.test(line.plain)) continue;
    const heading = runInHeading(line);
    if (heading !== undefined) runIn.set(position, heading);
    else if (isAlone(line) && headsText(lines, position)) {
      if (line.plain.endsWith('。')) stopped.set(position, line.text);
      else alone.set(position, line.text);
    }
  }
  return new Map([alone, stopped, runIn].flatMap((found) => (isSeries(found, lines) ? [...found] : [])));
}

/** At least two, that begin as a series does; a short line without a stop may go on with 此外. */
function isSeries(found: ReadonlyMap<number, string>, lines: readonly Line[]): boolean {
  return found.size >= 2 && [...found.keys()].some((position) => SERIES.test(lines[position]?.plain ?? ''));
}

/** A short line of its own; with 。 a few words and nothing else. */
function isAlone({ text, plain }: Line): boolean {
  const han = countHan(text);
  if (han < 5 || /[;!?:,、]$|[;]/.test(plain)) return false;
  const stop = plain.indexOf('。');
  return stop === -1 ? han <= 40 : stop === plain.length - 1 && isTopic(plain.slice(0, -1));
}

function headsText(lines: readonly Line[], position: number): boolean {
  const next = lines[position + 1];
  if (next === undefined || ORDINAL.test(next.plain)) return false;
  return isProse(next) || next.row !== undefined || parseHeading(next) !== undefined;
}

/** `首先，完善制度体系。全年共办理…。`: a few words, then text that does not go on counting. */
function runInHeading({ text, plain, bold = 0 }: Line): string | undefined {
  const stop = plain.indexOf('。');
  const rest = plain.slice(stop + 1);
  if (stop === -1 || countHan(rest) < 12 || !rest.includes('。')) return undefined;
  // Bold words say so themselves.
  const isBold = bold > 0 && bold < text.length && Math.abs(bold - stop) <= 1;
  if (!isBold && (!isTopic(plain.slice(0, stop)) || /。\s*(?:其次|再次|最后|第[二三四五])/.test(plain)))
    return undefined;
  return text.slice(0, stop + 1);
}

/** A few words behind the ordinal, without an account of what was done. */
function isTopic(words: string): boolean {
  const topic = words.replace(ORDINAL, '');
  const han = countHan(topic);
  return han >= 3 && han <= 16 && !/[\d,:;“《(]|[了过]|我[们省市县区局镇]|各[级位]/.test(topic);
}
