/** Takes a report out of the folder of reports, and the library follows. */
import type { StoredReport } from '../library/stored-report.ts';
import type { IngestPlace, IngestProgress } from './ingest-options.ts';

/** A report that is held no more. */
export interface RemovedReport {
  readonly report: StoredReport;
  /** Where its original is now, in a folder that no build reads. */
  readonly movedTo: string;
}

/**
 * Removes the report of an id.
 *
 * @throws UserError `report-unknown`; LibraryError as `buildLibrary` does.
 */
export async function removeReport(
  _id: string,
  _options: IngestPlace & {
    readonly onProgress?: (progress: IngestProgress) => void;
    readonly signal?: AbortSignal;
  },
): Promise<RemovedReport> {
  throw new Error('Not yet');
}
