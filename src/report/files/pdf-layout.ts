/**
 * The pages of a PDF become paragraphs: running heads and page numbers go, lines that a full line breaks are
 * joined again, tables become rows.
 *
 * A line goes on in the next one where it reaches the right edge and the next one begins at the left edge;
 * paragraphs of Chinese documents begin two characters further in.
 */

import { parseMarker } from '../parse-marker.ts';
import { toHalfWidth } from '../report-lines.ts';
import { type DocumentText, DocumentWriter } from './document-text.ts';
import { type Block, joinTables } from './pdf-columns.ts';
import type { PdfPage } from './pdf-page.ts';
import { formLines, type PdfLine, tidy } from './pdf-rows.ts';
import { findTables } from './pdf-tables.ts';
import { printRows } from './table-rows.ts';

/** Lays the pages out as lines of text. */
export function layOutPdf(pages: readonly PdfPage[]): DocumentText {
  const writer = new DocumentWriter();
  const blocks = pages.flatMap((page, index) => blocksOf(page, index));
  const kept = dropFurniture(blocks, pages);
  const edges = findEdges(kept.flatMap((block) => ('line' in block ? [block.line] : [])));
  let open: OpenParagraph | undefined;
  const close = () => {
    if (open !== undefined) writer.add(open.text);
    open = undefined;
  };
  for (const block of joinTables(kept, edges.right > 0)) {
    if ('cells' in block) {
      close();
      const mark = block.isUnsure ? { isUnsure: true } : {};
      for (const { text, row } of printRows(block.cells, undefined))
        writer.add(text, row && { row: { ...row, ...mark } });
    } else if (open !== undefined && goesOn(open, block.line, edges, pages)) {
      open = { text: joinText(open.text, block.line.text), last: block.line };
    } else {
      close();
      open = { text: block.line.text, last: block.line };
    }
  }
  close();
  return writer.finish();
}

/** Lines and tables of a page from top to bottom. */
function blocksOf({ pieces, rules }: PdfPage, page: number): Block[] {
  const tables = findTables(rules, pieces);
  const free = pieces.filter((piece) => !tables.some((table) => table.pieces.has(piece)));
  const blocks: (Block & { readonly y: number })[] = [
    ...formLines(free, page).map((line) => ({ line, y: line.y })),
    ...tables.map((table) => ({ table, y: table.top })),
  ];
  return blocks.sort((a, b) => b.y - a.y);
}

/** Leaves out page numbers and what stands at the same place of most pages. */
function dropFurniture(blocks: readonly Block[], pages: readonly PdfPage[]): Block[] {
  const isEdge = ({ page, y }: PdfLine) => {
    const height = pages[page]?.height ?? 0;
    return y < height * 0.12 || y > height * 0.88;
  };
  const key = ({ text, y }: PdfLine) => `${text.replace(/[\d\s]+/g, '#')} ${Math.round(y / 4)}`;
  const seen = new Map<string, Set<number>>();
  for (const block of blocks) {
    if (!('line' in block) || !isEdge(block.line)) continue;
    const places = seen.get(key(block.line)) ?? new Set();
    seen.set(key(block.line), places.add(block.line.page));
  }
  return blocks.filter((block) => {
    if (!('line' in block) || !isEdge(block.line)) return true;
    if (PAGE_NUMBER.test(block.line.text.replace(/\s/g, ''))) return false;
    const times = seen.get(key(block.line))?.size ?? 0;
    return times < 2 || times < pages.length * 0.4;
  });
}

const PAGE_NUMBER =
  /^[-—–―·_~]*(?:第|Page)?\d{1,4}(?:页|of\d+)?[-—–―·_~]*(?:[,，/／]?共?\d{1,4}页?)?$|^第[一二三四五六七八九十百]+页$/i;

interface Edges {
  readonly left: number;
  readonly right: number;
  /** Size of the running text. */
  readonly size: number;
  /** From one baseline to the next within a paragraph; `undefined` where no line breaks inside a sentence. */
  readonly step: number | undefined;
}

/** The edges of the running text: those that most lines reach. */
function findEdges(lines: readonly PdfLine[]): Edges {
  const size = mostFrequent(lines.map((line) => ({ value: line.size, weight: line.text.length })));
  const body = lines.filter((line) => Math.abs(line.size - size) < 1.5 && line.parts.length === 1);
  const right = mostFrequent(
    body.map(({ end, text }) => ({ value: end, weight: text.length > 10 ? 1 : 0 })),
    size / 2,
  );
  const full = body.filter(({ end }) => end > right - size * 1.5);
  const after = full.length >= 2 ? full : body;
  const left = Math.min(...after.map(({ x }) => x), ...(full.length >= 2 ? [] : body.map(({ x }) => x)));
  const step = findStep(body, right - size * 1.5);
  return { left: Number.isFinite(left) ? left : 0, right: Math.max(right, 0), size, step };
}

