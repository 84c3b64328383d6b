/**
 * A file of any kind becomes a Report: the door for files that nobody has looked at.
 *
 * Everything is read in a thread, which is stopped when it takes too long or too much memory: a file can be made so
 * that its reader never ends. Only small texts that are not new here are read at once, unless many come and a thread
 * is free.
 */

import { createHash } from 'node:crypto';
import { assertSize } from './files/assert-size.ts';
import { detectKind } from './files/file-kind.ts';
import { notReadable, readPlainText } from './files/read-document.ts';
import type { ReportHints } from './identify-report.ts';
import { parseDocument } from './parse-report.ts';
import type { ReadingBudget } from './reading-budget.ts';
import { ReadingThreads } from './reading-threads.ts';
import type { Report } from './report.ts';

/** Texts up to this size are read without a thread: reports have some 50 kB. */
const SMALL_BYTES = 128 * 1024;
/** In bytes; what reads a line takes the longer the longer it is, and those of reports have some 2 kB. */
const LONGEST_LINE = 4 * 1024;

/** How a file is read. */
export interface ReadOptions {
  /** Region, year or title where the file itself does not say or says it wrongly. */
  readonly hints?: ReportHints;
  /** The `Content-Type` that a server sent with the file. */
  readonly contentType?: string;
  readonly signal?: AbortSignal;
  /** Default: 20 s for a text or page, 60 s for a document. */
  readonly timeoutMs?: number;
  /** What all files of its archive may take together. */
  readonly budget?: ReadingBudget;
  /** It is offered by whoever it may be: also a small text is given to a thread. */
  readonly isOffered?: boolean;
  /** It is one of many: a small text is given to a thread too while one is free, so that all processors read. */
  readonly isOfMany?: boolean;
}

const TEXT_TIMEOUT_MS = 20_000;
const DOCUMENT_TIMEOUT_MS = 60_000;

const threads = new ReadingThreads();

/**
 * Reads one report file of any kind but an archive of several (see `listReports`).
 *
 * @param file Name for messages and for `Report.file`.
 * @throws ReportError when it cannot be read, is no report, takes too long, or region or year is unknown; the
 *   signal's reason when it is aborted.
 */
export async function readReport(
  bytes: Uint8Array,
  file: string,
  options: ReadOptions = {},
): Promise<Report> {
  assertSize(bytes.length, file);
  const found = detectKind(bytes);
  if (found.kind === 'other') throw notReadable(file, found);
  const { hints, contentType, signal, budget, isOfMany = false, isOffered = false } = options;
  signal?.throwIfAborted();
  const isForThread = isOffered || (isOfMany && threads.isFree);
  if (found.kind === 'text' && contentType === undefined && !isForThread && isSmall(bytes)) {
    const text = readPlainText(bytes, file);
    const hash = createHash('sha256').update(bytes).digest('hex');
    if (text !== undefined) return parseDocument(text, { file, hash }, hints);
  }
  const { timeoutMs = found.kind === 'text' ? TEXT_TIMEOUT_MS : DOCUMENT_TIMEOUT_MS } = options;
  return await threads.read(
    { bytes, file, ...(hints && { hints }), ...(contentType !== undefined && { contentType }) },
    { timeoutMs, ...(signal && { signal }), ...(budget && { budget }) },
  );
}

function isSmall(bytes: Uint8Array): boolean {
  if (bytes.length > SMALL_BYTES) return false;
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(10, start);
    if ((end === -1 ? bytes.length : end) - start > LONGEST_LINE) return false;
    if (end === -1) return true;
    start = end + 1;
  }
  return true;
}
