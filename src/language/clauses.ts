/**
 * Cuts a paragraph into sentences, clauses and cells.
 *
 * A sentence ends at 。！？ or ；, a clause also at ， or ：, a cell also at 、 and at brackets: `废止4份` is a cell
 * of `保留10份、集中修改7份、废止4份`. Nothing is cut inside 《》 or “”, between the digits of `1,265`, or in `10:29`.
 */

/** A part of a text by its offsets; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const SENTENCE_ENDS = new Set('。!?！？;；\n');
const CLAUSE_ENDS = new Set('。!?！？;；\n,，:：');
const CELL_ENDS = new Set('。!?！？;；\n,，:：、()（）');
const OPENING = '《“「〔';
const CLOSING = '》”」〕';

/** Sentences with their closing mark. */
export function splitSentences(text: string): Span[] {
  return split(text, SENTENCE_ENDS, true);
}

/** Clauses without their closing mark. */
export function splitClauses(text: string): Span[] {
  return split(text, CLAUSE_ENDS, false);
}

/** Cells without their closing mark; what stands in brackets is cells of its own. */
export function splitCells(text: string): Span[] {
  return split(text, CELL_ENDS, false);
}

function split(text: string, ends: ReadonlySet<string>, keepEnd: boolean): Span[] {
  const spans: Span[] = [];
  let start = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const bracketEnd = endOfPlainBracket(text, at);
    if (bracketEnd !== undefined) {
      at = bracketEnd;
      continue;
    }
    const character = text[at]!;
    if (OPENING.includes(character)) depth = closesLater(text, at) ? depth + 1 : depth;
    else if (CLOSING.includes(character)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && ends.has(character) && !insideNumber(text, at)) {
      push(spans, text, start, keepEnd ? at + 1 : at);
      start = at + 1;
    }
  }
  push(spans, text, start, text.length);
  return spans;
}

/**
 * The end of brackets that only widen a word, as in `镇(街)政务中心` or `乡(镇、街道)`: nothing is cut there.
 * Those that hold a number cut: `集中修改7份(其中4份由区府办印发)`.
 */
function endOfPlainBracket(text: string, at: number): number | undefined {
  if (text[at] !== '(' && text[at] !== '（') return undefined;
  const match = /^[(（][^()（）\d０-９。]{0,14}[)）]/.exec(text.slice(at, at + 17));
  return match ? at + match[0].length - 1 : undefined;
}

/** An opening mark that is never closed in the paragraph opens nothing. */
function closesLater(text: string, at: number): boolean {
  const closing = CLOSING[OPENING.indexOf(text[at]!)]!;
  const end = text.indexOf(closing, at);
  return end >= 0 && end - at <= 120;
}

function insideNumber(text: string, at: number): boolean {
  const isDigit = (character: string | undefined) =>
    character !== undefined && character >= '0' && character <= '9';
  if (text[at] === ':' || text[at] === '：') return isDigit(text[at - 1]) && isDigit(text[at + 1]);
  return (text[at] === ',' || text[at] === '，') && /^\d[,，]\d{3}(?!\d)/.test(text.slice(at - 1, at + 5));
}

function push(spans: Span[], text: string, start: number, end: number): void {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text[from]!)) from++;
  while (to > from && /\s/.test(text[to - 1]!)) to--;
  if (to > from) spans.push({ start: from, end: to });
}
