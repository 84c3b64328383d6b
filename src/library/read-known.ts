/** Reads a file with what is known of it: the reader that libraries are built with. */
import { type ReadOptions, readReport } from '../report/read-report.ts';
import type { Report } from '../report/report.ts';
import type { GivenIdentity } from './given-identity.ts';

/**
 * The report of a file.
 *
 * @throws ReportError when the file is no report; the signal's reason.
 */
export async function readKnown(
  bytes: Uint8Array,
  file: string,
  given: GivenIdentity = {},
  options: Pick<ReadOptions, 'signal' | 'budget' | 'isOfMany' | 'isOffered'> = {},
): Promise<Report> {
  const { region, year, title, url, published, contentType } = given;
  const hints = {
    ...(region !== undefined && { region }),
    ...(year !== undefined && { year }),
    ...(title !== undefined && { title }),
    ...(url !== undefined && { url }),
    ...(published !== undefined && { published }),
  };
  return await readReport(bytes, file, {
    hints,
    ...(contentType !== undefined && { contentType }),
    ...options,
  });
}
