import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readGradedQuestions } from '../../src/evaluation/graded-question.ts';
import { readGradedReports } from '../../src/evaluation/graded-reports.ts';
import { measureRanks, measureRetrieval } from '../../src/evaluation/measure-retrieval.ts';
import { type OpenedEvaluation, openEvaluation } from '../../src/evaluation/open-evaluation.ts';

let opened: OpenedEvaluation;

beforeAll(async () => {
  opened = await openEvaluation({ reportsDir: 'data/reports' });
});
afterAll(() => opened?.close());

describe('measureRanks()', () => {
  it('counts ranks up to 1, 4 and 10, and takes what was not found for 0', () => {
    expect(measureRanks([1, 2, 8, Number.POSITIVE_INFINITY])).toEqual({
      n: 4,
      recall1: 0.25,
      recall4: 0.5,
      recall10: 0.75,
      mrr: (1 + 1 / 2 + 1 / 8) / 4,
    });
  });
});

describe('measureRetrieval()', () => {
  it('measures each search, their fusion and the ranking, in both languages', async () => {
    const files = ['data/eval/dev.jsonl'];
    const questions = await readGradedQuestions(files, { isSingle: true, wants: ['answer', 'refuse'] });
    const reports = readGradedReports('data/reports', ['data/eval/reports.jsonl']);

    const rows = await measureRetrieval(opened.library, questions, reports);

    expect(rows.map(({ method, lang }) => `${method} ${lang}`)).toEqual(
      ['keywords', 'vectors', 'fused', 'ranked'].flatMap((method) => [`${method} zh`, `${method} en`]),
    );
    const answerable = questions.filter(({ want }) => want === 'answer').length;
    for (const { n, lang, recall1, recall4, recall10, mrr } of rows) {
      expect(n).toBeGreaterThan(lang === 'en' ? 25 : 120);
      expect(n).toBeLessThan(answerable);
      expect(recall1).toBeLessThanOrEqual(mrr);
      expect(recall4).toBeLessThanOrEqual(recall10);
    }
  });
});
