/**
 * Updates that were fetched and are not handled yet, in `chats.sqlite`, so that a process that dies loses none.
 *
 * An update is written before Telegram is told that it arrived, and its text is removed once it is handled. The
 * id is kept for two days, because Telegram delivers again what it has not heard of, for one day at most.
 */
import type { Update } from 'grammy/types';
import { emptyChangeLog, openChats } from '../../database/open-chats.ts';

/** Keeps what Telegram delivered until it is handled. */
export interface UpdateInbox {
  /** Keeps updates for good; returns those that came the first time, in order. */
  add(updates: readonly Update[]): Update[];
  /** What was fetched and not handled, in the order it came. */
  waiting(): Update[];
  /** How often an update began to be handled and was not over. */
  begun(updateId: number): number;
  /** Notes that an update begins to be handled; returns how often it began, this time included. */
  begin(updateId: number): number;
  /** Removes an update that was handled, by whatever outcome. */
  done(updateId: number): void;
  /** How many updates wait or are being handled. */
  size(): number;
  /** Releases the file; later calls of `done` and `begin` change nothing. */
  close(): void;
}

const HOUR_MS = 60 * 60 * 1000;
const ID_KEPT_HOURS = 48;
/** Old ids removed at one write, at most. */
const REMOVED_AT_ONCE = 200;

const TABLES = `CREATE TABLE IF NOT EXISTS inbox (
    bot INTEGER NOT NULL, id INTEGER NOT NULL, received INTEGER NOT NULL, begun INTEGER NOT NULL DEFAULT 0, body TEXT,
    PRIMARY KEY (bot, id)) STRICT;
  CREATE INDEX IF NOT EXISTS inbox_waiting ON inbox (bot) WHERE body IS NOT NULL;
  CREATE INDEX IF NOT EXISTS inbox_handled ON inbox (received) WHERE body IS NULL`;

/**
 * Opens the inbox of a bot in the folder of its library. Each bot numbers its updates for itself.
 *
 * @throws LibraryError when `chats.sqlite` cannot be opened.
 */
export function openInbox(libraryDir: string, botId: number, now: () => number = Date.now): UpdateInbox {
  const database = openChats(libraryDir, TABLES);
  const known = database.prepare('SELECT id FROM inbox WHERE bot = ? AND id = ?');
  const insert = database.prepare('INSERT INTO inbox (bot, id, received, body) VALUES (?, ?, ?, ?)');
  const forgetIds = database.prepare(
    'DELETE FROM inbox WHERE (bot, id) IN (SELECT bot, id FROM inbox WHERE body IS NULL AND received < ? LIMIT ?)',
  );
  const select = database.prepare<{ body: string }>(
    'SELECT body FROM inbox WHERE bot = ? AND body IS NOT NULL ORDER BY rowid',
  );
  const begun = database.prepare<{ begun: number }>('SELECT begun FROM inbox WHERE bot = ? AND id = ?');
  const begin = database.prepare<{ begun: number }>(
    'UPDATE inbox SET begun = begun + 1 WHERE bot = ? AND id = ? RETURNING begun',
  );
  const done = database.prepare('UPDATE inbox SET body = NULL WHERE bot = ? AND id = ?');
  const count = database.prepare<{ waiting: number }>(
    'SELECT count(*) AS waiting FROM inbox WHERE bot = ? AND body IS NOT NULL',
  );
  let open = true;

  return {
    add(updates) {
      if (updates.length === 0) return [];
      // What Telegram will not deliver again must survive a power cut too, not only the end of the process.
      database.exec('PRAGMA synchronous = FULL');
      try {
        return database.transaction(() => {
          forgetIds.run(now() - ID_KEPT_HOURS * HOUR_MS, REMOVED_AT_ONCE);
          const received = now();
          return updates.filter((update) => {
            if (known.get(botId, update.update_id)) return false;
            insert.run(botId, update.update_id, received, JSON.stringify(update));
            return true;
          });
        });
      } finally {
        database.exec('PRAGMA synchronous = NORMAL');
      }
    },
    waiting: () => select.all(botId).map(({ body }) => JSON.parse(body) as Update),
    begun: (updateId) => (open ? (begun.get(botId, updateId)?.begun ?? 0) : 0),
    begin: (updateId) => (open ? (begin.all(botId, updateId)[0]?.begun ?? 1) : 1),
    done(updateId) {
      if (open) done.run(botId, updateId);
    },
    size: () => (open ? (count.get(botId)?.waiting ?? 0) : 0),
    close() {
      if (!open) return;
      open = false;
      emptyChangeLog(database);
      database.close();
    },
  };
}
