import { describe, expect, it } from 'vitest';
import { useReports } from '../../support/use-reports.ts';

const five = useReports('data/reports');
const others = useReports('test/reports');

describe('answerAudit()', () => {
  it('recomputes the share that a question names, and says which counts it took', async () => {
    const answer = await five.assistant.ask('高州的可网办率算得对吗?');

    const computed = answer.figures.find((figure) => figure.computed);
    expect(answer.kind).toBe('answer');
    expect(computed).toMatchObject({ raw: '93.90%', citation: null, computed: { operation: 'share' } });
    expect(computed?.computed?.operands.map((index) => answer.figures[index]?.raw)).toEqual([
      '1895项',
      '2018项',
    ]);
    expect(answer.citations[0]?.quote).toContain('可网办率98.36%');
  });

  it('answers in the language of the question', async () => {
    const answer = await five.assistant.ask('Does the 86% attendance rate in Jinhaihu fit its own numbers?');

    expect(answer.language).toBe('en');
    expect(answer.answer).toContain('38件 ÷ 59件 = 64.41%');
  });

  it('confirms a share that fits', async () => {
    const answer = await others.assistant.ask('婺源县2021年的行政诉讼败诉率12.2%算得对吗?');

    expect(answer.text).toContain('5件 ÷ 41件 = 12.20%,两者一致');
  });

  it('lists all contradictions of a report', async () => {
    const answer = await five.assistant.ask('高州报告的数据有矛盾吗?');

    expect(answer.answer).toContain('93.90%');
    expect(answer.answer).toContain('1299宗');
    expect(answer.text.length).toBeLessThanOrEqual(1200);
  });

  it('goes through every report when no region is named', async () => {
    const answer = await five.assistant.ask('报告数据有矛盾吗?');

    expect(answer.kind).toBe('list');
    expect(new Set(answer.citations.map((citation) => citation.region)).size).toBe(4);
  });

  it('says so when nothing contradicts itself', async () => {
    const answer = await five.assistant.ask('平桥的数据有矛盾吗?');

    expect(answer.answer).toContain('没有发现矛盾');
  });

  it('asks which region is meant when figures are checked and none is named', async () => {
    const answer = await five.assistant.ask('396宗里成功364宗,成功率真的超过92%吗?');

    expect(answer.kind).toBe('clarify');
  });

  it('computes a share that the report only gives the counts of', async () => {
    const answer = await five.assistant.ask('算一下涪陵高新区上报的立法建议采纳率');

    expect(answer.answer).toBe('15.35%');
    expect(answer.notes).toHaveLength(1);
  });

  it('leaves 矛盾纠纷 to the figures that count them', async () => {
    const answer = await five.assistant.ask('平桥区调处了多少起矛盾纠纷?');

    expect(answer.answer).toBe('2500余起');
  });

  it('leaves a rate that cannot be recomputed to the words of the report', async () => {
    const answer = await five.assistant.ask('高州综合纠错率真的是35%吗?');

    expect(answer.answer).toContain('11.11%');
    expect(answer.text).not.toContain('93.90%');
  });
});

describe('withAuditNotes()', () => {
  it('adds the contradiction to an answer that gives the figure', async () => {
    const answer = await five.assistant.ask('高州2021年可网办率是多少?');

    expect(answer.answer).toBe('98.36%');
    expect(answer.notes.join()).toContain('1895项 ÷ 2018项 = 93.90%');
    expect(answer.text).toContain('93.90%');
    expect(answer.figures.some((figure) => figure.raw === '93.90%' && figure.computed)).toBe(true);
  });

  it('adds nothing to the figures beside it', async () => {
    const answer = await five.assistant.ask('高州2021年即办率是多少?');

    expect(answer.answer).toBe('80.92%');
    expect(answer.text).not.toContain('93.90%');
  });

  it('adds nothing to a refusal', async () => {
    const answer = await five.assistant.ask('天河区的可网办率是多少?');

    expect(answer.kind).toBe('refusal');
    expect(answer.notes).toEqual([]);
  });
});
