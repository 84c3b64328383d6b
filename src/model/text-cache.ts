/**
 * Texts that a model wrote, in `model.sqlite`, so that the same question over the same evidence costs nothing.
 *
 * A convenience: whatever is wrong with the file, answers go on without it.
 */
import type { Database } from '../database/open-database.ts';
import { tolerateFailures } from '../database/tolerate-failures.ts';
import type { Log } from '../log.ts';

/** Keeps texts by a key that its user makes; never fails. */
export interface TextCache {
  get(key: string): string | undefined;
  set(key: string, text: string): void;
}

/** Where texts are kept, and how many. */
export interface TextCacheOptions {
  /** Of `openModelStore`. */
  readonly database: Database;
  /** Most texts kept; the longest unused go first. Default 5,000. */
  readonly maxTexts?: number;
  readonly log?: Log;
}

/** `used` counts up, so that the order does not hang on a clock. */
const TABLE = `CREATE TABLE IF NOT EXISTS texts (
  key TEXT PRIMARY KEY, text TEXT NOT NULL, used INTEGER NOT NULL
) STRICT, WITHOUT ROWID; CREATE INDEX IF NOT EXISTS texts_by_use ON texts (used)`;
const NEXT = '(SELECT coalesce(max(used), 0) + 1 FROM texts)';

/** A cache that keeps nothing. */
export const noTextCache: TextCache = { get: () => undefined, set: () => {} };

/** Opens the cache; makes its table where it is missing. */
export function openTextCache({ database, maxTexts = 5_000, log }: TextCacheOptions): TextCache {
  const without = tolerateFailures('Cannot use the kept texts; going on without', log);
  const prepared = without(() => {
    database.exec(TABLE);
    return {
      find: database.prepare<{ text: string }>('SELECT text FROM texts WHERE key = ?'),
      touch: database.prepare(`UPDATE texts SET used = ${NEXT} WHERE key = ?`),
      put: database.prepare(`INSERT OR REPLACE INTO texts VALUES (?, ?, ${NEXT})`),
      trim: database.prepare(
        'DELETE FROM texts WHERE key IN (SELECT key FROM texts ORDER BY used DESC LIMIT -1 OFFSET ?)',
      ),
    };
  });
  if (!prepared) return noTextCache;
  const { find, touch, put, trim } = prepared;
  return {
    get: (key) =>
      without(() => {
        const text = find.get(key)?.text;
        if (text !== undefined) touch.run(key);
        return text;
      }),
    set: (key, text) =>
      void without(() =>
        database.transaction(() => {
          put.run(key, text);
          trim.run(maxTexts);
        }),
      ),
  };
}
