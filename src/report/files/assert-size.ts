/** The size up to which files are read at all. */

import { ReportError } from '../../errors.ts';

/** The largest file that is read; a scan of a report may have some 20 MB. */
const MAX_FILE_BYTES = 64 * 1024 * 1024;

/** @throws ReportError for a file above the limit; to be asked before the file is read into memory. */
export function assertSize(bytes: number, file: string): void {
  if (bytes <= MAX_FILE_BYTES) return;
  const megabytes = Math.ceil(bytes / 1024 / 1024);
  const most = MAX_FILE_BYTES / 1024 / 1024;
  throw new ReportError(
    file,
    `it is ${megabytes} MB, at most ${most} MB are read`,
    'Split the file, one report each',
  );
}
