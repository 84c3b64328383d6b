/** Opens the folder of reports to be changed, with a library that holds what stands in it. */
import { LibraryError, UserError } from '../errors.ts';
import { type BuildOptions, type BuildResult, buildLibrary } from '../library/build-library.ts';
import { withLock } from '../library/build-lock.ts';
import type { Library } from '../library/library.ts';
import type { IngestOptions } from './ingest-options.ts';
import { openToRead } from './open-to-read.ts';
import { Originals } from './originals.ts';

/** What changes the folder. */
export type ChangeOptions = Pick<
  IngestOptions,
  'reportsDir' | 'libraryDir' | 'embeddings' | 'rebuild' | 'onProgress' | 'signal'
>;

/** The folder, as one process at a time has it. */
export interface OpenedReports {
  readonly originals: Originals;
  /** `undefined` where the folder holds no report yet. */
  readonly library: Library | undefined;
  /** What building it changed: files that somebody put there or took away. */
  readonly built: BuildResult | undefined;
}

/**
 * Runs `work` while no other process changes the folder. What a killed ingest left is finished first; whatever ends
 * `work`, what it staged counts.
 *
 * @throws UserError `register-damaged`, `reports-unwritable`; LibraryError as `buildLibrary` does.
 */
export async function changeReports<Result>(
  options: ChangeOptions,
  work: (opened: OpenedReports) => Promise<Result>,
): Promise<Result> {
  const { reportsDir, libraryDir, signal } = options;
  try {
    return await withLock(reportsDir, '.ingest.lock', signal, async () => {
      const originals = await Originals.open(reportsDir);
      try {
        const built = await buildIfAny(options);
        const library = built && (await openToRead(libraryDir));
        try {
          return await work({ originals, library, built });
        } finally {
          library?.close();
        }
      } finally {
        await originals.commit();
        await originals.close();
      }
    });
  } catch (error) {
    throw explained(reportsDir, error);
  }
}

/** Builds the library; nothing where the folder holds no report. */
export async function buildIfAny(
  options: ChangeOptions,
  parse?: BuildOptions['parse'],
): Promise<BuildResult | undefined> {
  const { reportsDir, libraryDir, embeddings, rebuild, onProgress, signal } = options;
  try {
    return await buildLibrary({
      reportsDir,
      libraryDir,
      ...(embeddings && { embeddings }),
      ...(rebuild && { rebuild }),
      ...(onProgress && { onProgress }),
      ...(signal && { signal }),
      ...(parse && { parse }),
    });
  } catch (error) {
    const isEmpty = error instanceof LibraryError && ['reports-empty', 'no-reports'].includes(error.code);
    if (isEmpty) return undefined;
    throw error;
  }
}

function explained(reportsDir: string, error: unknown): unknown {
  if (error instanceof UserError || !(error instanceof Error) || !('code' in error)) return error;
  const code = String(error.code);
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    const message = `Cannot enter reports into "${reportsDir}": the disk is full; the library is unchanged`;
    return new LibraryError('disk-full', message, 'Free space and run it again: what was copied is kept', {
      cause: error,
    });
  }
  if (!['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(code)) return error;
  const message = `Cannot enter reports: the folder "${reportsDir}" cannot be written (${code})`;
  return new UserError('reports-unwritable', message, 'Check its permissions, or set REPORTS_DIR', {
    cause: error,
  });
}
