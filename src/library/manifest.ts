/**
 * What a library was built from and with; the one file that says which of the built folders is the library.
 *
 * It is replaced by a rename after everything else is on disk, so that there is a whole library at any time.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LibraryError } from '../errors.ts';
import { replaceFile } from './write-aside.ts';

/** Changes when tables or files change so that older libraries cannot be read. */
export const LIBRARY_FORMAT = 1;

/** A file of the folder of reports that something is to be said about. */
export interface FileNote {
  readonly file: string;
  readonly reason: string;
}

/** What a built library is made of; written last, so that without it there is none. */
export interface Manifest {
  readonly format: number;
  /** Hash of what reads reports: code, lexicon, dictionaries. */
  readonly version: string;
  /** ISO date and time of the build. */
  readonly built: string;
  /** Folder within the library's folder that holds the files. */
  readonly folder: string;
  readonly embedding: { readonly name: string; readonly dimension: number; readonly version?: string };
  readonly counts: {
    readonly reports: number;
    readonly paragraphs: number;
    readonly figures: number;
    /** Points in the vector index, with those that are marked as deleted. */
    readonly vectors: number;
  };
  /** File → id, hash of the bytes, and of what a `reports.json` says of it. */
  readonly reports: Readonly<
    Record<string, { readonly id: string; readonly hash: string; readonly known?: string }>
  >;
  /** File → hashes, and why it is no report. */
  readonly skipped: Readonly<
    Record<string, { readonly hash: string; readonly reason: string; readonly known?: string }>
  >;
  readonly warnings: readonly FileNote[];
}

/** Where the manifest of a library stands. */
export function manifestPath(libraryDir: string): string {
  return join(libraryDir, 'manifest.json');
}

/**
 * The manifest of the library in a folder, or `undefined` when there is none.
 *
 * Its `format` can be another than ours; then nothing else of it is certain.
 *
 * @throws LibraryError `library-unreadable`, `library-damaged`
 */
export async function readManifest(libraryDir: string): Promise<Manifest | undefined> {
  const path = manifestPath(libraryDir);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) {
      return undefined;
    }
    throw new LibraryError('library-unreadable', `Cannot read "${path}"`, 'Check its permissions', {
      cause: error,
    });
  }
  const damaged = (cause?: unknown) =>
    new LibraryError(
      'library-damaged',
      `Cannot read "${path}": not a manifest`,
      'Delete it and build again',
      { cause },
    );
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw damaged(error);
  }
  if (!isManifest(value)) throw damaged();
  return value;
}

/** Puts a manifest in place of the one before, in one step that a crash cannot halve. */
export async function writeManifest(libraryDir: string, manifest: Manifest): Promise<void> {
  await replaceFile(manifestPath(libraryDir), `${JSON.stringify(manifest, null, 1)}\n`);
}

function isManifest(value: unknown): value is Manifest {
  if (typeof value !== 'object' || value === null || !('format' in value)) return false;
  if (value.format !== LIBRARY_FORMAT) return typeof value.format === 'number';
  const { folder, version, embedding, counts, reports, skipped, warnings } = value as Partial<Manifest>;
  return (
    typeof folder === 'string' &&
    /^built-[0-9a-z-]+$/.test(folder) &&
    typeof version === 'string' &&
    typeof embedding?.name === 'string' &&
    typeof embedding.dimension === 'number' &&
    typeof counts?.vectors === 'number' &&
    typeof reports === 'object' &&
    typeof skipped === 'object' &&
    Array.isArray(warnings)
  );
}
