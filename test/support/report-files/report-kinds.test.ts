import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readGradedQuestions } from '../../../src/evaluation/graded-question.ts';
import { normaliseWording } from '../../../src/evaluation/match-wording.ts';
import { describeReport, expectReport } from './expect-report.ts';
import { readReportSource } from './report-source.ts';
import { writeHtml } from './write-html.ts';
import { writeClean, writeMarkdown, writeText } from './write-text.ts';

const FOLDER = new URL('../../report-kinds/', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, FOLDER));
const lines = (path: string) =>
  read(path)
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '');
const SOURCES = readdirSync(new URL('sources/', FOLDER))
  .filter((name) => name.endsWith('.md'))
  .sort()
  .map((name) => ({
    name: basename(name, '.md'),
    source: readReportSource(new URL(`sources/${name}`, FOLDER).pathname),
  }));
const QUESTIONS = await readGradedQuestions([new URL('questions.jsonl', FOLDER).pathname]);

describe('reports of every kind', () => {
  it('have a small file each and nothing else', () => {
    const files = readdirSync(new URL('files/', FOLDER)).sort();

    expect(files).toEqual(SOURCES.map(({ source }) => source.file));
    for (const file of files) expect(statSync(new URL(`files/${file}`, FOLDER)).size).toBeLessThan(200_000);
  });

  it('are expected to be read as their sources say', () => {
    const expected = lines('expected.jsonl').map((line) => JSON.parse(line) as object);
    const described = lines('meta.jsonl').map((line) => JSON.parse(line) as object);

    expect(expected).toEqual(SOURCES.map(({ source }) => JSON.parse(JSON.stringify(expectReport(source)))));
    expect(described).toEqual(SOURCES.map(({ source }) => describeReport(source)));
  });

  it.each(SOURCES.map(({ name, source }) => [source.file, name, source] as const))(
    'keep %s as its source says',
    (file, name, source) => {
      expect(read(`clean/${file}.clean.txt`).toString('utf8')).toBe(writeClean(source));
      const made: Partial<Record<string, () => string>> = {
        '.txt': () => writeText(source),
        '.md': () => writeMarkdown(source),
        '.html': () => writeHtml(source, read(`sources/${name}.html`).toString('utf8')),
      };
      const write = made[extname(file).replace(/^\.s?html?$/, '.html')];
      if (write === undefined) return;
      const encoding = source.encoding.replace('-bom', '');
      expect(new TextDecoder(encoding, { fatal: true }).decode(read(`files/${file}`))).toBe(write());
    },
  );

  it.each(SOURCES.map(({ source }) => [source.file, source] as const))(
    'print every expected figure of %s in its place',
    (file, { figures }) => {
      const text = lines(`clean/${file}.clean.txt`);
      const lost = figures.filter(
        ({ raw, label, row, column }) =>
          !text.some((line) => line.includes(raw) && line.includes(row ?? label ?? '')) ||
          !text.some((line) => line.includes(column ?? '')),
      );
      expect(lost).toEqual([]);
    },
  );

  it('print every graded quote, under a heading once', () => {
    const wanted = QUESTIONS.flatMap((question) => [question, ...(question.sides ?? [])]).flatMap(
      ({ report, quote, section = [] }) =>
        report === undefined || quote === undefined ? [] : [{ report, quote, section }],
    );
    const wrong = wanted.filter(({ report, quote, section }) => {
      const holding = lines(`clean/${report}.clean.txt`).filter((line) =>
        normaliseWording(line).includes(normaliseWording(quote)),
      );
      return holding.length === 0 || (section.length > 0 && holding.length > 1);
    });

    expect(wanted.length).toBeGreaterThan(240);
    expect(wrong).toEqual([]);
  });
});
