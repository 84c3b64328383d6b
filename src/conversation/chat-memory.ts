/**
 * The memory of chats, in `chats.sqlite` in the library's folder: beside the built library, which a rebuild
 * replaces, because nothing can build this file again.
 *
 * A chat is one row, written whole, so a process that dies between two turns leaves the last turn or the one
 * before, never half of one.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chatsPath, emptyChangeLog, openChats } from '../database/open-chats.ts';
import { type ChatState, EMPTY_CHAT } from './turn.ts';

/** Remembers chats between questions and between runs. */
export interface ChatMemory {
  /** What is remembered of a chat; an empty state for one that is not known. */
  load(chat: string): ChatState;
  save(chat: string, state: ChatState): void;
  /** Deletes what is remembered of a chat, also from the file's free pages. */
  forget(chat: string): void;
  /** Releases the file; a second call does nothing. */
  close(): void;
}

/** Where chats are remembered. */
export interface MemoryOptions {
  /** Folder of the library; made where there is none. */
  readonly libraryDir: string;
  /** The time in milliseconds since 1970; default: the clock. */
  readonly now?: () => number;
  /** Most chats kept; the longest silent go first. */
  readonly maxChats?: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const KEPT_DAYS = 90;
const MAX_CHATS = 100_000;
/** Chats removed at one write, at most, so that no question waits for a large deletion. */
const REMOVED_AT_ONCE = 20;
const TABLES = `CREATE TABLE IF NOT EXISTS chats (id TEXT PRIMARY KEY, seen INTEGER NOT NULL, state TEXT NOT NULL) STRICT;
  CREATE INDEX IF NOT EXISTS chats_by_seen ON chats (seen)`;

/**
 * Opens the memory; the file is made when the first chat is saved.
 *
 * @throws LibraryError `chats-unreadable` or `chats-newer`, at the first use of the file.
 */
export function openMemory(options: MemoryOptions): ChatMemory {
  const path = chatsPath(options.libraryDir);
  const now = options.now ?? Date.now;
  let store: Store | undefined;
  const opened = () => {
    store ??= openStore(options.libraryDir, options.maxChats ?? MAX_CHATS);
    return store;
  };
  return {
    load: (chat) => (store || existsSync(path) ? opened().load(keyOf(chat), now()) : EMPTY_CHAT),
    save: (chat, state) => opened().save(keyOf(chat), state, now()),
    forget: (chat) => {
      if (store || existsSync(path)) opened().forget(keyOf(chat));
    },
    close: () => {
      store?.close();
      store = undefined;
    },
  };
}

interface Store {
  load(chat: string, now: number): ChatState;
  save(chat: string, state: ChatState, now: number): void;
  forget(chat: string): void;
  close(): void;
}

function openStore(libraryDir: string, maxChats: number): Store {
  const database = openChats(libraryDir, TABLES);
  const select = database.prepare<{ state: string }>('SELECT state FROM chats WHERE id = ? AND seen >= ?');
  const upsert = database.prepare(
    'INSERT INTO chats (id, seen, state) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET seen = excluded.seen, state = excluded.state',
  );
  const remove = database.prepare('DELETE FROM chats WHERE id = ?');
  const removeOld = database.prepare(
    'DELETE FROM chats WHERE id IN (SELECT id FROM chats WHERE seen < ? ORDER BY seen LIMIT ?)',
  );
  const count = database.prepare<{ chats: number }>('SELECT count(*) AS chats FROM chats');
  const removeOldest = database.prepare(
    'DELETE FROM chats WHERE id IN (SELECT id FROM chats ORDER BY seen LIMIT ?)',
  );
  let known = count.get()?.chats ?? 0;
  let saves = 0;

  return {
    load: (chat, now) => parseState(select.get(chat, now - KEPT_DAYS * DAY_MS)?.state),
    save(chat, state, now) {
      upsert.run(chat, now, JSON.stringify(state));
      removeOld.run(now - KEPT_DAYS * DAY_MS, REMOVED_AT_ONCE);
      saves += 1;
      if (saves % REMOVED_AT_ONCE !== 0) return;
      known = count.get()?.chats ?? known;
      if (known > maxChats) removeOldest.run(known - maxChats);
    },
    forget(chat) {
      remove.run(chat);
      // What was forgotten must not stay readable in the log of changes either.
      emptyChangeLog(database);
    },
    close() {
      // The driver closes late and leaves the log: what was removed must be gone from the disk.
      emptyChangeLog(database);
      database.close();
    },
  };
}

/** A state that cannot be read is as good as none: the chat starts over. */
function parseState(text: string | undefined): ChatState {
  if (text === undefined) return EMPTY_CHAT;
  try {
    const state = JSON.parse(text) as Partial<ChatState>;
    return Array.isArray(state.turns) ? { opening: state.opening ?? '', turns: state.turns } : EMPTY_CHAT;
  } catch {
    return EMPTY_CHAT;
  }
}

/** Hashed, so that no two ids of any length or content meet, and the file does not name who chats. */
function keyOf(chat: string): string {
  return createHash('sha256').update(chat, 'utf16le').digest('base64url');
}
