/** What a careful reader found in a report: the lines of `test/reports/expected.jsonl` and `test/report-kinds`. */
import { readFileSync } from 'node:fs';

/** Who wrote the report, for whom and when, and its headings; `null` where nothing of the kind is printed. */
export interface ExpectedReport {
  readonly file: string;
  readonly region: string;
  readonly parents: readonly string[];
  readonly body: string;
  readonly year: number;
  readonly title: string | null;
  readonly issuer: string | null;
  readonly issued: string | null;
  readonly published: string | null;
  readonly headings: readonly { readonly level: number; readonly text: string }[];
  readonly notParagraphs: readonly string[];
}

/** The lines of a JSONL file, as they stand: what their fields hold is for the tests to find out. */
export function readExpected<Line>(file: URL): readonly Line[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
}
