import { describe, expect, it } from 'vitest';
import type { RunBotOptions } from '../../src/chat/run-bot.ts';
import type { Conversation } from '../../src/conversation/create-conversation.ts';
import { createLog } from '../../src/log.ts';
import { createFixedAssistant, makeAnswer, makeRefusal } from '../support/fixed-assistant.ts';
import { startBot as start } from '../support/start-bot.ts';
import { startTelegramServer, type TelegramServer } from '../support/telegram-server.ts';

const question = '清河县2021年行政复议案件有多少件？';
const answers = { [question]: makeAnswer() };

function startBot(telegram: TelegramServer, options: Partial<RunBotOptions> = {}) {
  return start(telegram, { assistant: createFixedAssistant(answers), ...options });
}

describe('runBot()', () => {
  it('replies to the asking message with the answer and the section it stands in', async () => {
    await using telegram = await startTelegramServer();
    await using _ = startBot(telegram);

    const asked = telegram.userSays(question);

    const reply = await telegram.nextMessage();
    expect(reply.text).toContain('48件');
    expect(reply.text).toContain('（三）行政复议 › ¶12');
    expect(reply.fields).toMatchObject({
      parse_mode: 'HTML',
      reply_parameters: { message_id: asked },
      link_preview_options: { is_disabled: true },
    });
    expect(telegram.calls.map(({ method }) => method)).toContain('sendChatAction');
  });

  it('shows that it is typing for as long as an answer takes', async () => {
    await using telegram = await startTelegramServer();
    const assistant: Conversation = {
      ...createFixedAssistant(),
      ask: async () => {
        // The first is on its way already.
        for (let shown = 0; shown < 2; shown += 1) await telegram.nextCall('sendChatAction');
        return makeAnswer();
      },
    };
    await using _ = startBot(telegram, { assistant });

    telegram.userSays(question);

    expect((await telegram.nextMessage()).text).toContain('48件');
  });

  it('keeps a memory for each chat', async () => {
    await using telegram = await startTelegramServer();
    const assistant = createFixedAssistant(answers);
    await using _ = startBot(telegram, { assistant });

    telegram.userSays('一', { userId: 1 });
    telegram.userSays('二', { userId: 2 });
    await telegram.nextMessage();
    await telegram.nextMessage();

    expect(assistant.asked).toEqual([
      { question: '一', chat: 'telegram:1' },
      { question: '二', chat: 'telegram:2' },
    ]);
  });

  it('greets, helps and lists reports in the language of the reader', async () => {
    await using telegram = await startTelegramServer();
    await using _ = startBot(telegram);

    telegram.userSays('/start');
    expect((await telegram.nextMessage()).text).toContain('资料库现有2份报告');
    telegram.userSays('/help', { language: 'en' });
    expect((await telegram.nextMessage()).text).toContain('Just send a question');
    telegram.userSays('/reports');
    expect((await telegram.nextMessage()).text).toContain('清河县 (河北省 › 邢台市): 2020、2021');
    telegram.userSays('/nothing');
    expect((await telegram.nextMessage()).text).toContain('没有 /nothing 这个命令');
  });

  it('publishes its commands in both languages', async () => {
    await using telegram = await startTelegramServer();
    await using _ = startBot(telegram);
    telegram.userSays('/help');
    await telegram.nextMessage();

    const published = telegram.calls.filter(({ method }) => method === 'setMyCommands');

    expect(published.map(({ fields }) => fields.language_code)).toEqual([undefined, 'zh']);
    expect(JSON.stringify(published)).toContain('资料库中的报告');
  });

  it('splits a long answer and replies with the first part', async () => {
    await using telegram = await startTelegramServer();
    const assistant = createFixedAssistant({ 长: makeRefusal('这是<一>句话。'.repeat(1000)) });
    await using _ = startBot(telegram, { assistant });

    telegram.userSays('长');

    const parts = [await telegram.nextMessage(), await telegram.nextMessage()];
    expect(parts.map(({ text }) => text).join('')).toBe('这是<一>句话。'.repeat(1000));
    expect(parts.map(({ fields }) => 'reply_parameters' in fields)).toEqual([true, false]);
  });

  it('sends again when Telegram asks to slow down', async () => {
    await using telegram = await startTelegramServer();
    await using _ = startBot(telegram);
    const limited = { error_code: 429, description: 'Too Many Requests', parameters: { retry_after: 0.01 } };
    telegram.failNext('sendMessage', limited);
    telegram.failNext('sendMessage', limited);

    telegram.userSays(question);

    expect((await telegram.nextMessage()).text).toContain('48件');
  });

  it('goes on after a question that fails and after a message that cannot be sent', async () => {
    await using telegram = await startTelegramServer();
    const assistant = createFixedAssistant({ ...answers, 坏: new Error('no disk') });
    await using _ = startBot(telegram, { assistant });
    telegram.failNext('sendMessage', {
      error_code: 403,
      description: 'Forbidden: bot was blocked by the user',
    });

    telegram.userSays('第一问');
    telegram.userSays('坏');
    telegram.userSays(question);

    expect((await telegram.nextMessage()).text).toContain('没能处理完');
    expect((await telegram.nextMessage()).text).toContain('48件');
  });

  it('asks for text when it gets a picture or a sticker', async () => {
    await using telegram = await startTelegramServer();
    await using _ = startBot(telegram);

    telegram.userSays('', { fields: { sticker: { file_id: 'x', file_unique_id: 'x', type: 'regular' } } });

    expect((await telegram.nextMessage()).text).toContain('我只能阅读文字');
  });

  it('answers in a group what mentions it or replies to it, and nothing else', async () => {
    await using telegram = await startTelegramServer();
    const assistant = createFixedAssistant(answers);
    await using _ = startBot(telegram, { assistant });
    const group = { chatId: -5, chatType: 'group' } as const;

    telegram.userSays('大家好', group);
    telegram.userSays(`@zhibao_test_bot ${question}`, group);
    telegram.userSays('再问', {
      ...group,
      fields: { reply_to_message: { message_id: 1, date: 1, chat: { id: -5 }, from: { id: 42 } } },
    });
    await telegram.nextMessage();
    await telegram.nextMessage();

    expect(assistant.asked.map(({ question }) => question)).toEqual([question, '再问']);
  });

  it('answers only those who are allowed, and tells others their id', async () => {
    await using telegram = await startTelegramServer();
    const assistant = createFixedAssistant(answers);
    await using _ = startBot(telegram, { assistant, allowedUsers: [1], adminUsers: [2], allowedChats: [-5] });

    telegram.userSays(question, { userId: 3 });
    expect((await telegram.nextMessage()).text).toContain('用户编号 3');
    for (const sender of [{ userId: 1 }, { userId: 2 }, { userId: 3, chatId: -5 }]) {
      telegram.userSays(question, sender);
      expect((await telegram.nextMessage()).text).toContain('48件');
    }
    expect(assistant.asked).toHaveLength(3);
  });

  it('refuses to start with a token that Telegram refuses', async () => {
    await using telegram = await startTelegramServer();
    const { ended } = startBot(telegram, { token: '42:wrong' });

    await expect(ended).rejects.toMatchObject({
      name: 'UserError',
      code: 'telegram-token-refused',
      message: expect.not.stringContaining('42:wrong'),
    });
  });

  it('ends with advice when another process takes its messages', async () => {
    await using telegram = await startTelegramServer();
    telegram.failNext('getUpdates', {
      error_code: 409,
      description: 'Conflict: terminated by other getUpdates',
    });
    const { ended } = startBot(telegram);

    await expect(ended).rejects.toMatchObject({ code: 'telegram-token-in-use' });
  });

  it('stops at once while it waits for messages', async () => {
    await using telegram = await startTelegramServer();
    const bot = startBot(telegram);
    await telegram.nextCall('getUpdates');

    bot.stop();

    await expect(bot.ended).resolves.toBeUndefined();
  });

  it('sends the answer that it is working on before it stops', async () => {
    await using telegram = await startTelegramServer();
    let answer = (): void => {};
    const assistant: Conversation = {
      ...createFixedAssistant(),
      ask: () => new Promise((resolve) => (answer = () => resolve(makeAnswer()))),
    };
    const bot = startBot(telegram, { assistant });
    const working = telegram.nextCall('sendChatAction');
    telegram.userSays(question);
    await working;

    bot.stop();
    answer();

    expect((await telegram.nextMessage()).text).toContain('48件');
    await bot.ended;
  });

  it('stops while Telegram cannot be reached', async () => {
    const stop = new AbortController();
    let warn = (): void => {};
    const warned = new Promise<void>((resolve) => (warn = resolve));
    const telegram = await startTelegramServer();
    await telegram[Symbol.asyncDispose]();
    const bot = startBot(telegram, {
      signal: stop.signal,
      log: { ...createLog('silent'), info: () => {}, error: () => {}, warn: () => warn() },
    });
    await warned;

    stop.abort();

    await expect(bot.ended).resolves.toBeUndefined();
  });
});
