/** Reads a file with what is known of it: the reader that libraries are built with. */
import { parseReport } from '../report/parse-report.ts';
import type { Report } from '../report/report.ts';
import type { GivenIdentity } from './given-identity.ts';

/**
 * @throws ReportError when the file is no report; the signal's reason.
 */
export async function readKnown(
  bytes: Uint8Array,
  file: string,
  given: GivenIdentity = {},
  signal?: AbortSignal,
): Promise<Report> {
  signal?.throwIfAborted();
  return parseReport(bytes, file, given);
}
