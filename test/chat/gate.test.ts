import { describe, expect, it } from 'vitest';
import { createFixedAssistant } from '../support/fixed-assistant.ts';
import { startBot } from '../support/start-bot.ts';
import { startTelegramServer, type TelegramServer } from '../support/telegram-server.ts';

const stranger = { id: 3, is_bot: false, first_name: 'Stranger', language_code: 'en' };

function presses(telegram: TelegramServer, from: object, id = 'q1'): void {
  const chat = { id: 3, type: 'private', first_name: 'Stranger' };
  const message = {
    message_id: 1,
    date: 1,
    chat,
    text: 'x',
    from: { id: 42, is_bot: true, first_name: 'Z' },
  };
  telegram.update({ callback_query: { id, from, message, chat_instance: '1', data: 'x' } });
}

/** All the bot sent to readers, in order. */
function spoken(telegram: TelegramServer): readonly string[] {
  const methods = ['sendMessage', 'editMessageText', 'answerCallbackQuery', 'answerInlineQuery'];
  return telegram.calls.map(({ method }) => method).filter((method) => methods.includes(method));
}

describe('the gate', () => {
  it('lets nothing of a stranger past: no command, no edit, no button, no inline query', async () => {
    await using telegram = await startTelegramServer();
    const assistant = createFixedAssistant();
    await using _ = startBot(telegram, { assistant, allowedUsers: [1] });
    const who = { userId: 3, language: 'en' };

    const asked = telegram.userSays('/start', who);
    expect((await telegram.nextMessage()).text).toContain('your user id, 3.');
    telegram.userEdits(asked, 'How many?', who);
    expect((await telegram.nextMessage()).text).toContain('open to certain users only');
    presses(telegram, stranger);
    expect(await telegram.nextCall('answerCallbackQuery')).toMatchObject({
      fields: { text: expect.stringContaining('open to certain users only'), show_alert: true },
    });
    telegram.userAsksInline('How many?', who);
    expect(await telegram.nextCall('answerInlineQuery')).toMatchObject({ fields: { results: [] } });

    expect(assistant.asked).toEqual([]);
    expect(spoken(telegram)).toHaveLength(4);
  });

  it('is silent to strangers in a group', async () => {
    await using telegram = await startTelegramServer();
    const assistant = createFixedAssistant();
    await using _ = startBot(telegram, { assistant, allowedUsers: [1] });

    telegram.userSays('@zhibao_test_bot 一', { userId: 3, chatId: -5, chatType: 'group' });
    telegram.userSays('@zhibao_test_bot 二', { userId: 1, chatId: -5, chatType: 'group' });
    await telegram.nextMessage();

    expect(assistant.asked.map(({ question }) => question)).toEqual(['二']);
    expect(spoken(telegram)).toEqual(['sendMessage']);
  });

  it('ignores bots and what its own inline mode inserted', async () => {
    await using telegram = await startTelegramServer();
    const assistant = createFixedAssistant();
    await using _ = startBot(telegram, { assistant });
    const chat = { id: 9, type: 'private', first_name: 'Bot' };
    const from = { id: 9, is_bot: true, first_name: 'Bot' };

    telegram.update({ message: { message_id: 900, date: 1, chat, from, text: '/start' } });
    telegram.userSays('已插入的回答', {
      fields: { via_bot: { id: 42, is_bot: true, first_name: 'Zhibao' } },
    });
    telegram.userSays('二');
    await telegram.nextMessage();

    expect(assistant.asked.map(({ question }) => question)).toEqual(['二']);
  });

  it('tells once who asks too fast, and goes on for everybody else and for administrators', async () => {
    await using telegram = await startTelegramServer();
    const assistant = createFixedAssistant();
    await using _ = startBot(telegram, { assistant, questionsPerMinute: 2, adminUsers: [1] });
    // Sent in one minute, whenever the test runs.
    const fields = { date: 1_700_000_040 };

    for (const text of ['一', '二', '三', '四', '五']) telegram.userSays(text, { userId: 3, fields });
    for (const text of ['六', '七', '八']) telegram.userSays(text, { userId: 1, fields });
    telegram.userSays('九', { userId: 4, fields });
    telegram.userSays('十', { userId: 3, fields: { date: fields.date + 60 } });

    const texts = await nextTexts(telegram, 8);
    expect(texts.filter((text) => text.includes('太快'))).toHaveLength(1);
    const asked = assistant.asked.map(({ question }) => question);
    expect(asked.sort()).toEqual(['一', '七', '九', '二', '八', '六', '十'].sort());
  });

  it('answers presses that come too fast, by the notice once and then silently', async () => {
    await using telegram = await startTelegramServer();
    await using _ = startBot(telegram, { questionsPerMinute: 1 });

    for (let press = 0; press < 6; press += 1) presses(telegram, stranger, `q${press}`);
    const texts: string[] = [];
    for (let press = 0; press < 6; press += 1) texts.push((await telegram.nextCallbackAnswer()).text);

    // A minute may end between two of them.
    expect(texts.filter((text) => text.includes('faster')).length).toBeOneOf([1, 2]);
    expect(texts.filter((text) => text === '').length).toBeGreaterThan(0);
  });

  it('counts what is typed inline apart from what is asked in a chat', async () => {
    await using telegram = await startTelegramServer();
    const assistant = createFixedAssistant();
    await using _ = startBot(telegram, { assistant, questionsPerMinute: 1 });
    for (let letters = 0; letters < 3; letters += 1) telegram.userAsksInline('花都');
    await telegram.nextInlineAnswer();

    telegram.userSays('一');
    await telegram.nextMessage();

    expect(assistant.asked.map(({ question }) => question)).toContain('一');
  });

  it('refuses a stranger no oftener than it would answer others', async () => {
    await using telegram = await startTelegramServer();
    await using _ = startBot(telegram, { allowedUsers: [1], questionsPerMinute: 2 });
    const fields = { date: 1_700_000_040 };

    for (let turn = 0; turn < 5; turn += 1) telegram.userSays('一', { userId: 3, language: 'en', fields });
    for (let turn = 0; turn < 2; turn += 1) await telegram.nextMessage({ chatId: 3 });
    telegram.userSays('二', { userId: 1 });
    await telegram.nextMessage({ chatId: 1 });

    const refused = telegram.sent.filter(({ chatId }) => chatId === 3);
    expect(refused.map(({ text }) => text)).toEqual([
      expect.stringContaining('certain users'),
      expect.stringContaining('certain users'),
    ]);
  });

  it('counts in a group only what is meant for the bot', async () => {
    await using telegram = await startTelegramServer();
    const assistant = createFixedAssistant();
    await using _ = startBot(telegram, { assistant, questionsPerMinute: 1 });
    const group = { chatId: -5, chatType: 'group', fields: { date: 1_700_000_040 } } as const;

    for (let turn = 0; turn < 5; turn += 1) telegram.userSays('闲聊', group);
    telegram.userSays('@zhibao_test_bot 一', group);
    await telegram.nextMessage();

    expect(assistant.asked.map(({ question }) => question)).toEqual(['一']);
  });
});

async function nextTexts(telegram: TelegramServer, count: number): Promise<readonly string[]> {
  const texts: string[] = [];
  for (let index = 0; index < count; index += 1) texts.push((await telegram.nextMessage()).text);
  return texts;
}
