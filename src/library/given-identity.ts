/** What is known of a report besides its file; it counts more than the file. */
import type { ReportHints } from '../report/identify-report.ts';

/** Region, year and title as a person gave them, and where the file came from. */
export interface GivenIdentity extends ReportHints {
  /** The `Content-Type` that a server sent with the file: it may name the charset. */
  readonly contentType?: string;
}
