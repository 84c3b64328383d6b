/** Pieces of text on one baseline as one visual line, and the texts that make it up. */

import type { PdfPiece } from './pdf-page.ts';

/** A line as it stands on a page. */
export interface PdfLine {
  readonly page: number;
  readonly text: string;
  readonly x: number;
  readonly end: number;
  readonly y: number;
  readonly size: number;
  /** Texts set apart by wide gaps, as the cells of a table without borders are. */
  readonly parts: readonly PdfPart[];
}

interface PdfPart {
  readonly text: string;
  readonly x: number;
  readonly end: number;
}

/** Lines from the top to the bottom of a page. */
export function formLines(pieces: readonly PdfPiece[], page: number): PdfLine[] {
  const rows: PdfPiece[][] = [];
  for (const piece of [...pieces].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1);
    const first = row?.[0];
    const isSame = first !== undefined && first.y - piece.y < Math.max(first.size, piece.size) * 0.45;
    if (row !== undefined && isSame) row.push(piece);
    else rows.push([piece]);
  }
  return rows.map((row) => formLine(row, page)).filter(({ text }) => text !== '');
}

function formLine(row: readonly PdfPiece[], page: number): PdfLine {
  const pieces = [...row].sort((a, b) => a.x - b.x);
  const parts: { text: string; x: number; end: number }[] = [];
  for (const { text, x, width, size } of pieces) {
    const part = parts.at(-1);
    const gap = part === undefined ? 0 : x - part.end;
    if (part === undefined || gap > size * 1.6) {
      parts.push({ text, x, end: x + width });
      continue;
    }
    part.text += (gap > size * 0.45 ? WIDE : '') + text;
    part.end = Math.max(part.end, x + width);
  }
  const tidied = parts.map((part) => ({ ...part, text: tidy(part.text) })).filter(({ text }) => text !== '');
  return {
    page,
    text: tidied.map(({ text }) => text).join('  '),
    x: tidied[0]?.x ?? 0,
    end: tidied.at(-1)?.end ?? 0,
    y: pieces[0]?.y ?? 0,
    size: Math.max(...pieces.map(({ size }) => size)),
    parts: tidied,
  };
}

/** A gap as wide as a blank that was typed. */
const WIDE = '\u2003';
const HAN = '\u2e80-\u9fff\u3001-\u303f\uff01-\uffee“”‘’';
const NARROW = new RegExp(`(?<=[${HAN}]) (?=\\S)|(?<=\\S) (?=[${HAN}])`, 'g');

/**
 * Without the blanks that only look like some: figures are set a little apart from Chinese characters, and
 * justified lines set all characters apart. `第一部分 工作情况` has one in print.
 */
export function tidy(text: string): string {
  return text
    .replace(/[\u00a0 \t]+/g, ' ')
    .replace(/^(\s*第[一二三四五六七八九十\d]{1,3}(?:部分|[章节篇编])) (?=\S)/, `$1${WIDE}`)
    .replace(NARROW, '')
    .replace(/[\u2003\u3000\s]+/g, ' ')
    .trim();
}
