/**
 * Paragraphs by their vectors: the HNSW index over all reports, or an exact scan where a scope is small.
 *
 * A filter makes HNSW slow when it lets little pass (18–25 ms at 1 in 100), and comparing 2,000 vectors takes
 * about a millisecond, so a narrow scope is scanned. One report is always scanned.
 */
import type { Database, Statement } from '../database/open-database.ts';
import type { HeldFile } from './held-file.ts';
import { RecentlyUsed } from './recently-used.ts';
import { findRange, type ReportRows, type RowRange } from './scope.ts';
import type { SearchHit, SearchOptions, VectorHits } from './search-hit.ts';
import { readVector } from './vector-bytes.ts';
import { isVector, VectorIndex } from './vector-index.ts';

const MAX_SCANNED_PARAGRAPHS = 2_000;
/** HNSW searches a scope of several reports that is at least this share of the library. */
const MIN_FILTERED_SHARE = 0.05;
const CACHED_REPORTS = 64;

interface ReportVectors {
  readonly numbers: readonly number[];
  readonly vectors: readonly Float32Array[];
}

/** Where the index stands and what it must be. */
export interface VectorFile {
  /** Read by the path; it may be gone by then. */
  readonly held: HeldFile;
  readonly dimension: number;
  /** Points in the file, those marked as deleted included. */
  readonly count: number;
  /** Paragraphs of the library. */
  readonly paragraphs: number;
}

/** Searches the vectors of one open library; the index is read when it is first needed. */
export class VectorSearch {
  readonly #file: VectorFile;
  readonly #rows: ReportRows;
  readonly #numberOf: Statement<{ number: number }>;
  readonly #vectorsOf: Statement<{ number: number; vector: Uint8Array }>;
  readonly #scanned = new RecentlyUsed<string, ReportVectors>(CACHED_REPORTS);
  #index: Promise<VectorIndex> | undefined;

  constructor(database: Database, rows: ReportRows, file: VectorFile) {
    this.#file = file;
    this.#rows = rows;
    this.#numberOf = database.prepare('SELECT number FROM paragraphs WHERE row = ?');
    this.#vectorsOf = database.prepare(
      'SELECT p.number, v.vector FROM paragraphs p JOIN vectors v ON v.key = p.vector_key WHERE p.row BETWEEN ? AND ?',
    );
  }

  /**
   * The paragraphs nearest to a vector.
   *
   * @throws LibraryError `vectors-missing`, `vectors-damaged` when the index is needed and cannot be read.
   */
  async search(query: readonly number[], { reports, limit }: SearchOptions): Promise<VectorHits> {
    const { dimension, held, count } = this.#file;
    if (!isVector(query, dimension)) {
      throw new TypeError(
        `A vector is ${dimension} finite numbers that are not all 0, not ${query.length} values`,
      );
    }
    const ranges = reports && this.#rows.of(reports);
    if (ranges && this.#isNarrow(ranges)) return { hits: this.#scan(query, ranges, limit), used: 'exact' };
    this.#index ??= held.read((path) => VectorIndex.read(path, dimension, count));
    const index = await this.#index;
    const accepts = ranges && ((row: number) => findRange(ranges, row) !== undefined);
    const hits = index
      .search(query, limit, accepts)
      .flatMap(({ label, similarity }) => this.#hit(label, similarity));
    return { hits, used: 'hnsw' };
  }

  #isNarrow(ranges: readonly RowRange[]): boolean {
    if (ranges.length <= 1) return true;
    const paragraphs = ranges.reduce((sum, { first, last }) => sum + last - first + 1, 0);
    return paragraphs <= MAX_SCANNED_PARAGRAPHS && paragraphs < this.#file.paragraphs * MIN_FILTERED_SHARE;
  }

  #hit(row: number, score: number): SearchHit[] {
    const report = this.#rows.find(row)?.report;
    const paragraph = this.#numberOf.get(row)?.number;
    return report === undefined || paragraph === undefined ? [] : [{ report, paragraph, score }];
  }

  #scan(query: readonly number[], ranges: readonly RowRange[], limit: number): SearchHit[] {
    const length = Math.hypot(...query);
    const hits: SearchHit[] = [];
    for (const range of ranges) {
      const { numbers, vectors } = this.#scanned.get(range.report, () => this.#read(range));
      for (const [index, vector] of vectors.entries()) {
        hits.push({ report: range.report, paragraph: numbers[index]!, score: dot(query, vector) / length });
      }
    }
    return hits.sort((a, b) => b.score - a.score).slice(0, Math.max(1, Math.floor(limit)));
  }

  #read({ first, last }: RowRange): ReportVectors {
    const rows = this.#vectorsOf.all(first, last);
    return {
      numbers: rows.map(({ number }) => number),
      vectors: rows.map(({ vector }) => readVector(vector)),
    };
  }
}

function dot(a: readonly number[], b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < b.length; at++) sum += a[at]! * b[at]!;
  return sum;
}
