/** The language that a reader, or a group, has chosen by /language. */
import type { Answer } from '../../answer/answer.ts';
import type { Database } from '../../database/open-database.ts';
import { hashKey } from './hash-key.ts';

/** Languages that readers have chosen. */
export interface LanguageRecords {
  /** The language chosen; `undefined` where it follows the question. */
  find(owner: string): Answer['language'] | undefined;
  /** Chooses a language; without one it follows the question again. */
  choose(owner: string, language: Answer['language'] | undefined): void;
}

/** SQL that makes the table of these records where it is missing. */
export const LANGUAGE_TABLES =
  'CREATE TABLE IF NOT EXISTS languages (owner TEXT PRIMARY KEY, language TEXT NOT NULL) STRICT';

/** Reads and writes the languages of an open file. */
export function createLanguageRecords(database: Database): LanguageRecords {
  const select = database.prepare<{ language: Answer['language'] }>(
    'SELECT language FROM languages WHERE owner = ?',
  );
  const upsert = database.prepare(
    'INSERT INTO languages (owner, language) VALUES (?, ?) ON CONFLICT (owner) DO UPDATE SET language = excluded.language',
  );
  const remove = database.prepare('DELETE FROM languages WHERE owner = ?');
  return {
    find: (owner) => select.get(hashKey(owner))?.language,
    choose: (owner, language) =>
      language === undefined ? remove.run(hashKey(owner)) : upsert.run(hashKey(owner), language),
  };
}
