/** Reports small enough to write in a test: region and year on the first line, `#` headings, one paragraph a line. */
import { createHash } from 'node:crypto';
import { ReportError } from '../../src/errors.ts';
import type { Figure, Paragraph, Report, Section } from '../../src/report/report.ts';

/** Reads the form; throws `ReportError` for a file without region and year. */
export function parsePlain(bytes: Uint8Array, file: string): Report {
  const lines = new TextDecoder().decode(bytes).split('\n');
  const [, region, year] = /^(\S+) (\d{4})$/.exec(lines[0] ?? '') ?? [];
  if (!region || !year) throw new ReportError(file, 'it gives no region and year');
  const sections: Section[] = [];
  const paragraphs: Paragraph[] = [];
  const figures: Figure[] = [];
  for (const [index, text] of lines.entries()) {
    const line = index + 1;
    if (index === 0 || text === '') continue;
    if (text.startsWith('#')) {
      const heading = text.slice(1).trim();
      const firstParagraph = paragraphs.length + 1;
      sections.push({
        index: sections.length,
        level: 1,
        heading,
        chain: [heading],
        line,
        runIn: false,
        firstParagraph,
      });
      continue;
    }
    const number = paragraphs.length + 1;
    const section = sections.length - 1;
    paragraphs.push({ number, section, chain: sections[section]?.chain ?? [], text, line, offset: 0 });
    for (const match of text.matchAll(/(\d+(?:\.\d+)?)(件|人|%)/g))
      figures.push(figureOf(match, number, figures.length));
  }
  return {
    region,
    parents: ['某省'],
    aliases: [region.replace(/[区县市]$/, '')],
    body: 'county',
    year: Number(year),
    title: `${region}${year}年法治政府建设工作报告`,
    titlePrinted: false,
    issuer: null,
    issued: null,
    published: null,
    file,
    hash: createHash('sha256').update(bytes).digest('hex'),
    sections,
    paragraphs,
    figures,
    metadata: [{ kind: 'title', text: lines[0] ?? '', line: 1 }],
    dropped: [],
    problems: [],
  };
}

function figureOf(match: RegExpExecArray | RegExpMatchArray, paragraph: number, index: number): Figure {
  const [raw, digits, unit = ''] = match;
  const start = match.index ?? 0;
  const clause = match.input ?? '';
  const place = { start, end: start + raw.length, clause, sentence: clause, label: clause.slice(0, start) };
  return { index, paragraph, raw, value: Number(digits), unit, precision: 'exact', planned: false, ...place };
}
