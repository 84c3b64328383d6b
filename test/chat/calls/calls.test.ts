/** Calls to the Bot API as they fail in reality, through the whole bot. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Log } from '../../../src/log.ts';
import { createFixedAssistant } from '../../support/fixed-assistant.ts';
import { startBot } from '../../support/start-bot.ts';
import { startTelegramServer } from '../../support/telegram-server.ts';

/** A log that keeps what it is told, and says when an update is over. */
function createKeptLog() {
  const lines: { readonly level: string; readonly facts: object; readonly message: string }[] = [];
  const watchers = new Set<() => void>();
  const keep = (level: string) => (facts: object, message: string) => {
    lines.push({ level, facts, message });
    for (const watch of watchers) watch();
  };
  const log: Log = { debug: keep('debug'), info: keep('info'), warn: keep('warn'), error: keep('error') };
  const updates = () => lines.filter(({ message }) => message === 'update').map(({ facts }) => facts);
  return {
    log,
    lines,
    /** Resolves to the lines of the first updates, in the order they were over. */
    updates: (count: number) =>
      new Promise<readonly object[]>((resolve) => {
        const watch = () => {
          if (updates().length < count) return;
          watchers.delete(watch);
          resolve(updates().slice(0, count));
        };
        watchers.add(watch);
        watch();
      }),
    errors: () => lines.filter(({ level }) => level === 'error'),
  };
}

describe('a reply', () => {
  it.each(['limited', 'broken', 'unavailable', 'dropped'] as const)(
    'arrives once when the first calls are %s',
    async (fault) => {
      await using telegram = await startTelegramServer();
      const limited = {
        error_code: 429,
        description: 'Too Many Requests',
        parameters: { retry_after: 0.01 },
      };
      telegram.fail('sendMessage', fault === 'limited' ? limited : fault, 5);
      const { log, updates, errors } = createKeptLog();
      await using _ = startBot(telegram, { log });

      telegram.userSays('一');

      expect(await updates(1)).toMatchObject([{ outcome: 'handled' }]);
      expect(telegram.sent).toHaveLength(1);
      expect(errors()).toEqual([]);
    },
  );

  it('is held back with others of its chat, and arrives in order', async () => {
    await using telegram = await startTelegramServer();
    await using _ = startBot(telegram, { messagesPerSecond: 30 });

    for (const text of ['一', '二', '三', '四']) telegram.userSays(text);
    const replies = [];
    for (let count = 0; count < 4; count += 1) replies.push(await telegram.nextMessage());

    const asked = replies.map(({ fields }) => (fields.reply_parameters as { message_id: number }).message_id);
    expect(asked).toEqual([...asked].sort((one, other) => one - other));
  });

  it('into a topic that was deleted is handled, not an error', async () => {
    await using telegram = await startTelegramServer();
    const gone = { error_code: 400, description: 'Bad Request: message thread not found' };
    telegram.failNext('sendMessage', gone);
    const { log, updates, errors } = createKeptLog();
    await using _ = startBot(telegram, { log });

    telegram.userSays('@zhibao_test_bot 一', { chatId: -6, chatType: 'supergroup', thread: 3 });

    expect(await updates(1)).toMatchObject([{ outcome: 'undeliverable' }]);
    expect(errors()).toEqual([]);
  });

  it('does not wait for "typing", which is never repeated', async () => {
    await using telegram = await startTelegramServer();
    telegram.fail('sendChatAction', 'broken', 100);
    await using _ = startBot(telegram);

    telegram.userSays('一');
    await telegram.nextMessage();

    expect(telegram.calls.filter(({ method }) => method === 'sendChatAction')).toHaveLength(1);
  });

  it('to who blocked the bot is handled, not an error', async () => {
    await using telegram = await startTelegramServer();
    const { log, updates, errors } = createKeptLog();
    const assistant = createFixedAssistant();
    telegram.userSays('一', { userId: 3 });
    telegram.userBlocks(3);
    await using _ = startBot(telegram, { log, assistant });

    expect(await updates(2)).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'message', user: 3, outcome: 'undeliverable' }),
        expect.objectContaining({ kind: 'my_chat_member', outcome: 'handled' }),
      ]),
    );
    expect(errors()).toEqual([]);
  });

  it('to a deleted message is sent all the same', async () => {
    await using telegram = await startTelegramServer();
    telegram.deletes(7, telegram.userSays('一'));
    const { log, errors } = createKeptLog();
    await using _ = startBot(telegram, { log });

    await telegram.nextMessage();

    expect(errors()).toEqual([]);
  });

  it('into a group that became a supergroup goes there, and the chat keeps its memory', async () => {
    await using telegram = await startTelegramServer();
    const assistant = createFixedAssistant();
    await using _ = startBot(telegram, { assistant });
    telegram.userSays('@zhibao_test_bot 一', { chatId: -5, chatType: 'group' });
    await telegram.nextMessage();
    telegram.userSays('@zhibao_test_bot 二', { chatId: -5, chatType: 'group' });
    const moved = telegram.groupUpgrades(-5);

    const replies = [await telegram.nextMessage({ chatId: moved })];
    telegram.userSays('@zhibao_test_bot 三', { chatId: moved, chatType: 'supergroup' });
    replies.push(await telegram.nextMessage({ chatId: moved }));

    expect(replies.map(({ chatId }) => chatId)).toEqual([moved, moved]);
    expect(new Set(assistant.asked.map(({ chat }) => chat)).size).toBe(1);
  });
});

describe('a group that became a supergroup', () => {
  it('stays allowed, keeps its language, and forgets what was replied before', async () => {
    await using telegram = await startTelegramServer();
    const libraryDir = mkdtempSync(join(tmpdir(), 'zhibao-moved-'));
    const old = { chatId: -5, chatType: 'group' } as const;
    const bot = startBot(telegram, { libraryDir, allowedChats: [-5] });
    telegram.userSays('/language', old);
    await telegram.nextMessage();
    telegram.userPresses('English', old);
    await telegram.nextEdit();
    telegram.userSays('@zhibao_test_bot a-very-private-question', old);
    await telegram.nextMessage();
    const moved = { chatId: telegram.groupUpgrades(-5), chatType: 'supergroup' } as const;

    telegram.userSays('/forget', moved);
    const forgotten = await telegram.nextMessage();
    bot.stop();
    await bot.ended;

    expect(forgotten).toMatchObject({ chatId: moved.chatId, text: expect.stringContaining('Forgotten') });
    expect(readFileSync(join(libraryDir, 'chats.sqlite')).includes('a-very-private-question')).toBe(false);
    rmSync(libraryDir, { recursive: true });
  });
});

describe('the log', () => {
  it('has one line an update, with ids, kind, milliseconds and outcome, and nothing that was written', async () => {
    await using telegram = await startTelegramServer();
    const { log, lines, updates } = createKeptLog();
    await using _ = startBot(telegram, { log });

    telegram.userSays('一个很私人的问题', { userId: 3 });

    expect(await updates(1)).toEqual([
      {
        update: expect.any(Number),
        kind: 'message',
        chat: 3,
        user: 3,
        outcome: 'handled',
        ms: expect.any(Number),
      },
    ]);
    const shown = lines.filter(({ level }) => level !== 'debug');
    expect(JSON.stringify(shown)).not.toContain('私人');
    expect(JSON.stringify(lines)).not.toContain('test-token');
    expect(JSON.stringify(lines.filter(({ level }) => level === 'debug'))).toContain('私人');
  });
});
