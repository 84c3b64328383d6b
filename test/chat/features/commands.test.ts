/** The commands, typed over HTTP, on the reports in `data/reports`. */
import { describe, expect, it } from 'vitest';
import { startReportBot } from '../../support/start-report-bot.ts';
import type { SentMessage } from '../../support/telegram-server-messages.ts';
import { useReports } from '../../support/use-reports.ts';

const reports = useReports('data/reports');
const labels = ({ buttons }: SentMessage) => buttons.map(({ text }) => text);

describe('/start', () => {
  it('says what the bot does and offers three questions that are answered when pressed', async () => {
    await using bot = await startReportBot(reports.library);
    bot.telegram.userSays('/start');

    const greeting = await bot.telegram.nextMessage();

    expect(greeting.text).toContain('资料库现有5份报告');
    expect(labels(greeting)).toHaveLength(3);
    for (const label of labels(greeting)) {
      bot.telegram.userPresses(label);
      const reply = await bot.telegram.nextMessage();
      expect(reply.text).toContain(`▸ ${label}`);
      expect(reply.text).not.toMatch(/没有收录|的报告中没有/);
    }
  });

  it('does so in English', async () => {
    await using bot = await startReportBot(reports.library);
    bot.telegram.userSays('/start', { language: 'en' });

    const greeting = await bot.telegram.nextMessage();
    bot.telegram.userPresses(labels(greeting)[0] ?? '', { language: 'en' });

    expect(greeting.text).toContain('It holds 5 reports');
    expect((await bot.telegram.nextMessage()).text).toMatch(/District|City|Zone|Area/);
  });
});

describe('/help and /privacy', () => {
  it('list every command, and what is kept', async () => {
    await using bot = await startReportBot(reports.library);
    bot.telegram.userSays('/help');
    const help = await bot.telegram.nextMessage();
    bot.telegram.userSays('/privacy', { language: 'en' });
    const privacy = await bot.telegram.nextMessage();

    for (const name of [
      'start',
      'reports',
      'summary',
      'compare',
      'audit',
      'stop',
      'language',
      'forget',
      'feedback',
    ])
      expect(help.text).toContain(`/${name} `);
    expect(privacy.text).toContain('90 days');
  });

  it('are published with all others in both languages', async () => {
    await using bot = await startReportBot(reports.library);
    bot.telegram.userSays('/help');
    await bot.telegram.nextMessage();

    const published = bot.telegram.calls.filter(({ method }) => method === 'setMyCommands');

    expect(published.map(({ fields }) => (fields.commands as unknown[]).length)).toEqual([11, 11]);
  });
});

describe('/reports', () => {
  it('lists regions and years, with buttons that lead to a summary', async () => {
    await using bot = await startReportBot(reports.library);
    bot.telegram.userSays('/reports');
    const list = await bot.telegram.nextMessage();

    bot.telegram.userPresses('花都区2019年');

    expect(list.text).toContain('- 花都区 (广东省 › 广州市): 2019');
    expect(labels(list)).toHaveLength(5);
    expect((await bot.telegram.nextMessage()).text).toContain('广州市花都区2019年法治政府建设要点');
  });
});

describe('/summary', () => {
  it.each([
    ['/summary 花都 2019', '广州市花都区2019年法治政府建设要点'],
    ['/summary Huadu 2019', "the report's main points"],
    ['/summary@zhibao_test_bot 花都', '广州市花都区2019年法治政府建设要点'],
    ['/summary 天河', '没有收录'],
  ])('%s', async (command, proof) => {
    await using bot = await startReportBot(reports.library);

    bot.telegram.userSays(command);

    expect((await bot.telegram.nextMessage()).text).toContain(proof);
  });

  it.each([
    ['zh', '您问的是哪个地区'],
    ['en', 'Which region'],
  ])('asks back which report where none is named (%s)', async (language, proof) => {
    await using bot = await startReportBot(reports.library);
    bot.telegram.userSays('/summary', { language });

    const asking = await bot.telegram.nextMessage();

    expect(asking.text).toContain(proof);
    expect(labels(asking)).toHaveLength(5);
  });
});

describe('/compare', () => {
  it('shows what both give as tables for a phone, citations below', async () => {
    await using bot = await startReportBot(reports.library);
    bot.telegram.userSays('/compare 花都 高州 综合纠错率');

    const reply = await bot.telegram.nextMessage();

    expect(reply.raw).toContain('<pre>广州市花都区2019年  21.9%\n茂名市高州市2021年  11.11%</pre>');
    expect(reply.raw.indexOf('<blockquote>')).toBeGreaterThan(reply.raw.indexOf('</pre>'));
    expect(labels(reply).slice(0, 2)).toEqual(['📄 花都区2019年 ¶25', '📄 高州市2021年 ¶18']);
  });

  it('says how where fewer than two regions are named, with an example to press', async () => {
    await using bot = await startReportBot(reports.library);
    bot.telegram.userSays('/compare 花都');
    const usage = await bot.telegram.nextMessage();

    bot.telegram.userPresses(labels(usage)[0] ?? '');

    expect(usage.text).toContain('/compare 花都 高州');
    expect((await bot.telegram.nextMessage()).text).toContain('给出的指标');
  });
});

describe('/audit', () => {
  it.each([
    ['/audit 花都 2019', '超过92%'],
    ['/audit Huadu 2019', 'but the counts given make'],
    ['/audit', '121345'],
  ])('%s', async (command, proof) => {
    await using bot = await startReportBot(reports.library);

    bot.telegram.userSays(command);

    expect((await bot.telegram.nextMessage()).text).toContain(proof);
  });
});

