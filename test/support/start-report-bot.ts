/** A bot that answers from real reports, with memory, against a Bot API server on loopback. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunBotOptions } from '../../src/chat/run-bot.ts';
import { openMemory } from '../../src/conversation/chat-memory.ts';
import { createConversation } from '../../src/conversation/create-conversation.ts';
import type { Library } from '../../src/library/library.ts';
import { startBot } from './start-bot.ts';
import { startTelegramServer, type TelegramServer, type TelegramServerOptions } from './telegram-server.ts';

/** A server and a bot; disposing of it stops both and removes `chats.sqlite`. */
export interface ReportBot extends AsyncDisposable {
  readonly telegram: TelegramServer;
  /** Folder of `chats.sqlite`. */
  readonly libraryDir: string;
  /** Stops the bot and starts it again over the same `chats.sqlite`. */
  restart(): Promise<void>;
}

/** Starts both over an open library, which stays open. */
export async function startReportBot(
  library: Library,
  options: TelegramServerOptions = {},
  settings: Partial<RunBotOptions> = {},
): Promise<ReportBot> {
  const libraryDir = mkdtempSync(join(tmpdir(), 'zhibao-report-bot-'));
  const telegram = await startTelegramServer(options);
  const open = () => {
    const assistant = createConversation({ ...library, close: () => {} }, openMemory({ libraryDir }));
    return { assistant, bot: startBot(telegram, { ...settings, assistant, libraryDir }) };
  };
  const end = async ({ assistant, bot }: ReturnType<typeof open>) => {
    await bot[Symbol.asyncDispose]();
    assistant.close();
  };
  let running = open();
  return {
    telegram,
    libraryDir,
    async restart() {
      await end(running);
      running = open();
    },
    async [Symbol.asyncDispose]() {
      await end(running);
      await telegram[Symbol.asyncDispose]();
      rmSync(libraryDir, { recursive: true, force: true });
    },
  };
}
