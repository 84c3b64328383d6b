/** What a reading thread is given and what it gives back. */

import type { ReportHints } from './identify-report.ts';
import type { Report } from './report.ts';

/** A file to read. */
export interface ReadingJob {
  readonly bytes: Uint8Array;
  readonly file: string;
  readonly contentType?: string;
  readonly hints?: ReportHints;
}

/** The report, or why there is none. */
export type ReadingResult =
  | { readonly report: Report }
  | { readonly reason: string; readonly cure: string | undefined };
