import { describe, expect, it } from 'vitest';
import { askGraded } from '../../src/evaluation/ask-graded.ts';
import type { GradedQuestion } from '../../src/evaluation/graded-question.ts';
import { tallyVerdicts } from '../../src/evaluation/tally-verdicts.ts';
import { createFixedAssistant, makeAnswer, makeCitation, makeRefusal } from '../support/fixed-assistant.ts';
import { gradedReports } from './graded-folder.ts';

const base: GradedQuestion = {
  id: '',
  q: '',
  lang: 'zh',
  want: 'answer',
  type: 'figure',
  report: 'qinghe-2021',
  answer_any: [['48件']],
  quote: '受理行政复议案件48件',
};
const questions: readonly GradedQuestion[] = [
  { ...base, id: 'right', q: '多少件？', difficulty: 'plain' },
  { ...base, id: 'refused', q: 'How many cases?', lang: 'en', difficulty: 'trap' },
  { ...base, id: 'broken', q: '坏的' },
  { ...base, id: 'd#1', chat: 'd', q: '那去年呢？', want: 'refuse', type: 'refuse' },
];
const assistant = () =>
  createFixedAssistant({
    '多少件？': makeAnswer({ citations: [makeCitation(), makeCitation({ year: 2019 })] }),
    'How many cases?': makeRefusal('No.'),
    坏的: new Error('out of order'),
    '那去年呢？': makeRefusal('没有'),
  });

describe('askGraded()', () => {
  it('asks in order, passes the chat on, and goes on after a failure', async () => {
    const asked = assistant();
    const progress: string[] = [];

    const graded = await askGraded(asked, questions, gradedReports(), (done, total) => {
      progress.push(`${done}/${total}`);
    });

    expect(asked.asked.map(({ chat }) => chat)).toEqual([undefined, undefined, undefined, 'd']);
    expect(graded.map(({ verdict }) => verdict.pass)).toEqual([true, false, false, true]);
    expect(graded[2]?.verdict.detail).toBe('failed: Error: out of order');
    expect(progress).toEqual(['1/4', '2/4', '3/4', '4/4']);
  });
});

describe('tallyVerdicts()', () => {
  it('counts all, then by language, by type, and by difficulty', async () => {
    const reports = gradedReports();
    const graded = await askGraded(assistant(), questions, reports);

    const tally = tallyVerdicts(graded, reports);

    expect(tally.rows.map(({ group, n, pass }) => [group, n, pass])).toEqual([
      ['all', 4, 0.5],
      ['lang en', 1, 0],
      ['lang zh', 3, 2 / 3],
      ['dialog turns zh', 1, 1],
      ['figure en', 1, 0],
      ['figure zh', 2, 0.5],
      ['difficulty plain', 1, 1],
      ['difficulty trap', 1, 0],
    ]);
    expect(tally).toMatchObject({ answerable: 3, overRefused: 1 / 3, wrongRegion: 0, wrongYear: 1 });
    expect(tally.p95Ms).toBeGreaterThanOrEqual(tally.p50Ms);
  });

  it('counts nothing of no answers', () => {
    expect(tallyVerdicts([], gradedReports())).toMatchObject({
      rows: [{ group: 'all', n: 0 }],
      overRefused: 0,
    });
  });
});
