/**
 * The folder of reports as an ingest changes it: original bytes, and the `reports.json` that says what is known of
 * them.
 *
 * New bytes are first written aside, into a folder that no build looks into. Then the register names them, and only
 * then are they renamed into their places, so that a build at any moment sees a report with all that is known of it
 * or does not see it. What a killed ingest left aside is put in its place when the folder is next opened.
 */
import { existsSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { SET_ASIDE } from '../library/find-known.ts';
import { EMPTY_REGISTER, REGISTER, type RegisterEntry, readRegister } from '../library/register.ts';
import { replaceFile, writeSynced } from '../library/write-aside.ts';

/** Hidden, so that no build looks into it. */
const ASIDE = '.ingest';

/** The originals and their register; one process at a time may change them. */
export class Originals {
  readonly #folder: string;
  #entries: readonly RegisterEntry[];
  #removed: readonly string[];
  #staged: RegisterEntry[] = [];
  #isWritten = true;

  private constructor(folder: string, entries: readonly RegisterEntry[], removed: readonly string[]) {
    this.#folder = folder;
    this.#entries = entries;
    this.#removed = removed;
  }

  /**
   * Opens the folder, which is made where it is missing, and finishes what a killed ingest began.
   *
   * @throws UserError `register-damaged`
   */
  static async open(reportsDir: string): Promise<Originals> {
    await mkdir(join(reportsDir, ASIDE), { recursive: true });
    const { entries, removed } = await readRegister(join(reportsDir, REGISTER));
    const originals = new Originals(reportsDir, entries, removed);
    await originals.#finish();
    return originals;
  }

  /** What is known of files; those staged are not among them. */
  get entries(): readonly RegisterEntry[] {
    return this.#entries;
  }

  /** Whether a file of this name is there or is to be. */
  has(file: string): boolean {
    return (
      existsSync(join(this.#folder, file)) ||
      [...this.#entries, ...this.#staged].some((entry) => entry.file === file)
    );
  }

  /** Writes an original aside; `commit` makes it count, and takes away the file that it `replaces`. */
  async stage(entry: RegisterEntry, bytes: Uint8Array): Promise<void> {
    await writeSynced(this.#aside(entry.file), bytes);
    this.#staged.push(entry);
  }

  /** Notes what is known of a file that has its place already; `commit` makes it count. */
  note(entry: RegisterEntry): void {
    this.#staged.push(entry);
  }

  /** How many entries wait to be committed. */
  get stagedCount(): number {
    return this.#staged.length;
  }

  /** Makes everything that was staged count. */
  async commit(): Promise<void> {
    // One file, one entry: what was said of it last.
    const staged = [...new Map(this.#staged.map((entry) => [entry.file, entry])).values()];
    if (staged.length === 0 && this.#isWritten) return;
    const taken = new Set(staged.map(({ file }) => file));
    this.#staged = [];
    // What is replaced keeps its entry until the newer version is in its place.
    await this.#write([...this.#entries.filter(({ file }) => !taken.has(file)), ...staged]);
    await this.#place(staged);
  }

  /**
   * Moves an original to where no build looks; of an archive that a person put there, notes that it counts no more.
   *
   * @returns Where it is now.
   */
  async setAside(file: string): Promise<string> {
    const entry = this.#entries.find((one) => one.file === file);
    const movedTo = await this.#moveAway(file, entry);
    await this.#write(this.#entries.filter((one) => one !== entry));
    return movedTo;
  }

  /** Writes down what is not yet, and leaves nothing aside. */
  async close(): Promise<void> {
    if (!this.#isWritten) await this.#write(this.#entries);
    await rm(join(this.#folder, ASIDE), { recursive: true, force: true });
  }

  /** Puts staged files into their places, and takes away those that they replace. */
  async #place(staged: readonly RegisterEntry[]): Promise<void> {
    for (const { file } of staged) {
      if (existsSync(this.#aside(file))) await rename(this.#aside(file), join(this.#folder, file));
    }
    await syncFolder(this.#folder);
    const replaced = new Set(staged.flatMap(({ replaces }) => replaces ?? []));
    if (replaced.size === 0) return;
    for (const file of replaced) {
      await this.#moveAway(
        file,
        this.#entries.find((entry) => entry.file === file),
      );
    }
    this.#entries = this.#entries.flatMap((entry) => {
      const { replaces, ...rest } = entry;
      if (replaced.has(entry.file)) return [];
      return replaces !== undefined && replaced.has(replaces) ? [rest] : [entry];
    });
    // Not urgent: what a newer version replaces does not count, whether it is still there or not.
    this.#isWritten = false;
  }

  async #finish(): Promise<void> {
    const isLost = ({ file, hash }: RegisterEntry) =>
      hash !== undefined && !existsSync(join(this.#folder, file)) && !existsSync(this.#aside(file));
    // What stands in an archive has no file of its own.
    const lost = this.#entries.filter((entry) => isLost(entry) && !this.#isPacked(entry.file));
    await this.#place(this.#entries.filter((entry) => !lost.includes(entry)));
    if (lost.length > 0) await this.#write(this.#entries.filter((entry) => !lost.includes(entry)));
    for (const name of await readdir(join(this.#folder, ASIDE))) {
      await rm(join(this.#folder, ASIDE, name), { recursive: true, force: true });
    }
  }

  /** Whether a path leads into a file. */
  #isPacked(file: string): boolean {
    for (let path = dirname(file); path !== '.' && path !== '/'; path = dirname(path)) {
      const found = existsSync(join(this.#folder, path));
      if (found) return !existsSync(join(this.#folder, path, '.'));
    }
    return false;
  }

  async #moveAway(file: string, entry: RegisterEntry | undefined): Promise<string> {
    const path = join(this.#folder, file);
    const isFile = await stat(path).then(
      (found) => found.isFile(),
      () => false,
    );
    if (!isFile) {
      if (this.#isPacked(file)) this.#removed = [...new Set([...this.#removed, file])];
      this.#isWritten = false;
      return path;
    }
    const folder = join(this.#folder, SET_ASIDE);
    await mkdir(folder, { recursive: true });
    let name = basename(file);
    for (let count = 2; existsSync(join(folder, name)); count += 1) name = `${count}-${basename(file)}`;
    await rename(path, join(folder, name));
    if (entry !== undefined) await noteIn(folder, { ...entry, file: name });
    return join(folder, name);
  }

  async #write(entries: readonly RegisterEntry[]): Promise<void> {
    await writeRegister(this.#folder, entries, this.#removed);
    this.#entries = entries;
    this.#isWritten = true;
  }

  #aside(file: string): string {
    return join(this.#folder, ASIDE, basename(file));
  }
}

/** What was known of a file goes with it, for the day that it is entered again. */
async function noteIn(folder: string, entry: RegisterEntry): Promise<void> {
  const { entries, removed } = await readRegister(join(folder, REGISTER)).catch(() => EMPTY_REGISTER);
  await writeRegister(folder, [...entries.filter(({ file }) => file !== entry.file), entry], removed);
}

async function writeRegister(
  folder: string,
  entries: readonly RegisterEntry[],
  removed: readonly string[],
): Promise<void> {
  const register = { reports: entries, ...(removed.length > 0 && { removed }) };
  await replaceFile(join(folder, REGISTER), `${JSON.stringify(register, null, 1)}\n`);
}

/** Makes renames last through a power cut, where the system lets a folder be synced. */
async function syncFolder(path: string): Promise<void> {
  try {
    const folder = await open(path, 'r');
    await folder.sync().finally(() => folder.close());
  } catch {
    // Windows does not; the renames are done all the same.
  }
}
