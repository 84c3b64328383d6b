/**
 * How often retrieval brings the right paragraph to the top, within the report that is asked about.
 *
 * Measured for each search alone, for their fusion, and for the final ranking by what the question asks for.
 */
import { basename } from 'node:path';
import { vocabularyOf } from '../answer/answer-question.ts';
import type { Library } from '../library/library.ts';
import type { StoredReport } from '../library/stored-report.ts';
import type { Question } from '../retrieval/question.ts';
import { type Evidence, retrieveFrom } from '../retrieval/retrieve.ts';
import { understand } from '../retrieval/understand.ts';
import type { GradedQuestion } from './graded-question.ts';
import type { GradedReports } from './graded-reports.ts';
import { normaliseWording } from './match-wording.ts';

const methods = ['keywords', 'vectors', 'fused', 'ranked'] as const;
type Method = (typeof methods)[number];

/** Shares from 0 to 1 of the questions of one language. */
export interface RetrievalRow {
  readonly method: Method;
  readonly lang: 'zh' | 'en';
  readonly n: number;
  /** Share with the right paragraph first, among four, among ten. */
  readonly recall1: number;
  readonly recall4: number;
  readonly recall10: number;
  /** Mean reciprocal rank of the right paragraph; 0 where it was not found. */
  readonly mrr: number;
}

interface Sought {
  readonly question: Question;
  readonly lang: 'zh' | 'en';
  readonly report: StoredReport;
  /** Numbers of the paragraphs that hold the graded quote. */
  readonly right: ReadonlySet<number>;
}

/** Measures retrieval over the single questions that one paragraph answers; others are left out. */
export async function measureRetrieval(
  library: Library,
  questions: readonly GradedQuestion[],
  reports: GradedReports,
): Promise<RetrievalRow[]> {
  const sought = findSought(library, questions, reports);
  const rows: RetrievalRow[] = [];
  for (const method of methods) {
    const found: { readonly lang: string; readonly rank: number }[] = [];
    for (const one of sought) found.push({ lang: one.lang, rank: await rankRight(library, one, method) });
    for (const lang of ['zh', 'en'] as const) {
      const ranks = found.filter((one) => one.lang === lang).map(({ rank }) => rank);
      if (ranks.length > 0) rows.push({ method, lang, ...measureRanks(ranks) });
    }
  }
  return rows;
}

function findSought(
  library: Library,
  questions: readonly GradedQuestion[],
  reports: GradedReports,
): Sought[] {
  const vocabulary = vocabularyOf(library);
  const byFile = new Map(library.reports().map((report) => [basename(report.file), report]));
  return questions.flatMap(({ want, chat, quote, report: key, q, lang }) => {
    const report = byFile.get(reports.fileOf(key) ?? '');
    if (want !== 'answer' || chat !== undefined || !quote || !report) return [];
    const right = paragraphsWith(quote, library, report);
    return right.size > 0 ? [{ question: understand(q, vocabulary), lang, report, right }] : [];
  });
}

/** None where a heading of its own line or a metadata line is the proof. */
function paragraphsWith(quote: string, library: Library, { id }: StoredReport): Set<number> {
  const wanted = normaliseWording(quote);
  const paragraphs = library.report(id)?.paragraphs ?? [];
  const holding = paragraphs.filter(({ text }) => normaliseWording(text).includes(wanted));
  return new Set(holding.map(({ number }) => number));
}

/** From 1; infinite when no right paragraph was found. */
async function rankRight(library: Library, sought: Sought, method: Method): Promise<number> {
  const mode = method === 'keywords' || method === 'vectors' ? method : 'both';
  const [found] = await retrieveFrom(library, sought.question, [sought.report], mode);
  const evidence: readonly Evidence[] = found?.evidence ?? [];
  const order = method === 'ranked' ? evidence : evidence.toSorted((a, b) => b.fused - a.fused);
  const index = order.findIndex(({ paragraph }) => sought.right.has(paragraph));
  return index < 0 ? Number.POSITIVE_INFINITY : index + 1;
}

/** Shares over the ranks of the right paragraphs. */
export function measureRanks(ranks: readonly number[]): Omit<RetrievalRow, 'method' | 'lang'> {
  const among = (most: number) => ranks.filter((rank) => rank <= most).length / (ranks.length || 1);
  const reciprocals = ranks.reduce((sum, rank) => sum + 1 / rank, 0);
  return {
    n: ranks.length,
    recall1: among(1),
    recall4: among(4),
    recall10: among(10),
    mrr: reciprocals / (ranks.length || 1),
  };
}
