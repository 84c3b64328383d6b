import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitProse } from '../../../src/answer/writing/split-prose.ts';

describe('splitProse()', () => {
  it('keeps a citation behind the closing mark with its sentence', () => {
    expect(splitProse('综合纠错率为21.9%。[1]调解成功率为98.79%[2]。', true)).toEqual([
      '综合纠错率为21.9%。[1]',
      '调解成功率为98.79%[2]。',
    ]);
  });

  it.each([
    'The rate was 21.9% [1].',
    'Under No. 15 of 2019 it was 2.905 billion yuan [1].',
    '报告指出“依法行政。能力有待提升”[1]。',
    '受理64宗;审结60宗[1]。',
  ])('takes “%s” for one sentence', (sentence) => {
    expect(splitProse(sentence, true)).toEqual([sentence]);
  });

  it('does not give a sentence away while its citation may still come', () => {
    expect(splitProse('综合纠错率为21.9%。', false)).toEqual([]);
    expect(splitProse('综合纠错率为21.9%。[', false)).toEqual([]);
    expect(splitProse('综合纠错率为21.9%。[1]', false)).toEqual([]);
    expect(splitProse('综合纠错率为21.9%。[1]另', false)).toEqual(['综合纠错率为21.9%。[1]']);
  });

  const prose = fc
    .array(
      fc.constantFrom(
        ...'花都区年为件率。，；！\n“”《》[]12 .%aB'.split(''),
        '21.9%',
        '[1]',
        '[1,2]',
        '。[3]',
        'was 3.5 ',
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join(''));

  it('gives sentences that are the text again when joined', () => {
    fc.assert(
      fc.property(prose, (text) => {
        const whole = splitProse(text, true).join('');

        expect(text.startsWith(whole) || text.replace(/\s/g, '') === whole.replace(/\s/g, '')).toBe(true);
      }),
    );
  });

  it('never takes back a sentence that it gave while the text was written', () => {
    fc.assert(
      fc.property(prose, fc.nat(80), (text, cut) => {
        const early = splitProse(text.slice(0, cut), false);

        expect(splitProse(text, true).slice(0, early.length)).toEqual(early);
      }),
    );
  });
});
