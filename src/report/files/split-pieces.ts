/**
 * Pieces of text that reach over a border become one piece for each cell.
 *
 * pdf.js joins what stands close together, so that the end of one narrow column and the beginning of the next
 * are one piece: `县市场监管局 210`. Where its characters stand is known by their usual widths only.
 */

import type { PdfPiece, PdfRule } from './pdf-page.ts';

/** How far a border may be from where a piece is cut, in sizes of its font. */
const REACH = 0.7;
const DIGIT_WIDTH = 0.55;

/** Cuts a piece at the upright lines that it reaches over; a text without a place to cut stays whole. */
export function splitPiece(piece: PdfPiece, down: readonly PdfRule[]): PdfPiece[] {
  const { x, y, width, size } = piece;
  const words = piece.text.trimEnd();
  if (words.trim() === '') return [piece];
  const height = y + size * 0.35;
  const places = placesOf(piece);
  const last = places[[...words].length] ?? x + width;
  const crossed = down
    .filter(({ x1, y1, y2 }) => y1 < height && y2 > height && x1 > x + size * 0.3 && x1 < last - size * 0.3)
    .map(({ x1 }) => x1);
  const signs = [...piece.text];
  const cuts = new Set<number>();
  for (const border of crossed) {
    const cut = nearestCut(signs, places, border, size * REACH);
    if (cut !== undefined) cuts.add(cut);
  }
  if (cuts.size === 0) return [piece];
  const bounds = [0, ...[...cuts].sort((a, b) => a - b), signs.length];
  return bounds.slice(1).flatMap((end, index): PdfPiece[] => {
    const from = bounds[index] ?? 0;
    const text = signs.slice(from, end).join('');
    const blank = text.length - text.trimStart().length;
    const [left = x, right = x + width] = [places[from + blank], places[end]];
    return text.trim() === '' ? [] : [{ ...piece, text: text.slice(blank), x: left, width: right - left }];
  });
}

/** Where each character begins, and where the last one ends; blanks share what the others leave. */
function placesOf({ text, x, width, size }: PdfPiece): number[] {
  const signs = [...text];
  const blanks = signs.filter((sign) => sign.trim() === '').length;
  const usual = signs.map((sign) => (sign.trim() === '' ? 0 : sign < '\u2000' ? DIGIT_WIDTH : 1) * size);
  const taken = usual.reduce((sum, one) => sum + one, 0);
  const left = blanks > 0 ? Math.max(width - taken, width * 0.02) : 0;
  const scale = taken === 0 ? 1 : (width - left) / taken;
  const places = [x];
  for (const [index, sign] of signs.entries()) {
    const own = sign.trim() === '' ? left / blanks : (usual[index] ?? 0) * scale;
    places.push((places.at(-1) ?? x) + own);
  }
  return places;
}

/** The blank, else the place between words and a number, that is nearest to a border; an index of a character. */
function nearestCut(
  signs: readonly string[],
  places: readonly number[],
  border: number,
  reach: number,
): number | undefined {
  const near = (isCut: (index: number) => boolean) =>
    signs
      .map((_, index) => ({ index, far: distance(places, index, border, signs) }))
      .filter(({ index, far }) => index > 0 && far <= reach && isCut(index))
      .sort((a, b) => a.far - b.far)[0]?.index;
  return (
    near((index) => signs[index]?.trim() === '') ??
    near((index) => isHan(signs[index - 1]) && /[\d]/.test(signs[index] ?? ''))
  );
}

function distance(
  places: readonly number[],
  index: number,
  border: number,
  signs: readonly string[],
): number {
  const from = places[index] ?? 0;
  const to = signs[index]?.trim() === '' ? (places[index + 1] ?? from) : from;
  return border < from ? from - border : border > to ? border - to : 0;
}

function isHan(sign: string | undefined): boolean {
  return /\p{Script=Han}/u.test(sign ?? '');
}
