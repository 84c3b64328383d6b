import { describe, expect, it } from 'vitest';
import { englishDepartment } from '../../src/language/department-fields.ts';
import type { StoredReport } from '../../src/library/stored-report.ts';
import { departmentBeside, regionOf } from '../../src/retrieval/held-region.ts';
import type { Question } from '../../src/retrieval/question.ts';
import { understand } from '../../src/retrieval/understand.ts';

const place = '平江县';
const above = ['湖南省', '岳阳市'];

function held(region: string, body: StoredReport['body'], parents: readonly string[]): StoredReport {
  return { region, body, parents, aliases: [], year: 2023, id: region } as unknown as StoredReport;
}

/** What departments are called officially and in everyday Chinese. */
const NAMES: readonly (readonly [official: string, everyday: string])[] = [
  ['市场监督管理局', '市监局'],
  ['司法局', '司法局'],
  ['公安局', '公安局'],
  ['教育局', '教育局'],
  ['财政局', '财政局'],
  ['生态环境局', '环保局'],
  ['卫生健康局', '卫健局'],
  ['人力资源和社会保障局', '人社局'],
  ['自然资源局', '资规局'],
  ['住房和城乡建设局', '住建局'],
  ['交通运输局', '交通局'],
  ['农业农村局', '农业局'],
  ['应急管理局', '应急局'],
  ['城市管理局', '城管局'],
  ['水利局', '水利局'],
  ['审计局', '审计局'],
  ['文化旅游广电体育局', '文旅局'],
  ['发展和改革局', '发改局'],
  ['工业和信息化局', '工信局'],
  ['商务局', '商务局'],
  ['民政局', '民政局'],
  ['税务局', '税务局'],
  ['气象局', '气象局'],
  ['统计局', '统计局'],
  ['医疗保障局', '医保局'],
  ['退役军人事务局', '退役军人局'],
  ['林业局', '林业局'],
  ['科学技术局', '科技局'],
  ['综合行政执法局', '综合执法局'],
  ['行政审批服务局', '审批局'],
];

const reports = [
  held(place, 'county', above),
  ...NAMES.map(([official]) => held(place + official, 'department', [...above, place])),
];
const known = reports.map(regionOf);

function meant(text: string): string[] {
  const question: Question = understand(text, { known, dictionary: () => [] });
  return question.regions.flatMap((mention) => {
    const own = reports.filter(({ region }) => mention.candidates[0]?.name === region);
    const beside = departmentBeside(mention, question, reports);
    return (beside.length > 0 ? beside : own).map(({ region }) => region);
  });
}

describe('departmentBeside()', () => {
  it.each(NAMES)('means %s by its everyday name %s, beside the county', (official, everyday) => {
    expect(meant(`${place}${everyday}2023年办理案件多少件`)).toEqual([place + official]);
  });

  it.each(NAMES)('means %s by its English name, before and behind the place', (official) => {
    const english = englishDepartment(official);

    for (const name of [
      `the Pingjiang ${english}`,
      `the Pingjiang County ${english}`,
      `the ${english} of Pingjiang County`,
    ])
      expect([name, meant(`How many cases did ${name} handle in 2023?`)]).toEqual([name, [place + official]]);
  });

  it.each([
    'How many cases did Pingjiang County handle in 2023?',
    'What does the Pingjiang report say of the work of the health bureau?',
    'How many people in Pingjiang County sought health care in 2023?',
    '平江县2023年教育经费多少万元',
  ])('leaves the county where no department is named beside it: "%s"', (text) => {
    expect(meant(text)).toEqual([place]);
  });
});
