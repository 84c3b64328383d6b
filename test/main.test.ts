/** `npm start` with a token, as a process of its own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findFreePort } from './support/find-free-port.ts';
import { startCommand } from './support/run-command.ts';
import { startBotProcess } from './support/start-bot-process.ts';
import { startTelegramServer } from './support/telegram-server.ts';

let libraryDir: string;

beforeEach(() => {
  libraryDir = mkdtempSync(join(tmpdir(), 'zhibao-main-'));
});

afterEach(() => rmSync(libraryDir, { recursive: true, force: true }));

describe('npm start', () => {
  it('builds the library, runs the bot with its server, and ends with 0 when it is asked to', async () => {
    await using telegram = await startTelegramServer();
    const port = String(await findFreePort());
    const { process: bot, finished } = startCommand('src/main.ts', [], {
      TELEGRAM_API_ROOT: telegram.url,
      TELEGRAM_BOT_TOKEN: telegram.token,
      LIBRARY_DIR: libraryDir,
      PORT: port,
    });

    telegram.userSays('花都2019年综合纠错率是多少?');
    const reply = await telegram.nextMessage(60_000);
    const health = await fetch(`http://127.0.0.1:${port}/health`);
    bot.kill('SIGTERM');
    const { exitCode, stderr } = await finished;

    expect(reply.text).toContain('21.9%');
    expect(health.status).toBe(200);
    expect(await health.json()).toMatchObject({ library: { state: 'open', reports: 5 } });
    expect(exitCode).toBe(0);
    const lines = stderr.split('\n').filter((line) => line.startsWith('{'));
    const messages = lines.map((line) => (JSON.parse(line) as { msg: string }).msg);
    expect(messages).toEqual(['bot started', 'update', 'bot stopped']);
    expect(stderr).not.toMatch(/综合纠错率|test-token/);
  });

  it('ends on Ctrl-C as well, and logs at debug what was asked, but no token', async () => {
    await using telegram = await startTelegramServer();
    const { process: bot, finished } = startCommand('src/main.ts', [], {
      TELEGRAM_API_ROOT: telegram.url,
      TELEGRAM_BOT_TOKEN: telegram.token,
      LIBRARY_DIR: libraryDir,
      LOG_LEVEL: 'debug',
    });
    telegram.userSays('花都2019年综合纠错率是多少?');
    await telegram.nextMessage(60_000);

    bot.kill('SIGINT');

    const { exitCode, stderr } = await finished;
    expect(exitCode).toBe(0);
    expect(stderr).toContain('花都2019年综合纠错率是多少?');
    expect(stderr).not.toContain('test-token');
  });

  it('answers after the next start what it had fetched when it was killed', async () => {
    await using telegram = await startTelegramServer();
    telegram.failAtRandom({ rate: 1, seed: 1, kinds: ['dropped'], methods: ['sendMessage'] });
    const first = startBotProcess({ telegram, libraryDir });
    telegram.userSays('花都2019年综合纠错率是多少?');
    telegram.userSays('那高州呢?');
    await telegram.nextCall('sendMessage');
    // Telegram has forgotten both, and nothing was sent.
    while (telegram.pending().length > 0) await telegram.nextCall('getUpdates');
    await first.kill();

    telegram.failAtRandom(undefined);
    await using _ = startBotProcess({ telegram, libraryDir });
    const replies = [await telegram.nextMessage(60_000), await telegram.nextMessage(60_000)];

    expect(replies.map(({ text }) => /21\.9%|11\.11%/.exec(text)?.[0])).toEqual(['21.9%', '11.11%']);
  });

  it('says what to do about a token that Telegram refuses, and ends with 1', async () => {
    await using telegram = await startTelegramServer();
    const { ended } = startBotProcess({
      telegram: { url: telegram.url, token: '42:wrong-token' },
      libraryDir,
    });

    const { exitCode, stderr } = await ended;

    expect(exitCode).toBe(1);
    expect(stderr).toContain('Telegram does not accept TELEGRAM_BOT_TOKEN\nCopy the token again');
    expect(stderr).not.toContain('wrong-token');
  });
});
