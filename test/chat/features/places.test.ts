/** Groups, topics, edited messages, pictures and inline mode, over HTTP on the reports in `data/reports`. */
import { describe, expect, it } from 'vitest';
import { startReportBot } from '../../support/start-report-bot.ts';
import { useReports } from '../../support/use-reports.ts';

const reports = useReports('data/reports');
const question = '花都2019年综合纠错率是多少?';
const group = { chatId: -5, chatType: 'supergroup' } as const;

describe('in a group', () => {
  it('the bot answers commands, mentions and replies to it, and nothing else', async () => {
    await using bot = await startReportBot(reports.library);
    const { telegram } = bot;
    telegram.userSays(question, group);
    telegram.userSays(`@zhibao_test_bot2 ${question}`, group);
    telegram.userSays('/summary@other_bot 花都', group);
    telegram.userSays('/sumary 花都', group);
    telegram.userSays('', {
      ...group,
      fields: { photo: [{ file_id: 'p', file_unique_id: 'p', width: 1, height: 1 }] },
    });

    telegram.userSays('@zhibao_test_bot 花都2019年综合纠错率是多少?', group);
    const mentioned = await telegram.nextMessage();
    telegram.userSays('那高州呢？', { ...group, replyTo: mentioned.messageId });
    const replied = await telegram.nextMessage();
    telegram.userSays('/audit@zhibao_test_bot 花都', group);
    const commanded = await telegram.nextMessage();

    expect(mentioned.text).toContain('21.9%');
    expect(replied.text).toContain('11.11%');
    expect(commanded.text).toContain('超过92%');
    expect(telegram.sent).toHaveLength(3);
  });

  it('is meant too where its name is a link', async () => {
    await using bot = await startReportBot(reports.library);
    const user = { id: 42, is_bot: true, first_name: 'Zhibao' };

    bot.telegram.userSays(`治报 ${question}`, {
      ...group,
      entities: [{ type: 'text_mention', offset: 0, length: 2, user }],
    });

    expect((await bot.telegram.nextMessage()).text).toContain('综合纠错率:21.9%');
  });

  it('works with privacy mode on', async () => {
    await using bot = await startReportBot(reports.library, { privacyMode: true });
    bot.telegram.userSays(question, group);

    bot.telegram.userSays(`@zhibao_test_bot ${question}`, group);
    const first = await bot.telegram.nextMessage();
    bot.telegram.userSays('那高州呢？', { ...group, replyTo: first.messageId });

    expect((await bot.telegram.nextMessage()).text).toContain('11.11%');
  });

  it('nobody goes on with what another asked about', async () => {
    await using bot = await startReportBot(reports.library);
    bot.telegram.userSays(`@zhibao_test_bot ${question}`, { ...group, userId: 1 });
    await bot.telegram.nextMessage();
    bot.telegram.userSays('@zhibao_test_bot 平桥2023年有哪些问题', { ...group, userId: 2 });
    await bot.telegram.nextMessage();

    bot.telegram.userSays('@zhibao_test_bot 那高州呢？', { ...group, userId: 1 });

    expect((await bot.telegram.nextMessage()).text).toContain('综合纠错率:11.11%');
  });

  it('each topic is a conversation of its own, and replies stay in it', async () => {
    await using bot = await startReportBot(reports.library);
    bot.telegram.userSays(`@zhibao_test_bot ${question}`, { ...group, thread: 100 });
    const first = await bot.telegram.nextMessage();
    bot.telegram.userSays('@zhibao_test_bot 那高州呢？', { ...group, thread: 200 });
    const other = await bot.telegram.nextMessage();
    bot.telegram.userPresses('📄 原文 ¶25', { ...group, messageId: first.messageId });
    const paragraph = await bot.telegram.nextMessage();

    expect([first.thread, other.thread, paragraph.thread]).toEqual([100, 200, 100]);
    expect(other.text).not.toContain('综合纠错率:11.11%');
    expect(bot.telegram.refusals).toEqual([]);
  });

  it('the language is that of the group', async () => {
    await using bot = await startReportBot(reports.library);
    bot.telegram.userSays('/language', { ...group, userId: 1 });
    await bot.telegram.nextMessage();
    bot.telegram.userPresses('English', { ...group, userId: 1 });
    await bot.telegram.nextEdit();

    bot.telegram.userSays(`@zhibao_test_bot ${question}`, { ...group, userId: 2 });

    expect((await bot.telegram.nextMessage()).text).toContain('Huadu District');
  });
});

