/** What is known of a report besides its file; it counts more than the file. */
import type { ReportHints } from '../report/identify-report.ts';

/** Region, year and title as a person gave them, and where the file came from. */
export interface GivenIdentity extends ReportHints {
  /** Address of the page, shown with every citation. */
  readonly url?: string;
  /** Day the page says it was published (ISO). */
  readonly published?: string;
  /** The `Content-Type` that a server sent with the file: it may name the charset. */
  readonly contentType?: string;
}
