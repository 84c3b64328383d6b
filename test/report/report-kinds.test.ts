import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ReportError } from '../../src/errors.ts';
import { readReportFile } from '../../src/library/read-report-file.ts';
import { readLabels } from '../../src/report/page-labels.ts';
import { readReport } from '../../src/report/read-report.ts';
import type { Figure, Report } from '../../src/report/report.ts';
import { toHalfWidth } from '../../src/report/report-lines.ts';
import { type ExpectedReport, readExpected } from './expected-report.ts';

interface ExpectedFigure {
  readonly raw: string;
  readonly value: number;
  readonly unit?: string;
  readonly label?: string;
  readonly row?: string;
  readonly column?: string;
  readonly planned?: boolean;
}

interface Expected extends ExpectedReport {
  readonly figures: readonly ExpectedFigure[];
}

interface Extra {
  readonly file: string;
  readonly same_as?: readonly string[];
  readonly skipped?: readonly string[];
  readonly refused?: string;
}

const FOLDER = new URL('../report-kinds/', import.meta.url);
const EXPECTED = readExpected<Expected>(new URL('expected.jsonl', FOLDER));
const EXTRAS = readExpected<Extra>(new URL('extra/extra.jsonl', FOLDER));

describe('reports of every kind', () => {
  it.each(EXPECTED.map((expected) => [expected.file, expected] as const))(
    'reads %s',
    async (file, expected) => {
      expectAsExpected(await readReport(readFileSync(new URL(`files/${file}`, FOLDER)), file), expected);
    },
  );
});

describe('the text of reports of every kind', () => {
  it.each(EXPECTED.map((expected) => [expected.file, expected] as const))(
    'keeps every line of %s and takes no other for text',
    async (file, { headings, notParagraphs }) => {
      const report = await readReport(readFileSync(new URL(`files/${file}`, FOLDER)), file);
      const lines = readFileSync(new URL(`clean/${file}.clean.txt`, FOLDER), 'utf8').split('\n');
      // The page's own bar is printed in pieces; what it says is held by the test above.
      const clean = lines.filter((line) => line !== '' && readLabels(line).length === 0);
      const printed = [...report.metadata, ...report.paragraphs].map(({ text }) => text);
      const known = new Set([...printed, ...notParagraphs, ...headings.map(({ text }) => text)].map(dense));
      const ofReport = new Set(clean.map(dense));

      expect(clean.filter((line) => !known.has(dense(line)))).toEqual([]);
      expect(report.paragraphs.map(({ text }) => text).filter((text) => !ofReport.has(dense(text)))).toEqual(
        [],
      );
    },
  );
});

describe('files beside them', () => {
  it.each(EXTRAS.filter(({ same_as }) => same_as !== undefined).map((extra) => [extra.file, extra] as const))(
    'reads %s as the reports that it holds',
    async (file, { same_as = [], skipped = [] }) => {
      const read: Report[] = [];
      const refused: string[] = [];
      for await (const found of readReportFile(new URL(`extra/${file}`, FOLDER).pathname, file)) {
        if (found instanceof ReportError) refused.push(found.file);
        else read.push(found);
      }
      const expected = same_as.map((name) => EXPECTED.find((one) => one.file === name) as Expected);
      const key = ({ region, parents, year }: Pick<Report, 'region' | 'parents' | 'year'>) =>
        [...parents, region, year].join('/');

      expect(read.map(key).sort()).toEqual(expected.map(key).sort());
      for (const one of expected) {
        expectAsExpected(read.find((report) => key(report) === key(one)) as Report, one);
      }
      expect(skipped).toEqual(expect.arrayContaining(refused.map((name) => name.replace(`${file}/`, ''))));
    },
  );

  it.each(EXTRAS.flatMap(({ file, refused }) => (refused === undefined ? [] : [[file, refused] as const])))(
    'refuses %s for %s',
    async (file, reason) => {
      await expect(readReport(readFileSync(new URL(`extra/${file}`, FOLDER)), file)).rejects.toThrow(reason);
    },
  );
});

function expectAsExpected(report: Report, expected: Expected): void {
  const texts = report.paragraphs.map((paragraph) => paragraph.text);
  expect({
    region: report.region,
    parents: report.parents,
    body: report.body,
    year: report.year,
    title: report.titlePrinted ? report.title : null,
    // What is not printed may be derived.
    issuer: expected.issuer === null ? null : report.issuer,
    issued: report.issued,
    published: report.published,
    headings: report.sections.map(({ level, heading }) => ({ level, text: bare(heading) })),
    figures: expected.figures.filter(
      (figure) => !report.figures.some((found) => isFigure(found, figure, report)),
    ),
    noise: expected.notParagraphs.filter((noise) => texts.includes(noise.trim())),
  }).toEqual({
    region: expected.region,
    parents: expected.parents,
    body: expected.body,
    year: expected.year,
    title: expected.title,
    issuer: expected.issuer,
    issued: expected.issued,
    published: expected.published,
    headings: expected.headings.map(({ level, text }) => ({ level, text: bare(text) })),
    figures: [],
    noise: [],
  });
}

/** A heading without the blanks behind its number and without its 。. */
function bare(heading: string): string {
  return toHalfWidth(heading)
    .replace(/^(\S*?[、.章节)]|第.{1,3}部分)\s+/, '$1')
    .replace(/。$/, '');
}

function dense(text: string): string {
  return text.replace(/\s+/g, '');
}

/** Of a cell the number is expected as printed; a header `金额（万元）` multiplies it. */
function headScale({ headed = '' }: Figure): number {
  return headed.startsWith('万') ? 1e4 : headed.startsWith('亿') ? 1e8 : 1;
}

function isFigure(found: Figure, wanted: ExpectedFigure, report: Report): boolean {
  const paragraph = report.paragraphs[found.paragraph - 1];
  const places = [
    wanted.label === undefined || (paragraph?.text.includes(wanted.label) ?? false),
    wanted.row === undefined || (found.row?.includes(wanted.row) ?? false),
    wanted.column === undefined || (found.column?.includes(wanted.column) ?? false),
  ];
  return (
    found.raw.includes(wanted.raw) &&
    Math.abs(found.value - wanted.value * headScale(found)) < 1e-6 &&
    (wanted.unit === undefined || found.unit === wanted.unit) &&
    found.planned === (wanted.planned ?? false) &&
    places.every(Boolean)
  );
}
