/**
 * The rows of a table as lines `cell | cell | cell`, each knowing the headers above its cells.
 *
 * The tables around a document (`索引号:… | 发布机构:…`) are no tables of values: they become labels with
 * their values, one a line.
 */

import { readLabels } from '../page-labels.ts';
import { CELL_SEPARATOR, type TableRow } from './document-text.ts';

/** A line that a table becomes. */
export interface PrintedRow {
  readonly text: string;
  /** Absent for a line that is no row, such as a title over all columns. */
  readonly row?: TableRow;
}

const MOST_HEADER_ROWS = 3;

/**
 * Prints a grid.
 *
 * @param headerRows As the file marks them; `undefined` to tell them by what stands in them.
 */
export function printRows(
  grid: readonly (readonly string[])[],
  headerRows: number | undefined,
): PrintedRow[] {
  const rows = grid.map((row) => row.map(cleanCell)).filter((row) => row.some((cell) => cell !== ''));
  const labels = readLabelTable(rows);
  if (labels !== undefined) return labels.map((text) => ({ text }));
  const top = rows.findIndex((row) => !isTitle(row));
  if (top === -1) return rows.map((row) => ({ text: row[0] ?? '' }));
  const headers = headerRows === undefined ? countHeaders(rows.slice(top)) : Math.max(0, headerRows - top);
  const columns = joinHeaders(rows.slice(top, top + headers));
  return rows.map((cells, position): PrintedRow => {
    if (position < top || isTitle(cells)) return { text: cells.find((cell) => cell !== '') ?? '' };
    const isHeader = position < top + headers;
    return {
      text: cells.join(CELL_SEPARATOR),
      row: { columns: isHeader ? [] : cells.map((_, column) => columns[column] ?? ''), isHeader },
    };
  });
}

function cleanCell(text: string): string {
  return text
    .replace(/[\s\u00a0\u3000]+/g, ' ')
    .trim()
    .replaceAll('|', '｜');
}

/** One text over all columns: the table's title or a part of it. */
function isTitle(row: readonly string[]): boolean {
  const [first, ...others] = row;
  return others.length >= 2 && others.every((cell) => cell === first) && !isValue(first ?? '');
}

/** A cell of a number, with or without unit. */
export function isValue(cell: string): boolean {
  return (
    (/^(?:[约近超逾]|不足|超过)?[+-]?\d[\d,.]*\s*[%‰]?(?:\s*[万亿]?[\u4e00-\u9fff/]{0,4})?(?:以上|左右)?$/.test(
      cell,
    ) &&
      !/^(?:19|20)\d\d\s*年/.test(cell)) ||
    /^[-—–/\\]$/.test(cell)
  );
}

/** Header rows of a table that marks none: those above the first value, where they are filled. */
function countHeaders(rows: readonly (readonly string[])[]): number {
  const first = rows.findIndex((row) => row.some(isValue));
  const serial = /^(?:序号|编号|No\.?)$/i.test(rows[0]?.[0] ?? '');
  if (first === -1)
    return serial || rows.length < 2 ? Math.min(1, rows.length) : isHeaderLike(rows[0] ?? []) ? 1 : 0;
  if (first === 0 || first > MOST_HEADER_ROWS) return 0;
  return rows.slice(0, first).every((row) => isHeaderLike(row)) ? first : 0;
}

function isHeaderLike(row: readonly string[]): boolean {
  return row.every((cell) => cell.length <= 30 && !/[。;；]/.test(cell));
}

/** `受理情况` over `受理` and `审结`: every column with all its headers, a merged one once. */
function joinHeaders(rows: readonly (readonly string[])[]): string[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => {
    const words = rows.map((row) => row[column] ?? '').filter((word) => word !== '');
    return [...new Set(words)].join(' ');
  });
}

/** `索引号：`, `123`, `发布机构：`, `某某局` as lines `索引号:123`; `undefined` for a table of values. */
function readLabelTable(rows: readonly (readonly string[])[]): string[] | undefined {
  const pairs = rows.flatMap(pairUp);
  if (pairs.length < 2) return undefined;
  const labelled = pairs.filter(({ label }) => readLabels(`${label}:`).length > 0);
  if (labelled.length < 2 || labelled.length < pairs.length / 2) return undefined;
  return pairs.map(({ label, value }) => `${label.replace(/[:：]\s*$/, '')}：${value}`);
}

/** Cells by twos; a value that is merged over several columns counts once. */
function pairUp(row: readonly string[]): { label: string; value: string }[] {
  const cells = row.filter((cell, column) => column === 0 || cell === '' || cell !== row[column - 1]);
  const pairs: { label: string; value: string }[] = [];
  for (let at = 0; at < cells.length; at += 2) {
    const label = cells[at] ?? '';
    const inside = /^(\S[^:：]{0,12})[:：]\s*(\S.*)$/.exec(label);
    if (inside !== null && readLabels(label).length > 0) {
      pairs.push({ label: inside[1] ?? '', value: inside[2] ?? '' });
      at -= 1;
    } else if (label !== '') pairs.push({ label, value: cells[at + 1] ?? '' });
  }
  return pairs;
}
