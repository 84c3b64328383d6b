/** The buttons under a reply, pressed over HTTP, on the reports in `data/reports`. */
import { describe, expect, it } from 'vitest';
import { startReportBot } from '../../support/start-report-bot.ts';
import type { SentMessage } from '../../support/telegram-server-messages.ts';
import { useReports } from '../../support/use-reports.ts';

const reports = useReports('data/reports');
const question = '花都2019年综合纠错率是多少?';
const labels = ({ buttons }: SentMessage) => buttons.map(({ text }) => text);

describe('a reply', () => {
  it('begins with the answer in bold, quotes the sentence that proves it, and names its place', async () => {
    await using bot = await startReportBot(reports.library);

    const asked = bot.telegram.userSays(question);

    const reply = await bot.telegram.nextMessage();
    expect(reply.raw).toMatch(
      /^<b>广州市花都区2019年 · 综合纠错率:21\.9%<\/b>\n\n<blockquote>[^<]*综合纠错率21\.9%/,
    );
    expect(reply.raw).toMatch(/<\/blockquote>\n《[^》]+》 › .* › ¶25 · 发布于 2020-04-01$/m);
    expect(reply.replyTo).toBe(asked);
    expect(reply.fields).toMatchObject({ parse_mode: 'HTML', link_preview_options: { is_disabled: true } });
  });

  it('has buttons for its paragraph, what can be asked next, and what the reader thinks', async () => {
    await using bot = await startReportBot(reports.library);
    bot.telegram.userSays(question);

    const reply = await bot.telegram.nextMessage();

    expect(labels(reply)).toEqual([
      '📄 原文 ¶25',
      '🔎 高州市2021年呢？',
      '⚖️ 与高州市2021年比较',
      '📋 花都区2019年总结',
      '👍',
      '👎',
    ]);
  });

  it('answers every question that it offers', async () => {
    await using bot = await startReportBot(reports.library);
    bot.telegram.userSays(question);
    const reply = await bot.telegram.nextMessage();

    for (const [label, proof] of [
      ['🔎 高州市2021年呢？', '11.11%'],
      ['⚖️ 与高州市2021年比较', '10.79个百分点'],
      ['📋 花都区2019年总结', '法治政府建设要点'],
    ] as const) {
      bot.telegram.userPresses(label, { messageId: reply.messageId });
      const next = await bot.telegram.nextMessage();
      expect(next.text).toContain(proof);
      expect(next.text.split('\n')[0]).toMatch(/^▸ /);
      expect(next.replyTo).toBe(reply.messageId);
    }
    expect(bot.telegram.refusals).toEqual([]);
  });

  it('shows its paragraph in full, and turns to those before and after in the same message', async () => {
    await using bot = await startReportBot(reports.library);
    bot.telegram.userSays(question);
    await bot.telegram.nextMessage();

    bot.telegram.userPresses('📄 原文 ¶25');
    const shown = await bot.telegram.nextMessage();
    bot.telegram.userPresses('¶26 ▶');
    const after = await bot.telegram.nextEdit();
    bot.telegram.userPresses('◀ ¶25');
    const back = await bot.telegram.nextEdit();

    expect(shown.text).toContain('1.发挥复议功能 › ¶25');
    expect(labels(shown)).toEqual(['◀ ¶24', '¶26 ▶']);
    expect(after.messageId).toBe(shown.messageId);
    expect(after.text).toContain('2.开展人民调解 › ¶26');
    expect(back.text).toBe(shown.text);
  });

  it('has no button to a paragraph before the first one', async () => {
    await using bot = await startReportBot(reports.library);
    const [report] = reports.library.reports();
    bot.telegram.userSays(question);
    await bot.telegram.nextMessage();
    bot.telegram.userPresses('📄 原文 ¶25');
    let page = await bot.telegram.nextMessage();

    while (labels(page).some((label) => label.startsWith('◀'))) {
      bot.telegram.userPresses(labels(page)[0] ?? '', { messageId: page.messageId });
      page = await bot.telegram.nextEdit();
    }

    expect(report).toBeDefined();
    expect(page.text).toMatch(/› ¶1 · 发布于 2020-04-01$/);
    expect(labels(page)).toEqual(['¶2 ▶']);
  });

  it('works after a restart', async () => {
    await using bot = await startReportBot(reports.library);
    bot.telegram.userSays(question);
    await bot.telegram.nextMessage();

    await bot.restart();
    bot.telegram.userPresses('🔎 高州市2021年呢？');

    expect((await bot.telegram.nextMessage()).text).toContain('11.11%');
  });

  it('ends the waiting of who presses, each time', async () => {
    await using bot = await startReportBot(reports.library);
    bot.telegram.userSays(question);
    await bot.telegram.nextMessage();

    for (const button of ['📄 原文 ¶25', '🔎 高州市2021年呢？', '👍', '👎']) {
      const query = bot.telegram.userPresses(button);
      expect((await bot.telegram.nextCallbackAnswer()).queryId).toBe(query);
    }
  });

  it('says in a window that a button no longer works', async () => {
    await using bot = await startReportBot(reports.library);
    bot.telegram.userSays(question);
    const reply = await bot.telegram.nextMessage();
    bot.telegram.userSays('/forget');
    await bot.telegram.nextMessage();

    for (const button of ['📄 原文 ¶25', '🔎 高州市2021年呢？', '👍']) {
      bot.telegram.userPresses(button, { messageId: reply.messageId });
      expect(await bot.telegram.nextCallbackAnswer()).toMatchObject({
        showAlert: true,
        text: '这个按钮已经失效，请重新提问。',
      });
    }
  });

  it('answers what no button of it sent: other data, none, or of a message without chat', async () => {
    await using bot = await startReportBot(reports.library);
    const from = { id: 7, is_bot: false, first_name: 'Reader', language_code: 'zh-hans' };
    const chat = { id: 7, type: 'private', first_name: 'Reader' };
    const message = { message_id: 99, date: 0, chat };

    for (const query of [
      { message, data: 'x' },
      { message, data: 'a:zz:0' },
      { message, data: 't:1:0:1' },
      { message, game_short_name: 'game' },
      { inline_message_id: 'inline', data: 'a:1:0' },
    ]) {
      bot.telegram.update({
        callback_query: { id: `made-up-${JSON.stringify(query)}`, from, chat_instance: '7', ...query },
      });
      const call = await bot.telegram.nextCall('answerCallbackQuery');
      expect(call.fields).toMatchObject({ show_alert: true });
    }
  });

  it('cannot be reached from another chat', async () => {
    await using bot = await startReportBot(reports.library);
    bot.telegram.userSays(question, { userId: 1 });
    const reply = await bot.telegram.nextMessage();
    const data = reply.buttons[0]?.callback_data;
    const from = { id: 2, is_bot: false, first_name: 'Reader' };
    const message = { message_id: 1, date: 1, chat: { id: 2, type: 'private' } };

    bot.telegram.update({ callback_query: { id: 'q', from, message, chat_instance: '2', data } });

    const call = await bot.telegram.nextCall('answerCallbackQuery');
    expect(call.fields).toMatchObject({ show_alert: true });
  });
});

