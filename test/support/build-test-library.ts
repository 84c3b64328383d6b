/** A library of the reports in `data/reports`, in a folder that goes away again. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildLibrary } from '../../src/library/library.ts';

export interface BuiltLibrary extends AsyncDisposable {
  readonly libraryDir: string;
  /** A copy of it, for a bot that shall remember nothing; it goes away with the library. */
  copy(): Promise<string>;
}

/** Builds the library. */
export async function buildTestLibrary(): Promise<BuiltLibrary> {
  const folder = await mkdtemp(join(tmpdir(), 'zhibao-library-'));
  const libraryDir = join(folder, 'library');
  await buildLibrary({
    reportsDir: fileURLToPath(new URL('../../data/reports', import.meta.url)),
    libraryDir,
  });
  let copies = 0;
  return {
    libraryDir,
    async copy() {
      copies += 1;
      const path = join(folder, `copy-${copies}`);
      await cp(libraryDir, path, { recursive: true });
      return path;
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}
