/** Opens a built library for reading. */
import { existsSync } from 'node:fs';
import { type Database, openDatabase } from '../database/open-database.ts';
import { LibraryError } from '../errors.ts';
import { type ChineseWord, EnglishWords } from './english-words.ts';
import { HeldFile } from './held-file.ts';
import { Keywords } from './keywords.ts';
import { builtFiles } from './library-folder.ts';
import { ReportReader } from './load-report.ts';
import { LocalEmbeddings } from './local-embeddings.ts';
import { LIBRARY_FORMAT, type Manifest, readManifest } from './manifest.ts';
import type { NamedEmbeddings } from './named-embeddings.ts';
import { ParagraphStore } from './paragraph-store.ts';
import { RecentlyUsed } from './recently-used.ts';
import { ReportRows } from './scope.ts';
import type { SearchHit, SearchOptions, VectorHits } from './search-hit.ts';
import type { FullReport, StoredReport } from './stored-report.ts';
import { VectorSearch } from './vector-search.ts';

/** Reports that are built, to be listed, read and searched. */
export interface Library {
  readonly manifest: Manifest;
  /** How many paragraphs all reports have together. */
  readonly paragraphCount: number;
  readonly embeddings: NamedEmbeddings;
  /** LangChain's view of the same index. */
  readonly vectors: ParagraphStore;
  /** Every report without its text, by region and year. */
  reports(): readonly StoredReport[];
  /** One report with its text; `undefined` for an id that is not held. */
  report(id: string): FullReport | undefined;
  /** Paragraphs with any of the words, by BM25; the words come segmented. */
  searchKeywords(words: readonly string[], options: SearchOptions): readonly SearchHit[];
  /**
   * Paragraphs near a vector, by cosine.
   *
   * @throws LibraryError `vectors-missing`, `vectors-damaged` when the index is needed and cannot be read; TypeError
   *   for a vector of another dimension.
   */
  searchVectors(query: readonly number[], options: SearchOptions): Promise<VectorHits>;
  /** Chinese words of the reports for an English word or two-word phrase, the surest first. */
  chineseFor(english: string): readonly ChineseWord[];
  /** How many paragraphs have the word in their text or headings. */
  wordFrequency(word: string): number;
  /** Releases the files; a second call does nothing. */
  close(): void;
}

/** Which library is opened. */
export interface OpenOptions {
  readonly libraryDir: string;
  /** Those that the library was built with; default: local embeddings. */
  readonly embeddings?: NamedEmbeddings;
}

const CACHED_REPORTS = 64;
/** Builds that may end, one after the other, while a library is being opened. */
const MOST_TRIES = 20;

/**
 * Opens the library in a folder. The vector index is read when a search first needs it. An open library stays as it
 * is, however often another one is built in its place.
 *
 * @throws LibraryError `library-missing`, `library-format`, `library-embeddings`, `library-damaged`
 */
export async function openLibrary(options: OpenOptions): Promise<Library> {
  const { libraryDir } = options;
  const embeddings = options.embeddings ?? new LocalEmbeddings();
  for (let tries = 1; ; tries += 1) {
    const manifest = await readManifest(libraryDir);
    try {
      const library = openManifest(libraryDir, manifest, embeddings);
      if (library.isWhole || tries === MOST_TRIES || !(await isReplaced(libraryDir, manifest)))
        return library;
      library.close();
    } catch (error) {
      // A build that ended meanwhile takes the files of the library before away.
      if (tries === MOST_TRIES || !(await isReplaced(libraryDir, manifest))) throw error;
    }
  }
}

async function isReplaced(libraryDir: string, manifest: Manifest | undefined): Promise<boolean> {
  const current = await readManifest(libraryDir).catch(() => undefined);
  return current !== undefined && current.folder !== manifest?.folder;
}

interface OpenedLibrary extends Library {
  /** Whether all its files were there. */
  readonly isWhole: boolean;
}

function openManifest(
  libraryDir: string,
  manifest: Manifest | undefined,
  embeddings: NamedEmbeddings,
): OpenedLibrary {
  if (!manifest) {
    const message = `Cannot open the library: there is none in "${libraryDir}"`;
    throw new LibraryError('library-missing', message, 'Build it: npm run ingest');
  }
  assertMatches(manifest, embeddings);
  const files = builtFiles(libraryDir, manifest.folder);
  const database = openTables(files.database);
  try {
    return createLibrary(manifest, database, HeldFile.open(files.vectors), embeddings);
  } catch (error) {
    database.close();
    throw damaged(files.database, error);
  }
}

function createLibrary(
  manifest: Manifest,
  database: Database,
  held: HeldFile,
  embeddings: NamedEmbeddings,
): OpenedLibrary {
  const reader = new ReportReader(database);
  const rows = new ReportRows(database);
  const keywords = new Keywords(database, rows);
  const english = new EnglishWords(database);
  const { paragraphs, vectors: count } = manifest.counts;
  const search = new VectorSearch(database, rows, {
    held,
    dimension: embeddings.dimension,
    count,
    paragraphs,
  });
  const opened = new RecentlyUsed<string, FullReport | undefined>(CACHED_REPORTS);
  let reports: readonly StoredReport[] | undefined;

  const report = (id: string) => opened.get(id, () => reader.read(id));
  const searchVectors = (query: readonly number[], options: SearchOptions) => search.search(query, options);

  return {
    manifest,
    paragraphCount: paragraphs,
    embeddings,
    vectors: new ParagraphStore(embeddings, { searchVectors, report }),
    reports: () => {
      reports ??= reader.all();
      return reports;
    },
    report,
    searchKeywords: (words, options) => keywords.search(words, options),
    searchVectors,
    chineseFor: (word) => english.chineseFor(word),
    wordFrequency: (word) => keywords.frequency(word),
    isWhole: held.isThere,
    close: () => {
      database.close();
      held.close();
    },
  };
}

function assertMatches({ format, embedding }: Manifest, { name, dimension }: NamedEmbeddings): void {
  if (format !== LIBRARY_FORMAT) {
    const message = `Cannot open the library: built in format "${format}", this program reads "${LIBRARY_FORMAT}"`;
    throw new LibraryError('library-format', message, 'Build it again: npm run ingest');
  }
  if (embedding.name === name && embedding.dimension === dimension) return;
  const built = `"${embedding.name}" of dimension ${embedding.dimension}`;
  const message = `Cannot open the library: built with ${built}, configured for "${name}" of dimension ${dimension}`;
  throw new LibraryError(
    'library-embeddings',
    message,
    'Build it again: npm run ingest, or set EMBEDDING_MODEL back',
  );
}

function openTables(path: string): Database {
  if (!existsSync(path)) throw damaged(path, undefined, 'is missing');
  try {
    return openDatabase(path, 'read');
  } catch (error) {
    throw damaged(path, error);
  }
}

function damaged(path: string, cause: unknown, state = 'is damaged'): LibraryError {
  const message = `Cannot open the library: "${path}" ${state}`;
  return new LibraryError('library-damaged', message, 'Build it again: npm run ingest -- --rebuild', {
    cause,
  });
}
