import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseReport } from '../../src/report/parse-report.ts';
import { type ExpectedReport, readExpected } from './expected-report.ts';

const FOLDER = new URL('../reports/', import.meta.url);
const EXPECTED = readExpected<ExpectedReport>(new URL('expected.jsonl', FOLDER));

describe('reports of other regions', () => {
  it.each(EXPECTED.map((expected) => [expected.file, expected] as const))('reads %s', (file, expected) => {
    const report = parseReport(readFileSync(new URL(file, FOLDER)), file);

    expect(report).toMatchObject({
      region: expected.region,
      parents: expected.parents,
      body: expected.body,
      year: expected.year,
      titlePrinted: expected.title !== null,
      issued: expected.issued,
      published: expected.published,
    });
    expect(withoutOffice(report.issuer)).toBe(withoutOffice(expected.issuer));
    if (expected.title !== null) expect(report.title).toBe(expected.title);
    expect(
      report.sections.map(({ level, heading }) => ({ level, text: heading.replace(/。$/, '') })),
    ).toEqual(expected.headings.map(({ level, text }) => ({ level, text: text.replace(/。$/, '') })));
    const texts = report.paragraphs.map((paragraph) => paragraph.text);
    expect(expected.notParagraphs.filter((noise) => texts.includes(noise.trim()))).toEqual([]);
  });
});

/** A government and its office are the same issuer: pages print one or the other. */
function withoutOffice(issuer: string | null): string | undefined {
  return issuer?.replace(/办公室$/, '');
}
