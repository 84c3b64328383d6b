import { describe, expect, it } from 'vitest';
import { useReports } from '../support/use-reports.ts';

const libraries = { five: useReports('data/reports'), others: useReports('test/reports') };

describe('refuseScope()', () => {
  it('offers the nearest region that gives the same, without its figure', async () => {
    const answer = await libraries.five.assistant.ask('广州市天河区2019年的综合纠错率是多少?');

    expect(answer).toMatchObject({ kind: 'refusal', citations: [], figures: [] });
    expect(answer.suggestions[0]).toBe('广州市花都区2019年的综合纠错率是多少?');
    expect(answer.text).not.toContain('%');
  });

  it('offers the years held of a region', async () => {
    const answer = await libraries.others.assistant.ask('婺源县2023年人民调解成功率是多少?');

    expect(answer.kind).toBe('refusal');
    expect(answer.suggestions).toEqual(
      expect.arrayContaining([
        '上饶市婺源县2021年人民调解成功率是多少?',
        '上饶市婺源县2022年人民调解成功率是多少?',
      ]),
    );
  });
});

describe('refuseContent()', () => {
  it.each([
    '高州的行政诉讼败诉率是多少',
    '花都报告里有没有写行政机关负责人出庭应诉率?',
    'What was the loss rate in administrative litigation in Huadu in 2019?',
  ])('offers reports that give the indicator, each as a question that is answered: %s', async (question) => {
    const answer = await libraries.five.assistant.ask(question);

    expect(answer).toMatchObject({ kind: 'refusal', citations: [], figures: [] });
    expect(answer.suggestions.length).toBeGreaterThan(0);
    for (const suggestion of answer.suggestions)
      expect((await libraries.five.assistant.ask(suggestion)).kind, suggestion).toBe('answer');
  });
});
