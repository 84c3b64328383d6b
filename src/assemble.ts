/** Settings become an assistant: the library is built or refreshed, opened, and asked through one object. */
import type { Assistant } from './answer/assistant.ts';
import type { Writer } from './answer/writing/writer.ts';
import type { BotEndpoints, BotServer } from './chat/run-bot.ts';
import type { Config } from './config.ts';
import { openMemory } from './conversation/chat-memory.ts';
import { type Conversation, createConversation } from './conversation/create-conversation.ts';
import { type BuildProgress, type BuildResult, buildLibrary, openLibrary } from './library/library.ts';
import { createLog } from './log.ts';
import type { ChatModel } from './model/chat-model.ts';
import type { Health } from './web/web-server.ts';

/** What a caller hears of the build before the assistant is there. */
export interface BuildHooks {
  readonly onProgress?: (progress: BuildProgress) => void;
  /** Called once, when the library is up to date. */
  readonly onBuilt?: (result: BuildResult) => void;
  /** Aborting stops the build and leaves the library as it was. */
  readonly signal?: AbortSignal;
}

/**
 * Opens the assistant over the reports that the settings name. It remembers chats in the library's folder.
 *
 * @throws LibraryError when the reports cannot be read or the library cannot be written or opened.
 */
export async function openAssistant(config: Config, hooks: BuildHooks = {}): Promise<Conversation> {
  const { reportsDir, libraryDir } = config;
  const { onProgress, onBuilt, signal } = hooks;
  const built = await buildLibrary({
    reportsDir,
    libraryDir,
    ...(onProgress ? { onProgress } : {}),
    ...(signal ? { signal } : {}),
  });
  onBuilt?.(built);
  const writer = await openWriter(config);
  return createConversation(await openLibrary({ libraryDir }), openMemory({ libraryDir }), writer);
}

/**
 * Who writes replies with the model that the settings name; `undefined` where they name none.
 *
 * @throws UserError when a prompt cannot be used.
 */
export async function openWriter(config: Config): Promise<Writer | undefined> {
  const model = openModel(config);
  if (!model) return undefined;
  const { createWriter } = await import('./answer/writing/create-writer.ts');
  const level = config.logLevel ?? (config.telegramBotToken === undefined ? 'warn' : 'info');
  return createWriter({ model, log: createLog(level) });
}

/** The chat model of the settings. */
function openModel(_config: Config): ChatModel | undefined {
  // CONNECT HERE: openChatModel with the endpoint, the tokens of the day and the log.
  return undefined;
}

/** Opens the bot's server on the port that the settings name; `undefined` where they name none. */
export function createServe(
  config: Config,
  assistant: Assistant,
): ((endpoints: BotEndpoints) => Promise<BotServer>) | undefined {
  const { port, logLevel } = config;
  if (port === undefined) return undefined;
  return async ({ telegram, metrics, webhook }) => {
    const { startWebServer } = await import('./web/web-server.ts');
    return startWebServer({
      port,
      health: () => describeHealth(assistant, telegram()),
      metrics,
      log: createLog(logLevel ?? 'info'),
      ...(webhook ? { webhook } : {}),
    });
  };
}

/** Healthy is a bot that can answer and is reached; no model is needed for that. */
function describeHealth(assistant: Assistant, telegram: ReturnType<BotEndpoints['telegram']>): Health {
  const reports = assistant.reports().length;
  return {
    healthy: reports > 0 && telegram.state === 'connected',
    library: { state: reports > 0 ? 'open' : 'empty', reports },
    model: { state: 'none' },
    telegram,
  };
}
