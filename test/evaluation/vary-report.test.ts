import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createDraw, varyReport } from '../../src/evaluation/vary-report.ts';
import { writeCopies } from '../../src/evaluation/write-copies.ts';
import { describeRegion } from '../../src/language/find-regions.ts';
import { decodeText } from '../../src/report/files/decode-text.ts';
import { parseReport } from '../../src/report/parse-report.ts';

const files = ['data/reports', 'test/reports'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => join(folder, name)),
);

describe('varyReport()', () => {
  it.each(files)('makes of %s a report of another region and year with as many paragraphs', (file) => {
    const bytes = readFileSync(file);
    const report = parseReport(bytes, file);
    const region = describeRegion('河北省邢台市清河县')!;

    const varied = varyReport(decodeText(bytes, file), report, region, 2018, createDraw(1));

    const read = parseReport(new TextEncoder().encode(varied), 'copy.txt');
    expect(read.year).toBe(2018);
    expect(read.region).toContain('清河');
    expect(read.paragraphs).toHaveLength(report.paragraphs.length);
    expect(varied).not.toContain(report.region);
    expect(read.figures.map(({ raw }) => raw)).not.toEqual(report.figures.map(({ raw }) => raw));
  });

  it('gives the same copy for the same seed', () => {
    const draws = [createDraw(7), createDraw(7), createDraw(8)].map((draw) =>
      Array.from({ length: 20 }, () => draw(10)).join(''),
    );

    expect(draws[0]).toBe(draws[1]);
    expect(draws[0]).not.toBe(draws[2]);
    expect(draws[0]).toMatch(/^\d{20}$/);
  });
});

describe('writeCopies()', () => {
  it('writes the reports and copies of as many other regions', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'zhibao-copies-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));

    await writeCopies('data/reports', folder, 12);

    const reports = readdirSync(folder).map((name) => parseReport(readFileSync(join(folder, name)), name));
    expect(reports).toHaveLength(17);
    expect(new Set(reports.map(({ region }) => region)).size).toBe(17);
  });
});
