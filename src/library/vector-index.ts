/**
 * The HNSW graph of paragraph vectors, through hnswlib-node, the one module that imports it.
 *
 * The native code aborts the process on a hole in a vector and on an exception of the filter; it takes NaN, wraps
 * labels at 2³², reports a failed write as done and reads a file of another dimension. What goes in is checked
 * here, and what was written is read back.
 */
import { stat } from 'node:fs/promises';
import hnswlib, { type HierarchicalNSW } from 'hnswlib-node';
import { LibraryError } from '../errors.ts';
import { readIndexHeader } from './vector-index-header.ts';

/** A point that was found; similarity is the cosine, -1 to 1. */
export interface Neighbor {
  readonly label: number;
  readonly similarity: number;
}

const M = 16;
const EF_CONSTRUCTION = 200;
const EF_SEARCH = 64;
/** Fixed, so that the same vectors in the same order give the same graph. */
const SEED = 100;
const MAX_LABEL = 2 ** 32 - 1;

/** Vectors of one dimension with whole numbers as labels. */
export class VectorIndex {
  readonly dimension: number;
  readonly #graph: HierarchicalNSW;

  private constructor(dimension: number, graph: HierarchicalNSW) {
    this.dimension = dimension;
    this.#graph = graph;
  }

  /** An empty index. */
  static create(dimension: number, capacity: number): VectorIndex {
    const graph = new hnswlib.HierarchicalNSW('cosine', dimension);
    graph.initIndex(Math.max(1, capacity), M, EF_CONSTRUCTION, SEED);
    return new VectorIndex(dimension, graph);
  }

  /**
   * The index in a file.
   *
   * @throws LibraryError `vectors-missing`, `vectors-damaged` (also when the file holds another number of points)
   */
  static async read(path: string, dimension: number, count: number): Promise<VectorIndex> {
    const cure = 'Build it again: npm run ingest -- --rebuild';
    if (!(await isFile(path))) {
      throw new LibraryError('vectors-missing', `Cannot search all reports: "${path}" is missing`, cure);
    }
    const graph = new hnswlib.HierarchicalNSW('cosine', dimension);
    const damaged = (state: string, cause?: unknown) =>
      new LibraryError('vectors-damaged', `Cannot read the vectors "${path}": ${state}`, cure, { cause });
    // Checked first: the native code would read another dimension without a word, and past the end of a vector.
    const header = await readIndexHeader(path);
    if (!header) throw damaged('not an index');
    if (header.count !== count) throw damaged(`it holds ${header.count} points, the manifest says ${count}`);
    if (header.dimension !== dimension) throw damaged(`of dimension ${header.dimension}, not ${dimension}`);
    try {
      await graph.readIndex(path);
    } catch (error) {
      throw damaged('not a complete index', error);
    }
    graph.setEf(EF_SEARCH);
    return new VectorIndex(dimension, graph);
  }

  /** Points, those marked as deleted included. */
  get count(): number {
    return this.#graph.getCurrentCount();
  }

  /**
   * Adds a vector under a label that is not yet used, and makes room when there is none.
   *
   * @throws RangeError for a label that is no whole number from 0 to 2^32 - 1.
   */
  add(label: number, vector: readonly number[]): void {
    if (!Number.isInteger(label) || label < 0 || label > MAX_LABEL) {
      throw new RangeError(`A label is a whole number below 2^32, not "${label}"`);
    }
    this.#assertVector(vector);
    const capacity = this.#graph.getMaxElements();
    if (this.count >= capacity) this.#graph.resizeIndex(Math.ceil(capacity * 1.5) + 64);
    this.#graph.addPoint([...vector], label);
  }

  /** Keeps a point from being found; it stays in the graph as a way to others. */
  remove(label: number): void {
    this.#graph.markDelete(label);
  }

  /** The nearest points, the nearest first, of those that `accepts` lets pass; fewer where there are fewer. */
  search(query: readonly number[], limit: number, accepts?: (label: number) => boolean): Neighbor[] {
    this.#assertVector(query);
    const most = Math.min(Math.max(1, Math.floor(limit)), this.count);
    if (most === 0) return [];
    this.#graph.setEf(Math.max(EF_SEARCH, most));
    let failure: { readonly error: unknown } | undefined;
    const filter = (label: number) => {
      try {
        return accepts?.(label) === true;
      } catch (error) {
        failure ??= { error };
        return false;
      }
    };
    const { neighbors, distances } = this.#graph.searchKnn([...query], most, accepts && filter);
    if (failure) throw failure.error;
    return neighbors.map((label, index) => ({ label, similarity: 1 - distances[index]! }));
  }

  /**
   * Writes the index and reads it back.
   *
   * @throws LibraryError `vectors-unwritable`
   */
  async write(path: string): Promise<void> {
    const failed = (cause: unknown) =>
      new LibraryError('vectors-unwritable', `Cannot write the vectors "${path}"`, 'Free space on the disk', {
        cause,
      });
    try {
      await this.#graph.writeIndex(path);
      await VectorIndex.read(path, this.dimension, this.count);
    } catch (error) {
      throw failed(error);
    }
  }

  #assertVector(vector: readonly number[]): void {
    if (!isVector(vector, this.dimension)) {
      throw new TypeError(
        `A vector is ${this.dimension} finite numbers that are not all 0, not ${vector.length} values`,
      );
    }
  }
}

/** Whether a value is a vector of the dimension: finite numbers, not all of them 0. */
export function isVector(value: unknown, dimension: number): boolean {
  if (!Array.isArray(value) || value.length !== dimension) return false;
  let isZero = true;
  // `every` would skip the holes of an array, and a hole is what aborts the process.
  for (let at = 0; at < dimension; at++) {
    const number: unknown = value[at];
    if (typeof number !== 'number' || !Number.isFinite(number)) return false;
    if (number !== 0) isZero = false;
  }
  return !isZero;
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
