/** Reads a source as an ingest would, and enters nothing. */
import type { IngestPlace } from './ingest-options.ts';
import type { Inspection } from './inspection.ts';
import type { GivenIdentity, ReportSource } from './report-source.ts';

/**
 * How the files of a source would be entered; of a single document the only one.
 *
 * @throws UserError `path-missing`, `register-damaged`
 */
export async function inspectSource(
  _source: ReportSource,
  _options: IngestPlace & { readonly given?: GivenIdentity; readonly signal?: AbortSignal },
): Promise<readonly Inspection[]> {
  throw new Error('Not yet');
}
