import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import { gradeSummary } from '../../src/evaluation/grade-summary.ts';
import type { GradedQuestion } from '../../src/evaluation/graded-question.ts';
import { makeAnswer, makeCitation } from '../support/fixed-assistant.ts';
import { gradedReports } from './graded-folder.ts';

const question: GradedQuestion = {
  id: 's',
  q: '总结清河县2021年的报告',
  lang: 'zh',
  want: 'summary',
  type: 'summary',
  report: 'qinghe-2021',
  must_cover: [{ any: ['48件'] }, { any: [['30场'], ['宣传']] }, { any: ['执法'] }],
};
const texts = [
  '全年受理行政复议案件48件，审结45件。',
  '(五)普法。开展宣传30场。',
  '(六)调解。调解纠纷210件。',
];
const summary = makeAnswer({
  kind: 'summary',
  text: '受理48件;宣传30场;调解210件。',
  citations: texts.map((text) => makeCitation({ text, quote: text })),
});
const grade = (answer: Answer) => gradeSummary(question, answer, gradedReports());

describe('gradeSummary()', () => {
  it('passes with most points, three citations of the report and no figure from nowhere', () => {
    expect(grade(summary)).toMatchObject({ pass: true, detail: 'covered 0.67 loose  own true' });
  });

  it('does not pass with too few points', () => {
    expect(grade({ ...summary, text: '受理48件' })).toMatchObject({ pass: false });
  });

  it('does not pass with a citation of another report, a wrong one, or too few', () => {
    const [one, two] = summary.citations;
    const daming = makeCitation({
      file: 'daming.txt',
      region: '大名县',
      text: '全年受理行政复议案件9件。',
      quote: '',
    });

    expect(grade({ ...summary, citations: [...summary.citations, daming] }).pass).toBe(false);
    expect(grade({ ...summary, citations: [one!, two!, makeCitation({ year: 2020 })] }).pass).toBe(false);
    expect(grade({ ...summary, citations: [one!, two!] }).pass).toBe(false);
  });

  it('does not pass with a figure that the report does not print, unless code computed it or a note names it', () => {
    const text = `${summary.text}审结率93.75%。`;
    const computed = { operation: 'share', operands: [0, 0] } as const;
    const figures = [
      ...summary.figures,
      { raw: '93.75%', value: 93.75, unit: '%', citation: null, computed },
    ];

    expect(grade({ ...summary, text })).toMatchObject({
      pass: false,
      detail: expect.stringContaining('93.75%'),
    });
    expect(grade({ ...summary, text, figures }).pass).toBe(true);
    expect(grade({ ...summary, text, notes: ['45/48=93.75%'] }).pass).toBe(true);
  });
});
