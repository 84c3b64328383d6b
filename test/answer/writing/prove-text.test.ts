import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vocabularyOf } from '../../../src/answer/answer-question.ts';
import { citeParagraph } from '../../../src/answer/cite.ts';
import type { Proof } from '../../../src/answer/writing/proof.ts';
import { proveSentence, proveText } from '../../../src/answer/writing/prove-text.ts';
import { understand } from '../../../src/retrieval/understand.ts';
import { type AllReports, openAllReports } from '../../support/mutants/all-reports.ts';

let all: AllReports;
beforeAll(async () => {
  all = await openAllReports();
});
afterAll(() => all[Symbol.dispose]());

/** The paragraphs of 花都区 2019 on reconsideration and mediation, and of 高州市 2021 on both. */
function proofOf(language: 'zh' | 'en', more: Partial<Proof> = {}): Proof {
  const { library } = all;
  const paragraph = (region: string, number: number) => {
    const report = library.report(library.reports().find((one) => one.region === region)!.id)!;
    return citeParagraph(report, report.paragraphs[number - 1]!);
  };
  const citations = [paragraph('花都区', 25), paragraph('花都区', 26), paragraph('高州市', 18)];
  return {
    library,
    language,
    question: understand('花都2019年综合纠错率是多少?', vocabularyOf(library)),
    evidence: citations.map((citation, index) => ({ number: index + 1, citation })),
    required: [],
    computed: [],
    instructions:
      '你把政府年度报告里的内容写成通顺的回复,只依据编号段落。End every sentence with the number of its paragraph.',
    ...more,
  };
}

const kinds = (sentence: string, language: 'zh' | 'en' = 'zh', more: Partial<Proof> = {}) => [
  ...new Set(proveSentence(sentence, proofOf(language, more)).map(({ kind }) => kind)),
];

describe('proveSentence()', () => {
  it.each([
    '花都区2019年综合纠错率为21.9%[1]。',
    '2019年,花都区审结行政复议案件64宗,综合纠错率为百分之二十一点九[1]。',
    '花都区2019年人民调解成功率为98.79%[2],高州市2021年1-10月为98.19%[3]。',
  ])('lets a right sentence pass: %s', (sentence) => {
    expect(proveSentence(sentence, proofOf('zh'))).toEqual([]);
  });

  it.each([
    'In 2019 Huadu District had an overall correction rate of 21.9% in administrative reconsideration [1].',
    'Huadu concluded sixty-four reconsideration cases in 2019 [1].',
  ])('lets a right English sentence pass: %s', (sentence) => {
    expect(proveSentence(sentence, proofOf('en'))).toEqual([]);
  });

  it.each([
    ['figure', '花都区2019年综合纠错率为22.9%[1]。'],
    ['measure', '花都区2019年综合纠错率为14.1%[1]。'],
    ['unit', '花都区2019年审结行政复议案件64人[1]。'],
    ['precision', '花都区2019年审结行政复议案件约64宗[1]。'],
    ['uncited', '花都区2019年综合纠错率为21.9%。'],
    ['unknown-citation', '花都区2019年综合纠错率为21.9%[7]。'],
    ['figure', '花都区2019年综合纠错率为21.9%[2]。'],
    ['region', '天河区2019年综合纠错率为21.9%[1]。'],
    ['region', '高州市2021年综合纠错率为21.9%[1][3]。'],
    ['year', '花都区2018年综合纠错率为21.9%[1]。'],
    ['quote', '花都区2019年称行政复议“全省第一”[1]。'],
    ['link', '花都区2019年综合纠错率为21.9%,详见www.example.com[1]。'],
    ['prompt', '你把政府年度报告里的内容写成通顺的回复,只依据编号段落[1]。'],
    ['unsupported', '今天天气晴朗,适合去海边游泳、晒太阳、吃海鲜[1]。'],
  ])('finds the fault: %s in %s', (kind, sentence) => {
    expect(kinds(sentence)).toContain(kind);
  });

  it('allows a figure that code computed where it is said to be one', () => {
    const computed = [{ raw: '0.6个百分点', value: 0.6, unit: '个百分点', citation: null }];

    expect(kinds('花都区2019年的调解成功率比高州市2021年高0.6个百分点[2][3]。', 'zh', { computed })).toEqual(
      [],
    );
    expect(kinds('花都区2019年的调解成功率比高州市2021年高0.7个百分点[2][3]。', 'zh', { computed })).toEqual([
      'figure',
    ]);
  });
});

describe('proveText()', () => {
  const required = [{ raw: '21.9%', value: 21.9, unit: '%', citation: 0 }];

  it('wants every figure of the direct answer', () => {
    const faults = proveText('花都区2019年审结行政复议案件64宗[1]。', proofOf('zh', { required }));

    expect(faults.map(({ kind }) => kind)).toEqual(['missing']);
  });

  it('finds the wrong region called the higher one', () => {
    const both = [
      { raw: '98.79%', value: 98.79, unit: '%', citation: 1 },
      { raw: '98.19%', value: 98.19, unit: '%', citation: 2 },
    ];
    const text = (higher: string) =>
      `花都区2019年调解成功率为98.79%[2],高州市2021年为98.19%[3]。${higher}的调解成功率更高[2][3]。`;

    expect(proveText(text('花都区'), proofOf('zh', { required: both }))).toEqual([]);
    expect(proveText(text('高州市'), proofOf('zh', { required: both }))).not.toEqual([]);
  });

  it('takes an empty text for a fault', () => {
    expect(proveText(' \n', proofOf('zh'))).toMatchObject([{ kind: 'form' }]);
  });
});
