/** The figures of one paragraph with the words around them, as the checks read them. */
import { splitSentences } from '../language/clauses.ts';
import { kindOfUnit } from './measure-words.ts';
import type { Figure, Paragraph } from './report.ts';
import { foldWidth } from './scan-numbers.ts';

/** A figure with the words that say what it counts. */
export interface CheckedFigure {
  readonly figure: Figure;
  /** Number of its sentence in the paragraph, from 0; `;` ends a sentence too. */
  readonly sentence: number;
  /** Words between the figure (or mark) before it and it; half width. */
  readonly before: string;
  /** Words from it to the next mark or figure; half width. */
  readonly after: string;
  /** What it counts: `before` without fillers, else `after`. */
  readonly name: string;
}

const CELL_END = /[,，。;；:：、()（）]/;
const FILLER =
  /^(?:[一二三四五六七八九十]是|其中|并|和|及|与|以及|共|共计|累计|已|有|另有|全年|今年|目前|截至目前|19\d\d年|20\d\d年|[,，、\s])+/;
const TRAILING = /(?:分别)?(?:达到?|为|是|有|共计?|合计|总计|已|约|数|了|均|:|：)+$/;

/** The figures of a paragraph, in order. */
export function figuresInContext(paragraph: Paragraph, figures: readonly Figure[]): CheckedFigure[] {
  // The words around a number in a table belong to other cells.
  if (paragraph.row !== undefined) return [];
  const text = foldWidth(paragraph.text);
  const sentences = splitSentences(paragraph.text);
  const own = figures.filter((figure) => figure.paragraph === paragraph.number);
  return own.map((figure, position) => {
    const before = text.slice(
      Math.max(own[position - 1]?.end ?? 0, cellStart(text, figure.start)),
      figure.start,
    );
    const after = text.slice(
      figure.end,
      Math.min(own[position + 1]?.start ?? text.length, cellEnd(text, figure.end)),
    );
    const name = bareName(before) || bareName(after);
    return { figure, sentence: sentences.findIndex((span) => span.end > figure.start), before, after, name };
  });
}

/** A label without numbering, fillers and 达, 为, 共. */
function bareName(label: string): string {
  return label.trim().replace(FILLER, '').replace(TRAILING, '').replace(/[“”"]/g, '').trim();
}

/** Whether two counts can belong to one sum or share: same unit, or both cases (件, 宗, 起). */
export function sameKind(a: Figure, b: Figure): boolean {
  if (a.unit === b.unit) return true;
  const [left, right] = [kindOfUnit(a.unit), kindOfUnit(b.unit)];
  const loose = (kind: string | undefined) => kind === 'case' || kind === 'thing' || kind === 'text';
  return left !== undefined && (left === right || (loose(left) && loose(right)));
}

/** The printed words from the clause of the first figure to the end of the last one's. */
export function quoteAround(paragraph: Paragraph, figures: readonly Figure[]): string {
  const { text } = paragraph;
  let start = Math.min(...figures.map((figure) => figure.start));
  let end = Math.max(...figures.map((figure) => figure.end));
  while (start > 0 && !/[,，。;；!?:：]/.test(text[start - 1]!)) start--;
  while (end < text.length && !/[,，。;；!?]/.test(text[end]!)) end++;
  return text.slice(start, end).trim();
}

function cellStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && !CELL_END.test(text[start - 1]!)) start--;
  // 镇(街)政务中心: brackets that only widen a word do not end it.
  const bracket = /[(（][^()（）\d]{1,8}[)）]$/.exec(text.slice(0, start));
  return bracket ? cellStart(text, bracket.index) : start;
}

function cellEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && !CELL_END.test(text[end]!)) end++;
  const bracket = /^[(（][^()（）\d]{1,8}[)）]/.exec(text.slice(end));
  return bracket ? cellEnd(text, end + bracket[0].length) : end;
}
