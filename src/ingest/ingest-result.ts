/** What became of the reports that were entered. */
import type { FileNote } from '../library/library.ts';

/** A report that is held now. */
export interface EnteredReport {
  /** Name of the source: a file's path as it was given, an archive's with the path in it, or the bytes' name. */
  readonly source: string;
  /** Id in the library. */
  readonly id: string;
  /** Path in the folder of reports. */
  readonly file: string;
  readonly region: string;
  readonly parents: readonly string[];
  readonly year: number;
  readonly title: string;
  /** What is uncertain about the reading, in English, one sentence each. */
  readonly problems: readonly string[];
}

/** A source that was not entered. */
export interface SkippedSource {
  readonly source: string;
  /** In English, without full stop; names what to do where something is missing. */
  readonly reason: string;
  /** What only a person can say. */
  readonly missing?: 'region' | 'year';
}

/** What an ingest did; every source is in exactly one of the first four. */
export interface IngestResult {
  readonly added: readonly EnteredReport[];
  /** Newer versions, under the ids of the old ones. */
  readonly replaced: readonly EnteredReport[];
  /** Held already: the same bytes, or the same text under another name. */
  readonly unchanged: readonly EnteredReport[];
  readonly skipped: readonly SkippedSource[];
  /** Files of the folder whose reports left the library, as somebody took them away. */
  readonly removed: readonly string[];
  /** Reports that are held but look wrong together, such as two of one region and year. */
  readonly warnings: readonly FileNote[];
}