describe('a command', () => {
  it.each([
    ['in capitals', { text: '/SUMMARY 花都 2019' }],
    ["behind the bot's name", { text: '@zhibao_test_bot /summary 花都 2019' }],
    [
      'in a group, too',
      { text: '@zhibao_test_bot /summary 花都 2019', chatId: -5, chatType: 'group' as const },
    ],
    [
      'under a picture',
      {
        text: '',
        fields: {
          photo: [{ file_id: 'p', file_unique_id: 'p', width: 1, height: 1 }],
          caption: '/summary 花都 2019',
        },
      },
    ],
  ])('is taken %s', async (_, { text, ...sender }) => {
    await using bot = await startReportBot(reports.library);

    bot.telegram.userSays(text, sender);

    expect((await bot.telegram.nextMessage()).text).toContain('广州市花都区2019年法治政府建设要点');
  });
});

describe('in words', () => {
  it.each([
    ['总结花都2019年的报告', '广州市花都区2019年法治政府建设要点'],
    ['比较花都和高州的综合纠错率', '10.79个百分点'],
    ['花都的报告有没有矛盾？', '超过92%'],
    ['有哪些报告？', '已收录 5 份报告'],
    ['你能做什么？', '可以这样问'],
    ['请用英文回答', '请选择回答的语言'],
    ['Please answer in Chinese', '请选择回答的语言'],
    ['隐私政策', '最长90天'],
    ['你保存了我的什么数据？', '最长90天'],
    ['我想提意见', '写下您的意见'],
    ['报告提到了哪些隐私数据？', '隐私'],
  ])('what commands do is done as well: %s', async (words, proof) => {
    await using bot = await startReportBot(reports.library);

    bot.telegram.userSays(words);

    expect((await bot.telegram.nextMessage()).text).toContain(proof);
  });
});

describe('a mistyped command', () => {
  it('gets the nearest one, to be pressed with what stood behind it', async () => {
    await using bot = await startReportBot(reports.library);
    bot.telegram.userSays('/sumary 花都 2019');
    const hint = await bot.telegram.nextMessage();

    bot.telegram.userPresses('/summary 花都 2019');

    expect(hint.text).toBe('没有 /sumary 这个命令。您是想用 /summary 吗？');
    expect((await bot.telegram.nextMessage()).text).toContain('广州市花都区2019年法治政府建设要点');
  });

  it('is told of /help where it is like none', async () => {
    await using bot = await startReportBot(reports.library);

    bot.telegram.userSays('/qqqqqqqqqqqq', { language: 'en' });

    expect((await bot.telegram.nextMessage()).text).toContain('/help lists them');
  });
});

describe('/forget', () => {
  it('deletes the memory of the chat, and so does asking for it in words', async () => {
    await using bot = await startReportBot(reports.library);
    for (const request of ['/forget', '忘记我们的对话']) {
      bot.telegram.userSays('花都2019年综合纠错率是多少?');
      await bot.telegram.nextMessage();
      bot.telegram.userSays(request);
      const done = await bot.telegram.nextMessage();
      bot.telegram.userSays('那高州呢？');
      const after = await bot.telegram.nextMessage();

      expect(done.text).toContain('已经忘记');
      expect(after.text).not.toContain('综合纠错率:11.11%');
    }
  });
});

describe('/language', () => {
  it('settles the language of every reply until it follows the question again', async () => {
    await using bot = await startReportBot(reports.library);
    bot.telegram.userSays('/language');
    const offer = await bot.telegram.nextMessage();
    bot.telegram.userPresses('English');
    const chosen = await bot.telegram.nextEdit();
    bot.telegram.userSays('花都2019年综合纠错率是多少?');
    const english = await bot.telegram.nextMessage();
    bot.telegram.userSays('/language');
    await bot.telegram.nextMessage();
    await bot.restart();
    bot.telegram.userPresses('As asked');
    await bot.telegram.nextEdit();
    bot.telegram.userSays('花都2019年综合纠错率是多少?');
    const chinese = await bot.telegram.nextMessage();

    expect(labels(offer)).toEqual(['中文', 'English', '跟随提问']);
    expect(chosen.text).toBe('Done. Language of replies: English');
    expect(english.text).toContain('comprehensive correction rate (综合纠错率): 21.9%');
    expect(chinese.text).toContain('广州市花都区2019年 · 综合纠错率:21.9%');
  });
});

describe('languages', () => {
  it.each([
    ['花都區2019年綜合糾錯率是多少？', 'zh-hant', '综合纠错率:21.9%'],
    ['What was the comprehensive correction rate of Huadu in 2019?', 'zh-hans', 'correction rate'],
    ['花都2019年综合纠错率是多少?', 'en', '综合纠错率:21.9%'],
    ['hi', 'zh-hans', '您好'],
    ['hi', 'en', 'Hello!'],
    ['您好', 'en', '您好'],
    ['???', 'zh-hans', '没有看懂'],
    ['\u200b', 'en', 'Please type a question'],
    ['/nothing-at-all', 'en', 'There is no command'],
    ['/nothing-at-all', 'zh-hant', '这个命令'],
    ['/nothing-at-all', 'fr', 'There is no command'],
  ])('%s is answered for a reader of %s', async (text, language, proof) => {
    await using bot = await startReportBot(reports.library);

    bot.telegram.userSays(text, { language });

    expect((await bot.telegram.nextMessage()).text).toContain(proof);
  });
});
