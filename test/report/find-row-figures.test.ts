import { describe, expect, it } from 'vitest';
import { findFigures } from '../../src/report/find-figures.ts';
import type { Paragraph } from '../../src/report/report.ts';

/** The figures of one row under these headers, and of the paragraph above the table. */
function figuresOf(
  text: string,
  columns: readonly string[],
  above = '见下表。',
  chain: readonly string[] = [],
) {
  const place = { section: -1, chain, line: 1, offset: 0 };
  const paragraphs: Paragraph[] = [
    { ...place, number: 1, text: above },
    { ...place, number: 2, text, row: { columns, isHeader: false } },
  ];
  return findFigures(paragraphs, 2023).filter(({ paragraph }) => paragraph === 2);
}

describe('findFigures() in a row', () => {
  it('takes a unit in brackets at the end of the line above the table', () => {
    const of = (above: string) => figuresOf('综合执法 | 12870', ['领域', '普通程序'], above)[0]?.unit;

    expect(of('全区主要执法领域办案情况（件）：')).toBe('件');
    expect(of('全区主要执法领域办案情况（摘要）：')).toBe('');
  });

  it('labels a number by its row and column and takes the unit from the header', () => {
    const [first, second] = figuresOf('市场监管 | 1,342 | 687.5', [
      '领域',
      '案件 立案（件）',
      '罚没金额（万元）',
    ]);

    expect(first).toMatchObject({
      raw: '1,342',
      value: 1342,
      unit: '件',
      headed: '件',
      label: '市场监管 案件 立案',
    });
    expect(second).toMatchObject({
      raw: '687.5',
      value: 6875000,
      unit: '元',
      headed: '万元',
      column: '罚没金额',
    });
    expect(first).toMatchObject({ start: 7, end: 12, sentence: '市场监管 | 1,342 | 687.5', clause: '1,342' });
  });

  it('keeps the unit that the cell prints', () => {
    expect(figuresOf('受理 | 605件', ['', ''])).toMatchObject([
      { raw: '605件', value: 605, unit: '件', label: '受理' },
    ]);
  });

  it('finds the unit in a column of its own, in the row, or above the table', () => {
    expect(figuresOf('受理 | 件 | 605', ['指标', '单位', '数量'])).toMatchObject([
      { value: 605, unit: '件' },
    ]);
    expect(figuresOf('受理（件） | 605', ['指标', '2023年'])).toMatchObject([
      { unit: '件', label: '受理 2023年' },
    ]);
    expect(figuresOf('东山县 | 605', ['地区', '受理'], '（单位：件）')).toMatchObject([{ unit: '件' }]);
  });

  it('takes a column headed 单位 for bodies where no units stand in it', () => {
    const columns = ['单位', '行政处罚 2022年', '行政处罚 2023年'];

    expect(figuresOf('合计 | 298 | 353', columns)).toMatchObject([
      { row: '合计', column: '行政处罚 2022年', value: 298 },
      { row: '合计', column: '行政处罚 2023年', value: 353 },
    ]);
    expect(figuresOf('县城管局 | 97', ['单位', '检查（次）'])).toMatchObject([
      { row: '县城管局', unit: '次', label: '县城管局 检查' },
    ]);
    expect(figuresOf('1 | 县城管局 | 97', ['序号', '单位', '检查（次）'])).toMatchObject([
      { row: '县城管局' },
    ]);
    expect(figuresOf('县城管局 | 97 | 件', ['单位', '数量', '计量单位'])).toMatchObject([
      { row: '县城管局', unit: '件' },
    ]);
  });

  it('takes no figure from a row or below a header where two cells became one', () => {
    expect(figuresOf('水务管理局210 |  | 256', ['部门', '2022年', '2023年'])).toEqual([]);
    expect(figuresOf('水务管理局 | 210 256 | ', ['部门', '2022年', '2023年'])).toEqual([]);
    expect(figuresOf('水务管理局 | 210 | 256', ['部门', '2022年2023年', ''])).toEqual([]);
    expect(figuresOf('水务管理局 | 受理605件 | 约30', ['部门', '2022年', '2023年'])).toHaveLength(2);
    expect(figuresOf('第2批 | 12', ['批次', '件数'])).toHaveLength(1);
  });

  it('takes no figure from a row whose cells cannot be told apart', () => {
    const row = { columns: ['部门', '件数'], isHeader: false, isUnsure: true };
    const paragraph: Paragraph = {
      number: 1,
      section: -1,
      chain: [],
      line: 1,
      offset: 0,
      text: '水务局 | 23',
      row,
    };

    expect(findFigures([paragraph], 2023)).toEqual([]);
  });

  it('takes serial numbers and years for no figures', () => {
    expect(
      figuresOf('1 | 2022年 | 受理 | 605', ['序号', '年份', '指标', '数量']).map(({ raw }) => raw),
    ).toEqual(['605']);
  });

  it('reads shares, decimals and numbers that are something else in text', () => {
    const figures = figuresOf('东山县 | 98.5 | 12345 | 97.2%', [
      '地区',
      '结案率（%）',
      '办件（件）',
      '满意率',
    ]);

    expect(figures.map(({ value, unit }) => [value, unit])).toEqual([
      [98.5, '%'],
      [12345, '件'],
      [97.2, '%'],
    ]);
  });

  it('labels the second of two tables side by side by its own words', () => {
    const figures = figuresOf('受理 | 605 | 应诉 | 88', ['', '', '', '']);

    expect(figures.map(({ label }) => label)).toEqual(['受理', '应诉']);
  });

  it('knows what is planned by the header', () => {
    expect(
      figuresOf('受理 | 605 | 700', ['指标', '完成', '2024年计划']).map(({ planned }) => planned),
    ).toEqual([false, true]);
  });

  it('finds nothing in a header', () => {
    const row: Paragraph = {
      number: 1,
      section: -1,
      chain: [],
      line: 1,
      offset: 0,
      text: '项目 | 前10个月（件） | 12',
      row: { columns: [], isHeader: true },
    };

    expect(findFigures([row], 2023)).toEqual([]);
  });
});
