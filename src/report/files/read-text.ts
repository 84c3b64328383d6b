/**
 * A text file becomes lines; tables set with tabs or pipes become rows, the marks of Markdown become looks.
 *
 * Every line keeps its number, so that what is shown of a report can be found in its file.
 */

import { readLabels } from '../page-labels.ts';
import type { DocumentText, LineLook } from './document-text.ts';
import { isValue, printRows } from './table-rows.ts';

/** In characters. */
const LONGEST_ROW = 1000;

/** Reads a decoded text. */
export function readText(text: string, file: string): DocumentText {
  const lines = text.split(/\r\n|\n|\r/);
  const looks = new Map<number, LineLook>();
  const isMarkdown =
    /\.(?:md|markdown)$/i.test(file) || lines.filter((line) => /^#{2,6}\s+\S/.test(line)).length >= 2;
  const hasTables = lines.some((line) => hasTab(line) || isPiped(line) || isOpenPiped(line));
  // Most texts have neither; their offsets stay those of the file.
  if (!isMarkdown && !hasTables) return { text, looks, problems: [] };
  if (hasTables) setTables(lines, looks);
  if (isMarkdown) for (const [index, line] of lines.entries()) readMarks(lines, looks, index, line);
  return { text: looks.size === 0 ? text : lines.join('\n'), looks, problems: [] };
}

/** Prints the tables among the lines as rows, in place. */
function setTables(lines: string[], looks: Map<number, LineLook>): void {
  for (let start = 0; start < lines.length; start += 1) {
    if (cellsOf(lines[start] ?? '') === undefined) continue;
    const found: { readonly index: number; readonly cells: readonly string[] }[] = [];
    let rule = -1;
    let index = start;
    for (; index < lines.length; index += 1) {
      const line = lines[index] ?? '';
      const cells = cellsOf(line);
      if (isRule(line)) {
        rule = found.length;
        lines[index] = '';
      } else if (cells !== undefined) found.push({ index, cells });
      // Files with a blank line between paragraphs have one between rows too.
      else if (line.trim() !== '' || lines[index + 1]?.trim() === '') break;
    }
    if (found.length >= 2 && (rule !== -1 || found.some(({ cells }) => cells.some(isValue)))) {
      setTable(lines, looks, found, rule === -1 ? undefined : rule);
    }
    start = Math.max(start, index - 1);
  }
}

function setTable(
  lines: string[],
  looks: Map<number, LineLook>,
  found: readonly { readonly index: number; readonly cells: readonly string[] }[],
  headerRows: number | undefined,
): void {
  const width = Math.max(...found.map(({ cells }) => cells.length));
  const kept = found.filter(({ cells }) => cells.some((cell) => cell !== ''));
  const grid = kept.map(({ cells }) => [...cells, ...Array<string>(width - cells.length).fill('')]);
  const rows = printRows(grid, headerRows);
  if (rows.length !== kept.length) return;
  for (const [position, { index }] of kept.entries()) {
    const printed = rows[position];
    if (printed === undefined) continue;
    lines[index] = printed.text;
    if (printed.row !== undefined) looks.set(index + 1, { row: printed.row });
  }
}

/** The cells of a line that may be a row. */
function cellsOf(line: string): string[] | undefined {
  const trimmed = line.trim();
  if (trimmed.length > LONGEST_ROW || /[。；]$/.test(trimmed)) return undefined;
  if (isPiped(line))
    return trimmed
      .replace(/^\||\|$/g, '')
      .split('|')
      .map(plainCell);
  if (isOpenPiped(line)) return trimmed.split('|').map(plainCell);
  if (!hasTab(trimmed) || readLabels(trimmed).length > 0) return undefined;
  return trimmed.split('\t').map((cell) => cell.trim());
}

function plainCell(cell: string): string {
  return cell.replace(/\*\*|<br\s*\/?>/gi, '').trim();
}

/** Between two words; sought run by run, as runs of blanks can be divided in many ways. */
function hasTab(line: string): boolean {
  for (const { 0: run, index } of line.matchAll(/[ \t]+/g)) {
    if (!run.includes('\t')) continue;
    const [before, behind] = [line[index - 1] ?? ' ', line[index + run.length] ?? ' '];
    if (/\S/.test(before) && /\S/.test(behind)) return true;
  }
  return false;
}

/** `| 行政复议 | 12件 |` */
function isPiped(line: string): boolean {
  if (line.length > LONGEST_ROW) return false;
  const trimmed = line.trim();
  return trimmed.length > 2 && /^\|.*\|$/.test(trimmed) && /\S/.test(trimmed.slice(1, -1));
}

/** `行政复议 | 12件 | 10件`; a menu (`首页 | 登录`) looks the same and has no values. */
function isOpenPiped(line: string): boolean {
  return (
    line.length <= LONGEST_ROW && /^[^|]*[^|\s]\s+\|\s+[^|\s]/.test(line) && readLabels(line).length === 0
  );
}

/** `|---|:--:|` */
function isRule(line: string): boolean {
  return (
    line.length <= LONGEST_ROW &&
    (/^\s*\|?\s*:?-{3,}:?\s*(?:\|\s*:?-{3,}:?\s*)+\|?\s*$/.test(line) ||
      /^\s*\|\s*:?-{3,}:?\s*\|\s*$/.test(line))
  );
}

/** Takes the marks of Markdown out of a line and keeps what they say. */
function readMarks(lines: string[], looks: Map<number, LineLook>, index: number, line: string): void {
  const number = index + 1;
  if (looks.has(number)) return;
  const heading = /^\s{0,3}(#{1,6})\s+(.*)$/.exec(line);
  const unquoted = line.replace(/^\s{0,3}(?:>\s?)+/, '');
  const bullet = /^\s*[-*+•]\s+(?=\S*[\p{Script=Han}\d*“《])/u.exec(unquoted)?.[0];
  const words = plainWords(
    heading?.[2]
      ?.trim()
      .replace(/(?<!#)#+$/, '')
      .trim() ?? unquoted.slice(bullet?.length ?? 0),
  );
  const bold = /^\s*(?:\*\*|__)(.+?)(?:\*\*|__)/.exec(words)?.[1]?.trim().length ?? 0;
  const level = heading?.[1]?.length;
  lines[index] = words.replace(/\*\*|__/g, '');
  if (bold > 0 || level !== undefined || bullet !== undefined)
    looks.set(number, {
      ...(bold > 0 && { bold }),
      ...(level !== undefined && { level }),
      ...(bullet !== undefined && { isBullet: true }),
    });
}

/** Without pictures, targets of links and escapes. */
function plainWords(text: string): string {
  return text
    .replace(/!\[[^\]]{0,200}\]\([^)]{0,500}\)/g, '')
    .replace(/\[([^\]]{1,200})\]\([^)]{0,500}\)/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+.!|>-])/g, '$1');
}
