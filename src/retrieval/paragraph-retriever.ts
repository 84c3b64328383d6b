/**
 * Finds evidence: paragraphs by their words and by their vectors, fused by reciprocal rank. A LangChain retriever,
 * so that any chain can take its evidence from the same place as our answers do.
 *
 * Source of the fusion: Cormack, Clarke and Büttcher, "Reciprocal Rank Fusion", SIGIR 2009 (k = 60).
 */

import { segmentForSearch } from '../language/segment.ts';
import { CHINESE_STOP_WORDS } from '../language/stop-words.ts';
import { BaseRetriever, Document } from '../library/langchain-classes.ts';
import type { Library } from '../library/library.ts';
import { ModelError } from '../model/chat-model.ts';
import type { Question } from './question.ts';

const FUSION_K = 60;

/** Which searches take part; both unless one is measured alone. */
export type SearchMode = 'both' | 'keywords' | 'vectors';

/** What a found paragraph carries besides its text. */
export interface EvidenceMetadata {
  /** Id of the report. */
  readonly report: string;
  readonly paragraph: number;
  /** Score and rank (from 1) by words; absent when not found so. */
  readonly keywords?: { readonly score: number; readonly rank: number };
  readonly vectors?: { readonly score: number; readonly rank: number };
  /** Sum of reciprocal ranks. */
  readonly fused: number;
  /** How vectors were searched. */
  readonly used: 'hnsw' | 'exact' | 'none';
}

/** What is searched, and for which question. */
export interface ParagraphRetrieverFields {
  readonly library: Library;
  readonly question: Question;
  /** Ids of the reports to search; all when absent. */
  readonly reports?: ReadonlySet<string>;
  /** Most paragraphs to return, at least 1. */
  readonly limit: number;
  readonly mode?: SearchMode;
}

/** Retrieves the paragraphs for one understood question, the best first. */
export class ParagraphRetriever extends BaseRetriever<EvidenceMetadata & Record<string, unknown>> {
  lc_namespace = ['zhibao', 'retrieval'];
  readonly #fields: ParagraphRetrieverFields;

  constructor(fields: ParagraphRetrieverFields) {
    super();
    this.#fields = fields;
  }

  override async _getRelevantDocuments(
    query: string,
  ): Promise<Document<EvidenceMetadata & Record<string, unknown>>[]> {
    const { library, question, reports, limit, mode = 'both' } = this.#fields;
    const options = { limit: Math.max(limit, 10) * 2, ...(reports ? { reports } : {}) };
    const byWords = mode === 'vectors' ? [] : library.searchKeywords(searchWords(question), options);
    const vector =
      mode === 'keywords' ? undefined : await embedQuestion(library, vectorText(query, question));
    const near = vector ? await library.searchVectors(vector, options) : { hits: [], used: 'none' as const };
    const found = new Map<string, { -readonly [key in keyof EvidenceMetadata]: EvidenceMetadata[key] }>();
    const add = (
      name: 'keywords' | 'vectors',
      hits: readonly { report: string; paragraph: number; score: number }[],
    ) => {
      for (const [index, hit] of hits.entries()) {
        const key = `${hit.report} ${hit.paragraph}`;
        const entry = found.get(key) ?? {
          report: hit.report,
          paragraph: hit.paragraph,
          fused: 0,
          used: near.used,
        };
        entry[name] = { score: hit.score, rank: index + 1 };
        entry.fused += 1 / (FUSION_K + index + 1);
        found.set(key, entry);
      }
    };
    add('keywords', byWords);
    add('vectors', near.hits);
    const best = [...found.values()].sort((a, b) => b.fused - a.fused).slice(0, limit);
    return best.map(
      (metadata) => new Document({ pageContent: textOf(library, metadata), metadata: { ...metadata } }),
    );
  }
}

/** The vector of a question; `undefined` where the embeddings' server gives none, which they have logged. */
async function embedQuestion(library: Library, text: string): Promise<number[] | undefined> {
  try {
    return await library.embeddings.embedQuery(text);
  } catch (error) {
    if (error instanceof ModelError) return undefined;
    throw error;
  }
}

/** The words of the question and of all names of what it asks about. */
export function searchWords(question: Question): string[] {
  const words = new Set<string>();
  for (const term of question.terms) {
    for (const wording of term.wordings.filter(({ weight }) => weight >= 0.4).slice(0, 10)) {
      for (const word of segmentForSearch(wording.text)) if (!CHINESE_STOP_WORDS.has(word)) words.add(word);
    }
  }
  return [...words];
}

/** What is embedded: the question, and in English also the first Chinese name of each term. */
function vectorText(query: string, question: Question): string {
  if (question.language === 'zh') return question.normal;
  return [
    query,
    ...question.terms.flatMap((term) => term.wordings.slice(0, 1).map((wording) => wording.text)),
  ].join(' ');
}

function textOf(library: Library, hit: { readonly report: string; readonly paragraph: number }): string {
  return library.report(hit.report)?.paragraphs[hit.paragraph - 1]?.text ?? '';
}
