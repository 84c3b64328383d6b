/**
 * Rows of a comparison as lines of equal-width characters that a phone shows without wrapping.
 *
 * Names and values stand in columns where they fit, with the names of parents left out where they do not, and below
 * each other where even that is too wide. Chinese characters take two columns.
 */
import stringWidth from 'string-width';
import type { TableRow } from '../answer/comparison/compare-table.ts';

/** Columns of a code block on a phone. */
export const phoneColumns = 36;

/** Lays rows out; no line is wider than `columns`, at least 4. */
export function layOutTable(rows: readonly TableRow[], columns = phoneColumns): string {
  const lines = inColumns(rows, columns) ?? inColumns(shortened(rows), columns) ?? stacked(rows, columns);
  return lines.join('\n');
}

function inColumns(rows: readonly TableRow[], columns: number): readonly string[] | undefined {
  const width = Math.max(0, ...rows.map(({ name }) => stringWidth(name)));
  const lines = rows.map(({ name, value }) => `${name}${' '.repeat(width - stringWidth(name) + 2)}${value}`);
  return lines.every((line) => stringWidth(line) <= columns) ? lines : undefined;
}

/** `广州市花都区2019年` as `花都区2019`, `Huadu District (广州市花都区), 2019` as `Huadu District 2019`. */
function shortened(rows: readonly TableRow[]): readonly TableRow[] {
  const short = rows.map(({ name, value }) => ({ name: shorten(name), value }));
  // Two places of one name are told apart by their parents.
  return new Set(short.map(({ name }) => name)).size === rows.length ? short : rows;
}

function shorten(name: string): string {
  return name
    .replace(/ \([^()]*\p{Script=Han}[^()]*\),? /u, ' ')
    .replace(/^\p{Script=Han}{2,}?(?:省|自治区|自治州|[市州盟])(?=\p{Script=Han}{2,}\d{4})/u, '')
    .replace(/(?<=\d{4})年/u, '');
}

function stacked(rows: readonly TableRow[], columns: number): readonly string[] {
  return rows.flatMap(({ name, value }) => [
    ...wrap(name, columns),
    ...wrap(value, columns - 2).map((line) => `  ${line}`),
  ]);
}

const characters = new Intl.Segmenter();

/** Cuts a text into lines of at most `columns`, between characters as a reader sees them. */
function wrap(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const { segment } of characters.segment(text)) {
    if (line !== '' && stringWidth(line + segment) > columns) {
      lines.push(line.trimEnd());
      line = segment.trimStart();
    } else line += segment;
  }
  return line === '' ? lines : [...lines, line];
}
