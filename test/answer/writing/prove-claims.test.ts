import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vocabularyOf } from '../../../src/answer/answer-question.ts';
import { citeParagraph } from '../../../src/answer/cite.ts';
import type { Proof } from '../../../src/answer/writing/proof.ts';
import { proveText } from '../../../src/answer/writing/prove-text.ts';
import { understand } from '../../../src/retrieval/understand.ts';
import { type AllReports, openAllReports } from '../../support/mutants/all-reports.ts';

let all: AllReports;
beforeAll(async () => {
  all = await openAllReports();
});
afterAll(() => all[Symbol.dispose]());

/** The paragraph of 花都区 2019 on reconsideration: 64宗 concluded, 9宗 revoked or changed, 14.1% and 21.9%. */
function proofOf(language: 'zh' | 'en'): Proof {
  const { library } = all;
  const report = library.report(library.reports().find(({ region }) => region === '花都区')!.id)!;
  const asked =
    language === 'zh' ? '花都2019年综合纠错率是多少?' : "What was Huadu's overall correction rate in 2019?";
  return {
    library,
    language,
    question: understand(asked, vocabularyOf(library)),
    evidence: [{ number: 1, citation: citeParagraph(report, report.paragraphs[24]!) }],
    required: [],
    computed: [],
    instructions: '',
  };
}

const languageOf = (text: string) => (/^[^一-鿿]*[A-Za-z]{3}/.test(text) ? 'en' : 'zh');
const faultsOf = (text: string) => proveText(text, proofOf(languageOf(text)));
const RIGHT = '\n花都区2019年综合纠错率为21.9%[1]。';

describe('proveText()', () => {
  it.each([
    '花都区2019年审结行政复议案件陆拾肆宗[1]。',
    `花都区2019年的综合纠错率情况如下:${RIGHT}`,
    "Huadu's 2019 overall correction rate is as follows:\nHuadu's overall correction rate was 21.9% in 2019 [1].",
  ])('lets right words pass: %s', (text) => {
    expect(faultsOf(text)).toEqual([]);
  });

  it.each([
    `花都区区长因干预行政复议案件被立案调查,有关情况如下:${RIGHT}`,
    `花都区2019年没有审结任何行政复议案件,具体如下:${RIGHT}`,
    `天河区2019年的综合纠错率情况如下:${RIGHT}`,
    "The mayor of Huadu District was arrested, as follows:\nHuadu's overall correction rate was 21.9% in 2019 [1].",
  ])('takes a lead-in that states something for a sentence: %s', (text) => {
    expect(faultsOf(text).map(({ kind }) => kind)).toContain('uncited');
  });

  it.each(['𝟼𝟻宗', '⑥⑤宗', 'Ⅸ宗', 'LXV宗', '六四宗', '陆拾伍宗', '壹佰宗', '卅宗', '两打', '一宗'])(
    'reads a number however it is written: %s',
    (number) => {
      expect(faultsOf(`花都区2019年审结行政复议案件${number}[1]。`)).not.toEqual([]);
    },
  );

  it.each([
    '花都区2019年综合纠错率过半[1]。',
    '花都区2019年综合纠错率为百分之廿五[1]。',
    '花都区2019年综合纠错率为⁹⁹%[1]。',
    'Huadu concluded dozens of reconsideration cases in 2019 [1].',
    'Huadu concluded 64k reconsideration cases in 2019 [1].',
    'Huadu concluded 2019 administrative reconsideration cases [1].',
    'Huadu concluded ½ of its reconsideration cases in 2019 [1].',
    "Huadu's overall correction rate in 2019 was about a third [1].",
    "Huadu's overall correction rate doubled in 2019 [1].",
  ])('wants a share or multiple in words to be printed: %s', (text) => {
    expect(faultsOf(text)).not.toEqual([]);
  });

  it.each([
    '花都区2019年综合纠错率为21.9%,居全省第一[1]。',
    '花都区2019年综合纠错率为21.9%,位居全市第二[1]。',
    '花都区2019年综合纠错率为21.9%,在全市排名倒数第一[1]。',
    '花都区2019年综合纠错率为21.9%,同比上升[1]。',
    '花都区2019年综合纠错率为21.9%,远低于全国平均水平[1]。',
    'Huadu ranked third in the province in reconsideration in 2019 [1].',
    "Huadu's overall correction rate in 2019 was 21.9%, up from the year before [1].",
  ])('wants rank and change to be printed: %s', (text) => {
    expect(faultsOf(text)).not.toEqual([]);
  });

  it.each([
    '花都区2019年审结64宗行政复议案件,区长因此被免职[1]。',
    '花都区2019年综合纠错率21.9%,是因为执法人员贪污受贿[1]。',
    '花都区2019年综合纠错率21.9%,国务院对此给予表彰[1]。',
    'Huadu concluded 64 reconsideration cases in 2019, and the mayor was dismissed [1].',
    'Huadu concluded 64 reconsideration cases in 2019 because officials took bribes [1].',
  ])('bears out no clause by the figure beside it: %s', (text) => {
    expect(faultsOf(text).map(({ kind }) => kind)).toContain('unsupported');
  });

  it.each([
    '花都区2019年未审结行政复议案件64宗[1]。',
    '花都区2019年共有64宗行政复议案件尚未审结[1]。',
    '花都区2019年拒绝审结64宗行政复议案件[1]。',
    '花都区计划审结64宗行政复议案件[1]。',
    '花都区2019年第四季度审结64宗行政复议案件[1]。',
    '花都区2019年上半年综合纠错率为21.9%[1]。',
    '花都区2019年日均审结64宗行政复议案件[1]。',
    '花都区2019年审结行政诉讼案件64宗[1]。',
    'Huadu did not conclude 64 reconsideration cases in 2019 [1].',
    "Huadu's overall correction rate was 21.9% in the first half of 2019 [1].",
    "Huadu's direct correction rate in reconsideration was 21.9% in 2019 [1].",
  ])('wants a figure said as it is printed: %s', (text) => {
    expect(faultsOf(text).map(({ kind }) => kind)).toContain('measure');
  });
});
