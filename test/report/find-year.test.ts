import { describe, expect, it } from 'vitest';
import { findYear } from '../../src/report/find-year.ts';

function find(sources: Partial<Parameters<typeof findYear>[0]>): number | undefined {
  return findYear({ titles: [], headings: [], paragraphs: [], date: undefined, ...sources })?.year;
}

describe('findYear()', () => {
  it.each([
    ['高州市2021年度法治政府建设情况报告', 2021],
    ['天水市人民政府２０１６年度推进依法行政工作情况报告', 2016],
    ['某某县二〇二三年法治政府建设情况报告', 2023],
    ['2019年法治政府建设工作总结及2020年工作计划', 2019],
    ['某某县关于落实《法治政府建设实施纲要(2021-2025年)》2023年情况的报告', 2023],
    ['某某县法治政府建设工作情况报告(2022年度)', 2022],
    ['某某县人民政府2024年关于2023年法治政府建设情况的报告', 2023],
    ['某某县2024年公布的2023年度法治政府建设年度报告', 2023],
  ])('reads the year of %s', (title, year) => {
    expect(find({ titles: [title] })).toBe(year);
  });

  it('reads the year from the introduction, not from the plan or the date', () => {
    const paragraphs = [
      '2023年,在市委、市政府的坚强领导下,全区扎实推进法治政府建设。',
      '印发《法治政府建设实施方案(2021—2025年)》,2022年以来共有3件。',
    ];

    expect(find({ paragraphs, date: '2024-02-19' })).toBe(2023);
  });

  it('reads the year from headings: the year before the one planned', () => {
    expect(find({ headings: ['一、工作情况', '二、2020年工作计划'] })).toBe(2019);
  });

  it('knows that reports of January speak of the year before, those of December of the same year', () => {
    expect(find({ date: '2021-01-18' })).toBe(2020);
    expect(find({ date: '2021-12-02' })).toBe(2021);
  });

  it('finds none where nothing tells', () => {
    expect(
      find({ titles: ['某某县法治政府建设情况报告'], paragraphs: ['全县扎实推进法治政府建设。'] }),
    ).toBeUndefined();
  });
});
