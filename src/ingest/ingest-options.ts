/** Where reports are entered into, and how. */
import type { NamedEmbeddings } from '../library/named-embeddings.ts';
import type { GivenIdentity } from './report-source.ts';

/** The folders of an installation. */
export interface IngestPlace {
  /** Gets the original bytes and their `reports.json`: the library can be rebuilt from it alone. */
  readonly reportsDir: string;
  readonly libraryDir: string;
  /** Those that the library is built with; default: local embeddings. */
  readonly embeddings?: NamedEmbeddings;
}

/** How far an ingest is: first every source is read, then the library follows. */
export interface IngestProgress {
  readonly stage: 'scan' | 'enter' | 'read' | 'embed' | 'words' | 'index' | 'save';
  readonly done: number;
  readonly total: number;
}

/** What a person is asked about one source. */
export interface AskedIdentity {
  readonly source: string;
  readonly missing: 'region' | 'year';
  /** Why it is asked for. */
  readonly reason: string;
  /** What is known so far. */
  readonly given: GivenIdentity;
}

/** How sources are entered, what is given of them, and who is asked for the rest. */
export interface IngestOptions extends IngestPlace {
  /** For the one source there is; with several sources only what holds for all, such as a region. */
  readonly given?: GivenIdentity;
  /** A source of the region and year of a held report is its newer version, whatever its name. */
  readonly replace?: boolean;
  /** Reads all reports again even if none changed. */
  readonly rebuild?: boolean;
  /** Asks for what no source tells; no answer, or no such function: the source is skipped with the reason. */
  readonly askFor?: (asked: AskedIdentity) => Promise<string | undefined>;
  readonly onProgress?: (progress: IngestProgress) => void;
  /** Ends the ingest between two steps; what was copied is taken up by the next one. */
  readonly signal?: AbortSignal;
}
