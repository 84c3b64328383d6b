import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseReport } from '../../src/report/parse-report.ts';
import type { Paragraph, Report } from '../../src/report/report.ts';

const FILES = {
  jinhaihu: '000_3c115c7df20157ef.txt',
  gaozhou: '001_3f0a2276b96b94a9.txt',
  pingqiao: '002_6a5ad52178c00f0c.txt',
  fuling: '003_fbf732c6178dedf1.txt',
  huadu: '004_a9bec1d6296ff772.txt',
};

const REPORTS = new Map(
  Object.values(FILES).map((file) => {
    const bytes = readFileSync(new URL(`../../data/reports/${file}`, import.meta.url));
    return [file, parseReport(bytes, file)];
  }),
);
const HEADINGS = JSON.parse(
  readFileSync(new URL('./five-reports.headings.json', import.meta.url), 'utf8'),
) as Record<string, [number, string][]>;

function report(file: string): Report {
  const found = REPORTS.get(file);
  if (found === undefined) throw new Error(`No report ${file}`);
  return found;
}

function paragraphAt(file: string, line: number): Paragraph {
  const found = report(file).paragraphs.find((paragraph) => paragraph.line === line);
  if (found === undefined) throw new Error(`No paragraph on line ${line} of ${file}`);
  return found;
}

function lines(file: string): string[] {
  return readFileSync(new URL(`../../data/reports/${file}`, import.meta.url), 'utf8').split('\n');
}

