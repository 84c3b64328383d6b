/**
 * A file becomes a Report: the door of this folder.
 *
 * decode → lines → page separated from document → outline → identity → figures. Nothing is lost on
 * the way: every line that is not blank ends as a heading, paragraph, metadata or dropped line.
 */

import { createHash } from 'node:crypto';
import { ReportError } from '../errors.ts';
import { buildOutline } from './build-outline.ts';
import type { DocumentText } from './files/document-text.ts';
import { readPlainText } from './files/read-document.ts';
import { findFigures } from './find-figures.ts';
import { identifyReport, type ReportHints } from './identify-report.ts';
import { describeJoinedCells } from './joined-cells.ts';
import { missingIdentity } from './missing-identity.ts';
import { placeClosings } from './place-closings.ts';
import { readPageMetadata } from './read-page-metadata.ts';
import type { MetadataLine, Report } from './report.ts';
import { countHan, type Line, splitLines } from './report-lines.ts';
import { type Page, separatePage } from './separate-page.ts';

/**
 * Reads one report in plain text, at once; `readReport` reads files of any kind.
 *
 * @param file Base name, for messages and for `Report.file`.
 * @param hints Region, year or title where the file itself does not say or says it wrongly.
 * @throws ReportError when the bytes are no text, the text is no report, or region or year is unknown.
 */
export function parseReport(bytes: Uint8Array, file: string, hints: ReportHints = {}): Report {
  const text = readPlainText(bytes, file);
  if (text === undefined) {
    throw new ReportError(file, 'it is no plain text', 'Save the report as plain text (UTF-8) and try again');
  }
  return parseDocument(text, { file, hash: createHash('sha256').update(bytes).digest('hex') }, hints);
}

/** The longest reports have some hundred paragraphs, their pages a thousand lines. */
const MOST_LINES = 50_000;
const MOST_FIGURES = 20_000;
/** In characters. */
const LONGEST_LINE = 1_000_000;

/**
 * Makes a report of the lines of a file of any kind.
 *
 * @param of Base name of the file and hash of its bytes, for messages and for the report.
 * @throws ReportError when the text is no report, or region or year is unknown.
 */
export function parseDocument(
  { text, looks, problems }: DocumentText,
  { file, hash }: { readonly file: string; readonly hash: string },
  hints: ReportHints = {},
): Report {
  const lines = splitLines(text, looks);
  if (lines.length > MOST_LINES) throw tooLong(file, `it has ${lines.length} lines, more than any report`);
  if (lines.some((line) => line.text.length > LONGEST_LINE)) {
    throw tooLong(
      file,
      `it has a line of more than ${LONGEST_LINE / 1e6} million characters, more than any report`,
    );
  }
  const page = separatePage(lines);
  assertReport(page, file);
  const metadata = readPageMetadata(page.around);
  const outline = buildOutline(page.body);
  const closings = placeClosings(outline.paragraphs, outline.sections);
  const { paragraphs } = closings;
  const found = identifyReport({ page, metadata, sections: outline.sections, paragraphs, hints });
  if (found.identity === undefined) throw missingIdentity(file, found.missing ?? 'region', hints.region);
  const figures = findFigures(paragraphs, found.identity.year);
  if (figures.length > MOST_FIGURES)
    throw tooLong(file, `it holds ${figures.length} figures, more than any report`);
  return {
    ...found.identity,
    file,
    hash,
    sections: outline.sections,
    paragraphs,
    figures,
    metadata: [...titleLines(page, lines), ...signatureLines(page, lines), ...metadata.lines].sort(byLine),
    dropped: [...page.dropped, ...metadata.dropped].sort(byLine),
    problems: [
      ...problems,
      ...found.problems,
      ...page.problems,
      ...closings.problems,
      ...describeJoinedCells(paragraphs),
    ],
  };
}

function tooLong(file: string, reason: string): ReportError {
  return new ReportError(file, reason, 'Split the file, one report each');
}

/** A report has Chinese sentences on law or administration; anything else is refused. */
function assertReport(page: Page, file: string): void {
  const text = page.body.map((line) => line.text).join('\n');
  const leastHan = page.title === undefined ? 40 : 8;
  const subject = /法治|依法|行政|执法|政府/.test(text + (page.title?.text ?? ''));
  if (countHan(text) >= leastHan && subject) return;
  throw new ReportError(
    file,
    'it holds no text of a report on law-based government',
    'Remove the file, or put the whole report into it as plain text',
  );
}

function titleLines(page: Page, lines: readonly Line[]): MetadataLine[] {
  return (page.title?.positions ?? []).flatMap((position) => metadataLine('title', lines[position]));
}

function signatureLines(page: Page, lines: readonly Line[]): MetadataLine[] {
  const { issuer, issued } = page.signature;
  return [
    ...(issuer === undefined ? [] : metadataLine('issuer', lines[issuer.position])),
    ...(issued === undefined ? [] : metadataLine('issued', lines[issued.position])),
  ];
}

function metadataLine(kind: MetadataLine['kind'], line: Line | undefined): MetadataLine[] {
  return line === undefined ? [] : [{ kind, text: line.text, line: line.number }];
}

function byLine(a: { readonly line: number }, b: { readonly line: number }): number {
  return a.line - b.line;
}
