import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import { gradeComparison } from '../../src/evaluation/grade-comparison.ts';
import type { GradedQuestion } from '../../src/evaluation/graded-question.ts';
import { makeAnswer, makeCitation } from '../support/fixed-assistant.ts';
import { gradedReports } from './graded-folder.ts';

const question: GradedQuestion = {
  id: 'c',
  q: '清河县和大名县2021年复议案件谁多？',
  lang: 'zh',
  want: 'compare',
  type: 'compare',
  sides: [
    { report: 'qinghe-2021', answer_any: [['48件']], quote: '受理行政复议案件48件' },
    { report: 'daming.txt', answer_any: [['9件']], quote: '受理行政复议案件9件' },
  ],
};
const daming = makeCitation({
  file: 'daming.txt',
  region: '大名县',
  text: '全年受理行政复议案件9件。',
  quote: '9件',
});
const both = makeAnswer({
  kind: 'compare',
  text: '清河县48件,大名县9件',
  citations: [makeCitation(), daming],
  figures: [
    { raw: '48件', value: 48, unit: '件', citation: 0 },
    { raw: '9件', value: 9, unit: '件', citation: 1 },
  ],
});
const [first, second] = both.figures;
const grade = (answer: Answer, fields: Partial<GradedQuestion> = {}) =>
  gradeComparison({ ...question, ...fields }, answer, gradedReports());

describe('gradeComparison()', () => {
  it('passes when each value is tied to its own report', () => {
    expect(grade(both)).toMatchObject({ pass: true, detail: '' });
  });

  it('names the report whose value is missing, swapped or not cited', () => {
    const swapped = [
      { ...first!, citation: 1 },
      { ...second!, citation: 0 },
    ];

    expect(grade({ ...both, figures: [first!] })).toMatchObject({ pass: false, detail: 'daming.txt' });
    expect(grade({ ...both, figures: swapped }).detail).toBe('qinghe-2021 daming.txt');
    expect(grade({ ...both, figures: [first!, { ...second!, citation: null }] }).detail).toBe('daming.txt');
    expect(grade({ ...both, text: '清河县48件' }).detail).toBe('daming.txt');
  });

  it('wants a missing side denied, with no figure passed off for it', () => {
    const sides = [question.sides![0]!, { report: 'daming.txt', missing: true }];
    const denied = { ...both, text: '清河县48件,大名县的报告没有', figures: [first!] };

    expect(grade(denied, { sides }).pass).toBe(true);
    expect(grade({ ...denied, text: '清河县48件' }, { sides }).pass).toBe(false);
    expect(grade({ ...denied, figures: both.figures }, { sides }).pass).toBe(false);
  });

  it('compares what is no number by words and a citation of the report', () => {
    const sides = [
      { report: 'qinghe-2021', answer_any: [['清河县']] },
      { report: 'daming.txt', answer_any: [['大名县']] },
    ];

    expect(grade({ ...both, figures: [] }, { sides }).pass).toBe(true);
    expect(grade({ ...both, figures: [], citations: [daming] }, { sides }).detail).toBe('qinghe-2021');
  });
});
