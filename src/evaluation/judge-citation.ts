/** Whether a citation is true of its report, and whether it is the place that proves a graded answer. */
import { basename } from 'node:path';
import type { Citation } from '../answer/answer.ts';
import type { Wanted } from './graded-question.ts';
import { type GradedReports, isNamed } from './graded-reports.ts';
import { headingKey, normaliseWording } from './match-wording.ts';

/** Longest paragraph that still is a place and not a whole report. */
const MAX_PARAGRAPH_CHARACTERS = 2600;
const MAX_HEADINGS = 6;

/** Of the first `most` citations those whose words, region and year are really their file's. */
export function usableCitations(
  citations: readonly Citation[],
  reports: GradedReports,
  most = 6,
): readonly Citation[] {
  return citations.slice(0, most).filter((citation) => isTrue(citation, reports));
}

function isTrue(citation: Citation, reports: GradedReports): boolean {
  const file = basename(citation.file);
  const lines = reports.linesOf(file);
  const text = normaliseWording(citation.text);
  const quote = normaliseWording(citation.quote);
  if (citation.section.length > MAX_HEADINGS || !isOfItsReport(citation, reports)) return false;
  if (text.length > MAX_PARAGRAPH_CHARACTERS || !text.includes(quote)) return false;
  // Of a file that is no plain text, the lines break elsewhere.
  const isConverted = !file.endsWith('.txt');
  return (
    lines?.some((line) => line.includes(text) || (isConverted && quote !== '' && line.includes(quote))) ??
    true
  );
}

function isOfItsReport({ file, region, year }: Citation, reports: GradedReports): boolean {
  const facts = reports.factsOf(basename(file));
  return !facts || (year === facts.year && isNamed(facts, region));
}

/** What a citation proves of a graded answer. */
export interface JudgedCitation {
  /** The right report and the right paragraph. */
  readonly isPlace: boolean;
  /** And under the right heading. */
  readonly isSection: boolean;
}

/** Judges one citation. */
export function judgeCitation(wanted: Wanted, citation: Citation, reports: GradedReports): JudgedCitation {
  if (basename(citation.file) !== reports.fileOf(wanted.report)) return { isPlace: false, isSection: false };
  const proof = normaliseWording(wanted.quote ?? '');
  const quote = normaliseWording(citation.quote);
  const isPlace =
    normaliseWording(citation.text).includes(proof) || (quote.length >= 8 && proof.includes(quote));
  const cited = citation.section.map(headingKey);
  const chains = [wanted.section ?? [], ...(wanted.section_alt ?? [])];
  const isUnder = chains.some(
    (chain) => chain.length === 0 || cited.includes(headingKey(chain.at(-1) ?? '')),
  );
  return { isPlace, isSection: isPlace && isUnder };
}
