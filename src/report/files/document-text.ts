/**
 * What every kind of file becomes: lines of text, each with what its look says about it.
 *
 * Plain text has only lines. A page, a Word document or a PDF also shows which words are bold, which line
 * is a heading, which lines are rows of a table, and which stand outside the article.
 */

/** A row of a table. */
export interface TableRow {
  /** Headers above each cell, outermost first, joined by a space; empty where there is none. */
  readonly columns: readonly string[];
  /** Whether the row is itself a header. */
  readonly isHeader: boolean;
  /** Where the file does not show which texts make up one cell: its numbers may be parts of others. */
  readonly isUnsure?: boolean;
}

/** What the look of a line says about it. */
export interface LineLook {
  /** Characters at its start that are bold; all of them where the whole line is. */
  readonly bold?: number;
  /** 1 to 6 where the file marks it as a heading, 1 outermost. */
  readonly level?: number;
  readonly row?: TableRow;
  /** Whether it is an item of a list that the file marks with bullets; the bullet is taken off. */
  readonly isBullet?: boolean;
  /** Whether it stands outside the article of a page. */
  readonly isOutside?: boolean;
  /** Whether nothing but a link stands on it. */
  readonly isLink?: boolean;
}

/** The text of a file: lines separated by `\n`, and the look of those that have one, by number from 1. */
export interface DocumentText {
  readonly text: string;
  readonly looks: ReadonlyMap<number, LineLook>;
  /** What is uncertain about the reading, in English, one sentence each. */
  readonly problems: readonly string[];
}

/** Collects lines into a `DocumentText`. */
export class DocumentWriter {
  readonly #lines: string[] = [];
  readonly #looks = new Map<number, LineLook>();
  readonly #problems: string[] = [];

  /** Adds a line; one of nothing but white space becomes a blank line. */
  add(text: string, look?: LineLook): void {
    this.#lines.push(text.replace(/[\r\n\u2028\u2029]+/g, ' ').trim());
    if (look !== undefined) this.#looks.set(this.#lines.length, look);
  }

  addProblem(problem: string): void {
    this.#problems.push(problem);
  }

  finish(): DocumentText {
    return { text: this.#lines.join('\n'), looks: this.#looks, problems: this.#problems };
  }
}

/** How the cells of a row are printed in its line. */
export const CELL_SEPARATOR = ' | ';

/** The cells of a row as printed, with their offsets in its line. */
export function splitRow(text: string): { readonly text: string; readonly start: number }[] {
  const cells: { text: string; start: number }[] = [];
  let start = 0;
  for (const part of text.split(CELL_SEPARATOR)) {
    cells.push({ text: part, start });
    start += part.length + CELL_SEPARATOR.length;
  }
  return cells;
}
