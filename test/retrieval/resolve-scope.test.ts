import { describe, expect, it } from 'vitest';
import { regionOf } from '../../src/retrieval/held-region.ts';
import { resolveScope } from '../../src/retrieval/resolve-scope.ts';
import { preparedReport } from '../../src/retrieval/retrieve.ts';
import type { Scope } from '../../src/retrieval/scope.ts';
import { type UsedReports, useReports } from '../support/use-reports.ts';

const five = useReports('data/reports');
const ten = useReports('test/reports');

function scopeOf(text: string, { library, understand }: UsedReports): Scope {
  return resolveScope(understand(text), library.reports(), (report, words) =>
    preparedReport(library, report.id).text.includes(words),
  );
}

/** The reports of a scope as `region year`. */
function reportsOf(scope: Scope): string[] {
  return 'reports' in scope ? scope.reports.map(({ region, year }) => `${region} ${year}`) : [];
}

describe('resolveScope()', () => {
  it.each([
    ['花都2019年综合纠错率', '花都区 2019'],
    ['花都综合纠错率', '花都区 2019'],
    ['广东省广州市花都区2019年', '花都区 2019'],
    ["Huadu's 2019 rate", '花都区 2019'],
    ['涪陵高新区2022年', '涪陵高新技术产业开发区 2022'],
    ['信阳平桥', '平桥区 2023'],
  ])('finds the report of "%s"', (text, report) => {
    const scope = scopeOf(text, five);

    expect(scope.kind).toBe('reports');
    expect(reportsOf(scope)).toEqual([report]);
  });

  it.each([
    '邳州市场监管2017年查处案件多少件',
    '邳州市市监局罚了多少',
    'How many cases did the Pizhou regulator close?',
    'How many cases did Pizhou market supervision close?',
    'How many complaints did the Pizhou market regulator receive?',
  ])('finds the one department of a place by its field: "%s"', (text) => {
    expect(reportsOf(scopeOf(text, ten))).toEqual(['邳州市市场监督管理局 2017']);
  });

  it.each([
    '邳州市2017年败诉率',
    '邳州公安2017年查处案件多少件',
    '邳州市公安局市场监管案件多少件',
    'How many cases did the Pizhou tourism bureau close?',
  ])('takes a department neither for its place nor for another department: "%s"', (text) => {
    expect(scopeOf(text, ten).kind).toBe('region-not-held');
  });

  it('finds both reports of a question that names two regions', () => {
    expect(reportsOf(scopeOf('花都2019年和高州2021年的综合纠错率', five))).toEqual([
      '花都区 2019',
      '高州市 2021',
    ]);
  });

  it('takes all reports where no region is named', () => {
    const scope = scopeOf('综合纠错率是多少?', five);

    expect(scope.kind).toBe('all');
    expect(reportsOf(scope)).toHaveLength(5);
  });

  it('takes the reports of the year where only a year is named', () => {
    expect(reportsOf(scopeOf('2020年的报告', ten))).toEqual(['鼓楼区 2020', '鼓楼区 2020']);
  });

  it.each(['天河区2019年', '广州市2019年综合纠错率', '北京的报告', "What was Tianhe's rate in 2019?"])(
    'knows that the region of "%s" is not held',
    (text) => {
      expect(scopeOf(text, five).kind).toBe('region-not-held');
    },
  );

  it('names reports near a region that is not held', () => {
    const scope = scopeOf('广州市2019年综合纠错率', five);

    expect('near' in scope && scope.near[0]?.region).toBe('花都区');
  });

  it('takes neither a district for the zone in it, nor the zone for the district', () => {
    expect(scopeOf('涪陵区2022年调解纠纷多少件', five).kind).toBe('region-not-held');
    expect(scopeOf('花都高新区2019年', five).kind).toBe('region-not-held');
    expect(scopeOf('涪陵2022年调解纠纷多少件', five)).toMatchObject({ kind: 'ambiguous', why: 'region' });
  });

  it('asks which of two districts of one name is meant', () => {
    expect(scopeOf('鼓楼区2020年行政复议多少件', ten)).toMatchObject({
      kind: 'ambiguous',
      why: 'region',
      reports: [{ parents: ['江苏省', '南京市'] }, { parents: ['福建省', '福州市'] }],
    });
  });

  it.each([
    ['南京市鼓楼区2020年', '南京市'],
    ['福州鼓楼', '福州市'],
    ['Gulou District of Fuzhou', '福州市'],
  ])('takes the city in "%s" to tell them apart', (text, city) => {
    expect(scopeOf(text, ten)).toMatchObject({
      kind: 'reports',
      reports: [{ region: '鼓楼区', parents: [expect.any(String), city] }],
    });
  });

  it('asks which year is meant where two are held', () => {
    const scope = scopeOf('婺源县行政复议多少件', ten);

    expect(scope).toMatchObject({ kind: 'ambiguous', why: 'year' });
    expect(reportsOf(scope)).toEqual(['婺源县 2021', '婺源县 2022']);
  });

  it('takes both years for a trend', () => {
    expect(reportsOf(scopeOf('婺源县行政复议案件历年变化趋势', ten))).toEqual(['婺源县 2021', '婺源县 2022']);
  });

  it('knows that a year is not held, and which are', () => {
    expect(scopeOf('花都2018年综合纠错率', five)).toMatchObject({
      kind: 'year-not-held',
      region: { region: '花都区' },
      years: [2018],
      held: [{ year: 2019 }],
    });
  });

  it('takes years of the matter for no years of the report', () => {
    expect(reportsOf(scopeOf('金海湖对2016-2019年的规范性文件清理了多少件', five))).toEqual([
      '金海湖新区 2020',
    ]);
    expect(reportsOf(scopeOf('花都2019年11月21日印发了什么', five))).toEqual(['花都区 2019']);
  });

  it('takes the report of the year before for the plans of a year', () => {
    expect(scopeOf('花都2020年的工作计划是什么?', five)).toMatchObject({
      kind: 'reports',
      reports: [{ year: 2019 }],
      plannedYear: 2020,
    });
  });

  it('takes the report that prints an earlier year for comparison', () => {
    const scope = scopeOf('西樵镇2024年处理的投诉多少件?', ten);

    expect(scope).toMatchObject({
      kind: 'reports',
      reports: [{ region: '西樵镇', year: 2025 }],
      comparedYear: 2024,
    });
  });

  it('keeps a place that belongs to the matter out of the scope', () => {
    expect(scopeOf('金海湖组织干部观看开阳县公安局的案例有多少人?', five)).toMatchObject({
      kind: 'reports',
      reports: [{ region: '金海湖新区' }],
      content: [{ text: '开阳县' }],
    });
  });

  it('refuses a second region that the report does not name', () => {
    expect(scopeOf('花都和天河区的综合纠错率', five)).toMatchObject({
      kind: 'region-not-held',
      name: expect.stringContaining('天河区'),
    });
  });
});

describe('regionOf()', () => {
  it.each([
    ['004', { name: '花都区', short: '花都', level: 'county', parents: ['广东省', '广州市'] }],
    ['003', { name: '涪陵高新技术产业开发区', level: 'zone' }],
  ])('gives report %s as a region of the gazetteer', (prefix, region) => {
    expect(regionOf(five.reportOf(prefix))).toMatchObject(region);
  });

  it('gives a town its name without 镇', () => {
    expect(regionOf(ten.reportOf('019'))).toMatchObject({ name: '西樵镇', short: '西樵', level: 'township' });
  });
});
