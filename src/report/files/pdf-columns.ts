/**
 * Lines and tables of a PDF in reading order: tables that go on on the next page become one, and lines that
 * stand in columns without borders become tables.
 */

import type { PdfLine } from './pdf-rows.ts';
import type { PdfTable } from './pdf-tables.ts';
import { isValue } from './table-rows.ts';

/** A line of text, or a table with borders, as it stands on a page. */
export type Block = { readonly line: PdfLine } | { readonly table: PdfTable };
/** A line of text, or a table that is whole. */
export type Laid = { readonly line: PdfLine } | LaidTable;

interface LaidTable {
  readonly cells: readonly (readonly string[])[];
  readonly isUnsure?: boolean;
}

/**
 * Joins tables that go on on the next page, and lines in columns without borders.
 *
 * @param hasText Whether the file has running text at all; columns are told by standing out from it.
 */
export function joinTables(blocks: readonly Block[], hasText: boolean): Laid[] {
  const laid: Laid[] = [];
  let columns: readonly number[] | undefined;
  for (const [position, block] of blocks.entries()) {
    if ('table' in block) {
      const before = laid.at(-1);
      const { table } = block;
      if (
        before !== undefined &&
        'cells' in before &&
        columns !== undefined &&
        areSame(columns, table.columns)
      ) {
        const repeated = JSON.stringify(before.cells[0]) === JSON.stringify(table.cells[0]) ? 1 : 0;
        laid[laid.length - 1] = { cells: [...before.cells, ...table.cells.slice(repeated)] };
      } else laid.push({ cells: table.cells });
      columns = table.columns;
      continue;
    }
    columns = undefined;
    const cells = block.line.parts.map(({ text }) => text);
    const before = laid.at(-1);
    if (before !== undefined && 'cells' in before && isColumn(blocks, position)) {
      laid[laid.length - 1] = { ...before, cells: [...before.cells, cells] };
    } else if (hasText && opensColumns(blocks, position))
      laid.push({ cells: [cells], isUnsure: hasBrokenCells(blocks, position) });
    else laid.push(block);
  }
  return laid;
}

function areSame(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((value, index) => Math.abs(value - (b[index] ?? 0)) < 4);
}

/** Whether a line has as many parts as the line above it, at the same places. */
function isColumn(blocks: readonly Block[], position: number): boolean {
  const [above, block] = [blocks[position - 1], blocks[position]];
  if (above === undefined || block === undefined || !('line' in above) || !('line' in block)) return false;
  const [upper, lower] = [above.line.parts, block.line.parts];
  const overlaps = lower.every(({ x, end }, index) => {
    const part = upper[index];
    return part !== undefined && x < part.end + 20 && end > part.x - 20;
  });
  return lower.length >= 2 && lower.length === upper.length && overlaps;
}

/** At least two lines in the same columns, with values in them. */
function opensColumns(blocks: readonly Block[], position: number): boolean {
  let end = position + 1;
  while (isColumn(blocks, end)) end += 1;
  const lines = blocks.slice(position, end).flatMap((block) => ('line' in block ? [block.line] : []));
  if (lines.length < 2) return false;
  return lines.some(({ parts }) => parts.some(({ text }) => isValue(text)));
}

/**
 * Whether a cell of lines in columns goes on in a line above or below them, which has fewer parts or more: where no borders
 * are drawn, nobody can tell then which lines make up a row.
 */
function hasBrokenCells(blocks: readonly Block[], start: number): boolean {
  let end = start + 1;
  while (isColumn(blocks, end)) end += 1;
  const column = (position: number) => {
    const block = blocks[position];
    return block !== undefined && 'line' in block ? block.line : undefined;
  };
  return isRestOf(column(start), column(start - 1)) || isRestOf(column(end - 1), column(end));
}

function isRestOf(row: PdfLine | undefined, other: PdfLine | undefined): boolean {
  if (row === undefined || other === undefined || row.page !== other.page) return false;
  const [few, many] = row.parts.length > other.parts.length ? [other, row] : [row, other];
  if (Math.abs(row.y - other.y) > row.size * 1.5 || few.parts.length === many.parts.length) return false;
  if (/单位\s*[:：]|[。；]/.test(other.text)) return false;
  return few.parts.every((part) => many.parts.some(({ x, end }) => part.x > x - 20 && part.end < end + 20));
}
