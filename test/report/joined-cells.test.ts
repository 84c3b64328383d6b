import { describe, expect, it } from 'vitest';
import { describeJoinedCells } from '../../src/report/joined-cells.ts';
import type { Paragraph } from '../../src/report/report.ts';

function rowOf(text: string, columns: readonly string[], isHeader = false): Paragraph {
  return { number: 1, section: -1, chain: [], line: 7, offset: 0, text, row: { columns, isHeader } };
}

describe('describeJoinedCells()', () => {
  it('names the line and the cell that reads like two', () => {
    const problems = describeJoinedCells([rowOf('水务管理局210 |  | 256', ['部门', '2022年', '2023年'])]);

    expect(problems).toEqual([
      'Line 7 has a cell that reads like two ("水务管理局210"): no figures were taken from its row',
    ]);
  });

  it('tells of a header once and not of every row below it', () => {
    const problems = describeJoinedCells([
      rowOf('部门 | 2022年2023年 | ', [], true),
      rowOf('水务管理局 | 210 | 256', ['部门', '2022年2023年', '']),
    ]);

    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain('the table below it');
  });

  it('tells once of a table whose cells cannot be told apart', () => {
    const unsure = rowOf('水务局 | 23', ['', '']);
    const row = { columns: ['', ''], isHeader: false, isUnsure: true };

    expect(
      describeJoinedCells([
        { ...unsure, row },
        { ...unsure, row },
      ]),
    ).toEqual(['Line 7 begins a table whose cells cannot be told apart: no figures were taken from it']);
  });

  it('finds nothing in sound rows', () => {
    expect(
      describeJoinedCells([
        rowOf('指标 | 2022年 | 2023年', [], true),
        rowOf('受理案件（件） | 1,210 | 256', ['指标', '2022年', '2023年']),
        rowOf('截至2023年 | 受理605件 | 98.5%', ['', '', '']),
        rowOf('附表2 | 约30 | 2020年 2021年同期', ['', '2021年 2021年', '']),
      ]),
    ).toEqual([]);
  });
});
