/** The files in the folder of reports. */
import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { LibraryError } from '../errors.ts';
import { isSetAside, withKnown } from './find-known.ts';
import type { RegisterEntry } from './register.ts';

/** A file as it was when it was looked at. */
export interface FoundFile {
  /** Path within the folder of reports, with `/`. */
  readonly file: string;
  readonly path: string;
  /** SHA-256 of the bytes, hex; `null` when the file cannot be read. */
  readonly hash: string | null;
  /** Why it cannot be read. */
  readonly reason?: string;
  /** What a `reports.json` says of it. */
  readonly known?: RegisterEntry;
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
  for (const path of paths) {
    signal?.throwIfAborted();
    const file = relative(reportsDir, path).split(sep).join('/');
    try {
      found.push({ file, path, hash: hashBytes(await readFile(path)) });
    } catch (error) {
      found.push({ file, path, hash: null, reason: `the file cannot be read (${codeOf(error)})` });
    }
    onFile(found.length, paths.length);
  }
  return await withKnown(reportsDir, found);
}

/** SHA-256 of bytes, hex. */
export function hashBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function listFiles(reportsDir: string): Promise<string[]> {
  try {
    const entries = await readdir(reportsDir, { recursive: true, withFileTypes: true });
    const paths: string[] = [];
    for (const entry of entries) {
      const path = join(entry.parentPath, entry.name);
      const parts = relative(reportsDir, path).split(sep);
      if (parts.some((part) => part.startsWith('.')) || isSetAside(parts.join('/'))) continue;
      // A link to a file is read like the file; a broken one is reported when it is read.
      const isFile = entry.isFile() || (entry.isSymbolicLink() && (await mayBeRead(path)));
      if (isFile && !isBesides(entry.name)) paths.push(path);
    }
    return paths.sort();
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
  return !name.startsWith('.') && !isBesides(name) && !isSetAside(`${name}/`);
}

/** What stands beside reports and is none: a readme, tables about the reports. */
function isBesides(name: string): boolean {
  return /^readme(?:\.|$)|\.(?:jsonl?|ya?ml)$/i.test(name);
}

/** A link to a pipe or device would be read without end. */
async function mayBeRead(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return true;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
