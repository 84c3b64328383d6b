/** How one file of a source would be entered. */
import type { StoredReport } from '../library/stored-report.ts';
import type { Report } from '../report/report.ts';

/** What entering a report would do to the library. */
export type Standing =
  | { readonly kind: 'new' }
  /** The same bytes or the same text are held. */
  | { readonly kind: 'unchanged'; readonly held: StoredReport }
  /** A newer version of a held report; it keeps the id. */
  | { readonly kind: 'replaces'; readonly held: StoredReport }
  /** Another report claims the region and year; both would be kept. */
  | { readonly kind: 'second'; readonly held: StoredReport };

/** A file that was read without being entered: a report, or why it is none. */
export type Inspection =
  | {
      readonly kind: 'report';
      readonly source: string;
      readonly report: Report;
      readonly standing: Standing;
    }
  | {
      readonly kind: 'refused';
      readonly source: string;
      readonly reason: string;
      readonly cure?: string;
      /** What only a person can say; asked again with `given`, the file is a report. */
      readonly missing?: 'region' | 'year';
    };