describe('the five reports', () => {
  it.each([
    [
      FILES.jinhaihu,
      {
        parents: ['贵州省', '毕节市'],
        body: 'zone',
        year: 2020,
        title: '毕节金海湖新区2020年法治政府建设工作总结',
        titlePrinted: true,
        issuer: '毕节金海湖新区管理委员会',
        issued: '2021-01-18',
        published: null,
      },
    ],
    [
      FILES.gaozhou,
      {
        region: '高州市',
        parents: ['广东省', '茂名市'],
        body: 'county',
        year: 2021,
        title: '高州市2021年度法治政府建设情况报告',
        titlePrinted: true,
        issuer: '高州市人民政府',
        issued: '2021-12-02',
        published: null,
      },
    ],
    [
      FILES.pingqiao,
      {
        region: '平桥区',
        parents: ['河南省', '信阳市'],
        body: 'county',
        year: 2023,
        title: '信阳市平桥区2023年法治政府建设情况报告',
        titlePrinted: false,
        issuer: null,
        issued: '2024-02-19',
        published: null,
      },
    ],
    [
      FILES.fuling,
      {
        body: 'zone',
        year: 2022,
        title: '重庆涪陵高新技术产业开发区管理委员会2022年法治政府建设工作年度报告',
        titlePrinted: true,
        issuer: '重庆涪陵高新技术产业开发区管理委员会',
        issued: null,
        published: '2023-01-09',
      },
    ],
    [
      FILES.huadu,
      {
        region: '花都区',
        parents: ['广东省', '广州市'],
        body: 'county',
        year: 2019,
        title: '广州市花都区2019年法治政府建设情况报告',
        titlePrinted: true,
        issuer: '花都区人民政府',
        issued: null,
        published: '2020-04-01',
      },
    ],
  ])('identifies %s', (file, identity) => {
    expect(report(file)).toMatchObject(identity);
  });

  it('names the two zones by their own names, under their province and city', () => {
    expect(['金海湖新区', '毕节金海湖新区']).toContain(report(FILES.jinhaihu).region);
    expect(report(FILES.fuling).region).toBe('涪陵高新技术产业开发区');
    expect(report(FILES.fuling).parents[0]).toBe('重庆市');
    expect(report(FILES.fuling).aliases).toContain('涪陵高新区');
    expect(report(FILES.fuling).aliases).not.toContain('涪陵区');
  });

  it.each(Object.values(FILES))('finds the headings of %s in order, with their levels', (file) => {
    const headings = report(file).sections.map((section) => [
      section.level,
      section.heading.replace(/。$/, ''),
    ]);

    expect(headings).toEqual(HEADINGS[file]);
  });

  it('puts each heading under the one it belongs to', () => {
    const chains = report(FILES.gaozhou).sections.map((section) => section.chain);

    expect(chains).toContainEqual(['四、下一步工作计划', '(一)加强党对法治政府建设领导。']);
    expect(chains).toContainEqual(['一、主要做法和成效', '(一)深入贯彻习近平法治思想,夯实法治建设基础']);
    expect(paragraphAt(FILES.huadu, 71).chain).toEqual([
      '一、2019年工作情况',
      '(七)健全机制,注重成效,依法化解社会矛盾纠纷。',
      '1.发挥复议功能。',
    ]);
  });

  it('leaves introductions without heading', () => {
    expect(paragraphAt(FILES.jinhaihu, 7).chain).toEqual([]);
    expect(paragraphAt(FILES.gaozhou, 7).chain).toEqual([]);
    expect(paragraphAt(FILES.pingqiao, 1)).toMatchObject({ number: 1, chain: [] });
    expect(paragraphAt(FILES.huadu, 7).chain).toEqual([]);
  });

  it('puts lead paragraphs under the part they lead', () => {
    expect(paragraphAt(FILES.jinhaihu, 11).chain).toEqual(['一、工作开展情况']);
    expect(paragraphAt(FILES.gaozhou, 71).chain).toEqual([
      '二、2021年度党政主要负责人履行推进法治建设第一责任人职责、加强法治政府建设情况',
    ]);
    expect(paragraphAt(FILES.huadu, 87).chain).toEqual(['二、2020年工作计划']);
  });

  it('puts closing paragraphs where they belong', () => {
    expect(paragraphAt(FILES.huadu, 83).chain).toEqual(['一、2019年工作情况']);
    expect(paragraphAt(FILES.pingqiao, 16).chain).toEqual(['七、筑牢根基,依法治理,积极营造稳定社会环境']);
    expect(report(FILES.pingqiao).problems.some((problem) => problem.includes('Paragraph 9'))).toBe(true);
    expect(paragraphAt(FILES.gaozhou, 97)).toMatchObject({ text: '专此报告。', chain: [] });
  });

  it('takes numbered sentences and 一是 for paragraphs', () => {
    const chain = ['一、基本情况', '(一)学习贯彻习近平法治思想情况'];

    expect(paragraphAt(FILES.fuling, 11)).toMatchObject({ number: 1, chain });
    expect(paragraphAt(FILES.fuling, 13)).toMatchObject({ number: 2, chain });
    expect(paragraphAt(FILES.fuling, 13).text).toContain(
      '<中央依法治国办关于对重庆市法治政府建设实地督察的反馈意见>',
    );
    expect([49, 51, 53].map((line) => paragraphAt(FILES.fuling, line).chain)).toEqual(
      Array.from({ length: 3 }, () => ['二、存在的不足和原因']),
    );
    expect([39, 41].map((line) => paragraphAt(FILES.jinhaihu, line).chain)).toEqual(
      Array.from({ length: 2 }, () => ['二、存在的问题']),
    );
  });

  it.each([
    [FILES.jinhaihu, [1, 51, 53, 55, 57, 58, 59, 60, 61, 63]],
    [FILES.gaozhou, [1, 3, 99, 101, 113, 114, 115, 116, 121, 137, 144, 147, 148, 150, 151, 161, 163]],
    [FILES.pingqiao, [17]],
    [FILES.fuling, [1, 2, 3, 4, 5, 68]],
    [FILES.huadu, [1, 3, 5, 106, 107]],
  ])('keeps page noise, title, source and sign-off of %s out of its paragraphs', (file, numbers) => {
    const paragraphLines = new Set(report(file).paragraphs.map((paragraph) => paragraph.line));
    const headingLines = new Set(report(file).sections.map((section) => section.line));

    expect(numbers.filter((line) => paragraphLines.has(line) || headingLines.has(line))).toEqual([]);
  });

  it.each(Object.values(FILES))('prints the paragraphs of %s as the file does, one a line', (file) => {
    const source = lines(file);

    for (const paragraph of report(file).paragraphs) {
      expect(paragraph.text).toBe(source[paragraph.line - 1]?.trim());
      expect(source.join('\n').startsWith(paragraph.text, paragraph.offset)).toBe(true);
    }
  });

  it('cites sign-off, date and source by their printed lines', () => {
    const kinds = (file: string) => report(file).metadata.map(({ kind, line }) => [kind, line]);

    expect(kinds(FILES.jinhaihu)).toEqual([
      ['title', 3],
      ['issuer', 51],
      ['issued', 53],
    ]);
    expect(kinds(FILES.gaozhou)).toEqual([
      ['title', 5],
      ['issuer', 99],
      ['issued', 101],
    ]);
    expect(kinds(FILES.pingqiao)).toEqual([['issued', 17]]);
    expect(kinds(FILES.fuling)).toEqual([
      ['title', 3],
      ['published', 4],
    ]);
    expect(kinds(FILES.huadu)).toEqual([
      ['title', 3],
      ['published', 5],
      ['issuer', 5],
    ]);
  });
});
