import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findYears, fullYears } from '../../src/retrieval/find-years.ts';

describe('findYears()', () => {
  it.each([
    ['花都2019年综合纠错率', [2019]],
    ['2019花都综合纠错率', [2019]],
    ['花都二〇一九年综合纠错率', [2019]],
    ['花都二零一九年度', [2019]],
    ["Huadu's 2019 report", [2019]],
    ['比较2021年和2022年', [2021, 2022]],
    ['2021年的和2021年度的', [2021]],
    ['花都综合纠错率', []],
    ['共12019件、20190条', []],
  ])('reads the years of the report in %s', (text, years) => {
    expect(findYears(text).years).toEqual(years);
  });

  it.each([
    ['2016-2019年的规范性文件清理了多少件', [2016, 2019]],
    ['2016年至2019年的文件', [2016, 2019]],
    ['市场主体较2020年同期增长多少', [2020]],
    ['自2019年以来办理多少件', [2019]],
    ['学习《土地管理法(2019修正)》', [2019]],
    ['documents from 2016 to 2019', [2016, 2019]],
    ['出庭应诉率比2020年高了几个百分点', [2020]],
    ['几项任务结转到2023年', [2023]],
    ['By how much did applications rise over 2024?', [2024]],
    ['How much higher than 2024?', [2024]],
  ])('takes the years in %s for years of the matter', (text, years) => {
    expect(findYears(text)).toMatchObject({ years: [], contentYears: years });
  });

  it.each(['2018年报告里，2019年计划调结多少起', 'What did it plan for 2019 in its 2018 report?'])(
    "takes the year that is called the report's for its year: %s",
    (text) => {
      expect(findYears(text)).toMatchObject({ years: [2018], contentYears: [2019], reportYear: 2018 });
    },
  );

  it.each([
    ['今年受理多少件', 0],
    ['去年呢', -1],
    ['前年呢', -2],
    ['明年计划做什么', 1],
    ['last year', -1],
    ['next year', 1],
    ['受理多少件', undefined],
    ['2019年比去年多吗', undefined],
  ])('counts the year of "%s" from another: %s', (text, relative) => {
    expect(findYears(text).relativeYear).toBe(relative);
  });

  it('gives spans that hold words for years, and never throws', () => {
    const piece = fc.constantFrom(
      '2019',
      '年',
      '-',
      '至',
      '比',
      '同期',
      '二〇二一年',
      '去年',
      'from',
      ' ',
      '20',
      '1',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((all) => all.join('')),
        ),
        (text) => {
          for (const { start, end } of findYears(text).spans)
            expect(text.slice(start, end)).toMatch(/^(?:19|20)\d\d|^二[〇零]|年|year/);
        },
      ),
    );
  });
});

describe('fullYears()', () => {
  it.each([
    ['沛县22年比21年多几件', '沛县2022年比2021年多几件'],
    ['沛县19年度败诉率', '沛县2019年度败诉率'],
    ['沛县2022年', '沛县2022年'],
  ])('writes short years in full: %s', (text, full) => {
    expect(fullYears(text)).toBe(full);
  });

  it.each([
    '近20年的档案',
    '22年来首次',
    '有期徒刑15年',
    '延长30年',
    '工作15年以上的',
    '12年内',
    '第13年',
    '122年',
  ])('leaves a span of time as it is: %s', (text) => {
    expect(fullYears(text)).toBe(text);
  });
});
