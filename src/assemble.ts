/** Settings become an assistant: the library is built or refreshed, opened, and asked through one object. */
import type { Assistant } from './answer/assistant.ts';
import type { Writer } from './answer/writing/writer.ts';
import type { BotEndpoints, BotServer } from './chat/run-bot.ts';
import type { Config } from './config.ts';
import { openMemory } from './conversation/chat-memory.ts';
import type { Conversation } from './conversation/create-conversation.ts';
import { followLibrary } from './conversation/follow-library.ts';
import { createLiveConversation } from './conversation/live-conversation.ts';
import {
  type GivenIdentity,
  type IngestOptions,
  type IngestPlace,
  type IngestResult,
  type Inspection,
  ingestReports,
  inspectSource,
  type RemovedReport,
  type ReportSource,
  removeReport,
} from './ingest/ingest.ts';
import {
  type BuildProgress,
  type BuildResult,
  buildLibrary,
  buildOrServe,
  openLibrary,
} from './library/library.ts';
import { createLog } from './log.ts';
import type { ModelState } from './model/chat-model.ts';
import { endpointOf, nameAt } from './model/endpoint.ts';
import { openModels, openStoreOrNone } from './model/open-models.ts';
import type { Health } from './web/web-server.ts';

/** What a caller hears of the build before the assistant is there. */
export interface BuildHooks {
  readonly onProgress?: (progress: BuildProgress) => void;
  /** Called once, when the library is up to date. */
  readonly onBuilt?: (result: BuildResult) => void;
  /** Aborting stops the build and leaves the library as it was. */
  readonly signal?: AbortSignal;
}

/** An assistant that sees new reports as soon as a library with them is built. */
export interface OpenedAssistant extends Conversation {
  /** Resolves when the library is in use that was built last; otherwise it is within seconds. */
  refresh(): Promise<void>;
  /** How the server of the embeddings in use is doing; `undefined` for local ones. */
  embeddings(): ModelState | undefined;
}

/**
 * Opens the assistant over the reports that the settings name. It remembers chats in the library's folder.
 *
 * @throws LibraryError when the reports cannot be read or the library cannot be written or opened.
 */
export async function openAssistant(config: Config, hooks: BuildHooks = {}): Promise<OpenedAssistant> {
  const { libraryDir } = config;
  const { onBuilt } = hooks;
  const embedded = await openEmbeddedLibrary(config, hooks);
  const { library, built } = embedded ?? (await openLocalLibrary(config, hooks));
  if (built) onBuilt?.(built);
  const opened = await openWriter(config);
  const conversation = createLiveConversation(library, openMemory({ libraryDir }), opened?.writer);
  const log = createLog(config.logLevel ?? (config.telegramBotToken === undefined ? 'warn' : 'info'));
  const followed = followLibrary({ libraryDir, conversation, log });
  return {
    ...conversation,
    refresh: followed.refresh,
    embeddings: () => conversation.library().embeddings.state?.(),
    close() {
      followed.close();
      conversation.close();
      opened?.close();
      embedded?.close();
    },
  };
}

async function openLocalLibrary({ reportsDir, libraryDir }: Config, { onProgress, signal }: BuildHooks) {
  const built = await buildLibrary({
    reportsDir,
    libraryDir,
    ...(onProgress ? { onProgress } : {}),
    ...(signal ? { signal } : {}),
  });
  return { library: await openLibrary({ libraryDir }), built };
}

/** With the embeddings of the endpoint, where it gives them. */
async function openEmbeddedLibrary(config: Config, { onProgress, signal }: BuildHooks) {
  const { reportsDir, libraryDir } = config;
  const embeddings = await openEmbeddings(config);
  if (!embeddings) return undefined;
  try {
    const served = await buildOrServe({
      reportsDir,
      libraryDir,
      name: embeddings.name,
      openEmbeddings: embeddings.open,
      log: embeddings.log,
      ...(onProgress ? { onProgress } : {}),
      ...(signal ? { signal } : {}),
    });
    return { ...served, close: embeddings.close };
  } catch (error) {
    embeddings.close();
    throw error;
  }
}

