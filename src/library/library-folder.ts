/**
 * The folder of a library: `manifest.json` and one `built-…` folder that it names.
 *
 * A build fills a new `built-…` folder and only then replaces the manifest, so whatever ends a build, the library
 * before it stays whole. Other files of the folder are not ours and are never touched.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { isDiskFull } from '../database/open-database.ts';
import { LibraryError } from '../errors.ts';
import type { Manifest } from './manifest.ts';

const BUILT = /^built-[0-9a-z-]+$/;
const ALMOST_NOTHING_BYTES = 512 * 1024;

/** Paths of the files of one built folder. */
export interface BuiltFiles {
  /** Name of the folder within the library's folder. */
  readonly folder: string;
  readonly path: string;
  readonly database: string;
  readonly vectors: string;
}

/** Where the files of a built folder stand. */
export function builtFiles(libraryDir: string, folder: string): BuiltFiles {
  const path = join(libraryDir, folder);
  return { folder, path, database: join(path, 'library.sqlite'), vectors: join(path, 'vectors.hnsw') };
}

/** Makes a new folder to build in. */
export async function makeBuiltFolder(libraryDir: string): Promise<BuiltFiles> {
  const files = builtFiles(libraryDir, `built-${Date.now().toString(36)}-${randomBytes(4).toString('hex')}`);
  await mkdir(files.path);
  return files;
}

/** Names of the built folders that the manifest does not name: of the library before, or of a build that died. */
export async function leftovers(libraryDir: string, manifest: Manifest | undefined): Promise<string[]> {
  const names = await readdir(libraryDir).catch((): string[] => []);
  return names.filter((name) => BUILT.test(name) && name !== manifest?.folder);
}

/** Removes built folders; one that is still in use (on Windows) stays for the next time. */
export async function removeBuilt(libraryDir: string, folders: readonly string[]): Promise<void> {
  for (const folder of folders) {
    if (!BUILT.test(folder)) continue;
    await rm(join(libraryDir, folder), { recursive: true, force: true }).catch(() => undefined);
  }
}

/** Waits until the files are on the disk itself. */
export async function syncFiles(files: BuiltFiles): Promise<void> {
  for (const path of [files.database, files.vectors]) {
    const file = await open(path, 'r+');
    await file.sync().finally(() => file.close());
  }
}

/** What went wrong while writing to a library's folder, with a cure where there is one; other errors as they are. */
export async function explainWriteError(libraryDir: string, error: unknown): Promise<unknown> {
  const isFull =
    isDiskFull(error) || (isFromStorage(error) && (await freeBytes(libraryDir)) < ALMOST_NOTHING_BYTES);
  const previous = 'the library before it is unchanged';
  if (isFull) {
    const message = `Cannot build the library in "${libraryDir}": the disk is full; ${previous}`;
    return new LibraryError('disk-full', message, 'Free space, or set LIBRARY_DIR to another disk', {
      cause: error,
    });
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(code)) {
    const message = `Cannot build the library: the folder "${libraryDir}" cannot be written (${code})`;
    return new LibraryError('library-unwritable', message, 'Check its permissions, or set LIBRARY_DIR', {
      cause: error,
    });
  }
  return error;
}

function isFromStorage(error: unknown): boolean {
  if (error instanceof LibraryError) return error.code === 'vectors-unwritable';
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_');
}

async function freeBytes(path: string): Promise<number> {
  try {
    const { bavail, bsize } = await statfs(path);
    return bavail * bsize;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
