/**
 * The door of retrieval: an understood question in a scope becomes ranked evidence.
 *
 * Fusion finds the candidates; they are then ranked by what the question asks for: how near its terms stand to a
 * figure of the asked unit, or to each other in a sentence.
 */
import type { Library } from '../library/library.ts';
import type { StoredReport } from '../library/stored-report.ts';
import { type FittedTerm, fitTerms } from './fit-terms.ts';
import { type EvidenceMetadata, ParagraphRetriever, type SearchMode } from './paragraph-retriever.ts';
import { type PreparedParagraph, type PreparedReport, prepareReport } from './prepare-report.ts';
import type { Question } from './question.ts';
import { scoreFigures } from './score-figures.ts';
import { scoreSentences } from './score-sentences.ts';

/** One paragraph that may prove the answer. */
export interface Evidence extends EvidenceMetadata {
  readonly prepared: PreparedParagraph;
  /** The best that a figure or sentence of it scores; 0 when not ranked. */
  readonly rank: number;
}

/** The evidence of one report, best first, with the question's terms fitted to the report. */
export interface ReportEvidence {
  readonly report: StoredReport;
  readonly evidence: readonly Evidence[];
  readonly terms: readonly FittedTerm[];
  readonly prepared: PreparedReport;
}

/** Paragraphs a report contributes; a report has some 20 to 80. */
const PER_REPORT = 40;
/** Paragraphs considered when every report is searched. */
const ACROSS = 80;
/** Reports looked at closely when every report is searched; a reply lists twelve at most. */
const MOST_REPORTS = 20;

const preparedReports = new WeakMap<Library, Map<string, PreparedReport>>();

/**
 * The report laid out for matching; kept for the library's lifetime, at most 200 reports.
 *
 * @throws RangeError when the library does not hold it.
 */
export function preparedReport(library: Library, id: string): PreparedReport {
  const cache = preparedReports.get(library) ?? new Map<string, PreparedReport>();
  preparedReports.set(library, cache);
  const cached = cache.get(id);
  if (cached) return cached;
  const report = library.report(id);
  if (!report) throw new RangeError(`No report "${id}" in the library`);
  const prepared = prepareReport(report);
  if (cache.size >= 200) cache.delete(cache.keys().next().value!);
  cache.set(id, prepared);
  return prepared;
}

/** Evidence from each of the reports named, every report with its own quota. */
export async function retrieveFrom(
  library: Library,
  question: Question,
  reports: readonly StoredReport[],
  mode?: SearchMode,
): Promise<ReportEvidence[]> {
  const results: ReportEvidence[] = [];
  for (const report of reports) {
    const retriever = new ParagraphRetriever({
      library,
      question,
      reports: new Set([report.id]),
      limit: PER_REPORT,
      ...(mode ? { mode } : {}),
    });
    const documents = await retriever.invoke(question.text);
    results.push(
      rank(
        library,
        question,
        report,
        documents.map((document) => document.metadata),
      ),
    );
  }
  return results;
}

/** Evidence from all reports (or those of the years named), grouped by report, the best report first. */
export async function retrieveAcross(
  library: Library,
  question: Question,
  within?: readonly StoredReport[],
): Promise<ReportEvidence[]> {
  const all = library.reports();
  const scope =
    within && within.length < all.length ? { reports: new Set(within.map((report) => report.id)) } : {};
  const retriever = new ParagraphRetriever({ library, question, limit: ACROSS, ...scope });
  const documents = await retriever.invoke(question.text);
  const groups = new Map<string, EvidenceMetadata[]>();
  for (const { metadata } of documents)
    groups.set(metadata.report, [...(groups.get(metadata.report) ?? []), metadata]);
  // Groups stand in the order of their best paragraph; reading and laying out a report costs some 5 ms.
  const ranked = [...groups]
    .slice(0, MOST_REPORTS)
    .map(([id, found]) => rank(library, question, all.find((report) => report.id === id)!, found));
  return ranked.sort((a, b) => (b.evidence[0]?.rank ?? 0) - (a.evidence[0]?.rank ?? 0));
}

function rank(
  library: Library,
  question: Question,
  report: StoredReport,
  found: readonly EvidenceMetadata[],
): ReportEvidence {
  const prepared = preparedReport(library, report.id);
  const terms = fitTerms(question.terms, prepared, question.normal);
  const paragraphs = new Map(prepared.paragraphs.map((paragraph) => [paragraph.paragraph.number, paragraph]));
  const evidence = found.flatMap((metadata) => {
    const paragraph = paragraphs.get(metadata.paragraph);
    if (!paragraph) return [];
    const [ask] = question.asks;
    // A paragraph with figures is ranked by them where a number is asked for; sentences would cost as much again.
    const best =
      ask && paragraph.figures.length > 0
        ? (scoreFigures(question, ask, terms, [paragraph])[0]?.score ?? 0)
        : (scoreSentences(question, terms, [paragraph])[0]?.score ?? 0) * (ask ? 0.8 : 1);
    return [
      {
        ...metadata,
        prepared: paragraph,
        rank: best + metadata.fused,
      },
    ];
  });
  return { report, evidence: evidence.sort((a, b) => b.rank - a.rank), terms, prepared };
}
