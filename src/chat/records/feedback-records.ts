/**
 * What readers think of replies: 👍 and 👎 with question, answer and citations, and what they wrote about it.
 *
 * Kept for the person who runs the bot, who reads it by `npm run feedback`. It does not say who wrote.
 */
import type { Database } from '../../database/open-database.ts';
import { hashKey } from './hash-key.ts';
import type { KeptReply } from './reply-records.ts';

/** One opinion, as it is listed. */
export interface Feedback {
  readonly id: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** `note` where no reply was rated: /feedback. */
  readonly rating: 'good' | 'bad' | 'note';
  readonly comment: string | null;
  readonly question: string | null;
  readonly answer: string | null;
  readonly citations: readonly { readonly place: string; readonly quote: string }[];
}

/** Ratings and notes, each with what it is about. */
export interface FeedbackRecords {
  /** Keeps a rating; a second one by the same reader replaces the first. Returns its number. */
  rate(reply: KeptReply, rater: string, rating: 'good' | 'bad'): number;
  /** Opens a note without a reply; returns its number. */
  open(rater: string): number;
  /** The message that asks for words; a reply to it is the comment. */
  setPrompt(id: number, chatId: number, message: number): void;
  /** Whether words were asked for. */
  isAsked(id: number): boolean;
  /** Whether a message asked for words that may still be given. */
  isPrompt(chatId: number, message: number): boolean;
  /** Adds words to what a message asked about. */
  comment(chatId: number, message: number, words: string): void;
  /** Adds words to an opinion. */
  setComment(id: number, words: string): void;
  /** All opinions that say something, the newest first. */
  list(): readonly Feedback[];
  /** Cuts the tie between a reader and what they thought. */
  unlink(rater: string): void;
}

/** SQL that makes the table of these records where it is missing. */
export const FEEDBACK_TABLES = `
  CREATE TABLE IF NOT EXISTS feedback (
    id INTEGER PRIMARY KEY AUTOINCREMENT, reply INTEGER, rater TEXT, at INTEGER NOT NULL, rating TEXT NOT NULL,
    body TEXT NOT NULL, comment TEXT, prompt TEXT, UNIQUE (reply, rater)) STRICT;
  CREATE INDEX IF NOT EXISTS feedback_by_prompt ON feedback (prompt)`;

/** The oldest opinions go beyond these. */
const KEPT_OPINIONS = 20_000;

interface Row {
  readonly id: number;
  readonly at: number;
  readonly rating: Feedback['rating'];
  readonly body: string;
  readonly comment: string | null;
}

/** Reads and writes the opinions of an open file; `now` in milliseconds since 1970. */
export function createFeedbackRecords(database: Database, now: () => number): FeedbackRecords {
  const upsert = database.prepare<{ id: number }>(
    `INSERT INTO feedback (reply, rater, at, rating, body) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (reply, rater) DO UPDATE SET at = excluded.at, rating = excluded.rating RETURNING id`,
  );
  const setPrompt = database.prepare('UPDATE feedback SET prompt = ? WHERE id = ?');
  const asked = database.prepare('SELECT id FROM feedback WHERE id = ? AND prompt IS NOT NULL');
  const byPrompt = database.prepare<{ id: number }>('SELECT id FROM feedback WHERE prompt = ?');
  const comment = database.prepare('UPDATE feedback SET comment = ? WHERE id = ?');
  const all = database.prepare<Row>(
    "SELECT id, at, rating, body, comment FROM feedback WHERE rating != 'note' OR comment IS NOT NULL ORDER BY id DESC",
  );
  const unlink = database.prepare('UPDATE feedback SET reply = NULL, rater = NULL WHERE rater = ?');
  const removeOld = database.prepare('DELETE FROM feedback WHERE id <= ?');
  const add = (reply: number | null, rater: string, rating: Feedback['rating'], body: object) => {
    // `all` runs the statement to its end, so that the row is there for good.
    const id = upsert.all(reply, hashKey(rater), now(), rating, JSON.stringify(body))[0]?.id;
    if (id === undefined) throw new Error('The opinion was not kept');
    removeOld.run(id - KEPT_OPINIONS);
    return id;
  };
  return {
    rate: ({ id, question, answer, citations }, rater, rating) =>
      add(id, rater, rating, {
        question,
        answer,
        citations: citations.map(({ place, quote }) => ({ place, quote })),
      }),
    open: (rater) => add(null, rater, 'note', {}),
    setPrompt: (id, chatId, message) => setPrompt.run(promptKey(chatId, message), id),
    isAsked: (id) => asked.get(id) !== undefined,
    isPrompt: (chatId, message) => byPrompt.get(promptKey(chatId, message)) !== undefined,
    comment(chatId, message, words) {
      const id = byPrompt.get(promptKey(chatId, message))?.id;
      if (id !== undefined) comment.run(words, id);
    },
    setComment: (id, words) => comment.run(words, id),
    list: () => all.all().map(parseRow),
    unlink: (rater) => unlink.run(hashKey(rater)),
  };
}

function promptKey(chatId: number, message: number): string {
  return hashKey(`${chatId}:${message}`);
}

function parseRow({ body, ...row }: Row): Feedback {
  return { question: null, answer: null, citations: [], ...row, ...(JSON.parse(body) as object) };
}
