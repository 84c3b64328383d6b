/** What registers say of the files that were found, and which of the files no longer count. */
import { dirname, join, posix, relative, sep } from 'node:path';
import { REGISTER, type RegisterEntry, readRegister } from './register.ts';

/** A file and where it is. */
interface Located {
  /** Path within the folder of reports, with `/`. */
  readonly file: string;
  readonly path: string;
}

/** Folder of the originals that were taken out; what stands in it is no report any more. */
export const SET_ASIDE = 'removed';

/** Whether a path within the folder of reports lies in the folder of what was taken out. */
export function isSetAside(file: string): boolean {
  return file.startsWith(`${SET_ASIDE}/`);
}

/**
 * The files that count, with what is known of them. Of two registers that speak of one file the outer one counts
 * more, field by field: it is the one that is written to.
 *
 * @throws UserError `register-damaged`
 */
export async function withKnown<File extends Located>(
  reportsDir: string,
  found: readonly File[],
): Promise<(File & { readonly known?: RegisterEntry })[]> {
  const known = new Map<string, RegisterEntry>();
  const gone = new Set<string>();
  const files = new Set(found.map(({ file }) => file));
  for (const folder of foldersOf(reportsDir, found)) {
    const within = relative(reportsDir, folder).split(sep).join('/');
    const { entries, removed } = await readRegister(join(folder, REGISTER));
    const pathOf = (file: string) => posix.join(within, file.replaceAll('\\', '/'));
    for (const entry of entries) {
      const file = pathOf(entry.file);
      known.set(file, { ...known.get(file), ...entry });
      // Until the newer version is in its place, the older one stays.
      if (entry.replaces !== undefined && files.has(file)) gone.add(pathOf(entry.replaces));
    }
    for (const file of removed) gone.add(pathOf(file));
  }
  return found
    .filter(({ file }) => !gone.has(file))
    .map((one) => {
      const entry = known.get(one.file);
      return entry === undefined ? one : { ...one, known: entry };
    });
}

/** The folders that hold files and those above them, the innermost first. */
function foldersOf(reportsDir: string, found: readonly Located[]): string[] {
  const folders = new Set([reportsDir]);
  for (const { path } of found) {
    for (let folder = dirname(path); !folders.has(folder); folder = dirname(folder)) folders.add(folder);
  }
  return [...folders].sort((a, b) => b.length - a.length);
}
