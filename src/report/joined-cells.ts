/**
 * Cells that read like two: where a file does not say where a cell ends, the name of a row and its first value
 * come as one (`县市场监管局210`), or two values or years do.
 *
 * Nobody can tell then which column the other values stand in, so no figure is taken from such a row.
 */

import { splitRow } from './files/document-text.ts';
import type { Paragraph } from './report.ts';
import { foldWidth } from './scan-numbers.ts';

/** The cells of a row, or the headers above it, that read like two. */
export function joinedCells({ text, row }: Paragraph): string[] {
  if (row === undefined) return [];
  const cells = splitRow(text).map((cell) => cell.text);
  return row.isHeader
    ? cells.filter(isJoinedHeader)
    : [...cells.filter(isJoinedValue), ...row.columns.filter(isJoinedHeader)];
}

/** What is uncertain about the tables of a report, in English, one sentence for each row. */
export function describeJoinedCells(paragraphs: readonly Paragraph[]): string[] {
  return paragraphs.flatMap((paragraph, position) => {
    if (paragraph.row?.isUnsure) {
      if (paragraphs[position - 1]?.row?.isUnsure) return [];
      return [
        `Line ${paragraph.line} begins a table whose cells cannot be told apart: no figures were taken from it`,
      ];
    }
    const [cell] = joinedCells(paragraph);
    const isTold = paragraph.row?.isHeader === false && paragraph.row.columns.some(isJoinedHeader);
    if (cell === undefined || isTold) return [];
    const left = paragraph.row?.isHeader ? 'the table below it' : 'its row';
    return [
      `Line ${paragraph.line} has a cell that reads like two ("${cell}"): no figures were taken from ${left}`,
    ];
  });
}

/** Words and a number without a unit, or several numbers. */
function isJoinedValue(cell: string): boolean {
  const plain = foldWidth(cell).trim();
  if (/^\d[\d,.]*%?(?:\s+\d[\d,.]*%?)+$/.test(plain)) return true;
  const words = /^(.*\p{Script=Han})\s*\d[\d,.]*$/u.exec(plain)?.[1];
  if (words === undefined || words.length < 2 || /\d|[。;]/.test(words)) return false;
  return !/(?:[第表图号类级期]|约|近|超过?|逾|不足|达到?|共计?|为)$/.test(words) && !YEAR.test(plain);
}

/** `2017年2018年`. */
function isJoinedHeader(cell: string): boolean {
  const years = /(?:^|\s)((?:19|20)\d\d)\s*年度?\s*((?:19|20)\d\d)\s*年度?$/.exec(foldWidth(cell));
  return years !== null && years[1] !== years[2];
}

const YEAR = /(?:19|20)\d\d$/;
