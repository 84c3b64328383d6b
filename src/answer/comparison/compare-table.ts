/** An aligned table of plain text for a phone: Chinese characters count two columns. */

/** One line of a table: who, and what they give. */
export interface TableRow {
  readonly name: string;
  readonly value: string;
}

/** Columns a phone shows in one line. */
export const PHONE_COLUMNS = 40;

/** Columns a text takes: two for East Asian wide characters, one for others. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text)
    columns +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
        character,
      )
        ? 2
        : /\p{Mn}/u.test(character)
          ? 0
          : 1;
  return columns;
}

/** The rows with their values in one column; a list where a line would not fit a phone. */
export function renderTable(rows: readonly TableRow[]): string {
  const width = Math.max(0, ...rows.map((row) => columnsOf(row.name)));
  const widest = Math.max(0, ...rows.map((row) => columnsOf(row.value)));
  if (width + 2 + widest > PHONE_COLUMNS) return rows.map((row) => `· ${row.name}: ${row.value}`).join('\n');
  return rows
    .map((row) => `${row.name}${' '.repeat(width - columnsOf(row.name) + 2)}${row.value}`)
    .join('\n');
}

/** A row as `renderTable` writes it, in a column of its own or in a list. */
const row = /^(?<name>\S.*?) {2,}(?<value>\S.*)$|^· (?<listed>\S.*?): (?<given>\S.*)$/;

/** Reads a line of `renderTable`; `undefined` for any other line. */
export function parseTableRow(line: string): TableRow | undefined {
  const groups = row.exec(line)?.groups;
  if (!groups) return undefined;
  return { name: groups.name ?? groups.listed ?? '', value: groups.value ?? groups.given ?? '' };
}
