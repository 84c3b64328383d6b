import { describe, expect, it } from 'vitest';
import { readNumbers } from '../../../src/answer/writing/read-numbers.ts';

const read = (text: string, language: 'zh' | 'en') =>
  readNumbers(text, language).map(({ value, upper, unit, noun, precision }) => ({
    value,
    ...(upper === undefined ? {} : { upper }),
    ...(unit === '' ? {} : { unit }),
    ...(noun === '' ? {} : { noun }),
    ...(precision === 'exact' ? {} : { precision }),
  }));

describe('readNumbers()', () => {
  it.each([
    ['受理六百零五件', { value: 605, unit: '件' }],
    ['合同八百一十二件', { value: 812, unit: '件' }],
    ['综合纠错率为百分之二十一点九', { value: 21.9, unit: '%' }],
    ['860余人参加', { value: 860, unit: '人', precision: 'over' }],
    ['注册资本29.05亿元', { value: 2_905_000_000, unit: '元' }],
    ['约2/3', { value: 66.67, unit: '%', precision: 'about' }],
    ['给予五十至三百元补助', { value: 50, upper: 300, unit: '元' }],
  ])('reads %s', (text, number) => {
    expect(read(text, 'zh')).toEqual([number]);
  });

  it.each([
    ['accepted 605 applications', { value: 605, noun: 'applications' }],
    ['more than 860 officials attended', { value: 860, noun: 'officials', precision: 'over' }],
    ['no fewer than twenty items', { value: 20, noun: 'items', precision: 'over' }],
    ['no more than 80 working days', { value: 80, noun: 'working days', precision: 'under' }],
    ['twenty-one point nine percent', { value: 21.9, unit: '%' }],
    ['fell by 0.6 percentage points', { value: 0.6, unit: '个百分点' }],
    ['2.905 billion yuan in capital', { value: 2_905_000_000, unit: '元' }],
    ['two thousand three hundred and five cases', { value: 2305, noun: 'cases' }],
    ['close to 100%', { value: 100, unit: '%', precision: 'near' }],
  ])('reads %s', (text, number) => {
    expect(read(text, 'en')).toEqual([number]);
  });

  it.each(['one of the districts', 'the 24th meeting', 'a two-way street', '“十四五”规划', '千方百计'])(
    'takes nothing in “%s” for a number of things',
    (text) => {
      expect(read(text, /[a-z]/.test(text) ? 'en' : 'zh').filter(({ unit }) => unit !== undefined)).toEqual(
        [],
      );
    },
  );
});
