/**
 * Figures of a row of a table: what a number measures stands in its row and above its column, its unit often
 * in the header (`受理（件）`, `罚没金额（万元）`), in a column of its own, or above the table.
 */

import { splitRow } from './files/document-text.ts';
import { isValue } from './files/table-rows.ts';
import { kindOfUnit } from './measure-words.ts';
import type { Figure, Paragraph } from './report.ts';
import { foldWidth, type ScannedNumber, scanNumbers } from './scan-numbers.ts';

/** A figure without what the paragraph's place in the report says about it. */
export type RowFigure = Omit<Figure, 'index' | 'paragraph' | 'period' | 'planned'>;

/** Finds the figures of a row; none in a header. */
export function findRowFigures(paragraph: Paragraph, unitAbove: string | undefined): RowFigure[] {
  const { text, row } = paragraph;
  if (row === undefined || row.isHeader) return [];
  const cells = splitRow(text).map((cell, index) => ({ ...cell, column: row.columns[index] ?? '' }));
  const unitCell = cells.find(
    ({ column, text: unit }) => /^(?:计量)?单位$/.test(column) && readUnit(unit) !== undefined,
  );
  return cells.flatMap((cell, index) => {
    if (isLabel(cell)) return [];
    const words = labelOf(cells, index);
    const printedUnit =
      unitIn(cell.column) ??
      readUnit(unitCell?.text ?? '') ??
      unitIn(words) ??
      countedIn(cell.column) ??
      unitAbove;
    return numbersOf(cell.text).map((number): RowFigure => {
      const raw = cell.text.slice(number.start, number.end);
      const headed = number.unit === '' && number.upper === undefined ? printedUnit : undefined;
      const scale = headed === undefined ? 1 : scaleOf(headed);
      const own = `${cell.text.slice(0, number.start)} ${cell.text.slice(number.end)}`.trim();
      const [rowName, columnName] = [withoutUnit(words), withoutUnit(cell.column)];
      return {
        raw,
        value: Number((number.value * scale).toPrecision(15)),
        ...(number.upper === undefined ? {} : { upper: number.upper }),
        unit: headed === undefined ? number.unit : headed.replace(/^[万亿]/, ''),
        ...(headed === undefined ? {} : { headed }),
        precision: number.precision,
        label: [rowName, columnName, own].filter((part) => part !== '').join(' '),
        row: rowName,
        column: columnName,
        clause: cell.text,
        sentence: text,
        start: cell.start + number.start,
        end: cell.start + number.end,
      };
    });
  });
}

/** `（单位：万元）` above a table, or `办案情况（件）：`. */
export function unitAboveTable(text: string): string | undefined {
  if (text.length > 40) return undefined;
  const unit =
    /单位\s*[:：]\s*([^\s）)，,；;、/]{1,4})/.exec(text) ?? /[（(]([^）)]{1,4})[）)][:：。]?$/.exec(text);
  return readUnit(unit?.[1] ?? '');
}

interface Cell {
  readonly text: string;
  readonly column: string;
}

/** Words, years and serial numbers say what the row is about. */
function isLabel({ text, column }: Cell): boolean {
  if (/^(?:序号|编号|排名|名次|年份|年度|年|时间|日期|联系电话|电话|备注|(?:计量)?单位)$/.test(column))
    return true;
  return !isValue(text) && scanNumbers(text).length === 0;
}

/** The words nearest before a cell, else the nearest behind it; repeated ones of merged cells once. */
function labelOf(cells: readonly Cell[], index: number): string {
  const isWord = (cell: Cell | undefined) =>
    cell !== undefined &&
    isLabel(cell) &&
    !/^(?:序号|编号|备注|计量单位)$/.test(cell.column) &&
    // Above 件 and 万元 单位 means the unit, above 县公安局 the body that the row is of.
    !(cell.column === '单位' && readUnit(cell.text) !== undefined) &&
    !/^[-—–/\d\s]*$/.test(cell.text);
  let end = index - 1;
  while (end >= 0 && !isWord(cells[end])) end -= 1;
  let start = end;
  while (start > 0 && isWord(cells[start - 1])) start -= 1;
  if (end === -1) {
    start = index + 1;
    while (start < cells.length && !isWord(cells[start])) start += 1;
    end = start;
  }
  return [...new Set(cells.slice(start, end + 1).map(({ text }) => text))].join(' ');
}

/** The numbers of a cell; one of nothing but a number measures whatever it looks like elsewhere. */
function numbersOf(text: string): ScannedNumber[] {
  const folded = foldWidth(text);
  const plain = /^[+-]?\d[\d,]*(?:\.\d+)?/.exec(folded)?.[0];
  if (plain !== undefined && /^\s*(?:[%‰]\s*)?$/.test(folded.slice(plain.length))) {
    const unit = folded.slice(plain.length).trim();
    const value = Number(plain.replaceAll(',', ''));
    return [{ start: 0, end: folded.length, value, unit, precision: 'exact' }];
  }
  return scanNumbers(text);
}

/** The unit in brackets of a header: `受理（件）`, `金额(单位:万元)`. */
function unitIn(header: string): string | undefined {
  const brackets = [...header.matchAll(/[（(]\s*(?:单位\s*[:：]\s*)?([^（()）]{1,5})\s*[)）]/g)];
  return brackets.map(([, unit = '']) => readUnit(unit)).findLast((unit) => unit !== undefined);
}

/** `受理件数`, `参加人次`. */
function countedIn(header: string): string | undefined {
  return readUnit(
    /(人次|场次|家次|件|人|次|场|份|起|宗|户|家|台|个)数?$/.exec(/数$|次$/.test(header) ? header : '')?.[1] ??
      '',
  );
}

function readUnit(text: string): string | undefined {
  const unit = text.trim().replace('％', '%');
  return kindOfUnit(unit) === undefined ? undefined : unit;
}

function scaleOf(unit: string): number {
  return unit.startsWith('万') && unit !== '万' ? 1e4 : unit.startsWith('亿') ? 1e8 : 1;
}

function withoutUnit(header: string): string {
  return header
    .replace(/[（(]\s*(?:单位\s*[:：]\s*)?([^（()）]{1,5})\s*[)）]/g, (all, unit: string) =>
      readUnit(unit) === undefined ? all : '',
    )
    .replace(/\s+/g, ' ')
    .trim();
}
