/** Lines of a report for 2021, laid out for matching, and a question understood for them. */
import { findFigures } from '../../src/report/find-figures.ts';
import type { Paragraph } from '../../src/report/report.ts';
import { type FittedTerm, fitTerms } from '../../src/retrieval/fit-terms.ts';
import { type PreparedReport, prepareReport } from '../../src/retrieval/prepare-report.ts';
import type { Question } from '../../src/retrieval/question.ts';
import { understand } from '../../src/retrieval/understand.ts';

/** One paragraph a line, under one heading. */
export function prepareLines(lines: readonly string[], heading = '一、工作情况'): PreparedReport {
  const paragraphs = lines.map(
    (text, index): Paragraph => ({
      number: index + 1,
      section: 0,
      chain: [heading],
      text,
      line: index + 1,
      offset: 0,
    }),
  );
  return prepareReport({ year: 2021, paragraphs, figures: findFigures(paragraphs, 2021) });
}

/** A question and its terms as the lines have them. */
export function askLines(
  text: string,
  report: PreparedReport,
  dictionary: Readonly<Record<string, string>> = {},
): { readonly question: Question; readonly terms: readonly FittedTerm[] } {
  const lookUp = (english: string) => (dictionary[english] ? [{ word: dictionary[english], weight: 1 }] : []);
  const question = understand(text, { known: [], dictionary: lookUp });
  return { question, terms: fitTerms(question.terms, report, question.normal) };
}
