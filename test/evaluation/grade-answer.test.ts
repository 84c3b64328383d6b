import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import { gradeAnswer } from '../../src/evaluation/grade-answer.ts';
import type { GradedQuestion } from '../../src/evaluation/graded-question.ts';
import { makeAnswer, makeCitation, makeRefusal } from '../support/fixed-assistant.ts';
import { gradedReports } from './graded-folder.ts';

const figure: GradedQuestion = {
  id: 'a',
  q: '清河县2021年受理行政复议案件多少件？',
  lang: 'zh',
  want: 'answer',
  type: 'figure',
  report: 'qinghe-2021',
  answer_any: [['48件']],
  quote: '受理行政复议案件48件',
  section: ['二、依法行政', '(三)行政复议'],
};

const grade = (answer: Answer, fields: Partial<GradedQuestion> = {}) =>
  gradeAnswer({ ...figure, ...fields }, answer, gradedReports());

describe('gradeAnswer() of a question with one answer', () => {
  it('passes the figure with its paragraph and section', () => {
    expect(grade(makeAnswer())).toEqual({
      right: true,
      cited: true,
      first: true,
      section: true,
      pass: true,
      detail: '',
    });
  });

  it.each<[string, Answer]>([
    ['another figure', makeAnswer({ answer: '45件' })],
    ['a second figure that was not asked for', makeAnswer({ answer: '48件、45件' })],
    ['the figure in the reply but not in the answer', makeAnswer({ answer: '见下', text: '48件' })],
    ['a reply that is too long', makeAnswer({ text: `48件${'。'.repeat(1200)}` })],
    ['a question back', makeAnswer({ kind: 'clarify' })],
  ])('does not take %s for right', (_, answer) => {
    expect(grade(answer)).toMatchObject({ right: false, cited: true, pass: false });
  });

  it('does not pass the right figure with the wrong place', () => {
    const citation = makeCitation({ text: '(五)普法。开展宣传30场。', quote: '开展宣传30场' });

    expect(grade(makeAnswer({ citations: [citation] }))).toMatchObject({
      right: true,
      cited: false,
      pass: false,
    });
    expect(grade(makeAnswer({ citations: [citation, makeCitation()] }))).toMatchObject({
      cited: true,
      first: false,
      pass: true,
    });
  });

  it('does not pass what must not be said', () => {
    expect(grade(makeAnswer(), { must_not: ['审结45件'] }).right).toBe(true);
    expect(grade(makeAnswer(), { must_not: ['48件'] }).right).toBe(false);
    expect(grade(makeAnswer(), { must_not_regex: ['2021年.*48件'] }).right).toBe(false);
  });

  it('takes a list for right only with all of its groups', () => {
    const list = { type: 'list', answer_any: [], answer_all: [['48'], ['四十五', '45']] };

    expect(grade(makeAnswer({ text: '48件和45件' }), list).right).toBe(true);
    expect(grade(makeAnswer({ text: '48件' }), list).right).toBe(false);
  });

  it('takes a section for right by the headings of its citations, and with most of its points', () => {
    const section = { type: 'section', answer_any: [['行政复议']] };
    const answer = makeAnswer({ answer: '见该节', text: '见该节' });

    expect(grade(answer, section).right).toBe(true);
    expect(grade(answer, { ...section, answer_all: [['该节'], ['见'], ['无']] }).right).toBe(true);
    expect(grade(answer, { ...section, answer_all: [['该节'], ['有'], ['无']] }).right).toBe(false);
  });
});

describe('gradeAnswer() of other questions', () => {
  it('wants a refusal without citation', () => {
    const wanted = { want: 'refuse' } as const;

    expect(grade(makeRefusal('没有'), wanted).pass).toBe(true);
    expect(grade(makeAnswer({ kind: 'refusal' }), wanted).pass).toBe(false);
    expect(grade(makeRefusal('48件'), { ...wanted, must_not: ['48件'] }).pass).toBe(false);
  });

  it('lets a refusal be a question back where the question allows it', () => {
    const asked = { ...makeRefusal('清河县？'), kind: 'clarify' } as const;

    expect(grade(asked, { want: 'refuse' }).pass).toBe(false);
    expect(grade(asked, { want: 'refuse', or_clarify: true }).pass).toBe(true);
  });

  it('wants a region to choose when asking back, or two reports listed', () => {
    const asked = (text: string) => ({ ...makeRefusal(text), kind: 'clarify' }) as const;
    const daming = makeCitation({
      file: 'daming.txt',
      region: '大名县',
      text: '全年受理行政复议案件9件。',
      quote: '9件',
    });
    const listed = makeAnswer({
      kind: 'list',
      text: '清河县48件,大名县9件',
      citations: [makeCitation(), daming],
    });

    expect(grade(asked('1. 清河县'), { want: 'clarify' }).pass).toBe(true);
    expect(grade(asked('哪个地区？'), { want: 'clarify' }).pass).toBe(false);
    expect(grade(listed, { want: 'clarify' }).pass).toBe(true);
    expect(grade({ ...listed, citations: [daming] }, { want: 'clarify' }).pass).toBe(false);
  });

  it('wants a false premise put right, with proof', () => {
    const wanted = { want: 'correct' as const, must_not: ['对的'] };

    expect(grade(makeAnswer(), wanted).pass).toBe(true);
    expect(grade(makeAnswer({ text: '对的,48件' }), wanted).pass).toBe(false);
    expect(grade(makeAnswer({ citations: [] }), wanted).pass).toBe(false);
  });
});