/** The usual distance behind a full line that ends inside a sentence. */
function findStep(lines: readonly PdfLine[], full: number): number | undefined {
  const steps = lines.flatMap((line, index) => {
    const next = lines[index + 1];
    const isInside = next?.page === line.page && line.end > full && !SENTENCE_END.test(line.text);
    return isInside && line.y > next.y ? [{ value: line.y - next.y, weight: 1 }] : [];
  });
  return steps.length === 0 ? undefined : mostFrequent(steps);
}

const SENTENCE_END = /[。；：！？]["”’）》]?$/;

function mostFrequent(
  values: readonly { readonly value: number; readonly weight: number }[],
  step = 0.5,
): number {
  const counts = new Map<number, number>();
  for (const { value, weight } of values) {
    const place = Math.round(value / step);
    counts.set(place, (counts.get(place) ?? 0) + weight);
  }
  const best = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0];
  return (best?.[0] ?? 0) * step;
}

/** The lines of a paragraph read so far. */
interface OpenParagraph {
  readonly text: string;
  readonly last: PdfLine;
}

/** `2.推行包容审慎监管。` below a paragraph that begins `1.全面推进执法规范化。`; an enumeration within one goes on. */
function isNextItem(text: string, next: string): boolean {
  const [marker, before] = [parseMarker(toHalfWidth(next)), parseMarker(toHalfWidth(text))];
  if (marker === undefined) return false;
  return marker.number === 1 || (before?.style === marker.style && before.number === marker.number - 1);
}

/** Whether a line goes on in the next one. */
function goesOn(
  { text, last: line }: OpenParagraph,
  next: PdfLine,
  edges: Edges,
  pages: readonly PdfPage[],
): boolean {
  const { left, right, size } = edges;
  if (Math.abs(line.size - next.size) > 1) return false;
  if (line.size > size * 1.1) return isOneTitle(line, next, edges, pages);
  // A wider gap behind the end of a sentence parts paragraphs that are not set in.
  const isApart = line.page === next.page && line.y - next.y > (edges.step ?? line.y) * 1.2;
  if (isApart && SENTENCE_END.test(line.text)) return false;
  // Where paragraphs are not set in, a heading after a sentence that fills its line begins one.
  if (/[。；：]$/.test(line.text) && OUTER.has(parseMarker(toHalfWidth(next.text))?.style ?? ''))
    return false;
  if (/。$/.test(line.text) && isNextItem(text, next.text)) return false;
  const isFull = line.end + widthOfStart(next) > right - line.size * 0.3;
  return isFull && next.x < left + next.size * 0.9;
}

const OUTER: ReadonlySet<string> = new Set(['part', 'chapter', 'section', 'chinese', 'chinese-bracket']);

/** How much of a line cannot be broken off: a figure with its mark, a bracket with what it opens. */
function widthOfStart({ text, size }: PdfLine): number {
  const start = /^[（《“‘(]*(?:[\u0021-\u007e]+|.)[，。；：、）》”’！？,.;:)%‰]*/u.exec(text)?.[0] ?? '';
  return [...start].reduce((sum, sign) => sum + (/[\u0021-\u007e]/.test(sign) ? 0.55 : 1), 0.6) * size;
}

/** Lines of large type in the middle, one below the other, or one that fills its line and the rest of it. */
function isOneTitle(line: PdfLine, next: PdfLine, { right }: Edges, pages: readonly PdfPage[]): boolean {
  const middle = (pages[line.page]?.width ?? 0) / 2;
  const isMiddle = ({ x, end }: PdfLine) => Math.abs((x + end) / 2 - middle) < line.size;
  const down = line.y - next.y;
  if (line.page !== next.page || down >= line.size * 2.6) return false;
  const isFull = line.end > right - line.size && down < line.size * 1.8 && next.x < line.x + line.size * 0.5;
  return (isMiddle(line) && isMiddle(next)) || isFull;
}

function joinText(text: string, next: string): string {
  const isLatin = /[A-Za-z,.;]$/.test(text) && /^[A-Za-z]/.test(next);
  return tidy(`${text}${isLatin ? ' ' : ''}${next}`);
}
