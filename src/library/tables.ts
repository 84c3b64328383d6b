/**
 * The tables of a library.
 *
 * A record keeps its TypeScript object as JSON, with columns beside it for what is searched or counted, so that a
 * field added to `Report` is stored without a change here. Row ids of paragraphs are also the row ids of the
 * keyword index and the labels of the vector index; those of one report follow one another.
 */
import type { Database } from '../database/open-database.ts';

const TABLES = `
CREATE TABLE reports (
  row INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  file TEXT NOT NULL UNIQUE,
  hash TEXT NOT NULL,
  region TEXT NOT NULL,
  parents TEXT NOT NULL,
  year INTEGER NOT NULL,
  first_paragraph INTEGER NOT NULL,
  last_paragraph INTEGER NOT NULL,
  identity TEXT NOT NULL,
  record TEXT NOT NULL
) STRICT;
CREATE INDEX reports_by_region ON reports (region, year);

CREATE TABLE sections (
  report INTEGER NOT NULL, position INTEGER NOT NULL, heading TEXT NOT NULL, record TEXT NOT NULL,
  PRIMARY KEY (report, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE paragraphs (
  row INTEGER PRIMARY KEY AUTOINCREMENT,
  report INTEGER NOT NULL,
  number INTEGER NOT NULL,
  text TEXT NOT NULL,
  record TEXT NOT NULL,
  vector_key TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX paragraphs_by_report ON paragraphs (report, number);

CREATE TABLE figures (
  report INTEGER NOT NULL, position INTEGER NOT NULL, paragraph INTEGER NOT NULL,
  label TEXT NOT NULL, value REAL NOT NULL, unit TEXT NOT NULL, record TEXT NOT NULL,
  PRIMARY KEY (report, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE vectors (key TEXT PRIMARY KEY, vector BLOB NOT NULL) STRICT;

CREATE VIRTUAL TABLE keywords USING fts5(
  body, headings, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0'
);
CREATE VIRTUAL TABLE keyword_terms USING fts5vocab(keywords, 'row');
CREATE TABLE words (word TEXT PRIMARY KEY, paragraphs INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE english_words (
  stem TEXT NOT NULL, word TEXT NOT NULL, weight REAL NOT NULL, PRIMARY KEY (stem, word)
) STRICT, WITHOUT ROWID;
CREATE INDEX english_by_word ON english_words (word);
`;

/** Makes the tables in an empty database. */
export function createTables(database: Database): void {
  database.transaction(() => database.exec(TABLES));
}
