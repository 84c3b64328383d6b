import { describe, expect, it } from 'vitest';
import { useReports } from '../../support/use-reports.ts';

const five = useReports('data/reports');
const ask = (text: string) => five.assistant.ask(text);

describe('answerPassage()', () => {
  it.each([
    ['平桥区2023年赵敏获得了什么称号?', '全国公共法律服务工作先进个人'],
    ['花都规范性文件清理结果的决定是哪天印发的?', '2019年11月21日'],
    ['花都推开的“3+N”大调解由谁参加?', '3+N'],
    ['平桥区哪些单位获评枫桥式单位?', '平西司法所'],
    ['高州的重大行政决策事项目录是什么文号?', '高府办函〔2021〕31号'],
    [
      'Which documents on streamlining did Jinhaihu follow for the separation of permits and licences?',
      '证照分离',
    ],
  ])('answers "%s" with the words of the report', async (text, words) => {
    const answer = await ask(text);

    expect(answer.kind).toBe('answer');
    expect(answer.citations.map((citation) => citation.quote).join('\n')).toContain(words);
    expect(answer.text).toContain(answer.citations[0]?.quote.slice(0, 40));
  });

  it('cites quotes that are part of their paragraphs', async () => {
    const { citations } = await ask('花都2019年推行了哪些行政执法制度?');

    expect(citations.length).toBeGreaterThan(0);
    for (const { text, quote } of citations) expect(text).toContain(quote);
  });

  it('goes on to the sentences that an announcing one leads to', async () => {
    const { citations } = await ask('平桥区2023年怎样守住安全生产底线?');

    expect(citations[0]?.quote).toContain('应急预案');
  });

  it.each(['花都的无人机巡查怎么开展?', '金海湖的区块链平台叫什么名字?'])('refuses "%s"', async (text) => {
    expect(await ask(text)).toMatchObject({ kind: 'refusal', citations: [] });
  });
});
