/** Which rows of paragraphs belong to a set of reports. */
import type { Database } from '../database/open-database.ts';

/** Rows of one report, both ends included; empty when `last` is before `first`. */
export interface RowRange {
  readonly report: string;
  readonly first: number;
  readonly last: number;
}

/** Knows the rows of every report. */
export class ReportRows {
  readonly #ranges: readonly RowRange[];
  readonly #byReport: ReadonlyMap<string, RowRange>;

  constructor(database: Database) {
    this.#ranges = database
      .prepare<RowRange>(
        'SELECT id AS report, first_paragraph AS first, last_paragraph AS last FROM reports ORDER BY first_paragraph',
      )
      .all();
    this.#byReport = new Map(this.#ranges.map((range) => [range.report, range]));
  }

  /** Ranges of the reports that are held, in the order of their rows. */
  of(reports: ReadonlySet<string>): RowRange[] {
    return [...reports].flatMap((id) => this.#byReport.get(id) ?? []).sort((a, b) => a.first - b.first);
  }

  /** The report whose paragraph has this row. */
  find(row: number): RowRange | undefined {
    return findRange(this.#ranges, row);
  }
}

/** The range that holds the row, among ranges in the order of their rows. */
export function findRange(ranges: readonly RowRange[], row: number): RowRange | undefined {
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle]!;
    if (row < range.first) high = middle - 1;
    else if (row > range.last) low = middle + 1;
    else return range;
  }
  return undefined;
}
