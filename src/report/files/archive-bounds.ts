/**
 * What an archive may hold, those within it included: each of a thousand archives in one may keep within a bound, and
 * all together fill the memory.
 */

import { ReportError } from '../../errors.ts';

const MOST_ENTRIES = 2000;
/** What all entries together may unpack to. */
const MOST_BYTES = 512 * 1024 * 1024;
/** What the archives in it may take; they are kept for as long as their files are read. */
const MOST_INNER_BYTES = 128 * 1024 * 1024;
const MEGABYTE = 1024 * 1024;

/** Counts what an archive and those in it hold. */
export class ArchiveBounds {
  #entries = 0;
  #bytes = 0;
  #innerBytes = 0;
  #isExceeded = false;

  /** @param file The outermost archive, for messages. */
  constructor(private readonly file: string) {}

  /** Whether something was refused: what is behind it need not be looked at. */
  get isExceeded(): boolean {
    return this.#isExceeded;
  }

  /** @throws ReportError when there are too many entries, or they would unpack to too much. */
  addEntry(bytes: number): void {
    this.#entries += 1;
    this.#bytes += bytes;
    if (this.#entries > MOST_ENTRIES) {
      throw this.#refuse(`it holds more than ${MOST_ENTRIES} files`);
    }
    if (this.#bytes > MOST_BYTES) {
      throw this.#refuse(`it would unpack to too much, at most ${MOST_BYTES / MEGABYTE} MB are read`);
    }
  }

  /** @throws ReportError when the archives in it are too large together. */
  addInner(bytes: number): void {
    this.#innerBytes += bytes;
    if (this.#innerBytes > MOST_INNER_BYTES) {
      throw this.#refuse(
        `its archives are too large together, at most ${MOST_INNER_BYTES / MEGABYTE} MB are read`,
      );
    }
  }

  #refuse(reason: string): ReportError {
    this.#isExceeded = true;
    return new ReportError(this.file, reason, 'Split it into several archives');
  }
}
