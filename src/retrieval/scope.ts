/** Which reports a question is about, or why none can be told. */
import type { RegionMention } from '../language/region.ts';
import type { StoredReport } from '../library/stored-report.ts';

/** Which reports a question is about. */
export type Scope =
  /** Exactly these; several only where the question names several regions or years. */
  | {
      readonly kind: 'reports';
      readonly reports: readonly StoredReport[];
      /** Places that belong to the matter, such as a court's. */
      readonly content: readonly RegionMention[];
      /** A year before the report's, whose figures the report prints for comparison (较2024年的896件). */
      readonly comparedYear?: number;
      /** A year after the report's, of which it can only hold plans. */
      readonly plannedYear?: number;
    }
  /** No region named. */
  | { readonly kind: 'all'; readonly reports: readonly StoredReport[] }
  /** The name or the missing year fits several reports. */
  | { readonly kind: 'ambiguous'; readonly why: 'region' | 'year'; readonly reports: readonly StoredReport[] }
  | { readonly kind: 'region-not-held'; readonly name: string; readonly near: readonly StoredReport[] }
  | {
      readonly kind: 'year-not-held';
      readonly region: StoredReport;
      readonly years: readonly number[];
      readonly held: readonly StoredReport[];
    };