describe('asking back', () => {
  it('offers its choices as buttons, which answer the question', async () => {
    await using bot = await startReportBot(reports.library);
    bot.telegram.userSays('总结');
    const asking = await bot.telegram.nextMessage();

    bot.telegram.userPresses('广州市花都区2019年');

    expect(labels(asking)).toHaveLength(5);
    expect((await bot.telegram.nextMessage()).text).toContain('广州市花都区2019年法治政府建设要点');
  });

  it('takes a typed choice as well', async () => {
    await using bot = await startReportBot(reports.library);
    bot.telegram.userSays('总结');
    await bot.telegram.nextMessage();

    bot.telegram.userSays('3');

    expect((await bot.telegram.nextMessage()).text).toContain('广州市花都区2019年法治政府建设要点');
  });

  it.each([
    ['总结', '广州市花都区2019年', '广州市花都区2019年法治政府建设要点'],
    ['Who issued the report?', 'Gaozhou City (茂名市高州市), 2021', '高州市人民政府'],
  ])('still answers a choice when the chat has gone on (%s)', async (asking, choice, proof) => {
    await using bot = await startReportBot(reports.library);
    for (const text of [asking, '平桥2023年综合纠错率']) {
      bot.telegram.userSays(text);
      await bot.telegram.nextMessage();
    }

    bot.telegram.userPresses(choice);

    expect((await bot.telegram.nextMessage()).text).toContain(proof);
  });

  it('offers what can be asked instead of what is not held', async () => {
    await using bot = await startReportBot(reports.library);
    bot.telegram.userSays('天河区2019年综合纠错率是多少');
    await bot.telegram.nextMessage();

    bot.telegram.userPresses('广州市花都区2019年综合纠错率是多少');

    expect((await bot.telegram.nextMessage()).text).toContain('21.9%');
  });
});
