import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseReport } from '../../src/report/parse-report.ts';
import type { Figure, Report } from '../../src/report/report.ts';

const folder = new URL('../../data/reports/', import.meta.url);
const reports = new Map<string, Report>(
  readdirSync(folder).map((file) => [
    file.slice(0, 3),
    parseReport(readFileSync(new URL(file, folder)), file),
  ]),
);

function figuresOf(prefix: string): readonly Figure[] {
  return reports.get(prefix)?.figures ?? [];
}

describe('the figures of the five reports', () => {
  it.each([
    ['000', 3, '40分', 40, '法治政府建设考核分值'],
    ['000', 4, '605户', 605, '新增企业'],
    ['000', 4, '29.05亿元', 2_905_000_000, '注册资本'],
    ['000', 4, '80个工作日以内', 80, '审批时间'],
    ['000', 5, '332 件', 332, '一窗办理'],
    ['000', 5, '15.1万件', 151_000, '政务服务办件'],
    ['000', 6, '50-300元', 50, '补助'],
    ['000', 6, '93.61%', 93.61, '化解率'],
    ['000', 6, '86%', 86, '负责人出庭率'],
    ['000', 10, '500余人', 500, '组织干部职工'],
    ['000', 13, '49.13吨', 49.13, '危险废物'],
    ['001', 4, '98.36%', 98.36, '可网办率'],
    ['001', 6, '60589户', 60_589, '市场主体'],
    ['001', 9, '六件', 6, '重大行政决策事项目录'],
    ['001', 14, '1299宗', 1299, '行政强制案'],
    ['001', 17, '121312万元', 1_213_120_000, '管理不规范资金'],
    ['001', 17, '60多条', 60, '部门热线'],
    ['001', 18, '11.11%', 11.11, '综合纠错率'],
    ['002', 4, '0.5个工作日', 0.5, '全流程免费办结'],
    ['002', 4, '6205.4万元', 62_054_000, '信易贷'],
    ['002', 7, '14.58%', 14.58, '败诉率'],
    ['002', 7, '4万余份', 40_000, '普法宣传资料'],
    ['002', 7, '数万余人', 10_000, '受教育群众'],
    ['002', 8, '3100余场次', 3100, '应急演练'],
    ['003', 4, '21部', 21, '法律法规草案'],
    ['003', 8, '40课时/人次', 40, '人均涉法学习'],
    ['003', 12, '100%', 100, '纠纷调解率'],
    ['004', 5, '860余', 860, '处级干部'],
    ['004', 9, '超40亿元', 4_000_000_000, '减税降费'],
    ['004', 20, '接近100%', 100, '执行比率'],
    ['004', 24, '约400人次', 400, '参加培训人员'],
    ['004', 25, '21.9%', 21.9, '综合纠错率'],
    ['004', 29, '近千万人次', 10_000_000, '接受教育'],
  ])('have, in %s ¶%d, %s (%d) for %s', (prefix, number, raw, value, label) => {
    const found = figuresOf(prefix).filter((figure) => figure.paragraph === number && figure.raw === raw);

    expect(found.map((figure) => figure.value)).toContain(value);
    expect(found.some((figure) => figure.label.includes(label))).toBe(true);
  });

  it.each([
    ['000', '以前的30个工作日压缩至10个工作日', ['30个工作日', '10个工作日']],
    ['004', '保留10份', ['10份', '7份', '4份', '3份', '6份', '4份']],
    ['001', '行政强制案36宗', ['1337宗', '800宗', '36宗', '1848宗', '1299宗']],
  ])('are all there in a sentence of %s with %s', (prefix, words, raws) => {
    const found = figuresOf(prefix).filter((figure) => figure.sentence.includes(words));

    expect(found.map((figure) => figure.raw).filter((raw) => raws.includes(raw))).toEqual(raws);
  });

  it.each([
    ['001', '82件', '截至11月9日'],
    ['001', '6503件', '今年1-10月'],
    ['001', '5445件', '前三季度'],
    ['000', '98.9%', '上半年'],
    ['004', '64宗', undefined],
  ])('say of %s, %s, which part of the year they count: %s', (prefix, raw, period) => {
    expect(figuresOf(prefix).find((figure) => figure.raw === raw)?.period).toBe(period);
  });

  it('are planned only where the report says so', () => {
    const planned = [...reports].flatMap(([prefix, { figures }]) =>
      figures.filter((figure) => figure.planned).map((figure) => `${prefix} ${figure.raw}`),
    );

    expect(planned).toEqual(['001 1份', '001 4份', '004 超40亿元']);
  });

  it('hold no document number, date, hotline or number of the page', () => {
    const values = [...reports.values()].flatMap(({ figures }) => figures.map((figure) => figure.value));

    for (const name of [2019, 2020, 2021, 2022, 2023, 12345, 121345, 16116520, 44098102441048]) {
      expect(values).not.toContain(name);
    }
  });

  it('are printed at their offsets', () => {
    for (const { figures, paragraphs } of reports.values()) {
      for (const { paragraph, start, end, raw } of figures) {
        expect(paragraphs[paragraph - 1]?.text.slice(start, end)).toBe(raw);
      }
    }
  });
});
