/** Fills the files of a new library: tables, words, vector index; says what they hold. */
import type { Database } from '../database/open-database.ts';
import { LibraryError } from '../errors.ts';
import { segmentForSearch } from '../language/segment.ts';
import { buildIndex } from './build-index.ts';
import type { ReportProgress } from './build-progress.ts';
import { readDictionary } from './dictionary.ts';
import { ParagraphEmbedder } from './embed-paragraphs.ts';
import { updateWords } from './english-words.ts';
import type { BuiltFiles } from './library-folder.ts';
import { type FileNote, LIBRARY_FORMAT, type Manifest } from './manifest.ts';
import type { NamedEmbeddings } from './named-embeddings.ts';
import type { BuildPlan } from './plan-build.ts';
import { type ParseReport, readIntoTables } from './read-into-tables.ts';

/** What a library is filled from. */
export interface Filling {
  readonly plan: BuildPlan;
  readonly files: BuiltFiles;
  /** Files of the library before. */
  readonly before: BuiltFiles | undefined;
  /** The library before, for vectors to take over when all files are read again. */
  readonly vectors: Database | undefined;
  readonly embeddings: NamedEmbeddings;
  readonly version: string;
  readonly reportsDir: string;
  readonly parse?: ParseReport;
  readonly segment?: (text: string) => readonly string[];
  readonly signal?: AbortSignal;
  readonly progress: ReportProgress;
}

/**
 * Fills an open database that is empty or a copy of the one before, and writes the vector index beside it.
 *
 * @returns The manifest that makes the files the library.
 */
export async function fillLibrary(database: Database, filling: Filling): Promise<Manifest> {
  const { plan, files, before, embeddings, version, signal, progress } = filling;
  const { name, dimension, version: embeddingVersion } = embeddings;
  const read = await readIntoTables(database, plan, {
    parse: filling.parse ?? (await defaultParse(signal)),
    segment: filling.segment ?? segmentForSearch,
    embedder: new ParagraphEmbedder(embeddings, database, filling.vectors, progress('embed')),
    onFile: progress('read'),
    signal,
  });
  const reports = database
    .prepare<{ file: string; id: string; hash: string }>('SELECT file, id, hash FROM reports')
    .all();
  const skipped = [
    ...plan.skipped.map((note) => ({ ...note, hash: plan.previous!.skipped[note.file]!.hash })),
    ...read.skipped,
  ];
  if (reports.length === 0) throw nothingHeld(filling.reportsDir, skipped);
  progress('words')(0, 1);
  await updateWords(database, readDictionary);
  if (plan.isFresh) database.exec("INSERT INTO keywords (keywords) VALUES ('optimize')");
  progress('words')(1, 1);
  signal?.throwIfAborted();
  const { removedRows, lastRow } = read;
  const previous =
    before && plan.previous && !plan.isFresh
      ? { path: before.vectors, count: plan.previous.counts.vectors, removedRows, lastRow }
      : undefined;
  const index = await buildIndex(database, { dimension, previous, onVector: progress('index'), signal });
  await index.write(files.vectors);
  return {
    format: LIBRARY_FORMAT,
    version,
    built: new Date().toISOString(),
    folder: files.folder,
    embedding: { name, dimension, ...(embeddingVersion !== undefined && { version: embeddingVersion }) },
    counts: {
      reports: reports.length,
      paragraphs: count(database, 'paragraphs'),
      figures: count(database, 'figures'),
      vectors: index.count,
    },
    reports: Object.fromEntries(
      reports.map(({ file, id, hash }) => [file, { id, hash, ...knownOf(plan, file) }]),
    ),
    skipped: Object.fromEntries(
      skipped.map(({ file, hash, reason }) => [file, { hash, reason, ...knownOf(plan, file) }]),
    ),
    warnings: findDoubles(database),
  };
}

/** Imported when there is something to read. */
async function defaultParse(signal: AbortSignal | undefined): Promise<ParseReport> {
  const { readKnown } = await import('./read-known.ts');
  return (bytes, file, given, bounds) =>
    readKnown(bytes, file, given, { ...bounds, ...(signal && { signal }) });
}

function knownOf({ known }: BuildPlan, file: string): { readonly known?: string } {
  const key = known.get(file);
  return key === undefined ? {} : { known: key };
}

function count(database: Database, table: 'paragraphs' | 'figures'): number {
  return database.prepare<{ rows: number }>(`SELECT count(*) AS rows FROM ${table}`).get()!.rows;
}

/** Two files of one region and year are both kept: which one is right is for a person to say. */
function findDoubles(database: Database): FileNote[] {
  const doubles = database.prepare<{ region: string; year: number; files: string }>(
    `SELECT region, year, json_group_array(file) AS files FROM (SELECT * FROM reports ORDER BY file)
     GROUP BY region, parents, year HAVING count(*) > 1`,
  );
  return doubles.all().flatMap(({ region, year, files }) => {
    const [first, ...others] = JSON.parse(files) as string[];
    return others.map((file) => ({
      file,
      reason: `${region} ${year} is also the report of "${first}"; both are kept`,
    }));
  });
}

function nothingHeld(reportsDir: string, skipped: readonly FileNote[]): LibraryError {
  const [first] = skipped;
  const why = first ? `; "${first.file}": ${first.reason}` : '';
  return new LibraryError(
    'no-reports',
    `Cannot build the library: none of the ${skipped.length} files in "${reportsDir}" is a report${why}`,
    'Put reports into the folder, or set REPORTS_DIR; npm run inspect shows how a file is read',
  );
}
