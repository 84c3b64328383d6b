/**
 * Builds a library from a folder of reports, or brings it up to date.
 *
 * Only what changed is read and embedded. All writing goes into a new folder (see `library-folder.ts`), so a build
 * that fails, is stopped or is killed leaves the library before it as it was.
 */
import { constants } from 'node:fs';
import { copyFile, truncate } from 'node:fs/promises';
import { type Database, openDatabase } from '../database/open-database.ts';
import { LibraryError } from '../errors.ts';
import { withBuildLock } from './build-lock.ts';
import type { BuildProgress, ReportProgress } from './build-progress.ts';
import {
  type BuiltFiles,
  builtFiles,
  explainWriteError,
  leftovers,
  makeBuiltFolder,
  removeBuilt,
  syncFiles,
} from './library-folder.ts';
import { LocalEmbeddings } from './local-embeddings.ts';
import { type FileNote, type Manifest, readManifest, writeManifest } from './manifest.ts';
import type { NamedEmbeddings } from './named-embeddings.ts';
import { type BuildPlan, planBuild } from './plan-build.ts';
import type { ParseReport } from './read-into-tables.ts';
import { readingVersion } from './reading-version.ts';
import { scanReports } from './scan-reports.ts';
import { createTables } from './tables.ts';

/** What is built from which reports, and who is told. */
export interface BuildOptions {
  readonly reportsDir: string;
  readonly libraryDir: string;
  /** Default: local embeddings. */
  readonly embeddings?: NamedEmbeddings;
  readonly onProgress?: (progress: BuildProgress) => void;
  /** Stops the build between two steps; the library before it stays. */
  readonly signal?: AbortSignal;
  /** Reads all files again even if none changed; vectors of texts that stayed are taken over. */
  readonly rebuild?: boolean;
  /** Default: the reader of the report folder. */
  readonly parse?: ParseReport;
  /** Default: the search segmentation of the language folder. */
  readonly segment?: (text: string) => readonly string[];
  /** Changes when `parse` or `segment` would give something else; default: a hash of the code and its data. */
  readonly version?: string;
}

/** What a build did; files by their path within the folder of reports. */
export interface BuildResult {
  readonly added: readonly string[];
  readonly replaced: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
  /** Files that are no reports, and why. */
  readonly skipped: readonly FileNote[];
  /** Reports that are held but look wrong together, such as two of one region and year. */
  readonly warnings: readonly FileNote[];
  /** Whether all files were read again although not all changed. */
  readonly rebuilt: boolean;
}

/**
 * Builds or updates the library; does nothing but compare hashes when nothing changed.
 *
 * @throws LibraryError `reports-missing`, `reports-unreadable`, `reports-empty`, `no-reports`, `disk-full`,
 *   `library-unwritable`, `embeddings-failed`; the signal's reason when it is aborted.
 */
export async function buildLibrary(options: BuildOptions): Promise<BuildResult> {
  const { reportsDir, libraryDir, signal } = options;
  const embeddings = options.embeddings ?? new LocalEmbeddings();
  const version = options.version ?? readingVersion();
  const wanted = { libraryDir, embeddings, version, rebuild: options.rebuild ?? false };
  const progress: ReportProgress = (stage) => (done, total) => options.onProgress?.({ stage, done, total });
  const found = await scanReports(reportsDir, progress('scan'), signal);
  const before = await readPrevious(libraryDir);
  const plan = planBuild(found, before, wanted);
  if (plan.isNothing && (await leftovers(libraryDir, before)).length === 0) return resultOf(plan, before);
  try {
    return await withBuildLock(libraryDir, signal, async () => {
      const previous = await readPrevious(libraryDir);
      await removeBuilt(libraryDir, await leftovers(libraryDir, previous));
      // Another process may just have built what this one came for.
      const wantedNow = before?.built === previous?.built ? wanted : { ...wanted, rebuild: false };
      const current = planBuild(found, previous, wantedNow);
      if (current.isNothing) return resultOf(current, previous);
      const manifest = await buildAside(current, { ...options, embeddings, version }, progress);
      await writeManifest(libraryDir, manifest);
      await removeBuilt(libraryDir, await leftovers(libraryDir, manifest));
      progress('save')(1, 1);
      return resultOf(current, manifest);
    });
  } catch (error) {
    throw await explainWriteError(libraryDir, error);
  }
}

type Settled = BuildOptions & { readonly embeddings: NamedEmbeddings; readonly version: string };

/** Fills a new folder; removes it again when that fails. */
async function buildAside(plan: BuildPlan, options: Settled, progress: ReportProgress): Promise<Manifest> {
  const { libraryDir, signal } = options;
  const files = await makeBuiltFolder(libraryDir);
  const opened: Database[] = [];
  try {
    const before = plan.previous && builtFiles(libraryDir, plan.previous.folder);
    if (before && !plan.isFresh) await copyFile(before.database, files.database, constants.COPYFILE_FICLONE);
    const database = openDatabase(files.database);
    opened.push(database);
    // The file is thrown away when anything goes wrong, so it needs no journal.
    database.prepare('PRAGMA journal_mode = OFF').all();
    database.exec('PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536');
    if (plan.isFresh) createTables(database);
    const vectors = plan.isFresh && before ? openVectors(before) : undefined;
    if (vectors) opened.push(vectors);
    // Pinyin, dictionary and parser are imported only when there is something to build.
    const { fillLibrary } = await import('./fill-library.ts');
    const manifest = await fillLibrary(database, { plan, files, before, vectors, ...options, progress });
    for (const one of opened) one.close();
    progress('save')(0, 1);
    signal?.throwIfAborted();
    await syncFiles(files);
    return manifest;
  } catch (error) {
    const explained = await explainWriteError(libraryDir, error);
    for (const one of opened) one.close();
    // Gives the space back at once: the driver keeps the file open for a while after it is closed and removed.
    await truncate(files.database).catch(() => undefined);
    await removeBuilt(libraryDir, [files.folder]);
    throw explained;
  }
}

/** The library before, for its vectors; `undefined` when it cannot be read. */
function openVectors(before: BuiltFiles): Database | undefined {
  let database: Database | undefined;
  try {
    database = openDatabase(before.database, 'read');
    database.prepare('SELECT vector FROM vectors WHERE key = ?').get('');
    return database;
  } catch {
    database?.close();
    return undefined;
  }
}

/** A damaged manifest is no reason not to build: everything is read again. */
async function readPrevious(libraryDir: string): Promise<Manifest | undefined> {
  try {
    return await readManifest(libraryDir);
  } catch (error) {
    if (error instanceof LibraryError && error.code === 'library-damaged') return undefined;
    throw error;
  }
}

function resultOf(plan: BuildPlan, manifest: Manifest | undefined): BuildResult {
  const skipped = Object.entries(manifest?.skipped ?? {}).map(([file, { reason }]) => ({ file, reason }));
  const isSkipped = (file: string) => manifest?.skipped[file] !== undefined;
  return {
    added: plan.added.filter((file) => !isSkipped(file)),
    replaced: plan.replaced.filter((file) => !isSkipped(file)),
    unchanged: plan.unchanged.filter((file) => !isSkipped(file)),
    removed: plan.removed,
    skipped,
    warnings: manifest?.warnings ?? [],
    rebuilt: plan.isFresh && plan.previous !== undefined,
  };
}
