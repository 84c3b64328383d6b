/** The files that sources hold: one of a document, many of a folder or an archive. */
import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { UserError } from '../errors.ts';
import { withKnown } from '../library/find-known.ts';
import type { RegisterEntry } from '../library/register.ts';
import { scanReports } from '../library/scan-reports.ts';
import type { GivenIdentity, ReportSource } from './report-source.ts';

/** One file of a source. */
export interface OfferedFile {
  /** For messages: the path as it was given, or the name of the bytes. */
  readonly source: string;
  /** Base name; a newer version is known by it. */
  readonly name: string;
  /** What came with the file itself. */
  readonly given: GivenIdentity;
  /** Why it cannot be read. */
  readonly reason?: string;
  read(): Promise<Uint8Array>;
}

/**
 * The files of a source, with what a `reports.json` beside them says.
 *
 * @throws UserError `path-missing`, `register-damaged`
 */
export async function listOffered(source: ReportSource, signal?: AbortSignal): Promise<OfferedFile[]> {
  if (source.kind === 'bytes') {
    const { name, bytes, url, published, contentType, given } = source;
    const sent = {
      ...(url && { url }),
      ...(published && { published }),
      ...(contentType && { contentType }),
    };
    return [{ source: name, name: basename(name), given: { ...sent, ...given }, read: async () => bytes }];
  }
  const { path } = source;
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new UserError('path-missing', `Cannot add "${path}": there is no such file or folder`);
  const folder = found.isDirectory() ? path : dirname(path);
  const files = found.isDirectory()
    ? await scanReports(path, () => {}, signal)
    : await withKnown(folder, [{ file: basename(path), path, reason: undefined }]);
  return files.map(({ file, path: at, known, reason }) => ({
    source: found.isDirectory() ? join(path, file) : relativeTo(path, file),
    name: basename(known?.original ?? file),
    given: givenOf(known),
    ...(reason !== undefined && { reason }),
    read: async () => new Uint8Array(await readFile(at)),
  }));
}

/** A file of an archive is named by both. */
function relativeTo(path: string, file: string): string {
  return join(path, relative(basename(path), file));
}

/** What an entry says about how a file is read. */
export function givenOf(entry: RegisterEntry | undefined): GivenIdentity {
  if (entry === undefined) return {};
  const { region, year, title, url, published, contentType } = entry;
  return withoutUndefined({ region, year, title, url, published, contentType });
}

function withoutUndefined(given: { readonly [Field in keyof GivenIdentity]: unknown }): GivenIdentity {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/** Whether nothing is given now that was not given before. */
export function isSameGiven(before: GivenIdentity, now: GivenIdentity): boolean {
  return (Object.keys(now) as (keyof GivenIdentity)[]).every((field) => before[field] === now[field]);
}
