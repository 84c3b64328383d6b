/** The bot on a Bot API server that we did not write: ten methods, 500 without `ok` for all others. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TelegramServer } from 'telegram-test-api/lib/telegramServer.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFreePort } from '../support/find-free-port.ts';
import { startBotProcess } from '../support/start-bot-process.ts';

const token = '42:foreign-token';

let libraryDir: string;

beforeAll(async () => {
  libraryDir = await mkdtemp(join(tmpdir(), 'zhibao-foreign-'));
});

afterAll(async () => {
  await rm(libraryDir, { recursive: true, force: true });
});

describe('telegram-test-api', () => {
  it('delivers questions, and the bot answers them one after another', async () => {
    const port = await findFreePort();
    const server = new TelegramServer({ port, host: '127.0.0.1', storeTimeout: 600 });
    await server.start();
    const bot = startBotProcess({ telegram: { url: `http://127.0.0.1:${port}`, token }, libraryDir });
    try {
      const reader = server.getClient(token, { timeout: 25_000, interval: 50 });

      await reader.sendMessage(reader.makeMessage('花都2019年综合纠错率是多少?'));
      const first = await reader.getUpdates();
      await reader.sendMessage(reader.makeMessage('高州2020年呢?'));
      const second = await reader.getUpdates();

      expect(first.result).toMatchObject([
        { message: { text: expect.stringContaining('21.9%'), parse_mode: 'HTML' } },
      ]);
      expect(second.result).toHaveLength(1);
    } finally {
      await bot.kill();
      await server.stop();
    }
  });
});
