/** Takes reports out of the tables again. */
import type { Database, Statement } from '../database/open-database.ts';
import type { Figure, Paragraph, Report, Section } from '../report/report.ts';
import type { FullReport, StoredReport } from './stored-report.ts';

interface RecordRow {
  readonly record: string;
}

/** Reads reports of one open database. */
export class ReportReader {
  readonly #identities: Statement<{ identity: string }>;
  readonly #report: Statement<RecordRow & { row: number; identity: string }>;
  readonly #sections: Statement<RecordRow>;
  readonly #paragraphs: Statement<RecordRow & { text: string }>;
  readonly #figures: Statement<RecordRow>;

  constructor(database: Database) {
    this.#identities = database.prepare('SELECT identity FROM reports ORDER BY region, year, file');
    this.#report = database.prepare('SELECT row, identity, record FROM reports WHERE id = ?');
    this.#sections = database.prepare('SELECT record FROM sections WHERE report = ? ORDER BY position');
    this.#paragraphs = database.prepare(
      'SELECT text, record FROM paragraphs WHERE report = ? ORDER BY number',
    );
    this.#figures = database.prepare('SELECT record FROM figures WHERE report = ? ORDER BY position');
  }

  /** Every report without its text, by region and year. */
  all(): StoredReport[] {
    return this.#identities.all().map(({ identity }) => JSON.parse(identity) as StoredReport);
  }

  /** One report with its text, or `undefined` for an id that is not held. */
  read(id: string): FullReport | undefined {
    const found = this.#report.get(id);
    if (!found) return undefined;
    const sections = this.#sections.all(found.row).map(({ record }) => JSON.parse(record) as Section);
    const paragraphs = this.#paragraphs.all(found.row).map(({ text, record }): Paragraph => {
      const rest = JSON.parse(record) as Omit<Paragraph, 'text' | 'chain'>;
      return { ...rest, text, chain: sections[rest.section]?.chain ?? [] };
    });
    const figures = this.#figures.all(found.row).map(({ record }) => JSON.parse(record) as Figure);
    const identity = JSON.parse(found.identity) as StoredReport;
    const rest = JSON.parse(found.record) as Pick<Report, 'metadata' | 'dropped' | 'problems'>;
    return { ...identity, ...rest, sections, paragraphs, figures };
  }
}