describe('an edited question', () => {
  it('is answered anew in the reply that is there', async () => {
    await using bot = await startReportBot(reports.library);
    const asked = bot.telegram.userSays(question);
    const reply = await bot.telegram.nextMessage();

    bot.telegram.userEdits(asked, '高州2021年综合纠错率是多少?');
    const edited = await bot.telegram.nextEdit();
    bot.telegram.userPresses('📄 原文 ¶18');
    const paragraph = await bot.telegram.nextMessage();

    expect(edited.messageId).toBe(reply.messageId);
    expect(edited.text).toContain('11.11%');
    expect(paragraph.text).toContain('¶18');
    expect(bot.telegram.refusals).toEqual([]);
  });

  it('is answered by a new reply where the earlier one is gone', async () => {
    await using bot = await startReportBot(reports.library);
    const asked = bot.telegram.userSays(question);
    const reply = await bot.telegram.nextMessage();
    bot.telegram.deletes(7, reply.messageId);

    bot.telegram.userEdits(asked, '高州2021年综合纠错率是多少?');

    expect(await bot.telegram.nextMessage()).toMatchObject({
      text: expect.stringContaining('11.11%'),
      replyTo: asked,
    });
  });

  it('is answered anew in a group where it no longer names the bot', async () => {
    await using bot = await startReportBot(reports.library);
    const asked = bot.telegram.userSays(`@zhibao_test_bot ${question}`, group);
    const reply = await bot.telegram.nextMessage();

    bot.telegram.userEdits(asked, '高州2021年综合纠错率是多少?', group);

    expect(await bot.telegram.nextEdit()).toMatchObject({
      messageId: reply.messageId,
      text: expect.stringContaining('11.11%'),
    });
  });

  it('is let be where no word has changed', async () => {
    await using bot = await startReportBot(reports.library);
    const asked = bot.telegram.userSays(question);
    await bot.telegram.nextMessage();
    bot.telegram.userEdits(asked, question);

    bot.telegram.userSays('高州2021年综合纠错率是多少?');
    await bot.telegram.nextMessage();

    expect(bot.telegram.sent).toHaveLength(2);
  });

  it('takes the place of a command that asked, too', async () => {
    await using bot = await startReportBot(reports.library);
    const asked = bot.telegram.userSays('/summary 花都 2018');
    await bot.telegram.nextMessage();

    bot.telegram.userEdits(asked, '/summary 花都 2019');

    expect((await bot.telegram.nextEdit()).text).toContain('广州市花都区2019年法治政府建设要点');
  });

  it('shrinks and grows with its answer', async () => {
    await using bot = await startReportBot(reports.library);
    const asked = bot.telegram.userSays(question);
    await bot.telegram.nextMessage();
    for (const text of ['比较花都、高州、平桥、金海湖、涪陵高新区', question]) {
      bot.telegram.userEdits(asked, text);
      await bot.telegram.nextEdit();
    }
    bot.telegram.userSays('/help');
    await bot.telegram.nextMessage({ timeoutMs: 15_000 });

    const ours = bot.telegram.messagesIn(7).filter(({ from }) => (from as { id: number }).id === 42);
    expect(ours.filter(({ text }) => String(text).includes('综合纠错率:21.9%'))).toHaveLength(1);
    expect(bot.telegram.refusals).toEqual([]);
  });
});

describe('what is no text', () => {
  it.each([
    { voice: { file_id: 'v', file_unique_id: 'v', duration: 1 } },
    { photo: [{ file_id: 'p', file_unique_id: 'p', width: 1, height: 1 }] },
    { sticker: { file_id: 's', file_unique_id: 's', type: 'regular', width: 1, height: 1 } },
    { location: { latitude: 1, longitude: 1 } },
    { checklist: { title: '清单', tasks: [] } },
  ])('gets one helpful sentence (%o)', async (fields) => {
    await using bot = await startReportBot(reports.library);

    bot.telegram.userSays('', { fields });

    expect((await bot.telegram.nextMessage()).text).toBe('我只能阅读文字，请用文字提问。');
  });

  it('gets it once for an album', async () => {
    await using bot = await startReportBot(reports.library);
    const photo = [{ file_id: 'p', file_unique_id: 'p', width: 1, height: 1 }];
    for (let picture = 0; picture < 3; picture += 1)
      bot.telegram.userSays('', { fields: { photo, media_group_id: 'album' } });
    bot.telegram.userSays(question);

    await bot.telegram.nextMessage();

    expect((await bot.telegram.nextMessage()).text).toContain('21.9%');
  });

  it('is answered by its caption where that asks', async () => {
    await using bot = await startReportBot(reports.library);
    const photo = [{ file_id: 'p', file_unique_id: 'p', width: 1, height: 1 }];

    bot.telegram.userSays('', { fields: { photo, caption: question } });

    expect((await bot.telegram.nextMessage()).text).toContain('21.9%');
  });
});

describe('inline mode', () => {
  it('offers the answer with its source, for this person and a short while', async () => {
    await using bot = await startReportBot(reports.library);

    bot.telegram.userAsksInline('花都 综合纠错率');

    const { results, fields } = await bot.telegram.nextInlineAnswer();
    expect(results).toMatchObject([
      {
        type: 'article',
        title: expect.stringContaining('21.9%'),
        input_message_content: {
          message_text: expect.stringMatching(/^<b>.*21\.9%<\/b>[\s\S]*› ¶25 · 发布于 2020-04-01$/),
          parse_mode: 'HTML',
        },
      },
    ]);
    expect(fields).toMatchObject({ is_personal: true, cache_time: 10 });
  });

  it('offers an answer for each report where it is open which is meant', async () => {
    await using bot = await startReportBot(reports.library);

    bot.telegram.userAsksInline('总结');

    const { results } = await bot.telegram.nextInlineAnswer();
    expect(results).toHaveLength(5);
  });

  it('leads to the chat where it finds nothing, and tells how to ask where nothing is typed', async () => {
    await using bot = await startReportBot(reports.library);
    bot.telegram.userAsksInline('今天天气怎么样');
    const nothing = await bot.telegram.nextInlineAnswer();
    bot.telegram.userAsksInline('', { language: 'en' });
    const empty = await bot.telegram.nextInlineAnswer();

    expect(nothing).toMatchObject({ results: [], fields: { button: { start_parameter: 'inline' } } });
    expect(empty.fields).toMatchObject({
      button: { text: 'Type a region, a year and what you want to know' },
    });
  });

  it('remembers nothing', async () => {
    await using bot = await startReportBot(reports.library);
    bot.telegram.userAsksInline(question);
    await bot.telegram.nextInlineAnswer();

    bot.telegram.userSays('那高州呢？');

    expect((await bot.telegram.nextMessage()).text).not.toContain('综合纠错率:11.11%');
  });
});
