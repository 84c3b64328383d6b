import { describe, expect, it } from 'vitest';
import { useReports } from '../../support/use-reports.ts';

const five = useReports('data/reports');
const ten = useReports('test/reports');

describe('answerFigure()', () => {
  it.each([
    ['花都2019年综合纠错率是多少?', '21.9%', '004', 25],
    ['花都2019年直接纠错率是多少?', '14.1%', '004', 25],
    ['2020年金海湖民告官的案子一共多少件?', '59件', '000', 6],
    ['金海湖2020年新增企业的注册资本是多少?', '29.05亿元', '000', 4],
    ['平桥区2023年行政诉讼败诉率是多少?', '14.58%', '002', 7],
    ['高州2021年不予受理的行政复议申请多少件?', '10件', '001', 18],
    ['高州市场主体多少户?', '60589户', '001', 6],
    ['涪陵高新区2022年人均涉法学习多少课时?', '40课时/人次', '003', 8],
    ['花都2019年微信公众号发布信息多少条?我问的不是微博', '1175条', '004', 24],
    ['花都2019年预计新增减税降费多少?', '超40亿元', '004', 9],
    ['花都區2019年綜合糾錯率是多少?', '21.9%', '004', 25],
    ['花都2019年综合纠措率是多少?', '21.9%', '004', 25],
    ["What was Huadu's 2019 comprehensive correction rate?", '21.9%', '004', 25],
    ['How many cases were accepted for reconsideration in Gaozhou?', '72件', '001', 18],
    ['How many new enterprises were added in Jinhaihu in 2020?', '605户', '000', 4],
    ['花都公职律师几个', '45人', '004', 15],
    ['花都有几个单位设了公职律师', '19个', '004', 15],
    ['金海湖规范性文件到底废了几件', '6件', '000', 8],
  ])('answers "%s" with %s, as %s ¶%d prints it', async (text, figure, prefix, paragraph) => {
    const answer = await five.assistant.ask(text);

    expect(answer).toMatchObject({ kind: 'answer', answer: figure });
    expect(answer.figures[0]?.raw).toBe(figure);
    expect(answer.citations[0]).toMatchObject({ report: five.reportOf(prefix).id, paragraph });
    expect(answer.citations[0]?.quote).toContain(figure);
  });

  it.each([
    ['涪陵高新区有几个行政诉讼', 'a law of procedure beside a figure makes it no lawsuit'],
    ['花都2019年综合纠错率有多少亩', 'a share is no area'],
    ['花都受理的复议有多少件', 'what was concluded or revoked was not counted as accepted'],
  ])('gives no figure for "%s": %s', async (text) => {
    expect((await five.assistant.ask(text)).kind).toBe('refusal');
  });

  it('says first that the year is not held where the report before it only plans', async () => {
    const { text } = await ten.assistant.ask('婺源2023年调解和解率是多少?');

    expect(text).toMatch(/^没有收录上饶市婺源县2023年的报告/);
    expect(text).toContain('35%');
  });

  it('shows figure, sentence, title, headings and paragraph', async () => {
    const { text } = await five.assistant.ask('花都2019年综合纠错率是多少?');

    for (const part of [
      '广州市花都区2019年 · 综合纠错率:21.9%',
      '已审结64宗行政复议案件',
      '《广州市花都区2019年法治政府建设情况报告》 › 一、2019年工作情况',
      '1.发挥复议功能。 › ¶25',
    ])
      expect(text).toContain(part);
  });

  it('names what is counted behind the number too', async () => {
    expect((await five.assistant.ask('花都有多少台执法记录仪?')).text).toContain('全区配备执法记录仪:2125台');
  });

  it('gives both figures that a report prints under one label, with a note', async () => {
    const answer = await five.assistant.ask('高州2021年行政强制案多少宗?');

    expect(answer.answer).toBe('36宗、1299宗');
    expect(answer.notes[0]).toContain('不止一个数');
  });

  it.each([
    ['金海湖水利工程办理时限压缩前是几个工作日?', '30个工作日'],
    ['金海湖水利工程办理时限现在是几个工作日?', '10个工作日'],
    ["How many working days did Jinhaihu's water works approval take before?", '30个工作日'],
  ])('tells before from after a change: %s', async (text, figure) => {
    expect((await five.assistant.ask(text)).answer).toBe(figure);
  });

  it.each([
    ['花都2019年保留、修改、废止的规范性文件各多少份?', '10份、7份、4份'],
    ['高州2021年受理和不予受理的复议申请各多少件?', '72件、10件'],
    ['花都2019年调解各类矛盾纠纷多少宗,成功多少宗?', '4066宗、4017宗'],
  ])('answers every number of "%s", in order', async (text, figures) => {
    expect((await five.assistant.ask(text)).answer).toBe(figures);
  });

  it('notes that a figure is of a part of the year', async () => {
    expect((await five.assistant.ask('高州2021年收到行政复议申请多少件?')).notes).toEqual([
      '统计时段:截至11月9日,不是全年。',
    ]);
    expect((await five.assistant.ask('花都2019年配备多少台执法记录仪?')).notes).toEqual([]);
  });

  it('says large sums in English words too', async () => {
    const { text } = await five.assistant.ask(
      'What was the registered capital of new enterprises in Jinhaihu?',
    );

    expect(text).toContain('29.05亿元 (2.905 billion yuan)');
  });

  it.each([
    '花都2019年行政强制多少宗?',
    '花都2019年法律援助多少件?',
    '花都2019年行政诉讼多少件?',
    '平桥区2023年综合纠错率是多少?',
    '高州2021年败诉率是多少?',
    '花都2019年无人机有多少架?',
    'How many drones does Huadu have?',
  ])('refuses "%s", which the report does not give, without figure or citation', async (text) => {
    expect(await five.assistant.ask(text)).toMatchObject({
      kind: 'refusal',
      answer: '',
      citations: [],
      figures: [],
    });
  });

  it('answers from reports in other styles of numbering and width', async () => {
    const answer = await ten.assistant.ask('天水市2016年评查行政处罚案卷多少卷?');

    expect(answer.answer).toBe('３１０卷');
    expect(answer.figures[0]?.value).toBe(310);
  });

  it('answers a question for an earlier year from what the report prints of it', async () => {
    const answer = await ten.assistant.ask('西樵镇2024年处理的12345投诉多少件?');

    expect(answer.citations.every((citation) => citation.year === 2025)).toBe(true);
  });
});
