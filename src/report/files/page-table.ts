/**
 * A table of a page as a grid of texts, with merged cells printed in every place they cover.
 *
 * Old pages lay everything out in tables, so a table counts as one of values only where its cells are short
 * and hold neither tables nor several paragraphs.
 */

import { asElement, isUnread, type PageElement, type PageNode, textOf } from './page-node.ts';

/** A table of values. */
export interface PageTable {
  readonly captions: readonly string[];
  readonly cells: readonly (readonly string[])[];
  /** Rows that the page marks as headers; `undefined` where it marks none. */
  readonly headerRows: number | undefined;
}

const MOST_COLUMNS = 60;
const MOST_ROWS = 5000;
const MOST_COVERED = 200_000;
/** In characters; longer cells are text that a page lays out. */
const LONGEST_CELL = 400;

/** Reads a table of values; `undefined` for one that only lays out. */
export function readPageTable(table: PageElement): PageTable | undefined {
  const rows = rowsOf(table);
  if (rows.length === 0 || rows.length > MOST_ROWS) return undefined;
  const cellRows = rows.map((row) => childrenNamed(row, ['td', 'th']));
  if (cellRows.every((cells) => cells.length < 2)) return undefined;
  if (cellRows.flat().some(isLayout)) return undefined;
  const marked = cellRows.findIndex((cells) => !cells.every(({ name }) => name === 'th'));
  const inHead = rows.filter((row) => asElement(row.parent as PageNode)?.name === 'thead').length;
  const headerRows = Math.max(marked === -1 ? 0 : marked, inHead);
  const cells = spread(cellRows);
  if (cells === undefined) return undefined;
  return {
    captions: childrenNamed(table, ['caption'])
      .map((caption) => cellText(caption))
      .filter((text) => text !== ''),
    cells,
    headerRows: headerRows > 0 ? headerRows : undefined,
  };
}

function rowsOf(table: PageElement): PageElement[] {
  const parts = [table, ...childrenNamed(table, ['thead', 'tbody', 'tfoot'])];
  return parts.flatMap((part) => childrenNamed(part, ['tr']));
}

function childrenNamed(parent: PageElement, names: readonly string[]): PageElement[] {
  return parent.children.flatMap((child) => {
    const element = asElement(child);
    return element !== undefined && names.includes(element.name) && !isUnread(element) ? [element] : [];
  });
}

/** A cell that holds a table, a long text or several paragraphs of prose. */
function isLayout(cell: PageElement): boolean {
  if (textOf(cell).trim().length > LONGEST_CELL) return true;
  let prose = 0;
  const open: PageNode[] = [...cell.children];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const element = asElement(next);
    if (element === undefined || isUnread(element)) continue;
    if (element.name === 'table' || /^(?:h[1-6]|ul|ol|form)$/.test(element.name)) return true;
    if (element.name === 'p' && textOf(element).includes('。')) prose += 1;
    open.push(...element.children);
  }
  return prose > 3;
}

function cellText(cell: PageElement): string {
  return textOf(cell).replace(/\s+/g, ' ').trim();
}

/**
 * Puts every cell where it stands in the grid; a merged one is repeated in all places it covers.
 *
 * `undefined` for a table whose cells cover each other many times over.
 */
function spread(rows: readonly (readonly PageElement[])[]): string[][] | undefined {
  let covered = 0;
  const grid: string[][] = rows.map(() => []);
  for (const [r, cells] of rows.entries()) {
    let column = 0;
    for (const cell of cells) {
      while (grid[r]?.[column] !== undefined) column += 1;
      const width = span(cell.attribs.colspan, MOST_COLUMNS - column, 1);
      const height = span(cell.attribs.rowspan, rows.length - r, rows.length - r);
      const text = cellText(cell);
      covered += width * height;
      if (covered > MOST_COVERED) return undefined;
      for (let down = 0; down < height; down += 1) {
        for (let right = 0; right < width; right += 1) {
          const row = grid[r + down];
          if (row !== undefined && row[column + right] === undefined) row[column + right] = text;
        }
      }
      column += width;
      if (column >= MOST_COLUMNS) break;
    }
  }
  return grid.map((row) => Array.from(row, (text) => text ?? ''));
}

/** `rowspan="0"` reaches to the end of the table. */
function span(printed: string | undefined, most: number, zero: number): number {
  const number = Number.parseInt(printed ?? '1', 10);
  if (number === 0) return zero;
  return Number.isNaN(number) || number < 0 ? 1 : Math.max(1, Math.min(number, most));
}
