/**
 * A file that can be read as long as it is held, even after a build has taken it away.
 *
 * The native index reads by path only, so that a file which is gone is copied out of the open one first.
 */
import { closeSync, createReadStream, createWriteStream, existsSync, openSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** An open file. */
export class HeldFile {
  #descriptor: number | undefined;

  private constructor(
    readonly path: string,
    descriptor: number | undefined,
  ) {
    this.#descriptor = descriptor;
  }

  /** Holds a file; one that is not there is reported by whoever reads it. */
  static open(path: string): HeldFile {
    try {
      return new HeldFile(path, openSync(path, 'r'));
    } catch {
      return new HeldFile(path, undefined);
    }
  }

  /** Whether there was a file to hold. */
  get isThere(): boolean {
    return this.#descriptor !== undefined;
  }

  /** Runs `work` with a path under which the file can be read until it ends. */
  async read<Result>(work: (path: string) => Promise<Result>): Promise<Result> {
    try {
      return await work(this.path);
    } catch (error) {
      if (this.#descriptor === undefined || existsSync(this.path)) throw error;
      return await this.#readCopy(this.#descriptor, work);
    }
  }

  async #readCopy<Result>(descriptor: number, work: (path: string) => Promise<Result>): Promise<Result> {
    const folder = await mkdtemp(join(tmpdir(), 'zhibao-'));
    try {
      const copy = join(folder, 'copy');
      await pipeline(
        createReadStream('', { fd: descriptor, autoClose: false, start: 0 }),
        createWriteStream(copy),
      );
      return await work(copy);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** Lets the file go; a second call does nothing. */
  close(): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
    this.#descriptor = undefined;
  }
}
