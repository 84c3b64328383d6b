/** Enters reports into the folder of reports, and brings the library up to date. */
import { UserError } from '../errors.ts';
import type { BuildResult, Library } from '../library/library.ts';
import { readAhead } from '../library/read-ahead.ts';
import { readKnown } from '../library/read-known.ts';
import { askForMissing } from './ask-for-missing.ts';
import { buildIfAny, changeReports } from './change-reports.ts';
import { describe, Entry, type Outcome } from './enter-offered.ts';
import type { IngestOptions } from './ingest-options.ts';
import type { EnteredReport, IngestResult } from './ingest-result.ts';
import { listOffered, type OfferedFile } from './offered-file.ts';
import { type ReadOffer, readOffered } from './read-offered.ts';
import type { GivenIdentity, ReportSource } from './report-source.ts';

/** Files that are read at once. */
const AHEAD = 4;

/**
 * Enters every report of the sources; what is none is skipped with its reason, and the rest goes on. Without sources,
 * what an ingest that was killed left is finished, and files that somebody put into the folder are taken up.
 *
 * @throws UserError `given-for-one`, `register-damaged`, `reports-unwritable`; LibraryError as `buildLibrary` does; the
 *   signal's reason.
 */
export async function ingestReports(
  sources: readonly ReportSource[],
  options: IngestOptions,
): Promise<IngestResult> {
  const { replace = false, signal } = options;
  const offered: OfferedFile[] = [];
  for (const source of sources) offered.push(...(await listOffered(source, signal)));
  // A list that cannot be used is no report.
  assertForOne(options.given ?? {}, offered.filter(({ refusal }) => refusal === undefined).length);
  return await changeReports(options, async ({ originals, library, built }) => {
    const before = resultOfBuild(library, built, sources.length === 0);
    const entry = new Entry({ originals, library, replace });
    const outcomes = await enterAll(offered, entry, options);
    await originals.commit();
    const isChanged = outcomes.some(({ kind }) => kind === 'added' || kind === 'replaced');
    if (!isChanged && built) return sumUp(before, outcomes, undefined);
    const last = await buildIfAny({ ...options, rebuild: false }, async (bytes, file, given, bounds) => {
      const kept = entry.read.get(file);
      entry.read.delete(file);
      return kept ?? (await readKnown(bytes, file, given, { ...bounds, ...(signal && { signal }) }));
    });
    return sumUp(before, outcomes, last);
  });
}

/** A page and a title are of one report, and so are region and year together. */
function assertForOne({ region, year, title, url }: GivenIdentity, files: number): void {
  const isOfOne = title !== undefined || url !== undefined || (region !== undefined && year !== undefined);
  if (files <= 1 || !isOfOne) return;
  const message = `Cannot enter ${files} files under one region and year, title or address`;
  throw new UserError('given-for-one', message, 'Enter them one by one, or put a reports.json beside them');
}

async function enterAll(
  offered: readonly OfferedFile[],
  entry: Entry,
  options: IngestOptions,
): Promise<Outcome[]> {
  const { given = {}, askFor, onProgress, signal } = options;
  const outcomes: Outcome[] = [];
  const unclear: [OfferedFile, ReadOffer][] = [];
  const reading = readAhead(offered, AHEAD, (one) => readOffered(one, given, entry.held, signal));
  for await (const [one, read] of reading) {
    signal?.throwIfAborted();
    const outcome = await entry.enter(one, read);
    if (askFor && outcome.kind === 'skipped' && outcome.skipped.missing) unclear.push([one, read]);
    else outcomes.push(outcome);
    onProgress?.({ stage: 'enter', done: outcomes.length + unclear.length, total: offered.length });
  }
  // Asked last, so that nobody has to sit by while the others are read.
  for (const [one, read] of unclear) {
    outcomes.push(await entry.enter(one, await askForMissing(one, read, entry.held, options)));
  }
  return outcomes;
}

/** What the first build took up from the folder; what stayed as it was counts where nothing else is asked for. */
function resultOfBuild(
  library: Library | undefined,
  built: BuildResult | undefined,
  isAll: boolean,
): IngestResult {
  const byFile = new Map(library?.reports().map((report) => [report.file, report]));
  const reports = (files: readonly string[] = []): EnteredReport[] =>
    files.flatMap((file) => {
      const report = byFile.get(file);
      return report ? [describe(file, report, library?.report(report.id)?.problems)] : [];
    });
  return {
    added: reports(built?.added),
    replaced: reports(built?.replaced),
    unchanged: isAll ? reports(built?.unchanged) : [],
    skipped: (built?.skipped ?? []).map(({ file, reason }) => ({ source: file, reason })),
    removed: built?.removed ?? [],
    warnings: built?.warnings ?? [],
  };
}

function sumUp(
  before: IngestResult,
  outcomes: readonly Outcome[],
  last: BuildResult | undefined,
): IngestResult {
  const files = new Set(outcomes.flatMap((one) => (one.kind === 'skipped' ? [] : [one.report.file])));
  // What a killed ingest had copied was taken up by the first build; its source is offered again now.
  const finished = new Map<string, 'added' | 'replaced'>([
    ...before.added.map(({ file }) => [file, 'added'] as const),
    ...before.replaced.map(({ file }) => [file, 'replaced'] as const),
  ]);
  const kindOf = ({ kind, report }: Exclude<Outcome, { kind: 'skipped' }>) =>
    kind === 'unchanged' ? (finished.get(report.file) ?? kind) : kind;
  const reports = (kind: 'added' | 'replaced' | 'unchanged') =>
    outcomes.flatMap((one) => (one.kind !== 'skipped' && kindOf(one) === kind ? [one.report] : []));
  const others = (reports: readonly EnteredReport[]) => reports.filter(({ file }) => !files.has(file));
  const refused = last?.skipped.map(({ file, reason }) => ({ source: file, reason })) ?? before.skipped;
  return {
    added: [...others(before.added), ...reports('added')],
    replaced: [...others(before.replaced), ...reports('replaced')],
    unchanged: [...others(before.unchanged), ...reports('unchanged')],
    skipped: [...refused, ...outcomes.flatMap((one) => (one.kind === 'skipped' ? [one.skipped] : []))],
    removed: before.removed,
    warnings: last?.warnings ?? before.warnings,
  };
}
