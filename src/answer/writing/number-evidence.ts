/**
 * Chooses the paragraphs that a model writes from: those that the composed answer cites, then the best others that
 * were found for the question.
 *
 * All are of reports that the composed answer cites: what a question is about was settled before, by code.
 */
import type { Library } from '../../library/library.ts';
import type { ReportEvidence } from '../../retrieval/retrieve.ts';
import type { Answer, Citation } from '../answer.ts';
import { citeParagraph } from '../cite.ts';
import type { NumberedEvidence } from './proof.ts';

/** Paragraphs at most; a comparison shares them out among its reports. */
const MOST = { answer: 6, summary: 20, compare: 20 } as const;
/** Paragraphs of one report in a comparison. */
const MOST_COMPARED = 4;
/** Further paragraphs fit the question at least so well, measured by the best of their report. */
const LEAST_RANK = 0.4;

/** The paragraphs, cited ones first in the order of the answer, numbered from 1. */
export function numberEvidence(
  composed: Answer,
  sources: readonly ReportEvidence[],
  library: Library,
): readonly NumberedEvidence[] {
  const chosen = new Map<string, Citation>();
  for (const citation of composed.citations) {
    const key = keyOf(citation);
    if (isParagraph(citation, library) && !chosen.has(key)) chosen.set(key, citation);
  }
  const reports = new Set([...chosen.values()].map((citation) => citation.report));
  const { most, perReport } = limitsOf(composed, reports.size);
  for (const source of sources.filter(({ report }) => reports.has(report.id))) {
    const least = LEAST_RANK * (source.evidence[0]?.rank ?? 0);
    for (const { prepared, rank } of source.evidence) {
      if (rank < least) break;
      const citation = citeParagraph(source.report, prepared.paragraph);
      const held = [...chosen.values()].filter((one) => one.report === citation.report).length;
      if (chosen.size >= most || held >= perReport) break;
      if (!chosen.has(keyOf(citation))) chosen.set(keyOf(citation), citation);
    }
  }
  return [...chosen.values()].map((citation, index) => ({ number: index + 1, citation }));
}

/** The index of the paragraph that a citation stands in; -1 where it was not handed over. */
export function evidenceIndex(citation: Citation, evidence: readonly NumberedEvidence[]): number {
  return evidence.findIndex((one) => keyOf(one.citation) === keyOf(citation));
}

function limitsOf({ kind }: Answer, reports: number): { readonly most: number; readonly perReport: number } {
  if (kind === 'summary') return { most: MOST.summary, perReport: MOST.summary };
  if (kind === 'answer' && reports === 1) return { most: MOST.answer, perReport: MOST.answer };
  const share = Math.max(1, Math.floor(MOST.compare / Math.max(1, reports)));
  return { most: MOST.compare, perReport: Math.min(MOST_COMPARED, share) };
}

/** Lines of metadata and headings alone are no paragraphs. */
function isParagraph({ report, paragraph, text }: Citation, library: Library): boolean {
  return paragraph > 0 && library.report(report)?.paragraphs[paragraph - 1]?.text === text;
}

function keyOf({ report, paragraph }: Citation): string {
  return `${report} ${paragraph}`;
}
