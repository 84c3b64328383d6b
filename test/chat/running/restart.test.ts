/** What a bot fetched and did not answer, before and after it ended. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/answer/answer.ts';
import { openInbox } from '../../../src/chat/running/update-inbox.ts';
import type { Conversation } from '../../../src/conversation/create-conversation.ts';
import { createFixedAssistant, makeRefusal } from '../../support/fixed-assistant.ts';
import { startBot } from '../../support/start-bot.ts';
import { startTelegramServer } from '../../support/telegram-server.ts';

let libraryDir: string;

beforeEach(() => {
  libraryDir = mkdtempSync(join(tmpdir(), 'zhibao-restart-'));
});

afterEach(() => rmSync(libraryDir, { recursive: true, force: true }));

/** Answers with the question, once it is let go on. */
function createWaitingAssistant() {
  const waiting = new Map<string, () => void>();
  const watchers = new Map<string, () => void>();
  const assistant: Conversation = {
    ...createFixedAssistant(),
    ask: (question) =>
      new Promise<Answer>((resolve) => {
        waiting.set(question, () => resolve(makeRefusal(`答 ${question}`)));
        watchers.get(question)?.();
      }),
  };
  return {
    assistant,
    isAsked: (question: string) => waiting.has(question),
    asked: (question: string) =>
      new Promise<void>((resolve) => (waiting.has(question) ? resolve() : watchers.set(question, resolve))),
    answer: (question: string) => waiting.get(question)?.(),
  };
}

describe('updates', () => {
  it('of one chat are answered in order, those of another meanwhile', async () => {
    await using telegram = await startTelegramServer();
    const { assistant, asked, isAsked, answer } = createWaitingAssistant();
    await using _ = startBot(telegram, { assistant, libraryDir });

    telegram.userSays('一', { userId: 1 });
    telegram.userSays('二', { userId: 1 });
    telegram.userSays('三', { userId: 2 });
    await asked('一');
    await asked('三');
    answer('三');

    expect((await telegram.nextMessage()).text).toContain('答 三');
    expect(isAsked('二')).toBe(false);
    answer('一');
    expect((await telegram.nextMessage()).text).toContain('答 一');
    await asked('二');
    answer('二');
    expect((await telegram.nextMessage()).text).toContain('答 二');
  });

  it('that wait when the bot is stopped are answered at the next start, before newer ones', async () => {
    await using telegram = await startTelegramServer();
    const first = createWaitingAssistant();
    const bot = startBot(telegram, { assistant: first.assistant, libraryDir });
    telegram.userSays('一');
    telegram.userSays('二');
    await first.asked('一');
    // Once the bot has confirmed both, only its inbox holds them.
    while (telegram.pending().length > 0) await telegram.nextCall('getUpdates');

    bot.stop();
    first.answer('一');
    await bot.ended;
    telegram.userSays('三');
    const second = createFixedAssistant();
    await using _ = startBot(telegram, { assistant: second, libraryDir });

    expect((await telegram.nextMessage()).text).toContain('答 一');
    await telegram.nextMessage();
    await telegram.nextMessage();
    expect(first.isAsked('二')).toBe(false);
    expect(second.asked.map(({ question }) => question)).toEqual(['二', '三']);
  });

  it('that cannot be answered end a stop within 10 s, and are answered at the next start', async () => {
    await using telegram = await startTelegramServer();
    telegram.failAtRandom({ rate: 1, seed: 1, kinds: ['dropped'], methods: ['sendMessage'] });
    const first = createWaitingAssistant();
    const bot = startBot(telegram, { assistant: first.assistant, libraryDir });
    telegram.userSays('一', { userId: 1 });
    telegram.userSays('二', { userId: 2 });
    await first.asked('一');
    await first.asked('二');
    first.answer('二');
    await telegram.nextCall('sendMessage');

    const began = performance.now();
    bot.stop();
    await bot.ended;
    const ms = performance.now() - began;
    telegram.failAtRandom(undefined);
    const second = createFixedAssistant();
    await using _ = startBot(telegram, { assistant: second, libraryDir });
    await telegram.nextMessage({ chatId: 1 });
    await telegram.nextMessage({ chatId: 2 });

    expect(ms).toBeLessThan(10_000);
    expect(second.asked.map(({ question }) => question)).toEqual(['一', '二']);
  });

  it('that several ends of the process left behind go one at a time, over all chats', async () => {
    await using telegram = await startTelegramServer();
    const chats = [1, 2, 3];
    const messages = chats.map((id) => ({
      message_id: id,
      date: 1,
      text: `问${id}`,
      chat: { id, type: 'private' as const, first_name: 'Reader' },
      from: { id, is_bot: false, first_name: 'Reader' },
    }));
    for (const message of messages) telegram.update({ message });
    const inbox = openInbox(libraryDir, Number.parseInt(telegram.token, 10));
    inbox.add(messages.map((message, index) => ({ update_id: index + 1, message })));
    for (const id of [1, 2]) for (let life = 0; life < 3; life += 1) inbox.begin(id);
    inbox.close();

    const { assistant, asked, isAsked, answer } = createWaitingAssistant();
    await using _ = startBot(telegram, { assistant, libraryDir });

    await asked('问3');
    await asked('问1');
    answer('问3');
    await telegram.nextMessage({ chatId: 3 });
    expect(isAsked('问2')).toBe(false);
    answer('问1');
    await telegram.nextMessage({ chatId: 1 });
    await asked('问2');
    answer('问2');
    expect((await telegram.nextMessage({ chatId: 2 })).text).toContain('答 问2');
  });

  it('that are delivered again are answered once', async () => {
    await using telegram = await startTelegramServer();
    const assistant = createFixedAssistant();
    const bot = startBot(telegram, { assistant, libraryDir });
    await telegram.nextCall('getUpdates');
    // The request in which the bot would say that it has the question does not arrive.
    telegram.failAtRandom({ rate: 1, seed: 1, kinds: ['dropped'], methods: ['getUpdates'] });
    telegram.userSays('一');
    await telegram.nextMessage();
    bot.stop();
    await bot.ended;
    expect(telegram.pending()).toHaveLength(1);

    telegram.failAtRandom(undefined);
    await using _ = startBot(telegram, { assistant, libraryDir });
    telegram.userSays('二');
    await telegram.nextMessage();

    expect(assistant.asked.map(({ question }) => question)).toEqual(['一', '二']);
  });

  it('that fail again and again are given up, and the reader is told', async () => {
    await using telegram = await startTelegramServer();
    let tries = 0;
    const assistant: Conversation = {
      ...createFixedAssistant(),
      reports: () => {
        tries += 1;
        throw new Error('no disk');
      },
    };
    await using _ = startBot(telegram, { assistant, libraryDir });

    telegram.userSays('/reports');

    expect((await telegram.nextMessage()).text).toContain('没能处理完');
    expect(tries).toBe(3);
  });
});
