/** Reads report files into the tables, one by one. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Database } from '../database/open-database.ts';
import { ReportError } from '../errors.ts';
import { toSimplified } from '../language/traditional.ts';
import type { ReadOptions } from '../report/read-report.ts';
import type { Report } from '../report/report.ts';
import type { ParagraphEmbedder } from './embed-paragraphs.ts';
import { embeddingText } from './embedding-text.ts';
import type { GivenIdentity } from './given-identity.ts';
import type { BuildPlan } from './plan-build.ts';
import { isMany, readAhead } from './read-ahead.ts';
import { reportId } from './report-id.ts';
import { type FoundFile, hashBytes } from './scan-reports.ts';
import { ReportStore } from './store-report.ts';

/** Reads one file as a report; throws `ReportError` when it is none. */
export type ParseReport = (
  bytes: Uint8Array,
  file: string,
  given?: GivenIdentity,
  bounds?: Pick<ReadOptions, 'budget' | 'isOfMany'>,
) => Report | Promise<Report>;

/** A file that is not a report, with what the manifest remembers of it. */
interface SkippedFile {
  readonly file: string;
  readonly hash: string;
  readonly reason: string;
}

/** How files are read. */
export interface Reading {
  readonly parse: ParseReport;
  readonly segment: (text: string) => readonly string[];
  readonly embedder: ParagraphEmbedder;
  readonly onFile: (done: number, total: number) => void;
  readonly signal?: AbortSignal | undefined;
}

/** What came of it. */
export interface ReadResult {
  readonly skipped: readonly SkippedFile[];
  /** Rows of the paragraphs that were taken out. */
  readonly removedRows: readonly number[];
  /** The last row before the first new one. */
  readonly lastRow: number;
}

/** Files that are read at once: some wait for the disk or for a thread. */
const AHEAD = 4;

/** Takes reports out, puts files in, and embeds them. */
export async function readIntoTables(
  database: Database,
  files: Pick<BuildPlan, 'toRemove' | 'toRead' | 'reservedIds'>,
  { parse, segment, embedder, onFile, signal }: Reading,
): Promise<ReadResult> {
  const store = new ReportStore(database);
  const words = (text: string) => segment(toSimplified(text.normalize('NFKC')));
  const idOf = (report: Report, { known }: FoundFile) =>
    known?.id !== undefined && !store.hasId(known.id)
      ? known.id
      : reportId(report, (id) => store.hasId(id) || files.reservedIds.has(id));
  const lastRow = store.lastParagraph;
  const removedRows = database.transaction(() => files.toRemove.flatMap((file) => store.remove(file)));
  const skipped: SkippedFile[] = [];
  let done = 0;
  const reading = readAhead(files.toRead, AHEAD, (found) =>
    readOne(found, parse, isMany(files.toRead), signal),
  );
  for await (const [found, report] of reading) {
    // Lets a progress bar move and Ctrl-C be heard.
    await nextTurn();
    signal?.throwIfAborted();
    if ('reason' in report) {
      skipped.push(report);
    } else {
      database.transaction(() => {
        const indexed = report.paragraphs.map((paragraph) => ({
          words: words(paragraph.text),
          headingWords: words([...paragraph.chain, ...(paragraph.row?.columns ?? [])].join(' ')),
          vectorKey: embedder.add(embeddingText(report, paragraph)),
        }));
        store.insert(report, idOf(report, found), indexed);
      });
      if (embedder.isFull) await embedder.flush(signal);
    }
    done += 1;
    onFile(done, files.toRead.length);
  }
  await embedder.flush(signal);
  database.exec('DELETE FROM vectors WHERE key NOT IN (SELECT vector_key FROM paragraphs)');
  return { skipped, removedRows, lastRow };
}

async function readOne(
  found: FoundFile,
  parse: ParseReport,
  isOfMany: boolean,
  signal: AbortSignal | undefined,
): Promise<Report | SkippedFile> {
  const { file, reason, budget } = found;
  if (found.hash === null || reason !== undefined) {
    return { file, hash: found.hash ?? '', reason: reason ?? 'the file cannot be read' };
  }
  let hash = found.hash;
  try {
    const bytes = await found.read();
    hash = hashBytes(bytes);
    const report = await parse(bytes, file, found.known, { isOfMany, ...(budget && { budget }) });
    return { ...report, file, hash };
  } catch (error) {
    signal?.throwIfAborted();
    // One file that no rule foresaw must not keep all others out.
    const said = error instanceof Error ? error.message : String(error);
    return {
      file,
      hash,
      reason: error instanceof ReportError ? said : `Cannot read the report "${file}": ${said}`,
    };
  }
}
