/**
 * The files in the folder of reports.
 *
 * Of a zip archive every file is one of its own, named `reports.zip/1.html` and hashed by its own bytes, so that
 * a new archive with one more report leaves the others as they are.
 */
import { createHash } from 'node:crypto';
import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { LibraryError, ReportError } from '../errors.ts';
import { assertSize } from '../report/files/assert-size.ts';
import { isBeside, listArchive, type PackedFile } from '../report/files/list-archive.ts';
import type { ReadingBudget } from '../report/reading-budget.ts';
import { isSetAside, withKnown } from './find-known.ts';
import { type KnownPackedFile, listPacked } from './list-packed.ts';
import type { RegisterEntry } from './register.ts';

/** A file as it was when it was looked at. */
export interface FoundFile {
  /** Path within the folder of reports, with `/`; of a file in an archive, that of the archive and its own. */
  readonly file: string;
  /** Where it is on disk, or the archive that holds it. */
  readonly path: string;
  /** SHA-256 of the bytes, hex; `null` when the file cannot be read. */
  readonly hash: string | null;
  /** Why it cannot be read. */
  readonly reason?: string;
  /** What a `reports.json` says of it. */
  readonly known?: RegisterEntry;
  /** The same with what to do about it, where the file was looked into. */
  readonly refusal?: ReportError;
  /** What all files of its archive may take together. */
  readonly budget?: ReadingBudget;
  /** The bytes as they are now. */
  read(): Promise<Uint8Array>;
}

/**
 * Every file in a folder and its subfolders, by path, with the hash of its bytes; hidden ones are left out.
 *
 * @throws LibraryError `reports-missing`, `reports-unreadable`, `reports-empty`; UserError `register-damaged`
 */
export async function scanReports(
  reportsDir: string,
  onFile: (done: number, total: number) => void,
  signal?: AbortSignal,
): Promise<FoundFile[]> {
  const paths = await listFiles(reportsDir);
  if (paths.length === 0) {
    throw new LibraryError(
      'reports-empty',
      `Cannot build the library: the folder "${reportsDir}" holds no files`,
      'Put reports into it, or set REPORTS_DIR to the folder that holds them',
    );
  }
  const found: FoundFile[] = [];
  for (const [index, { path, reason }] of paths.entries()) {
    signal?.throwIfAborted();
    const file = relative(reportsDir, path).split(sep).join('/');
    if (reason === undefined) found.push(...(await lookInto(path, file)));
    else
      found.push({
        file,
        path,
        hash: null,
        reason,
        read: () => Promise.reject(new ReportError(file, reason)),
      });
    onFile(index + 1, paths.length);
  }
  return await withKnown(reportsDir, found);
}

/**
 * A file as it is now; of an archive, the files in it.
 *
 * @param file Name for messages and for the library.
 */
export async function lookInto(path: string, file: string): Promise<FoundFile[]> {
  const read = async () => new Uint8Array(await readFile(path));
  let hash: string | null = null;
  try {
    assertSize((await stat(path)).size, file);
    const bytes = await read();
    hash = hashBytes(bytes);
    const packed = await listPacked(bytes, file);
    if (packed === undefined) return [{ file, path, hash, read }];
    const archive = new Archive(path, file, packed);
    const found: FoundFile[] = [];
    for (const entry of packed) found.push(await lookIntoPacked(entry, archive));
    return found;
  } catch (error) {
    if (error instanceof ReportError)
      return [{ file, path, hash, reason: error.message, refusal: error, read }];
    return [{ file, path, hash, reason: `the file cannot be read (${codeOf(error)})`, read }];
  }
}

async function lookIntoPacked(entry: KnownPackedFile, archive: Archive): Promise<FoundFile> {
  const { file, refusal, known, budget } = entry;
  const read = async () => await archive.read(file);
  try {
    if (refusal !== undefined) throw new ReportError(file, refusal);
    assertSize(entry.size, file);
    const hash = hashBytes(await entry.read());
    return { file, path: archive.path, hash, read, budget, ...(known && { known }) };
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    return { file, path: archive.path, hash: null, reason: error.message, refusal: error, read };
  }
}

/** An archive that is held only as long as there is memory for it, and opened again when it is not. */
class Archive {
  #packed: WeakRef<readonly PackedFile[]>;

  constructor(
    readonly path: string,
    private readonly name: string,
    packed: readonly PackedFile[],
  ) {
    this.#packed = new WeakRef(packed);
  }

  async read(file: string): Promise<Uint8Array> {
    let packed = this.#packed.deref();
    if (packed === undefined) {
      packed = (await listArchive(new Uint8Array(await readFile(this.path)), this.name))?.files ?? [];
      this.#packed = new WeakRef(packed);
    }
    const found = packed.find((one) => one.file === file);
    if (found === undefined) throw new ReportError(file, 'it is no longer in its archive');
    return await found.read();
  }
}

/** SHA-256 of bytes, hex. */
export function hashBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A path to be looked at, or why it cannot be. */
interface Listed {
  readonly path: string;
  readonly reason?: string;
}

async function listFiles(reportsDir: string): Promise<Listed[]> {
  try {
    const listed: Listed[] = [];
    const folders = [reportsDir];
    for (let folder = folders.shift(); folder !== undefined; folder = folders.shift()) {
      try {
        for (const entry of await readdir(folder, { withFileTypes: true })) {
          const path = join(folder, entry.name);
          const file = relative(reportsDir, path).split(sep).join('/');
          if (entry.name.startsWith('.') || isSetAside(`${file}/`)) continue;
          if (entry.isDirectory()) folders.push(path);
          else if (!isBeside(entry.name)) listed.push({ path, ...(await whyNot(path, entry)) });
        }
      } catch (error) {
        if (folder === reportsDir) throw error;
        listed.push({ path: folder, reason: `the folder cannot be read (${codeOf(error)})` });
      }
    }
    return listed.sort((a, b) => (a.path < b.path ? -1 : 1));
  } catch (error) {
    const code = codeOf(error);
    const missing = code === 'ENOENT' || code === 'ENOTDIR';
    const state = code === 'ENOTDIR' ? 'is a file' : missing ? 'does not exist' : `cannot be read (${code})`;
    throw new LibraryError(
      missing ? 'reports-missing' : 'reports-unreadable',
      `Cannot build the library: the folder of reports "${reportsDir}" ${state}`,
      code === 'ENOTDIR'
        ? 'Set REPORTS_DIR to the folder that holds it'
        : missing
          ? 'Create it and put reports into it, or set REPORTS_DIR'
          : 'Check its permissions',
      { cause: error },
    );
  }
}

/** Whether a file of this name, in the folder of reports itself, is looked at. */
export function isReportName(name: string): boolean {
  return !name.startsWith('.') && !isBeside(name) && !isSetAside(`${name}/`);
}

/** A link to a file is read like the file, a broken one is told when it is read; a pipe or device would be read without end. */
async function whyNot(path: string, entry: Dirent): Promise<{ readonly reason?: string }> {
  if (entry.isFile()) return {};
  const found = entry.isSymbolicLink() ? await stat(path).catch(() => undefined) : entry;
  if (found === undefined || found.isFile()) return {};
  return {
    reason: found.isDirectory()
      ? 'it is a link to a folder: name that folder itself'
      : 'it is neither file nor folder',
  };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
