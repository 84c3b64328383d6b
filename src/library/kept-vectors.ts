/**
 * Vectors that were paid for, by model and text, in `model.sqlite`: a failed build resumes, and a rebuild or another
 * choice of EMBEDDING_MODEL pays only for what is new. What is wrong with the file costs money, never a build.
 */
import { createHash } from 'node:crypto';
import type { Database } from '../database/open-database.ts';
import { tolerateFailures } from '../database/tolerate-failures.ts';
import type { Log } from '../log.ts';
import { readVector, vectorBytes } from './vector-bytes.ts';

/** Vectors of one model. */
export interface KeptVectors {
  /** Length of its vectors, as it was seen first; `undefined` for a model that nothing is known of. */
  dimension(): number | undefined;
  setDimension(dimension: number): void;
  find(text: string): number[] | undefined;
  /** Keeps vectors, all or none; they must not be 0. */
  keep(vectors: readonly (readonly [text: string, vector: readonly number[]])[]): void;
}

const TABLES = `CREATE TABLE IF NOT EXISTS embedding_models (name TEXT PRIMARY KEY, dimension INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS embedded_texts (
  model TEXT NOT NULL, text TEXT NOT NULL, vector BLOB NOT NULL, PRIMARY KEY (model, text)
) STRICT, WITHOUT ROWID`;

const nothingKept: KeptVectors = {
  dimension: () => undefined,
  setDimension: () => {},
  find: () => undefined,
  keep: () => {},
};

/** The vectors kept for a model; makes the tables where they are missing. */
export function openKeptVectors(database: Database | undefined, model: string, log?: Log): KeptVectors {
  const without = tolerateFailures('Cannot use the kept vectors; going on without', log);
  const opened = database && without(() => openTables(database, model));
  if (!opened) return nothingKept;
  return {
    dimension: () => without(opened.dimension),
    setDimension: (dimension) => without(() => opened.setDimension(dimension)),
    find: (text) => without(() => opened.find(text)),
    keep: (vectors) => without(() => opened.keep(vectors)),
  };
}

function openTables(database: Database, model: string): KeptVectors {
  database.exec(TABLES);
  const dimensionOf = database.prepare<{ dimension: number }>(
    'SELECT dimension FROM embedding_models WHERE name = ?',
  );
  const remember = database.prepare('INSERT OR REPLACE INTO embedding_models VALUES (?, ?)');
  const select = database.prepare<{ vector: Uint8Array }>(
    'SELECT vector FROM embedded_texts WHERE model = ? AND text = ?',
  );
  const insert = database.prepare('INSERT OR REPLACE INTO embedded_texts VALUES (?, ?, ?)');
  return {
    dimension: () => dimensionOf.get(model)?.dimension,
    setDimension: (dimension) => remember.run(model, dimension),
    find(text) {
      const row = select.get(model, hashOf(text));
      return row && Array.from(readVector(row.vector));
    },
    keep: (vectors) =>
      database.transaction(() => {
        for (const [text, vector] of vectors) insert.run(model, hashOf(text), vectorBytes(vector));
      }),
  };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
