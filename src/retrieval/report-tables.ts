/** The tables of a report: rows that follow each other, with the columns that hold figures. */
import { fold, type PreparedFigure, type PreparedParagraph, type PreparedReport } from './prepare-report.ts';

/** One figure of a column. */
export interface Cell {
  /** The words of its row, folded. */
  readonly row: string;
  readonly prepared: PreparedFigure;
  readonly paragraph: PreparedParagraph;
}

/** A column with at least one figure. */
export interface Column {
  /** Its header, folded. */
  readonly name: string;
  /** What the rows are: the header of their names (`执法领域`). */
  readonly rows: string;
  /** What stands above the table. */
  readonly headings: readonly string[];
  readonly cells: readonly Cell[];
}

/** The columns of all tables, in the order printed. */
export function columnsOf({ paragraphs }: PreparedReport): Column[] {
  const columns: Column[] = [];
  let table = new Map<string, Cell[]>();
  let head: PreparedParagraph | undefined;
  const close = () => {
    for (const [name, cells] of table)
      columns.push({
        name,
        rows: fold(head?.paragraph.row?.columns[0] ?? ''),
        headings: head!.headings,
        cells,
      });
    table = new Map();
    head = undefined;
  };
  for (const paragraph of paragraphs) {
    const { row } = paragraph.paragraph;
    if (row === undefined || row.isHeader) {
      close();
      continue;
    }
    if (head && head.paragraph.row!.columns.join('|') !== row.columns.join('|')) close();
    head ??= paragraph;
    for (const prepared of paragraph.figures) {
      const name = fold(prepared.figure.column ?? '');
      table.set(name, [
        ...(table.get(name) ?? []),
        { row: fold(prepared.figure.row ?? ''), prepared, paragraph },
      ]);
    }
  }
  close();
  return columns.filter(({ name }) => name !== '');
}
