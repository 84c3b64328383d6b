import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readGradedQuestions } from '../../src/evaluation/graded-question.ts';
import { readGradedReports } from '../../src/evaluation/graded-reports.ts';
import { normaliseWording } from '../../src/evaluation/match-wording.ts';
import { gradedReports, writeFolder } from './graded-folder.ts';

describe('readGradedReports()', () => {
  it('knows a report by its key and by its file', () => {
    const reports = gradedReports();

    expect(reports.fileOf('qinghe-2021')).toBe('qinghe.txt');
    expect(reports.fileOf('daming.txt')).toBe('daming.txt');
    expect(reports.fileOf(undefined)).toBeUndefined();
    expect(reports.factsOf('daming.txt')).toEqual({
      file: 'daming.txt',
      names: ['大名县', '邯郸大名'],
      year: 2021,
    });
  });

  it('gives the lines of a file, normalised', () => {
    expect(gradedReports().linesOf('qinghe.txt')).toContain('全年受理行政复议案件48件,审结45件。');
    expect(gradedReports().linesOf('other.txt')).toBeUndefined();
  });

  it('decodes a file that is not in UTF-8', () => {
    const gb18030 =
      'c8abc4eacadcc0edd0d0d5feb8b4d2e9b0b8bcfe39bcfe2cc9f3bde138bcfe2cb0ecc0edd0d0d5feb4a6b7a3b0b8bcfe313230bcfea1a3';
    const folder = writeFolder({ 'a.txt': Buffer.from(gb18030, 'hex') });

    expect(readGradedReports(folder, []).linesOf('a.txt')).toEqual([
      '全年受理行政复议案件9件,审结8件,办理行政处罚案件120件。',
    ]);
  });

  it('takes the text of a file that is no plain text from its clean copy', () => {
    const folder = writeFolder({ 'a.pdf.clean.txt': '一、概况' });

    expect(readGradedReports(folder, []).linesOf('a.pdf')).toEqual(['一、概况']);
  });

  it('names what cannot be read', () => {
    const folder = writeFolder({ 'meta.jsonl': '{"file": "a.txt"}' });

    expect(() => readGradedReports('/nowhere', [])).toThrow('"/nowhere"');
    expect(() => readGradedReports(folder, [join(folder, 'meta.jsonl')])).toThrow('meta.jsonl"');
  });
});

describe('the graded questions', () => {
  it.each([
    ['data/reports', ['dev', 'held-out', 'conversation'].map((name) => `data/eval/${name}.jsonl`), []],
    [
      'test/reports',
      ['test/reports/questions.jsonl', 'test/reports/dialogs.jsonl'],
      ['test/reports/meta.jsonl'],
    ],
    ['test/report-kinds/clean', ['test/report-kinds/questions.jsonl'], ['test/report-kinds/meta.jsonl']],
  ])('of %s are proved by words that stand in the report named', async (folder, files, metaFiles) => {
    const reports = readGradedReports(folder, ['data/eval/reports.jsonl', ...metaFiles]);
    const questions = await readGradedQuestions(files);

    const proofs = questions.flatMap((one) => [one, ...(one.sides ?? [])]);
    const unproved = proofs.filter(({ quote, report }) => {
      const lines = reports.linesOf(reports.fileOf(report) ?? '');
      return quote && !lines?.some((line) => line.includes(normaliseWording(quote)));
    });

    expect(
      readdirSync(folder).filter(
        (file) => file.endsWith('.txt') && !reports.factsOf(file.replace('.clean.txt', '')),
      ),
    ).toEqual([]);
    expect(unproved.map(({ quote, report }) => [report, quote])).toEqual([]);
  });
});
