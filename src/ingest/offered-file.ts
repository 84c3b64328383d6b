/** The files that sources hold: one of a document, many of a folder or an archive. */
import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { LibraryError, ReportError } from '../errors.ts';
import { withKnown } from '../library/find-known.ts';
import { listPacked } from '../library/list-packed.ts';
import type { RegisterEntry } from '../library/register.ts';
import { type FoundFile, lookInto, scanReports } from '../library/scan-reports.ts';
import { assertSize } from '../report/files/assert-size.ts';
import type { ReadingBudget } from '../report/reading-budget.ts';
import type { GivenIdentity, ReportSource } from './report-source.ts';

/** One file of a source. */
export interface OfferedFile {
  /** For messages: the path as it was given, or the name of the bytes. */
  readonly source: string;
  /** Base name; a newer version is known by it. */
  readonly name: string;
  /** What came with the file itself. */
  readonly given: GivenIdentity;
  /** What came over the wire with the bytes; of a report that is held, what is known already counts more. */
  readonly sent?: GivenIdentity;
  /** Why it cannot be read. */
  readonly refusal?: ReportError;
  /** What all files of its archive may take together. */
  readonly budget?: ReadingBudget;
  read(): Promise<Uint8Array>;
}

/**
 * The files of a source, with what a `reports.json` beside them says.
 *
 * @throws UserError `register-damaged`
 */
export async function listOffered(source: ReportSource, signal?: AbortSignal): Promise<OfferedFile[]> {
  return source.kind === 'bytes' ? await listBytes(source) : await listPath(source.path, signal);
}

async function listPath(path: string, signal: AbortSignal | undefined): Promise<OfferedFile[]> {
  const found = await stat(path).catch(() => undefined);
  if (!found) return [refused(path, 'there is no such file or folder')];
  const folder = found.isDirectory() ? path : dirname(path);
  if (!found.isDirectory() && !found.isFile()) return [refused(path, 'it is neither file nor folder')];
  let files: readonly FoundFile[];
  try {
    files = found.isDirectory()
      ? await scanReports(path, () => {}, signal)
      : await withKnown(folder, await lookInto(path, basename(path)));
  } catch (error) {
    if (!(error instanceof LibraryError)) throw error;
    const { code } =
      error.cause instanceof Error && 'code' in error.cause ? error.cause : { code: undefined };
    return [
      refused(path, code === undefined ? 'the folder holds no files' : `the folder cannot be read (${code})`),
    ];
  }
  return files.map(({ file, known, reason, refusal, budget, read }) => ({
    source: join(folder, file),
    name: basename(known?.original ?? file),
    given: givenOf(known),
    ...(reason !== undefined && { refusal: refusal ?? new ReportError(file, reason) }),
    ...(budget && { budget }),
    read,
  }));
}

/** One source that gives nothing keeps no other out. */
function refused(path: string, reason: string): OfferedFile {
  const refusal = new ReportError(path, reason);
  return { source: path, name: basename(path), given: {}, refusal, read: () => Promise.reject(refusal) };
}

async function listBytes(source: Extract<ReportSource, { kind: 'bytes' }>): Promise<OfferedFile[]> {
  const { name, bytes, url, published, contentType, given } = source;
  // An address is that of the archive, and each report can be found by it; a type is of no file in it.
  const shared = withoutUndefined({ url, published });
  const sent = { ...shared, ...withoutUndefined({ contentType }) };
  const whole = { source: name, name: basename(name), given: given ?? {}, sent, read: async () => bytes };
  try {
    assertSize(bytes.length, name);
    const packed = await listPacked(bytes, basename(name));
    if (packed === undefined) return [whole];
    return packed.map(({ file, known, refusal, budget, read }) => ({
      source: file,
      name: basename(known?.original ?? file),
      given: { ...givenOf(known), ...given },
      sent: shared,
      ...(refusal !== undefined && { refusal: new ReportError(file, refusal) }),
      budget,
      read,
    }));
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    return [{ ...whole, refusal: error }];
  }
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
