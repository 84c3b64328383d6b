/** Reads what a file holds: one report, or those of an archive. */
import { access, constants, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ReportError } from '../errors.ts';
import type { Report } from '../report/report.ts';
import { withKnown } from './find-known.ts';
import { readKnown } from './read-known.ts';
import { lookInto } from './scan-reports.ts';

/** A report, or why there is none. */
export type FoundReport = Report | ReportError;

/**
 * The reports of a file, in the order of their names.
 *
 * @param file Name for messages and for `Report.file`; those of an archive begin with it.
 * @throws Error with a `code` of the file system for a file that is not there, is a folder or may not be read.
 */
export async function* readReportFile(path: string, file: string): AsyncGenerator<FoundReport> {
  await access(path, constants.R_OK);
  if ((await stat(path)).isDirectory())
    throw Object.assign(new Error(`"${path}" is a folder`), { code: 'EISDIR' });
  for (const found of await withKnown(dirname(path), await lookInto(path, file))) {
    try {
      if (found.reason !== undefined) yield found.refusal ?? new ReportError(found.file, found.reason);
      else {
        const bounds = { isOffered: true, ...(found.budget && { budget: found.budget }) };
        yield await readKnown(await found.read(), found.file, found.known, bounds);
      }
    } catch (error) {
      if (!(error instanceof ReportError)) throw error;
      yield error;
    }
  }
}
