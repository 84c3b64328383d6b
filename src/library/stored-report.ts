/** A report as the library holds it: found by id, with the identity in memory and the rest on disk. */
import type { Identity, Report } from '../report/report.ts';

/** Identity, origin and size of a report, without its text. */
export interface StoredReport extends Identity {
  /** Readable and stable as long as region, year and file name stay: `huadu-2019-3c1a`. */
  readonly id: string;
  /** Path of the file within the folder of reports, with `/`. */
  readonly file: string;
  /** SHA-256 of the file's bytes, hex. */
  readonly hash: string;
  readonly sectionCount: number;
  readonly paragraphCount: number;
  readonly figureCount: number;
}

/** A report with everything that was read from its file. */
export interface FullReport extends StoredReport, Report {}
