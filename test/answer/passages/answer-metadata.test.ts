import { describe, expect, it } from 'vitest';
import { useReports } from '../../support/use-reports.ts';

const five = useReports('data/reports');
const ask = (text: string) => five.assistant.ask(text);

describe('answerMetadata()', () => {
  it.each([
    ['花都2019年报告是什么时候发布的?', '2020年4月1日', '发布日期:2020-04-01'],
    ['高州2021年报告的落款日期是哪天?', '2021年12月2日', '2021年12月2日'],
    ['高州的报告是谁发布的?', '高州市人民政府', '高州市人民政府'],
    ['金海湖的报告是哪个单位发布的?', '毕节金海湖新区管理委员会', '毕节金海湖新区管理委员会'],
    [
      '花都报告的标题是什么?',
      '广州市花都区2019年法治政府建设情况报告',
      '广州市花都区2019年法治政府建设情况报告',
    ],
    ['When was the Huadu report published?', '2020-04-01', '发布日期:2020-04-01'],
    ['Who issued the Gaozhou report?', '高州市人民政府', '高州市人民政府'],
    [
      'What is the title of the Gaozhou report?',
      '高州市2021年度法治政府建设情况报告',
      '高州市2021年度法治政府建设情况报告',
    ],
  ])('answers "%s" with %s, from the line that prints it', async (text, answer, printed) => {
    const reply = await ask(text);

    expect(reply).toMatchObject({ kind: 'answer', answer, citations: [{ paragraph: 0, section: [] }] });
    expect(reply.citations[0]?.quote).toContain(printed);
  });

  it('says which date it is, where the report prints only that under it', async () => {
    expect((await ask('金海湖的报告什么时候发布的?')).text).toContain('落款日期:2021年1月18日');
    expect((await ask('When was the Huadu report published?')).text).toContain('Published: 2020-04-01');
  });

  it('notes that a title is derived, and cites nothing for it', async () => {
    const reply = await ask('平桥区2023年报告的标题是什么?');

    expect(reply).toMatchObject({ answer: '信阳市平桥区2023年法治政府建设情况报告', citations: [] });
    expect(reply.notes[0]).toContain('没有印标题');
  });

  it('refuses an issuer that the report does not print', async () => {
    expect(await ask('平桥区2023年报告是谁发布的?')).toMatchObject({ kind: 'refusal', citations: [] });
  });
});
