import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/answer/answer.ts';
import { checkAnswer } from '../../../src/answer/verify-answer.ts';
import { type UsedReports, useReports } from '../../support/use-reports.ts';

const five = useReports('data/reports');
const others = useReports('test/reports');

/** Asks, and proves every figure of the reply. */
async function ask({ assistant, library }: UsedReports, text: string): Promise<Answer> {
  const answer = await assistant.ask(text);
  expect(checkAnswer(answer, library, text)).toEqual([]);
  return answer;
}

/** `花都区 21.9%`: every stated figure with the region of its citation. */
function stated(answer: Answer): string[] {
  return answer.figures.flatMap(({ raw, citation }) =>
    citation === null ? [] : [`${answer.citations[citation]?.region} ${raw}`],
  );
}

describe('a comparison of two reports', () => {
  it('names the higher one first, with the difference computed from both figures', async () => {
    const answer = await ask(five, '花都区2019年和高州市2021年的综合纠错率,哪个高?');

    expect(answer.kind).toBe('compare');
    expect(answer.text.split('\n')[0]).toContain('花都区2019年更高:21.9%');
    expect(stated(answer)).toEqual(expect.arrayContaining(['花都区 21.9%', '高州市 11.11%']));
    const computed = answer.figures.find((figure) => figure.computed);
    expect(computed).toMatchObject({ raw: '10.79个百分点', citation: null });
    expect(computed?.computed?.operands.map((index) => answer.figures[index]?.raw)).toEqual([
      '21.9%',
      '11.11%',
    ]);
  });

  it('says 未提及 of the report that does not give it, and states no figure of that report', async () => {
    const answer = await ask(five, '花都和平桥的综合纠错率分别是多少');

    expect(answer.text).toMatch(/平桥区2023年 +未提及/);
    expect(stated(answer).filter((one) => one.startsWith('平桥'))).toEqual([]);
  });

  it('looks up of each side what is asked of that side', async () => {
    const answer = await ask(five, '高州2021年的可网办率和金海湖新区2020年的一网通办率各是多少?');

    expect(stated(answer)).toEqual(expect.arrayContaining(['高州市 98.36%', '金海湖新区 100%']));
  });

  it('gives both counts where one report counts apart what the other counts together', async () => {
    const answer = await ask(
      five,
      "How many deputies' suggestions and CPPCC proposals were handled by Huadu in 2019 and by Pingqiao in 2023?",
    );

    expect(stated(answer)).toEqual(expect.arrayContaining(['花都区 186件', '花都区 96件', '平桥区 259件']));
  });

  it('compares what is held and says which region is not', async () => {
    const answer = await ask(others, '婺源2021、长阳2023和天河区2021的出庭应诉率');

    expect(stated(answer)).toEqual(expect.arrayContaining(['婺源县 82.9%', '长阳土家族自治县 100%']));
    expect(answer.text).toContain('没有收录“广州市天河区”的报告');
  });

  it('refuses where only one of the two is held', async () => {
    const answer = await ask(five, '花都和天河的综合纠错率哪个高');

    expect(answer.kind).toBe('refusal');
    expect(answer.citations).toEqual([]);
  });

  it('compares whole reports by the indicators that both give', async () => {
    const answer = await ask(others, '比较长阳和天水');

    expect(answer.kind).toBe('compare');
    expect(answer.citations.length).toBeLessThanOrEqual(20);
    expect(answer.text.length).toBeLessThanOrEqual(4096);
    expect(new Set(answer.citations.map((citation) => citation.region))).toEqual(
      new Set(['长阳土家族自治县', '天水市']),
    );
  });

  it('notes that a county and a city are not of one level', async () => {
    const answer = await ask(
      others,
      'How many legal aid cases did Changyang (2023) and Tianshui (2016) handle?',
    );

    expect(answer.notes).toContain(
      'The bodies are of different levels, so counts are not directly comparable.',
    );
  });
});

describe('a trend', () => {
  it('puts the years in order, computes the change and checks the one that the report prints', async () => {
    const answer = await ask(others, '婺源县近两年出庭应诉率的走势');

    expect(answer.kind).toBe('trend');
    expect(stated(answer).slice(0, 2)).toEqual(['婺源县 82.9%', '婺源县 97.1%']);
    expect(answer.figures.find((figure) => figure.computed)?.raw).toBe('14.2个百分点');
    expect(answer.text).toContain('“较上年提高14.2个百分点”,与所收录的上一年报告相符');
  });

  it('gives a change of counts in percent too', async () => {
    const answer = await ask(
      others,
      'How did the market entities newly registered in Wuyuan change from 2021 to 2022?',
    );

    expect(answer.text).toContain('up 382户 (+7.7%)');
  });

  it('says so where only one year is held', async () => {
    const answer = await ask(others, '长阳历年出庭应诉率');

    expect(answer.text).toContain('只收录了2023年的报告');
    expect(answer.figures.some((figure) => figure.computed)).toBe(false);
  });
});

describe('a question for every report', () => {
  it('lists those that give a rate and names those that do not', async () => {
    const answer = await ask(others, '哪些地区公布了行政复议综合纠错率?');

    expect(answer.kind).toBe('list');
    expect(stated(answer)[0]).toBe('鼓楼区 22.7%');
    expect(new Set(answer.citations.map((citation) => citation.report)).size).toBe(1);
    expect(answer.text).toContain('未提及:');
  });

  it('puts the highest first', async () => {
    const answer = await ask(others, '哪份报告的人民调解成功率最高?');

    expect(answer.text.split('\n')[0]).toBe('南京市鼓楼区2020年最高:99.5%。');
  });

  it('lists the reports that mention a matter, with the words', async () => {
    const answer = await ask(five, '哪些报告提到“枫桥经验”?');

    expect(answer.kind).toBe('list');
    expect(answer.citations.length).toBeGreaterThan(0);
    expect(answer.citations.every((citation) => citation.text.includes('枫桥经验'))).toBe(true);
  });
});
