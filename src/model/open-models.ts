/** The door of models: settings become a chat model, with what it may cost and what it has written. */
import type { Config } from '../config.ts';
import type { Database } from '../database/open-database.ts';
import { openModelStore } from '../database/open-model-store.ts';
import { describeError, type Log } from '../log.ts';
import type { ChatModel } from './chat-model.ts';
import { endpointOf } from './endpoint.ts';
import { noTextCache, openTextCache, type TextCache } from './text-cache.ts';
import { openTokenBudget, type TokenBudget } from './token-budget.ts';

/** What an installation with an endpoint has. */
export interface Models {
  /** Counts the tokens of whoever `WriteRequest.user` names, and refuses who has none left. */
  readonly chat: ChatModel;
  readonly budget: TokenBudget;
  readonly texts: TextCache;
  /** Releases the file; a second call does nothing. */
  close(): void;
}

/** Opens the model that the settings name, sending nothing; `undefined` where they name none. */
export async function openModels(config: Config, log: Log): Promise<Models | undefined> {
  const { chatModel: model, modelConcurrency: concurrency, maxTokensPerUserPerDay, libraryDir } = config;
  const endpoint = endpointOf(config);
  if (!endpoint || model === undefined) return undefined;
  const database = openStoreOrNone(libraryDir, log);
  const budget = openTokenBudget({ database, tokensPerDay: maxTokensPerUserPerDay, log });
  // Only here, so that a start without a model loads nothing of it.
  const { openChatModel } = await import('./open-chat-model.ts');
  return {
    chat: openChatModel({ endpoint, model, concurrency, budget, log }),
    budget,
    texts: database ? openTextCache({ database, log }) : noTextCache,
    close: () => database?.close(),
  };
}

/** `model.sqlite`, or nothing where it cannot be used, which is logged. */
export function openStoreOrNone(libraryDir: string, log: Log): Database | undefined {
  try {
    return openModelStore(libraryDir);
  } catch (error) {
    log.warn({ error: describeError(error) }, 'Cannot use model.sqlite; going on without what it keeps');
    return undefined;
  }
}
