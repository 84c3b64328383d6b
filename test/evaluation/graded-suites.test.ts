import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeSuite, gradedSuites, suiteOf } from '../../src/evaluation/graded-suites.ts';
import { writeFolder } from './graded-folder.ts';

describe('gradedSuites', () => {
  it('name every file of graded questions in data/eval and in the folders of reports for tests', () => {
    const named = gradedSuites.flatMap(({ questions, metaFiles }) => [...questions, ...metaFiles]);
    const folders = [
      'data/eval',
      'test/reports',
      'test/report-kinds',
      'test/blind-reports/first',
      'test/blind-reports/second',
    ];
    const held = folders.flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.jsonl') && name !== 'expected.jsonl')
        .map((name) => `${folder}/${name}`),
    );

    expect([...new Set(named)].sort()).toEqual(held.sort());
  });

  it('describe their reports by folder and files', () => {
    expect(gradedSuites.map(describeSuite)).toEqual([
      'data/reports: dev, held-out, conversation, self-check',
      'test/reports: questions, dialogs, trend, self-check',
      'test/report-kinds/files: questions',
      'test/blind-reports/first/files: questions, probes',
      'test/blind-reports/second/files: questions',
    ]);
  });
});

describe('suiteOf()', () => {
  it('knows a folder however its path is written', () => {
    expect(suiteOf('./test/reports/')).toBe(gradedSuites[1]);
  });

  it('takes the description beside other reports, and no questions', () => {
    const described = writeFolder({ 'meta.jsonl': '' });
    const bare = writeFolder({});

    expect(suiteOf(described)).toMatchObject({
      questions: [],
      metaFiles: ['data/eval/reports.jsonl', `${described}/meta.jsonl`],
    });
    expect(suiteOf(bare).metaFiles).toEqual(['data/eval/reports.jsonl']);
  });
});
