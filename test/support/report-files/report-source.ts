/**
 * The sources of the test reports: one file for each, whatever kind of file is made of it.
 *
 * A JSON object, a line `---`, then the report, one line each:
 *
 *     # title                     (several: a title in several lines)
 *     ## heading                  ### of level 2, #### of level 3, ##### of level 4
 *     ## heading‖text             a heading run into its paragraph
 *     ## {一、}heading             a number that Word counts itself where `docx.numbers` is set
 *     | cell | cell |             a row; `^` is the cell above, `<` the cell to the left; |---| ends the header
 *     ~ line                      printed with the report but no paragraph: signature, date, document number
 *     @ line                      page clutter of a text file
 *     text                        a paragraph
 */

import { readFileSync } from 'node:fs';
import { z } from 'zod';

const figure = z.object({
  raw: z.string(),
  value: z.number(),
  unit: z.string().optional(),
  /** Words of the figure's label or, of a figure in text, of its paragraph. */
  label: z.string().optional(),
  row: z.string().optional(),
  column: z.string().optional(),
  planned: z.boolean().optional(),
});

const header = z.object({
  file: z.string(),
  encoding: z.enum(['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'gb18030', 'gbk', 'big5']).default('utf-8'),
  /** Line ends of a text file. */
  eol: z.enum(['\n', '\r\n']).default('\n'),
  /** How lines follow each other in a text file, and how paragraphs are laid out in a page. */
  layout: z.enum(['airy', 'dense', 'p', 'br', 'div', 'p-span', 'cell', 'semantic']).default('airy'),
  docx: z
    .object({
      /** `style`: heading styles; `bold`: bold runs; `plain`: nothing marks them. */
      headings: z.enum(['style', 'bold', 'plain']),
      /** The numbers that Word counts: 一、（一）1. or 1. 1.1 1.1.1. */
      numbers: z.enum(['chinese', 'decimal']).optional(),
      runningHead: z.string().optional(),
      pageNumbers: z.enum(['dash', 'of']).optional(),
      /** Written anew by LibreOffice, whose files look different inside. */
      rewritten: z.boolean().default(false),
      /** Of a PDF: narrow pages break more lines. */
      narrow: z.boolean().default(false),
    })
    .optional(),
  region: z.string(),
  parents: z.array(z.string()),
  aliases: z.array(z.string()),
  body: z.enum(['province', 'city', 'county', 'township', 'department', 'zone']),
  year: z.number(),
  /** `null` where the file prints none. */
  title: z.string().nullable(),
  issuer: z.string().nullable(),
  issued: z.string().nullable(),
  published: z.string().nullable(),
  /** Lines of a page that give its metadata: they may be cited. */
  metadata: z.array(z.string()).default([]),
  /** Clutter that must not come out as text. */
  dropped: z.array(z.string()).default([]),
  figures: z.array(figure).min(5),
});

type ReportHeader = z.infer<typeof header>;

export type Cell = { readonly text: string; readonly merged?: 'above' | 'left' };

type Line = {
  readonly kind: 'title' | 'paragraph' | 'aside' | 'clutter';
  readonly text: string;
};

export type Heading = {
  readonly kind: 'heading';
  readonly level: number;
  readonly number: string;
  readonly text: string;
  readonly runIn?: string;
};

type Table = {
  readonly kind: 'table';
  readonly headerRows: number;
  readonly rows: readonly (readonly Cell[])[];
};

export type Block = Line | Heading | Table;

export interface ReportSource extends ReportHeader {
  readonly blocks: readonly Block[];
}

/** Reads a source; throws where it is malformed. */
export function readReportSource(path: string): ReportSource {
  const [json = '', ...rest] = readFileSync(path, 'utf8').split('\n---\n');
  try {
    return { ...header.parse(JSON.parse(json)), blocks: readBlocks(rest.join('\n---\n').split('\n')) };
  } catch (cause) {
    throw new Error(`Malformed source ${path}`, { cause });
  }
}

function readBlocks(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  let rows: Cell[][] = [];
  let headerRows = 0;
  for (const line of [...lines, '']) {
    if (line.startsWith('|')) {
      if (/^\|-+\|$/.test(line)) headerRows = rows.length;
      else rows.push(readRow(line, rows));
      continue;
    }
    if (rows.length > 0) blocks.push({ kind: 'table', headerRows, rows });
    rows = [];
    headerRows = 0;
    if (line.trim() !== '') blocks.push(readBlock(line));
  }
  return blocks;
}

function readRow(line: string, above: readonly Cell[][]): Cell[] {
  const cells: Cell[] = [];
  for (const printed of line.replace(/^\||\|$/g, '').split('|')) {
    const text = printed.trim();
    if (text === '^') cells.push({ text: above.at(-1)?.[cells.length]?.text ?? '', merged: 'above' });
    else if (text === '<') cells.push({ text: cells.at(-1)?.text ?? '', merged: 'left' });
    else cells.push({ text });
  }
  return cells;
}

function readBlock(line: string): Block {
  const [, mark = '', text = ''] = /^(#{1,5}|[~@])?\s*(.*)$/.exec(line) ?? [];
  if (mark === '#') return { kind: 'title', text };
  if (mark === '~') return { kind: 'aside', text };
  if (mark === '@') return { kind: 'clutter', text };
  if (mark === '') return { kind: 'paragraph', text };
  const [, number = '', printed = ''] = /^(?:\{(.*?)\})?(.*)$/.exec(text) ?? [];
  const [heading = '', runIn] = printed.split('‖');
  const level = mark.length - 1;
  return { kind: 'heading', level, number, text: heading, ...(runIn !== undefined && { runIn }) };
}
