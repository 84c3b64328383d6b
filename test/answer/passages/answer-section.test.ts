import { describe, expect, it } from 'vitest';
import { useReports } from '../../support/use-reports.ts';

const five = useReports('data/reports');
const ten = useReports('test/reports');
const ask = (text: string) => five.assistant.ask(text);

describe('answerSection()', () => {
  it.each([
    ['高州存在哪些问题?', ['能力有待加强', '宣传教育效果需进一步提升', '缺乏强有力的抓手']],
    ['金海湖承认了哪些问题?', ['依法行政意识较为薄弱', '编制较少']],
    ['涪陵高新区有哪些不足?', ['机制还需进一步完善', '普法力度有待加强', '征集意见质量']],
    ['平桥区2023年有哪些不足?', ['依法决策', '基层法律人才缺口较大']],
    ['What shortcomings does the Gaozhou report admit?', ['能力有待加强']],
  ])('gives all problems for "%s"', async (text, points) => {
    const { kind, answer } = await ask(text);

    expect(kind).toBe('answer');
    for (const point of points) expect(answer).toContain(point);
  });

  it('stops at what the report means to do about them', async () => {
    const { answer } = await ask('花都2019年存在哪些问题?');

    expect(answer).toContain('重视程度不够');
    expect(answer).not.toContain('查漏补缺');
  });

  it.each([
    ['高州下一步工作计划是什么?', ['(一)加强党对法治政府建设领导', '(四)加快数字政府建设']],
    ['花都2020年有什么计划?', ['(一)认真谋划部署', '(四)加大普法宣传力度']],
    ['涪陵高新区2023年有什么打算?', ['(五)进一步做实基层立法联系点']],
    ['平桥区下一步怎么做?', ['持续深化创建省级法治政府示范区']],
    ["What are Gaozhou's plans for next year?", ['深化行政复议体制改革']],
  ])('gives the plans for "%s"', async (text, points) => {
    const { answer, citations } = await ask(text);

    for (const point of points) expect(answer).toContain(point);
    for (const { quote, text: paragraph } of citations) expect(paragraph).toContain(quote);
  });

  it('finds problems and plans in a closing paragraph', async () => {
    const [problems, plans] = [
      await ten.assistant.ask('福州市鼓楼区2020年有哪些不足?'),
      await ten.assistant.ask('福州市鼓楼区下一步打算做什么?'),
    ];

    expect(problems).toMatchObject({ kind: 'answer' });
    expect(plans).toMatchObject({ kind: 'answer' });
    expect(problems.answer).not.toBe(plans.answer);
  });
});

describe('answerWhere()', () => {
  it.each([
    ['花都2019年复议功能写在报告哪一部分?', ['(七)健全机制', '1.发挥复议功能']],
    ['花都的人民调解在哪一节?', ['2.开展人民调解']],
    ['高州报告的哪一部分讲政务公开?', ['(六)加快政务公开和阳光政务建设']],
    ["Which section of Huadu's report covers people's mediation?", ['2.开展人民调解']],
  ])('answers "%s" with the headings', async (text, headings) => {
    const { answer, citations } = await ask(text);

    for (const heading of headings) expect(answer).toContain(heading);
    expect(answer).toBe(citations[0]?.section.join(' › '));
  });
});
