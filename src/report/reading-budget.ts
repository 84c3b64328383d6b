/**
 * The time that the files of one archive may take together: each alone keeps within its bound, and thousands of them
 * would still keep everybody else waiting for hours.
 */

const BASE_MS = 120_000;
const FILE_MS = 500;

/** What is left of the time; only reading itself is counted, not waiting for a thread. */
export class ReadingBudget {
  readonly totalMs: number;
  #leftMs: number;

  constructor(files: number, baseMs = BASE_MS) {
    this.totalMs = baseMs + files * FILE_MS;
    this.#leftMs = this.totalMs;
  }

  get leftMs(): number {
    return Math.max(0, this.#leftMs);
  }

  spend(ms: number): void {
    this.#leftMs -= ms;
  }
}
