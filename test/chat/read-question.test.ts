import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxQuestionCharacters, readQuestion } from '../../src/chat/read-question.ts';

describe('readQuestion()', () => {
  it('passes a question on as it is', () => {
    expect(readQuestion('  清河县2021年行政复议案件有多少件？ ')).toEqual({
      kind: 'question',
      text: '清河县2021年行政复议案件有多少件？',
    });
  });

  it('drops terminal sequences and control characters', () => {
    const read = readQuestion('\u001b[31m清河县\u001b[0m\u0007\u00002021年\u202e多少件');

    expect(read).toEqual({ kind: 'question', text: '清河县 2021年多少件' });
  });

  it('makes one line of several', () => {
    expect(readQuestion('清河县\r\n2021年')).toEqual({ kind: 'question', text: '清河县 2021年' });
  });

  it('takes spaces and control characters alone for blank', () => {
    expect(readQuestion(' \t\u0000\u200b ')).toEqual({ kind: 'blank' });
  });

  it('refuses what is longer than the limit, counted in characters', () => {
    expect(readQuestion('字'.repeat(maxQuestionCharacters)).kind).toBe('question');
    expect(readQuestion('😀'.repeat(maxQuestionCharacters)).kind).toBe('question');
    expect(readQuestion('字'.repeat(100_000))).toEqual({ kind: 'too-long', characters: 100_000 });
  });

  it('leaves nothing that steers a terminal, whatever comes in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (message) => {
        const read = readQuestion(message);
        if (read.kind === 'question') expect(read.text).not.toMatch(/[\p{Cc}\p{Cf}\p{Surrogate}]/u);
      }),
    );
  });
});
