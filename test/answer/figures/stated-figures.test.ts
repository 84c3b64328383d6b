import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statedFigures } from '../../../src/answer/figures/stated-figures.ts';
import { understand } from '../../../src/retrieval/understand.ts';

const stated = (text: string) => statedFigures(understand(text, { known: [], dictionary: () => [] }));

describe('statedFigures()', () => {
  it.each([
    ['综合纠错率为什么是35%?', [35, '%']],
    ['调解纠纷630件,为什么这么多?', [630, '件']],
    ['Is the correction rate 35 percent?', [35, '%']],
    ['There were 500 mediators, right?', [500, undefined]],
  ] as const)('finds the figure of %s', (text, [value, unit]) => {
    expect(stated(text).map((one) => [one.value, one.unit])).toEqual([[value, unit]]);
  });

  it.each([
    '2019年综合纠错率是多少?',
    '12345热线接了多少工单?',
    '前10个月的数据呢?',
    'What happened in 2021?',
    'How many as of 8 November 2021?',
    'Is there a 24-hour service?',
  ])('finds none in %s', (text) => {
    expect(stated(text)).toEqual([]);
  });

  it('keeps the word of change before a share', () => {
    expect(stated('满意率比上年提高0.4个百分点,对不对?')[0]).toMatchObject({
      direction: 'up',
      phrase: '提高0.4个百分点',
    });
    expect(stated('市场主体同比下降10.6%吗?')[0]).toMatchObject({ direction: 'down', phrase: '下降10.6%' });
  });

  it('takes 新增 for no change', () => {
    expect(stated('新增个体户605户对不对?')[0]).not.toHaveProperty('direction');
  });

  it('gives spans of the question for any text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const question = understand(text, { known: [], dictionary: () => [] });
        for (const one of statedFigures(question))
          expect(question.normal.slice(one.start, one.end)).toBe(one.raw);
      }),
    );
  });
});
