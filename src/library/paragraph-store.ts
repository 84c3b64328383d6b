/** The library as a LangChain vector store, over the same index that everything else searches. */

import { Document, VectorStore } from './langchain-classes.ts';
import type { NamedEmbeddings } from './named-embeddings.ts';
import type { SearchOptions, VectorHits } from './search-hit.ts';
import type { FullReport } from './stored-report.ts';

/** What of the library the store needs. */
export interface SearchedLibrary {
  searchVectors(query: readonly number[], options: SearchOptions): Promise<VectorHits>;
  report(id: string): FullReport | undefined;
}

/** Which reports a LangChain search looks at; all of them without it. */
export interface ReportFilter {
  readonly reports?: ReadonlySet<string>;
}

/** LangChain's view of the paragraphs; documents carry report, file, region, year, section and paragraph. */
export class ParagraphStore extends VectorStore {
  declare FilterType: ReportFilter;
  readonly #library: SearchedLibrary;

  constructor(embeddings: NamedEmbeddings, library: SearchedLibrary) {
    super(embeddings, {});
    this.#library = library;
  }

  override _vectorstoreType(): string {
    return 'zhibao';
  }

  /** @throws Error always: a library is built from files. */
  override async addVectors(): Promise<never> {
    throw new Error('A library is built from report files and cannot be added to: use buildLibrary()');
  }

  /** @throws Error always: a library is built from files. */
  override async addDocuments(): Promise<never> {
    return this.addVectors();
  }

  /** Paragraphs as documents with the cosine of their vector and the query, the best first. */
  override async similaritySearchVectorWithScore(
    query: number[],
    k: number,
    filter?: ReportFilter,
  ): Promise<[Document, number][]> {
    const scope = filter?.reports ? { reports: filter.reports } : {};
    const { hits } = await this.#library.searchVectors(query, { ...scope, limit: k });
    return hits.flatMap(({ report: id, paragraph: number, score }): [Document, number][] => {
      const report = this.#library.report(id);
      const paragraph = report?.paragraphs.find((one) => one.number === number);
      if (!report || !paragraph) return [];
      const { file, region, year } = report;
      const metadata = { report: id, file, region, year, section: paragraph.chain, paragraph: number };
      return [[new Document({ id: `${id}#${number}`, pageContent: paragraph.text, metadata }), score]];
    });
  }
}
