import { describe, expect, it } from 'vitest';
import { printRows } from '../../../src/report/files/table-rows.ts';

const columns = (grid: string[][], headerRows?: number) =>
  printRows(grid, headerRows).map(({ row }) => (row?.isHeader ? 'header' : row?.columns));

describe('printRows()', () => {
  it('takes the filled rows above the first value for headers', () => {
    expect(
      columns([
        ['地区', '受理', '受理'],
        ['地区', '件数', '占比'],
        ['东山县', '12', '8%'],
      ]),
    ).toEqual(['header', 'header', ['地区', '受理 件数', '受理 占比']]);
  });

  it('finds no header where the first row has a value', () => {
    expect(
      columns([
        ['受理', '605件'],
        ['审结', '588件'],
      ]),
    ).toEqual([
      ['', ''],
      ['', ''],
    ]);
  });

  it('takes years above columns for headers', () => {
    expect(
      columns([
        ['项目', '2022年', '2023年'],
        ['复议', '10', '12'],
      ]),
    ).toEqual(['header', ['项目', '2022年', '2023年']]);
  });

  it('prints a text over all columns once, and it is no row', () => {
    const grid = [
      ['表一', '表一', '表一'],
      ['地区', '受理', '审结'],
      ['东山县', '2', '1'],
      ['备注', '备注', '备注'],
    ];

    expect(printRows(grid, undefined).map(({ text, row }) => [text, row !== undefined])).toEqual([
      ['表一', false],
      ['地区 | 受理 | 审结', true],
      ['东山县 | 2 | 1', true],
      ['备注', false],
    ]);
  });

  it('leaves out rows of nothing and keeps the sign between cells for itself', () => {
    expect(
      printRows(
        [
          ['', ''],
          ['a|b', '1'],
        ],
        undefined,
      ).map(({ text }) => text),
    ).toEqual(['a｜b | 1']);
  });
});
