/** Builds citations: the exact words, where they stand, and in which report. */
import type { FullReport, StoredReport } from '../library/stored-report.ts';
import type { MetadataLine, Paragraph, Section } from '../report/report.ts';
import type { Citation } from './answer.ts';

/** Cites words of a paragraph; without `quote` all of it. */
export function citeParagraph(report: StoredReport, paragraph: Paragraph, quote?: string): Citation {
  return {
    ...origin(report),
    section: paragraph.chain.slice(0, 6),
    paragraph: paragraph.number,
    quote: quote ?? paragraph.text,
    text: paragraph.text,
  };
}

/** Cites a line that carries title, date or issuer. */
export function citeMetadata(report: StoredReport, line: MetadataLine): Citation {
  return { ...origin(report), section: [], paragraph: 0, quote: line.text, text: line.text };
}

/** Cites a heading: by its paragraph where text follows on its line, else by itself. */
export function citeHeading(report: FullReport, section: Section): Citation {
  const paragraph = section.runIn
    ? report.paragraphs.find((one) => one.number === section.firstParagraph)
    : undefined;
  if (paragraph) return citeParagraph(report, paragraph, section.heading);
  return {
    ...origin(report),
    section: section.chain.slice(0, 6),
    paragraph: section.firstParagraph,
    quote: section.heading,
    text: section.heading,
  };
}

function origin(
  report: StoredReport,
): Pick<Citation, 'file' | 'report' | 'title' | 'url' | 'published' | 'region' | 'year'> {
  return {
    file: report.file.split('/').at(-1)!,
    report: report.id,
    title: report.title,
    url: report.url ?? null,
    published: report.published,
    region: report.region,
    year: report.year,
  };
}
