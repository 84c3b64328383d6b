/** Builds the vector index from the stored vectors, or brings the index of the library before up to date. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Database } from '../database/open-database.ts';
import { readVector } from './vector-bytes.ts';
import { VectorIndex } from './vector-index.ts';

/** Adding one vector takes about a millisecond, so that this many leave the event loop free often enough. */
const BATCH_VECTORS = 32;
/** With more points marked as deleted than this share, a new index is smaller and better. */
const MAX_DELETED_SHARE = 0.25;

/** The index of the library before. */
interface PreviousIndex {
  readonly path: string;
  readonly count: number;
  /** Rows of paragraphs that are no more; rows above `lastRow` are new. */
  readonly removedRows: readonly number[];
  readonly lastRow: number;
}

/** How an index is built. */
export interface IndexBuild {
  readonly dimension: number;
  readonly previous?: PreviousIndex | undefined;
  readonly onVector: (done: number, total: number) => void;
  readonly signal?: AbortSignal | undefined;
}

/**
 * An index that finds exactly the paragraphs of the database.
 *
 * @throws Error when a paragraph has no vector; the signal's reason.
 */
export async function buildIndex(database: Database, build: IndexBuild): Promise<VectorIndex> {
  const { dimension, previous, onVector, signal } = build;
  const paragraphs = countAfter(database, 0);
  const points = previous ? previous.count + countAfter(database, previous.lastRow) : 0;
  const kept = previous && (await readPrevious(previous, dimension, points, paragraphs));
  const index = kept ?? VectorIndex.create(dimension, paragraphs);
  const next = database.prepare<{ row: number; vector: Uint8Array }>(
    `SELECT p.row, v.vector FROM paragraphs p JOIN vectors v ON v.key = p.vector_key
     WHERE p.row > ? ORDER BY p.row LIMIT ${BATCH_VECTORS}`,
  );
  let last = kept && previous ? previous.lastRow : 0;
  const total = countAfter(database, last);
  let done = 0;
  for (let batch = next.all(last); batch.length > 0; batch = next.all(last)) {
    signal?.throwIfAborted();
    for (const { row, vector } of batch) index.add(row, Array.from(readVector(vector)));
    last = batch.at(-1)!.row;
    done += batch.length;
    onVector(done, total);
    await nextTurn();
  }
  if (done !== total) throw new Error(`${total - done} paragraphs have no vector`);
  return index;
}

function countAfter(database: Database, row: number): number {
  const count = database.prepare<{ paragraphs: number }>(
    'SELECT count(*) AS paragraphs FROM paragraphs WHERE row > ?',
  );
  return count.get(row)!.paragraphs;
}

async function readPrevious(previous: PreviousIndex, dimension: number, points: number, paragraphs: number) {
  const { path, count, removedRows } = previous;
  if (points - paragraphs > MAX_DELETED_SHARE * points) return undefined;
  try {
    const index = await VectorIndex.read(path, dimension, count);
    for (const row of removedRows) index.remove(row);
    return index;
  } catch {
    // Missing or damaged: the stored vectors suffice for a new one.
    return undefined;
  }
}
