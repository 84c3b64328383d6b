/** Takes a report out of the folder of reports, and the library follows. */
import { UserError } from '../errors.ts';
import type { StoredReport } from '../library/stored-report.ts';
import { buildIfAny, changeReports } from './change-reports.ts';
import type { IngestPlace, IngestProgress } from './ingest-options.ts';

/** A report that is held no more. */
export interface RemovedReport {
  readonly report: StoredReport;
  /** Where its original is now, in a folder that no build reads. */
  readonly movedTo: string;
}

/** Ids named in a message. */
const MOST_NAMED = 10;

/**
 * Removes the report of an id, or of a file of the folder.
 *
 * @throws UserError `report-unknown`, `report-last`; LibraryError as `buildLibrary` does.
 */
export async function removeReport(
  id: string,
  options: IngestPlace & {
    readonly onProgress?: (progress: IngestProgress) => void;
    readonly signal?: AbortSignal;
  },
): Promise<RemovedReport> {
  return await changeReports(options, async ({ originals, library }) => {
    const held = library?.reports() ?? [];
    const report = held.find((one) => one.id === id || one.file === id);
    if (report === undefined) throw unknown(id, held);
    if (held.length === 1) {
      throw new UserError(
        'report-last',
        `Cannot remove "${report.id}": it is the only report, and a library without any answers nothing`,
        'Add another one first',
      );
    }
    const movedTo = await originals.setAside(report.file);
    await buildIfAny(options);
    return { report, movedTo };
  });
}

function unknown(id: string, held: readonly StoredReport[]): UserError {
  const named = held.slice(0, MOST_NAMED).map((one) => one.id);
  const rest = held.length > named.length ? ` and ${held.length - named.length} more` : '';
  return new UserError(
    'report-unknown',
    `Cannot remove "${id}": no report has this id`,
    held.length === 0 ? 'The library is empty' : `Held are ${named.join(', ')}${rest}`,
  );
}
