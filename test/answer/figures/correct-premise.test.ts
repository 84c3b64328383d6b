import { describe, expect, it } from 'vitest';
import { useReports } from '../../support/use-reports.ts';

const libraries = { five: useReports('data/reports'), others: useReports('test/reports') };

describe('correctPremise()', () => {
  it.each([
    ['花都2019年综合纠错率为什么是35%?', '35%', '21.9%'],
    ['涪陵高新区2022年调解纠纷630件,为什么这么多?', '630件', '63件'],
    ['金海湖2020年新增个体户605户对不对?', '605户', '1904户'],
    ['Since Pingqiao lost 97% of its administrative lawsuits, what went wrong?', '97%', '14.58%'],
    ["Why was Huadu's mediation success rate only 50% in 2019?", '50%', '98.79%'],
  ])('puts the stated figure right: %s', async (question, stated, printed) => {
    const answer = await libraries.five.assistant.ask(question);

    expect(answer.kind).toBe('answer');
    expect(answer.answer).toBe(printed);
    expect(answer.text).toContain(answer.language === 'zh' ? `不是${stated}` : `Not ${stated}`);
    expect(answer.citations[0]?.quote).toContain(printed);
  });

  it('confirms a figure that the report prints', async () => {
    const answer = await libraries.five.assistant.ask('高州2021年调解成功率是98.19%,对吗?');

    expect(answer.kind).toBe('answer');
    expect(answer.text).toContain('98.19%');
    expect(answer.text).not.toContain('不是98.19%');
  });

  it('puts a change right that goes the other way', async () => {
    const answer = await libraries.others.assistant.ask('西樵镇2025年罚没金额同比增长13.5%,为什么?');

    expect(answer.text).toContain('不是增长13.5%');
    expect(answer.text).toContain('下降13.5%');
  });

  it('names the report that prints the figure when this one does not give the indicator', async () => {
    const answer = await libraries.five.assistant.ask('花都区2019年行政诉讼败诉率是14.58%,对吗?');

    expect(answer.text).toContain('信阳市平桥区2023年');
    expect(answer.text).toContain('广州市花都区2019年的报告中没有');
    expect(answer.citations.map((citation) => citation.region)).toEqual(['平桥区']);
  });

  it('leaves a question alone that only mentions a printed figure', async () => {
    const answer = await libraries.five.assistant.ask('2125台执法记录仪是花都哪些领域用的?');

    expect(answer.text).toContain('公安、城市管理、市场监管');
    expect(answer.text).not.toMatch(/不是|与报告一致/);
  });
});
