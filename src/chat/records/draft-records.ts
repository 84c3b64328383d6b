/**
 * Which message holds what was written so far of a reply, so that after a restart the reply is put in its place.
 *
 * A row is found by the update that is answered; it stays when the reply is there, since an update that was answered
 * may be answered again where the process ended before that could be noted.
 */
import type { Database } from '../../database/open-database.ts';
import { hashKey } from './hash-key.ts';

/** Messages that hold unfinished replies, by chat and by the update that is answered. */
export interface DraftRecords {
  /** The message that holds the unfinished reply to an update. */
  find(chatId: number, update: number): number | undefined;
  set(chatId: number, update: number, message: number): void;
  remove(chatId: number, update: number): void;
}

/** SQL that makes the table of these records where it is missing. */
export const DRAFT_TABLES = `
  CREATE TABLE IF NOT EXISTS drafts (
    chat TEXT NOT NULL, asked INTEGER NOT NULL, message INTEGER NOT NULL, at INTEGER NOT NULL,
    PRIMARY KEY (chat, asked)) STRICT`;

/** As long as an update may come again. */
const KEPT_MS = 48 * 60 * 60 * 1000;

/** Reads and writes the drafts of an open file; `now` in milliseconds since 1970. */
export function createDraftRecords(database: Database, now: () => number): DraftRecords {
  const select = database.prepare<{ message: number }>(
    'SELECT message FROM drafts WHERE chat = ? AND asked = ?',
  );
  const upsert = database.prepare(
    `INSERT INTO drafts (chat, asked, message, at) VALUES (?, ?, ?, ?)
     ON CONFLICT (chat, asked) DO UPDATE SET message = excluded.message, at = excluded.at`,
  );
  const removeOne = database.prepare('DELETE FROM drafts WHERE chat = ? AND asked = ?');
  const removeOld = database.prepare('DELETE FROM drafts WHERE at < ?');
  return {
    find: (chatId, update) => select.get(hashKey(chatId), update)?.message,
    set(chatId, update, message) {
      removeOld.run(now() - KEPT_MS);
      upsert.run(hashKey(chatId), update, message, now());
    },
    remove: (chatId, update) => removeOne.run(hashKey(chatId), update),
  };
}
