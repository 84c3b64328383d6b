import { describe, expect, it } from 'vitest';
import { askGraded } from '../../src/evaluation/ask-graded.ts';
import type { EvaluationTables } from '../../src/evaluation/evaluation.ts';
import type { GradedQuestion } from '../../src/evaluation/graded-question.ts';
import {
  renderEvaluation,
  renderFailures,
  renderSideBySide,
} from '../../src/evaluation/render-evaluation.ts';
import { renderTable } from '../../src/evaluation/render-table.ts';
import { tallyVerdicts } from '../../src/evaluation/tally-verdicts.ts';
import { createFixedAssistant } from '../support/fixed-assistant.ts';
import { gradedReports } from './graded-folder.ts';

const question: GradedQuestion = {
  id: 'a-1',
  q: '多少件？',
  lang: 'zh',
  want: 'answer',
  type: 'figure',
  difficulty: 'plain',
  answer_any: [['48件']],
};

async function evaluated() {
  const reports = gradedReports();
  const graded = await askGraded(createFixedAssistant(), [question], reports);
  const row = {
    method: 'fused',
    lang: 'zh',
    n: 1,
    recall1: 0.5,
    recall4: 1,
    recall10: 1,
    mrr: 0.75,
  } as const;
  return { graded, tally: tallyVerdicts(graded, reports), retrieval: [row] };
}

describe('renderTable()', () => {
  it('puts the first column to the left and numbers to the right', () => {
    expect(
      renderTable([
        ['answers', 'n'],
        ['all', '12'],
      ]),
    ).toBe('answers   n\nall      12');
  });
});

describe('renderEvaluation()', () => {
  it('shows shares, difficulties, times, wrong places and retrieval', async () => {
    const text = renderEvaluation(await evaluated());

    expect(text).toMatch(/^figure zh\s+1\s+0\.000/m);
    expect(text).toMatch(/over-refused 1\.000 of 1 answerable .* p50 \d+\.\d, p95 \d+\.\d/);
    expect(text).toMatch(/^pass: plain 0\.000$/m);
    expect(text).toMatch(/^replies citing a wrong region 0, a wrong year 0$/m);
    expect(text).toMatch(/^fused zh\s+1\s+0\.500\s+1\.000\s+1\.000\s+0\.750$/m);
  });
});

describe('renderFailures()', () => {
  it('shows what was asked, wanted and got, of as many as asked for', async () => {
    const { graded } = await evaluated();

    const text = renderFailures(graded, 5);

    expect(text).toContain('✗ a-1 (answer, citation) 多少件？\n    want [["48件"]]\n    got refusal');
    expect(renderFailures(graded, 0)).toBe('');
  });
});

describe('renderSideBySide()', () => {
  it('shows each share with and without, and – for what is missing', async () => {
    const { tally, retrieval } = await evaluated();
    const without: EvaluationTables = { tally: { ...tally, rows: tally.rows.slice(0, 1) }, retrieval: [] };

    const text = renderSideBySide({ tally, retrieval }, without);

    expect(text).toMatch(/^all\s+1\s+0\.000\/0\.000/m);
    expect(text).toMatch(/^figure zh\s+1\s+0\.000\/–/m);
    expect(text).toMatch(/^fused zh\s+1\s+0\.500\/–/m);
    expect(text).toMatch(/^with lexicon:\npass: plain .*\nover-refused/m);
    expect(text).toMatch(/^without:\nover-refused/m);
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });
});
