/** What registers say of the files that were found, and which of the files no longer count. */
import { dirname, join, posix, relative, sep } from 'node:path';
import { REGISTER, type Register, type RegisterEntry, readRegister } from './register.ts';

/** A file, with what is known of it so far. */
interface Named {
  /** Path within the folder of reports, with `/`. */
  readonly file: string;
  readonly known?: RegisterEntry;
}

/** A file and where it is. */
interface Located extends Named {
  readonly path: string;
}

/** A register and the folder that it speaks of, with `/`; empty for that which all files are in. */
export interface PlacedRegister {
  readonly within: string;
  readonly register: Register;
}

/** Folder of the originals that were taken out; what stands in it is no report any more. */
export const SET_ASIDE = 'removed';

/** Whether a path within the folder of reports lies in the folder of what was taken out. */
export function isSetAside(file: string): boolean {
  return file.startsWith(`${SET_ASIDE}/`);
}

/**
 * The files that count, with what the registers of their folders say of them.
 *
 * @throws UserError `register-damaged`
 */
export async function withKnown<File extends Located>(
  reportsDir: string,
  found: readonly File[],
): Promise<(File & Named)[]> {
  const registers: PlacedRegister[] = [];
  for (const folder of foldersOf(reportsDir, found)) {
    const within = relative(reportsDir, folder).split(sep).join('/');
    registers.push({ within, register: await readRegister(join(folder, REGISTER)) });
  }
  return settleKnown(found, registers);
}

/**
 * The files that count, with what is known of them. Of two registers that speak of one file the outer one counts
 * more, field by field: it is the one that is written to.
 *
 * @param registers The innermost first.
 */
export function settleKnown<File extends Named>(
  found: readonly File[],
  registers: readonly PlacedRegister[],
): (File & Named)[] {
  // Some systems take the signs of a name apart (NFD) when they pack it.
  const keyOf = (file: string) => file.normalize('NFC');
  const files = new Set(found.map(({ file }) => keyOf(file)));
  const said = new Map<string, RegisterEntry>();
  const gone = new Set<string>();
  for (const { within, register } of registers) {
    const pathOf = (file: string) => keyOf(posix.join(within, file.replaceAll('\\', '/')));
    for (const entry of register.entries) {
      const file = pathOf(entry.file);
      said.set(file, { ...said.get(file), ...entry });
      // Until the newer version is in its place, the older one stays.
      if (entry.replaces !== undefined && files.has(file)) gone.add(pathOf(entry.replaces));
    }
    for (const file of register.removed) gone.add(pathOf(file));
  }
  return found
    .filter(({ file }) => !gone.has(keyOf(file)))
    .map((one) => {
      const entry = said.get(keyOf(one.file));
      return entry === undefined ? one : { ...one, known: { ...one.known, ...entry } };
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
