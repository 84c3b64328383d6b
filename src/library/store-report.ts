/** Puts a report into the tables and takes it out again. */
import type { Database, Statement } from '../database/open-database.ts';
import type { Report } from '../report/report.ts';
import type { StoredReport } from './stored-report.ts';

/** A paragraph as the indexes need it. */
export interface IndexedParagraph {
  /** Words of the text, and of the headings above it. */
  readonly words: readonly string[];
  readonly headingWords: readonly string[];
  readonly vectorKey: string;
}

/** Writes reports into one open database. */
export class ReportStore {
  readonly #insertReport: Statement<object>;
  readonly #insertSection: Statement<object>;
  readonly #insertParagraph: Statement<object>;
  readonly #insertFigure: Statement<object>;
  readonly #insertKeywords: Statement<object>;
  readonly #findId: Statement<{ found: number }>;
  readonly #findFile: Statement<{ row: number; first_paragraph: number; last_paragraph: number }>;
  readonly #deletions: readonly Statement<object>[];
  readonly #deleteKeywords: Statement<object>;
  #nextReport: number;
  #nextParagraph: number;

  constructor(database: Database) {
    this.#insertReport = database.prepare('INSERT INTO reports VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
    this.#insertSection = database.prepare('INSERT INTO sections VALUES (?, ?, ?, ?)');
    this.#insertParagraph = database.prepare('INSERT INTO paragraphs VALUES (?, ?, ?, ?, ?, ?)');
    this.#insertFigure = database.prepare('INSERT INTO figures VALUES (?, ?, ?, ?, ?, ?, ?)');
    this.#insertKeywords = database.prepare('INSERT INTO keywords (rowid, body, headings) VALUES (?, ?, ?)');
    this.#findId = database.prepare('SELECT 1 AS found FROM reports WHERE id = ?');
    this.#findFile = database.prepare(
      'SELECT row, first_paragraph, last_paragraph FROM reports WHERE file = ?',
    );
    this.#deletions = [
      'DELETE FROM figures WHERE report = ?',
      'DELETE FROM sections WHERE report = ?',
      'DELETE FROM paragraphs WHERE report = ?',
      'DELETE FROM reports WHERE row = ?',
    ].map((sql) => database.prepare(sql));
    this.#deleteKeywords = database.prepare('DELETE FROM keywords WHERE rowid BETWEEN ? AND ?');
    this.#nextReport = nextRow(database, 'reports');
    this.#nextParagraph = nextRow(database, 'paragraphs');
  }

  /** The last row that a paragraph has or had; 0 when there was none. */
  get lastParagraph(): number {
    return this.#nextParagraph - 1;
  }

  /** Whether a report has this id. */
  hasId(id: string): boolean {
    return this.#findId.get(id) !== undefined;
  }

  /** Adds a report under an id that no other has; `indexed` holds one entry a paragraph, in order. */
  insert(report: Report, id: string, indexed: readonly IndexedParagraph[]): void {
    const { metadata, dropped, problems } = report;
    const row = this.#nextReport++;
    const first = this.#nextParagraph;
    for (const [index, paragraph] of report.paragraphs.entries()) {
      const { words, headingWords, vectorKey } = indexed[index]!;
      const { text, chain: _chain, ...rest } = paragraph;
      const label = this.#nextParagraph++;
      this.#insertParagraph.run(label, row, paragraph.number, text, JSON.stringify(rest), vectorKey);
      this.#insertKeywords.run(label, words.join(' '), headingWords.join(' '));
    }
    for (const section of report.sections) {
      this.#insertSection.run(row, section.index, section.heading, JSON.stringify(section));
    }
    for (const figure of report.figures) {
      const { index, paragraph, label, value, unit } = figure;
      this.#insertFigure.run(row, index, paragraph, label, value, unit, JSON.stringify(figure));
    }
    this.#insertReport.run(
      row,
      id,
      report.file,
      report.hash,
      report.region,
      JSON.stringify(report.parents),
      report.year,
      first,
      this.#nextParagraph - 1,
      JSON.stringify(identityOf(report, id)),
      JSON.stringify({ metadata, dropped, problems }),
    );
  }

  /** Takes the report of a file out; returns the rows of its paragraphs. */
  remove(file: string): number[] {
    const found = this.#findFile.get(file);
    if (!found) return [];
    const { row, first_paragraph: first, last_paragraph: last } = found;
    this.#deleteKeywords.run(first, last);
    for (const deletion of this.#deletions) deletion.run(row);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  }
}

function nextRow(database: Database, table: string): number {
  const found = database
    .prepare<{ seq: number }>('SELECT seq FROM sqlite_sequence WHERE name = ?')
    .get(table);
  return (found?.seq ?? 0) + 1;
}

/** Everything but the lists, so that a field added to `Report` comes along. */
function identityOf(report: Report, id: string): StoredReport {
  const {
    sections,
    paragraphs,
    figures,
    metadata: _metadata,
    dropped: _dropped,
    problems: _problems,
    ...rest
  } = report;
  return {
    ...rest,
    id,
    sectionCount: sections.length,
    paragraphCount: paragraphs.length,
    figureCount: figures.length,
  };
}
