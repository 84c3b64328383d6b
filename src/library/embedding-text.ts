/** What of a paragraph is embedded. */
import type { Identity, Paragraph } from '../report/report.ts';

/**
 * The text whose vector stands for a paragraph: on the first line where it stands (region, year and headings), on
 * the second what it says. Local embeddings give the first line less weight.
 */
export function embeddingText(report: Identity, paragraph: Paragraph): string {
  const place = [shortRegion(report), String(report.year), ...paragraph.chain].join(' ');
  return `${oneLine(place)}\n${oneLine(paragraph.text)}`;
}

/** The shortest name of at least two characters that a report's region goes by. */
export function shortRegion(report: Identity): string {
  return [report.region, ...report.aliases]
    .filter((name) => [...name].length >= 2)
    .reduce((short, name) => (name.length < short.length ? name : short), report.region);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
