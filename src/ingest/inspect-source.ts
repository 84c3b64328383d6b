/** Reads a source as an ingest would, and enters nothing. */
import { join } from 'node:path';
import type { Library } from '../library/library.ts';
import { readAhead } from '../library/read-ahead.ts';
import { REGISTER, readRegister } from '../library/register.ts';
import { missingPart } from '../report/missing-identity.ts';
import { HeldReports } from './held-reports.ts';
import type { IngestPlace } from './ingest-options.ts';
import type { Inspection } from './inspection.ts';
import { listOffered, type OfferedFile } from './offered-file.ts';
import { openToRead } from './open-to-read.ts';
import { type ReadOffer, readOffered } from './read-offered.ts';
import type { GivenIdentity, ReportSource } from './report-source.ts';

/** Files that are read at once. */
const AHEAD = 4;

/**
 * How the files of a source would be entered; of a single document the only one.
 *
 * @throws UserError `register-damaged`
 */
export async function inspectSource(
  source: ReportSource,
  options: Omit<IngestPlace, 'embeddings'> & {
    readonly given?: GivenIdentity;
    readonly signal?: AbortSignal;
  },
): Promise<readonly Inspection[]> {
  const { given = {}, reportsDir, libraryDir, signal } = options;
  const offered = await listOffered(source, signal);
  const library = await openToRead(libraryDir);
  try {
    const { entries } = await readRegister(join(reportsDir, REGISTER));
    const held = new HeldReports(library, entries);
    const inspections: Inspection[] = [];
    const reading = readAhead(offered, AHEAD, (one) => readOffered(one, given, held, signal));
    for await (const [one, read] of reading) inspections.push(inspect(one, read, held, library));
    return inspections;
  } finally {
    library?.close();
  }
}

function inspect(
  { source, name }: OfferedFile,
  read: ReadOffer,
  held: HeldReports,
  library: Library | undefined,
): Inspection {
  if (read.kind === 'refused') {
    const missing = missingPart(read.error);
    const { cure } = read.error;
    return {
      kind: 'refused',
      source,
      reason: read.error.reason,
      ...(cure !== undefined && { cure }),
      ...(missing && { missing }),
    };
  }
  if (read.kind === 'held') {
    const stored = held.findBytes(read.hash)!.report;
    return {
      kind: 'report',
      source,
      report: library!.report(stored.id)!,
      standing: { kind: 'unchanged', held: stored },
    };
  }
  const { report, given } = read;
  const known = held.findBytes(report.hash);
  if (known) return { kind: 'report', source, report, standing: { kind: 'replaces', held: known.report } };
  const judged = held.judge({ report, name, url: given.url });
  const standing =
    judged.kind === 'ambiguous' ? ({ kind: 'second', held: judged.held[0]! } as const) : judged;
  return { kind: 'report', source, report, standing };
}
