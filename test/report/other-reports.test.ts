import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseReport } from '../../src/report/parse-report.ts';

interface Expected {
  readonly file: string;
  readonly region: string;
  readonly parents: readonly string[];
  readonly body: string;
  readonly year: number;
  readonly title: string | null;
  readonly issuer: string | null;
  readonly issued: string | null;
  readonly published: string | null;
  readonly headings: readonly { readonly level: number; readonly text: string }[];
  readonly notParagraphs: readonly string[];
}

const FOLDER = new URL('../reports/', import.meta.url);
const EXPECTED = readFileSync(new URL('expected.jsonl', FOLDER), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Expected);

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
