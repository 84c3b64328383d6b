/** What the bot keeps and counts while it runs: opened together, closed together. */
import { setMaxListeners } from 'node:events';
import type { Log } from '../log.ts';
import { type BotMetrics, createBotMetrics } from './bot-metrics.ts';
import type { ModelSource } from './model-metrics.ts';
import { type MovedChats, openMovedChats } from './moved-chats.ts';
import { openRecords, type Records } from './records/open-records.ts';
import { createTelegramLink, type Receiving, type TelegramLink } from './running/telegram-link.ts';
import { openInbox, type UpdateInbox } from './running/update-inbox.ts';

/** What the parts of one bot share. */
export interface BotParts {
  readonly inbox: UpdateInbox;
  readonly records: Records;
  readonly moves: MovedChats;
  readonly metrics: BotMetrics;
  readonly link: TelegramLink;
  /** Aborted when nothing new may begin. */
  readonly stop: AbortSignal;
  /** Aborted when what has begun may not go on either. */
  readonly cut: AbortSignal;
}

/** The parts with what stops and closes them. */
export interface OpenedParts extends BotParts {
  /** Aborts `stop`. */
  stopBeginning(): void;
  /** Aborts `cut`. */
  cutShort(): void;
  /** Releases the files. */
  close(): void;
}

/** Whose parts are opened, and where they are kept. */
export interface PartsOptions {
  /** Folder of the library, in which `chats.sqlite` stands. */
  readonly libraryDir: string;
  /** The number before the colon is the bot's id. */
  readonly token: string;
  readonly receiving: Receiving;
  /** Counts memory and CPU time of the process too. */
  readonly countProcess: boolean;
  /** What a model wrote so far. */
  readonly model?: ModelSource;
  readonly log: Log;
}

/** @throws LibraryError when `chats.sqlite` cannot be opened. */
export function openBotParts(options: PartsOptions): OpenedParts {
  const { libraryDir, token, receiving, countProcess, model, log } = options;
  const inbox = openInbox(libraryDir, Number.parseInt(token, 10));
  const records = openRecords({ libraryDir });
  const moves = openMovedChats(libraryDir);
  const [stop, cut] = [new AbortController(), new AbortController()];
  // Every call listens to it, and every wait between calls.
  setMaxListeners(0, cut.signal);
  return {
    inbox,
    records,
    moves,
    metrics: createBotMetrics(inbox.size, { process: countProcess, ...(model ? { model } : {}) }),
    link: createTelegramLink(receiving, log),
    stop: stop.signal,
    cut: cut.signal,
    stopBeginning: () => stop.abort(),
    cutShort: () => cut.abort(),
    close() {
      inbox.close();
      records.close();
      moves.close();
    },
  };
}
