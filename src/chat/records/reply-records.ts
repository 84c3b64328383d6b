/**
 * What was replied, so that the buttons under a reply and edits of its question work after a restart.
 *
 * A button carries the number of a row. Rows go after 90 days, or when 50 newer ones of the same asker are there;
 * a number is never given twice, so that an old button cannot reach another reply.
 */
import type { Answer } from '../../answer/answer.ts';
import type { Database } from '../../database/open-database.ts';
import { hashKey } from './hash-key.ts';

/** A question offered under a reply. */
export interface Offer {
  readonly label: string;
  /** Can be sent as it stands. */
  readonly question: string;
  /** What it is a choice for: to be asked again first where the chat has gone on since. */
  readonly after?: string;
}

/** Where a reply is proved. */
interface KeptCitation {
  /** Id of the report in the library. */
  readonly report: string;
  /** Its region and year, in few words. */
  readonly label: string;
  /** From 1; 0 for metadata lines. */
  readonly paragraph: number;
  readonly quote: string;
  /** The place on one line. */
  readonly place: string;
}

/** What is kept of a reply. */
export interface Reply {
  readonly question: string;
  readonly kind: Answer['kind'];
  readonly language: Answer['language'];
  /** What was answered, in plain text. */
  readonly answer: string;
  readonly citations: readonly KeptCitation[];
  readonly offers: readonly Offer[];
  /** All messages of the reply in HTML, the unsent ones too. */
  readonly messages: readonly string[];
}

/** Who asked, where and with which message. */
export interface Asking {
  /** Key of the memory that the question was asked with. */
  readonly owner: string;
  readonly chatId: number;
  /** The asking message; absent where a button was pressed. */
  readonly message?: number | undefined;
}

/** A reply as it was sent. */
export interface KeptReply extends Reply {
  readonly id: number;
  /** Ids of its messages in the chat, in order. */
  readonly sent: readonly number[];
}

/** Replies by number, found only from their own chat. */
export interface ReplyRecords {
  /** Keeps a reply that is about to be sent; returns its number. */
  add(reply: Reply, asking: Asking): number;
  /** Tells which messages the reply was sent as. */
  setSent(id: number, messages: readonly number[]): void;
  /** The reply of a number, where it was given in this chat and is still kept. */
  find(id: number, chatId: number): KeptReply | undefined;
  /** The reply to a message. */
  findByQuestion(chatId: number, message: number): KeptReply | undefined;
  /** Whether nothing was replied to this asker since. */
  isLatest(id: number, owner: string): boolean;
  remove(id: number): void;
  /** Removes every reply to an asker. */
  forget(owner: string): void;
}

/** SQL that makes the tables of these records where they are missing. */
export const REPLY_TABLES = `
  CREATE TABLE IF NOT EXISTS replies (
    id INTEGER PRIMARY KEY AUTOINCREMENT, owner TEXT NOT NULL, chat TEXT NOT NULL, asked INTEGER, at INTEGER NOT NULL,
    body TEXT NOT NULL, sent TEXT NOT NULL) STRICT;
  CREATE INDEX IF NOT EXISTS replies_by_owner ON replies (owner, id);
  CREATE INDEX IF NOT EXISTS replies_by_question ON replies (chat, asked);
  CREATE INDEX IF NOT EXISTS replies_by_time ON replies (at)`;

const KEPT_REPLIES = 50;
const KEPT_MS = 90 * 24 * 60 * 60 * 1000;
/** Rows removed at one write, at most, so that no reply waits for a large deletion. */
const REMOVED_AT_ONCE = 20;

interface Row {
  readonly id: number;
  readonly body: string;
  readonly sent: string;
}

/** Reads and writes the replies of an open file; `now` in milliseconds since 1970. */
export function createReplyRecords(database: Database, now: () => number): ReplyRecords {
  const insert = database.prepare<{ id: number }>(
    "INSERT INTO replies (owner, chat, asked, at, body, sent) VALUES (?, ?, ?, ?, ?, '[]') RETURNING id",
  );
  const setSent = database.prepare('UPDATE replies SET sent = ? WHERE id = ?');
  const byId = database.prepare<Row>(
    'SELECT id, body, sent FROM replies WHERE id = ? AND chat = ? AND at >= ?',
  );
  const byQuestion = database.prepare<Row>(
    'SELECT id, body, sent FROM replies WHERE chat = ? AND asked = ? ORDER BY id DESC LIMIT 1',
  );
  const latest = database.prepare<{ id: number | null }>('SELECT max(id) AS id FROM replies WHERE owner = ?');
  const removeSurplus = database.prepare(
    'DELETE FROM replies WHERE id IN (SELECT id FROM replies WHERE owner = ? ORDER BY id DESC LIMIT ? OFFSET ?)',
  );
  const removeOld = database.prepare(
    'DELETE FROM replies WHERE id IN (SELECT id FROM replies WHERE at < ? ORDER BY at LIMIT ?)',
  );
  const removeOne = database.prepare('DELETE FROM replies WHERE id = ?');
  const removeOwned = database.prepare('DELETE FROM replies WHERE owner = ?');
  return {
    add(reply, { owner, chatId, message }) {
      const key = hashKey(owner);
      // `all` runs the statement to its end, so that the row is there for good.
      const row = insert.all(key, hashKey(chatId), message ?? null, now(), JSON.stringify(reply))[0];
      const id = row?.id;
      if (id === undefined) throw new Error('The reply was not kept');
      removeSurplus.run(key, REMOVED_AT_ONCE, KEPT_REPLIES);
      removeOld.run(now() - KEPT_MS, REMOVED_AT_ONCE);
      return id;
    },
    setSent: (id, messages) => setSent.run(JSON.stringify(messages), id),
    find: (id, chatId) => parseRow(byId.get(id, hashKey(chatId), now() - KEPT_MS)),
    findByQuestion: (chatId, message) => parseRow(byQuestion.get(hashKey(chatId), message)),
    isLatest: (id, owner) => latest.get(hashKey(owner))?.id === id,
    remove: (id) => removeOne.run(id),
    forget: (owner) => removeOwned.run(hashKey(owner)),
  };
}

function parseRow(row: Row | undefined): KeptReply | undefined {
  if (!row) return undefined;
  return {
    ...(JSON.parse(row.body) as Reply),
    id: row.id,
    sent: JSON.parse(row.sent) as number[],
  };
}
