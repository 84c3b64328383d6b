/** Enters reports into the folder of reports, and brings the library up to date. */
import type { IngestOptions } from './ingest-options.ts';
import type { IngestResult } from './ingest-result.ts';
import type { ReportSource } from './report-source.ts';

/**
 * Enters every report of the sources; what is none is skipped with its reason, and the rest goes on.
 *
 * @throws UserError `path-missing`, `register-damaged`; LibraryError as `buildLibrary` does; the signal's reason.
 */
export async function ingestReports(
  _sources: readonly ReportSource[],
  _options: IngestOptions,
): Promise<IngestResult> {
  throw new Error('Not yet');
}
