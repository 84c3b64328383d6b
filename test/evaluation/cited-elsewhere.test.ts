import { describe, expect, it } from 'vitest';
import type { Citation } from '../../src/answer/answer.ts';
import type { GradedAnswer } from '../../src/evaluation/ask-graded.ts';
import { citesWrongRegion, citesWrongYear } from '../../src/evaluation/cited-elsewhere.ts';
import type { GradedQuestion } from '../../src/evaluation/graded-question.ts';
import { readGradedReports } from '../../src/evaluation/graded-reports.ts';
import { wholeVerdict } from '../../src/evaluation/verdict.ts';
import { makeAnswer, makeCitation } from '../support/fixed-assistant.ts';
import { writeFolder } from './graded-folder.ts';

const facts = [
  { file: '2020.txt', region: '清河县', region_aliases: ['邢台清河'], year: 2020 },
  { file: '2021.txt', region: '清河县', region_aliases: ['邢台清河'], year: 2021 },
  { file: 'other.txt', region: '清河县', region_aliases: ['别处清河'], year: 2021 },
];

function reportsOf() {
  const folder = writeFolder({ 'meta.jsonl': facts.map((one) => JSON.stringify(one)).join('\n') });
  return readGradedReports(folder, [`${folder}/meta.jsonl`]);
}

function cite(citation: Partial<Citation>, question: Partial<GradedQuestion> = {}): GradedAnswer {
  return {
    question: {
      id: 'a',
      q: '?',
      lang: 'zh',
      want: 'answer',
      type: 'figure',
      report: '2021.txt',
      ...question,
    },
    answer: { ...makeAnswer({ citations: [makeCitation({ file: '2021.txt', ...citation })] }), ms: 1 },
    verdict: wholeVerdict(true, ''),
  };
}

const judge = (graded: GradedAnswer) => ({
  region: citesWrongRegion(graded, reportsOf()),
  year: citesWrongYear(graded, reportsOf()),
});

describe('citesWrongRegion() and citesWrongYear()', () => {
  it('find nothing in a citation of the report asked about', () => {
    expect(judge(cite({}))).toEqual({ region: false, year: false });
    expect(judge(cite({ region: '邢台清河县' }))).toEqual({ region: false, year: false });
  });

  it('find a citation that gives another region or year than its file', () => {
    expect(judge(cite({ region: '大名县' }))).toEqual({ region: true, year: false });
    expect(judge(cite({ year: 2020 }))).toEqual({ region: false, year: true });
  });

  it('find a true citation of another region or year than the question', () => {
    expect(judge(cite({ file: '2020.txt', year: 2020 }))).toEqual({ region: false, year: true });
    expect(judge(cite({ file: 'other.txt' }))).toEqual({ region: true, year: false });
  });

  it('let a question about no one report cite any', () => {
    const comparison = { want: 'compare', report: undefined } as const;

    expect(judge(cite({ file: 'other.txt' }, comparison))).toEqual({ region: false, year: false });
  });

  it('let a list over all reports cite any under its own name', () => {
    const listed = (citation: Partial<Citation>): GradedAnswer => {
      const one = cite(citation);
      return { ...one, ...(one.answer ? { answer: { ...one.answer, kind: 'list' } } : {}) };
    };

    expect(judge(listed({ file: 'other.txt' }))).toEqual({ region: false, year: false });
    expect(judge(listed({ file: 'other.txt', year: 2020 }))).toEqual({ region: false, year: true });
  });

  it('know nothing of a file that is not described', () => {
    expect(judge(cite({ file: 'new.txt', year: 1999 }))).toEqual({ region: false, year: false });
  });
});
