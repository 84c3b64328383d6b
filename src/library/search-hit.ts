/** What a search gives back: paragraphs by report and number, the best first. */

/** A paragraph that was found. */
export interface SearchHit {
  /** Id of the report. */
  readonly report: string;
  /** Number of the paragraph, from 1. */
  readonly paragraph: number;
  /** Higher is better; comparable within one result only. */
  readonly score: number;
}

/** Paragraphs near a vector, and how they were searched. */
export interface VectorHits {
  readonly hits: readonly SearchHit[];
  /** `hnsw`: the index over all reports; `exact`: every paragraph of the scope was compared. */
  readonly used: 'hnsw' | 'exact';
}

/** Where to search and how much to return. */
export interface SearchOptions {
  /** Ids of the reports to search; all of them when absent, none when empty. */
  readonly reports?: ReadonlySet<string>;
  /** Most hits to return, at least 1. */
  readonly limit: number;
}
