/** What a paragraph of a reply is, as `src/answer` words it: a quotation with its place, notes, a table, a list. */
import { parseTableRow, type TableRow } from '../answer/comparison/compare-table.ts';
import type { Block } from './block.ts';
import { layOutTable } from './lay-out-table.ts';

const quotation = /^“(?<words>[\s\S]*)”(?:\n—— (?<place>[^\n]*))?$/u;

/** Splits a paragraph into blocks; nothing of it is lost but the signs that markup stands for. */
export function readParagraph(paragraph: string, notes: readonly string[]): readonly Block[] {
  const text = paragraph.trimEnd();
  const quoted = quotation.exec(text)?.groups;
  if (quoted?.words !== undefined && !quoted.words.includes('\n—— '))
    return [
      { kind: 'quote', text: quoted.words },
      { kind: 'source', text: withoutStops(quoted.place ?? ''), joined: true },
    ];
  const lines = text.split('\n');
  if (lines.every((line) => line.startsWith('—— ')))
    return lines.map((line, index) => ({
      kind: 'source',
      text: withoutStops(line.slice(3)),
      joined: index > 0,
    }));
  if (lines.every((line) => notes.some((note) => line.endsWith(note))))
    return lines.map((line, index) => ({ kind: 'note', text: line, joined: index > 0 }));
  return tableBlocks(lines) ?? listBlocks(lines);
}

/** A heading on a line of places ends without its full stop. */
function withoutStops(place: string): string {
  return place.replace(/。(?= › |$)/gu, '');
}

/** Lines, a table, lines; the line above the table names its measure. */
function tableBlocks(lines: readonly string[]): readonly Block[] | undefined {
  const rows = lines.map(parseTableRow);
  const start = rows.findIndex((row) => row !== undefined);
  if (start < 0) return undefined;
  const after = rows.findIndex((row, index) => index > start && row === undefined);
  const end = after < 0 ? lines.length : after;
  const table = layOutTable(rows.slice(start, end) as TableRow[]);
  const above = lines.slice(0, start);
  return [
    { kind: 'plain', text: above.slice(0, -1).join('\n') },
    { kind: 'heading', text: above.at(-1) ?? '', joined: above.length > 1 },
    { kind: 'table', text: table, joined: above.length > 0 },
    { kind: 'plain', text: lines.slice(end).join('\n'), joined: true },
  ];
}

/** `【荣誉与首创】` heads the points below it. */
function listBlocks(lines: readonly string[]): readonly Block[] {
  const [first = '', ...rest] = lines;
  if (!/^【.*】$/u.test(first) || rest.length === 0)
    return [{ kind: 'plain', text: lines.join('\n').trim() }];
  return [
    { kind: 'heading', text: first },
    { kind: 'plain', text: rest.join('\n'), joined: true },
  ];
}
