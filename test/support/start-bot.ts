/** Runs the bot in this process, against a Bot API server on loopback, with a `chats.sqlite` of its own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunBotOptions, runBot } from '../../src/chat/run-bot.ts';
import { createLog } from '../../src/log.ts';
import { createFixedAssistant } from './fixed-assistant.ts';

/** A bot that runs; disposing of it stops it and waits. */
export interface StartedBot extends AsyncDisposable {
  readonly libraryDir: string;
  /** Settles when the bot has stopped; rejects with what stopped it. */
  readonly ended: Promise<void>;
  stop(): void;
}

/** Starts a bot that everybody may ask as fast as they like, and that sends without waiting, unless told otherwise. */
export function startBot(
  telegram: { readonly url: string; readonly token: string },
  options: Partial<RunBotOptions> = {},
): StartedBot {
  const stop = new AbortController();
  const libraryDir = options.libraryDir ?? mkdtempSync(join(tmpdir(), 'zhibao-bot-'));
  const ended = runBot({
    token: telegram.token,
    apiRoot: telegram.url,
    assistant: createFixedAssistant(),
    log: createLog('silent'),
    libraryDir,
    allowedUsers: [],
    allowedChats: [],
    adminUsers: [],
    questionsPerMinute: 0,
    messagesPerSecond: 0,
    retry: { firstWaitMs: 5 },
    signal: stop.signal,
    ...options,
  });
  return {
    libraryDir,
    ended,
    stop: () => stop.abort(),
    async [Symbol.asyncDispose]() {
      stop.abort();
      await ended.catch(() => {});
      if (options.libraryDir === undefined) rmSync(libraryDir, { recursive: true, force: true });
    },
  };
}
