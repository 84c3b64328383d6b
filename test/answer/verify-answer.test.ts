import { beforeAll, describe, expect, it } from 'vitest';
import type { Answer, Citation } from '../../src/answer/answer.ts';
import { checkAnswer } from '../../src/answer/verify-answer.ts';
import { readGradedQuestions } from '../../src/evaluation/graded-question.ts';
import { useReports } from '../support/use-reports.ts';

const five = useReports('data/reports');
const QUESTION = '花都2019年综合纠错率是多少?';
let proved: Answer;

beforeAll(async () => {
  proved = await five.assistant.ask(QUESTION);
});

function kindsOf(answer: Answer, asked = QUESTION): string[] {
  return checkAnswer(answer, five.library, asked).map((violation) => violation.kind);
}

/** The proved answer with its citation changed. */
function citing(change: Partial<Citation>): Answer {
  const [first, ...others] = proved.citations;
  return { ...proved, citations: [{ ...first!, ...change }, ...others] };
}

describe('checkAnswer()', () => {
  it.each([
    QUESTION,
    '高州2021年行政强制案多少宗?',
    '金海湖2020年新增企业的注册资本是多少?',
    'What was the registered capital of new enterprises in Jinhaihu?',
    '花都和高州谁的综合纠错率更高?',
    '总结一下平桥区2023年的报告',
    '哪些报告提到枫桥经验?',
    '高州存在哪些问题?',
    '花都2019年报告是什么时候发布的?',
    '金海湖2020年负责人出庭率是多少?',
    '天河区2019年综合纠错率是多少?',
    '有哪些报告?',
  ])('finds nothing wrong with the reply to "%s"', async (text) => {
    expect(checkAnswer(await five.assistant.ask(text), five.library, text)).toEqual([]);
  });

  it('catches a changed digit in a figure and in the text', () => {
    const changed = {
      ...proved,
      answer: '27.9%',
      text: proved.text.replaceAll('21.9%', '27.9%'),
      figures: proved.figures.map((figure) =>
        figure.raw === '21.9%' ? { ...figure, raw: '27.9%', value: 27.9 } : figure,
      ),
    };

    expect(kindsOf(changed)).toContain('figure');
  });

  it('catches a changed digit in the text alone', () => {
    expect(kindsOf({ ...proved, text: proved.text.replace('21.9%', '21.8%') })).toEqual(['number']);
  });

  it('catches a changed digit in the direct answer alone', () => {
    expect(kindsOf({ ...proved, answer: '21.8%' })).toEqual(['number']);
  });

  it('catches a number that is only that of a paragraph, or of the date of a report', () => {
    expect(kindsOf({ ...proved, text: `${proved.text}\n另有25件。` })).toEqual(['number']);
    expect(kindsOf({ ...proved, text: `${proved.text}\n另有18件。` })).toEqual(['number']);
  });

  it('catches a figure whose value is not what is printed', () => {
    const figures = proved.figures.map((figure) =>
      figure.raw === '21.9%' ? { ...figure, value: 219 } : figure,
    );

    expect(kindsOf({ ...proved, figures })).toContain('figure');
  });

  it('catches a changed unit', () => {
    const figures = proved.figures.map((figure) =>
      figure.raw === '64宗' ? { ...figure, unit: '人' } : figure,
    );

    expect(kindsOf({ ...proved, figures })).toEqual(['unit']);
  });

  it('catches a swapped region', () => {
    expect(kindsOf(citing({ region: '高州市' }))).toContain('region');
    expect(kindsOf({ ...proved, text: proved.text.replaceAll('广州市花都区', '茂名市高州市') })).toContain(
      'region',
    );
  });

  it('catches a changed year', () => {
    expect(kindsOf(citing({ year: 2018 }))).toContain('year');
    expect(kindsOf({ ...proved, text: proved.text.replaceAll('2019', '2018') })).toContain('year');
  });

  it('catches an invented quote', () => {
    expect(kindsOf(citing({ quote: '综合纠错率为全市第一' }))).toEqual(['quote']);
  });

  it('catches a paragraph that the report does not print', () => {
    const text = '2019年,综合纠错率21.9%,居全市第一。';

    expect(kindsOf(citing({ text, quote: text }))).toContain('citation');
  });

  it('catches a citation of the paragraph of another report', () => {
    const other = five.reportOf('001');

    expect(kindsOf(citing({ report: other.id, file: other.file }))).toEqual(
      expect.arrayContaining(['citation', 'region', 'year']),
    );
  });

  it('catches another paragraph number of the same report', () => {
    expect(kindsOf(citing({ paragraph: 24 }))).toContain('citation');
  });

  it('catches a report that is not held', () => {
    expect(kindsOf(citing({ report: 'nowhere-2019' }))).toContain('citation');
  });

  it('catches a number smuggled into the text', () => {
    expect(kindsOf({ ...proved, text: `${proved.text}\n另有行政复议案件8713件。` })).toEqual(['number']);
  });

  it('catches a figure without citation that is not computed', () => {
    const figures = [...proved.figures, { raw: '64宗', value: 64, unit: '宗', citation: null }];

    expect(kindsOf({ ...proved, figures })).toEqual(['figure']);
  });

  it('catches a computed figure whose operands are not there', () => {
    const figures = [
      ...proved.figures,
      {
        raw: '7.8%',
        value: 7.8,
        unit: '%',
        citation: null,
        computed: { operation: 'difference' as const, operands: [0, 99] },
      },
    ];

    expect(kindsOf({ ...proved, figures })).toEqual(['figure']);
  });

  it('lets a reply repeat the numbers of the question', () => {
    expect(kindsOf({ ...proved, text: `${proved.text}\n不是8713件。` }, '是8713件吗?')).toEqual([]);
  });

  describe('with a figure of 29.05亿元', () => {
    const asked = '金海湖2020年新增企业的注册资本是多少?';
    const found = async (words: string) => {
      const answer = await five.assistant.ask(asked);
      const changed = { ...answer, text: `${answer.text}\n${words}` };
      return checkAnswer(changed, five.library, asked).map((violation) => violation.detail);
    };

    it.each(['290500万元', '2,905,000,000元', '2.905 billion yuan', '2,905 million yuan', '29.05亿元'])(
      'lets %s stand for it',
      async (words) => expect(await found(words)).toEqual([]),
    );

    it.each([
      ['2.905亿元', '2.905'],
      ['29.05万元', '29.05'],
      ['29.05 billion yuan', '29.05'],
      ['2.906 billion yuan', '2.906'],
      ['2.905 million yuan', '2.905'],
      ['2905元', '2905'],
      ['605万户', '605'],
    ])('lets %s not', async (words, number) =>
      expect(await found(words)).toEqual([`${number} stands in no cited paragraph`]),
    );
  });

  it('lets digits of full width stand for those of half width', () => {
    expect(kindsOf({ ...proved, text: proved.text.replace('64宗', '６４宗') })).toEqual([]);
  });

  it('finds nothing wrong with the reply to any graded question, and keeps none from being sent', async () => {
    const questions = await readGradedQuestions(['data/eval/dev.jsonl', 'data/eval/held-out.jsonl'], {
      isSingle: true,
    });
    const unproved: string[] = [];
    for (const { id, q } of questions) {
      const { answer, steps } = await five.assistant.explain(q);
      const kept = steps.filter((step) => step.startsWith('not proved'));
      const found = checkAnswer(answer, five.library, q).map(({ kind, detail }) => `${kind}: ${detail}`);
      unproved.push(...[...kept, ...found].map((line) => `${id} ${line}`));
    }

    expect(questions.length).toBeGreaterThan(400);
    expect(unproved).toEqual([]);
  }, 120_000);
});