/** Enters and removes reports where the settings say, with the embeddings that they name. */
export interface Ingest {
  /** Enters sources; without any, takes up what changed in the folder of reports. */
  enter(
    sources: readonly ReportSource[],
    options?: Omit<IngestOptions, keyof IngestPlace>,
  ): Promise<IngestResult>;
  /** How a source would be entered. */
  inspect(
    source: ReportSource,
    options?: { readonly given?: GivenIdentity; readonly signal?: AbortSignal },
  ): Promise<readonly Inspection[]>;
  /** Takes the report of an id out. */
  remove(id: string, options?: Pick<IngestOptions, 'onProgress' | 'signal'>): Promise<RemovedReport>;
}

/**
 * Opens the way in for reports.
 *
 * @param assistant - Answers from the new library as soon as a call returns; without it within seconds.
 */
export function createIngest(config: Config, assistant?: Pick<OpenedAssistant, 'refresh'>): Ingest {
  const { reportsDir, libraryDir } = config;
  const change = async <Result>(work: (place: IngestPlace) => Promise<Result>): Promise<Result> => {
    const embeddings = await openEmbeddings(config);
    try {
      const opened = embeddings && { embeddings: await embeddings.open() };
      return await work({ reportsDir, libraryDir, ...opened });
    } finally {
      embeddings?.close();
      await assistant?.refresh();
    }
  };
  return {
    enter: (sources, options) => change((place) => ingestReports(sources, { ...options, ...place })),
    inspect: (source, options) => inspectSource(source, { ...options, reportsDir, libraryDir }),
    remove: (id, options) => change((place) => removeReport(id, { ...options, ...place })),
  };
}

/** The embeddings that the settings name, not yet asked for anything; `undefined` for local ones. */
async function openEmbeddings(config: Config) {
  const { libraryDir, embeddingModel: model, logLevel } = config;
  const endpoint = endpointOf(config);
  if (!endpoint || model === undefined) return undefined;
  const log = createLog(logLevel ?? 'warn');
  const { openModelEmbeddings } = await import('./library/model-embeddings.ts');
  const database = openStoreOrNone(libraryDir, log);
  return {
    name: nameAt(endpoint, model),
    open: (dimension?: number) => openModelEmbeddings({ endpoint, model, database, dimension, log }),
    log,
    close: () => database?.close(),
  };
}

/** Who writes replies, and what is to be closed when nobody does any more. */
export interface OpenedWriter {
  readonly writer: Writer;
  close(): void;
}

/**
 * Who writes replies with the model that the settings name; `undefined` where they name none.
 *
 * @throws UserError when a prompt cannot be used.
 */
export async function openWriter(config: Config): Promise<OpenedWriter | undefined> {
  const log = createLog(config.logLevel ?? (config.telegramBotToken === undefined ? 'warn' : 'info'));
  const models = await openModels(config, log);
  if (!models) return undefined;
  const { createWriter } = await import('./answer/writing/create-writer.ts');
  return { writer: createWriter({ model: models.chat, cache: models.texts, log }), close: models.close };
}

/** Who answers, as health sees it. */
type Served = Assistant & Partial<Pick<OpenedAssistant, 'embeddings'>>;

/** Opens the bot's server on the port that the settings name; `undefined` where they name none. */
export function createServe(
  config: Config,
  assistant: Served,
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
function describeHealth(assistant: Served, telegram: ReturnType<BotEndpoints['telegram']>): Health {
  const reports = assistant.reports().length;
  return {
    healthy: reports > 0 && telegram.state === 'connected',
    library: { state: reports > 0 ? 'open' : 'empty', reports },
    model: describeState(assistant.model?.()?.state),
    embeddings: describeState(assistant.embeddings?.()),
    telegram,
  };
}

/** A model that fails takes nothing from the answers but their prose, embeddings nothing but questions in other words. */
function describeState(asked: ModelState | undefined): object {
  if (!asked) return { state: 'none' };
  const { state, name, reason, since } = asked;
  return { state, name, ...(state === 'failing' ? { reason, since } : {}) };
}
