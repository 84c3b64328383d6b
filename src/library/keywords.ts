/**
 * Paragraphs by their words: BM25 over FTS5, any word of the query.
 *
 * Words come segmented; FTS5 gets them with spaces between and quoted, so that nothing in them is an operator.
 */
import type { Database, Statement } from '../database/open-database.ts';
import { RecentlyUsed } from './recently-used.ts';
import type { ReportRows } from './scope.ts';
import type { SearchHit, SearchOptions } from './search-hit.ts';

const HEADING_WEIGHT = 0.4;
/** A query longer than this is cut; no question has so many words that matter. */
const MAX_WORDS = 512;
/** Scopes up to this size are searched report by report, which lets FTS5 skip all other rows. */
const MAX_RANGES = 24;

interface KeywordRow {
  readonly report: string;
  readonly paragraph: number;
  readonly score: number;
}

/** Searches the keyword index of one open library. */
export class Keywords {
  readonly #everywhere: Statement<KeywordRow>;
  readonly #inRange: Statement<KeywordRow>;
  readonly #inReports: Statement<KeywordRow>;
  readonly #frequency: Statement<{ paragraphs: number }>;
  readonly #matches: Statement<{ paragraphs: number }>;
  readonly #frequencies = new RecentlyUsed<string, number>(4096);
  readonly #rows: ReportRows;

  constructor(database: Database, rows: ReportRows) {
    this.#rows = rows;
    const score = `-bm25(keywords, 1.0, ${HEADING_WEIGHT}) AS score`;
    // The best rows are chosen first, so that only they are looked up in the other tables.
    const search = (condition: string) =>
      database.prepare<KeywordRow>(
        `WITH best AS (
           SELECT rowid AS row, ${score} FROM keywords WHERE keywords MATCH ? ${condition} ORDER BY score DESC LIMIT ?
         )
         SELECT r.id AS report, p.number AS paragraph, best.score AS score
         FROM best JOIN paragraphs p ON p.row = best.row JOIN reports r ON r.row = p.report
         ORDER BY best.score DESC, best.row`,
      );
    this.#everywhere = search('');
    this.#inRange = search('AND rowid BETWEEN ? AND ?');
    // A subquery for each match, since SQLite would rather search the index anew for each paragraph of the scope.
    this.#inReports = search(
      `AND (SELECT report FROM paragraphs WHERE row = keywords.rowid)
         IN (SELECT r.row FROM json_each(?) AS scope JOIN reports r ON r.id = scope.value)`,
    );
    this.#frequency = database.prepare('SELECT paragraphs FROM words WHERE word = ?');
    this.#matches = database.prepare('SELECT count(*) AS paragraphs FROM keywords WHERE keywords MATCH ?');
  }

  /** Paragraphs that have any of the words, the best first. */
  search(words: readonly string[], { reports, limit }: SearchOptions): SearchHit[] {
    const query = matchExpression(words);
    const most = Math.max(1, Math.floor(limit));
    if (!query) return [];
    if (!reports) return this.#everywhere.all(query, most);
    const ranges = this.#rows.of(reports);
    if (ranges.length > MAX_RANGES) {
      return this.#inReports.all(query, JSON.stringify(ranges.map(({ report }) => report)), most);
    }
    return ranges
      .flatMap(({ first, last }) => this.#inRange.all(query, first, last, most))
      .sort((a, b) => b.score - a.score)
      .slice(0, most);
  }

  /** How many paragraphs have the word, in their text or in the headings above it. */
  frequency(word: string): number {
    return this.#frequencies.get(word, () => {
      const known = this.#frequency.get(printable(word).toLowerCase());
      if (known) return known.paragraphs;
      // A word such as 21.9% is several terms of the index.
      const query = matchExpression([word]);
      return query ? (this.#matches.get(query)?.paragraphs ?? 0) : 0;
    });
  }
}

/** An FTS5 query for any of the words; empty when none has a letter or digit. */
export function matchExpression(words: readonly string[]): string {
  const usable = words.map(printable).filter((word) => /[\p{L}\p{N}]/u.test(word));
  return [...new Set(usable)]
    .slice(0, MAX_WORDS)
    .map((word) => `"${word.replaceAll('"', '""')}"`)
    .join(' OR ');
}

/** Without NUL, which would end the query. */
function printable(word: string): string {
  return word.replaceAll('\0', '').normalize('NFKC');
}
