import { describe, expect, it } from 'vitest';
import {
  asksForAll,
  asksForExtreme,
  asksForTrend,
  comparingSpans,
} from '../../../src/answer/comparison/comparing-words.ts';

/** What is left of a question without the words that compare. */
function without(text: string, language: 'zh' | 'en'): string {
  const spans = comparingSpans(text, language);
  return [...text.split('')]
    .map((character, at) => (spans.some((span) => span.start <= at && at < span.end) ? '' : character))
    .join('');
}

describe('comparingSpans()', () => {
  it.each([
    ['哪些报告公布了综合纠错率?', '综合纠错率?'],
    ['谁的公职律师多?', '公职律师?'],
    ['出庭应诉率怎么变的?', '出庭应诉率?'],
    ['行政处罚案件是升还是降?', '行政处罚案件?'],
  ])('leaves of %s only what is compared', (text, rest) => {
    expect(without(text, 'zh')).toBe(rest);
  });

  it('leaves the measure of an English question', () => {
    expect(without('which region reports the highest loss rate', 'en').trim()).toMatch(/loss rate$/);
  });
});

describe('asksForTrend()', () => {
  it.each([
    '近三年的走势',
    '这两年怎么变的',
    '历年情况',
    'over the years',
    'how did it change from 2021 to 2022',
  ])('takes “%s” for a trend', (text) => {
    expect(asksForTrend(text)).toBe(true);
  });

  it('takes a question for one number for none', () => {
    expect(asksForTrend('2019年综合纠错率是多少')).toBe(false);
  });
});

describe('asksForExtreme()', () => {
  it('tells the upper end from the lower', () => {
    expect(asksForExtreme('哪个地区的败诉率最低?')).toBe('least');
    expect(asksForExtreme('谁的公职律师多?')).toBe('most');
    expect(asksForExtreme('which had fewer cases')).toBe('least');
    expect(asksForExtreme('综合纠错率是多少')).toBeUndefined();
  });
});

describe('asksForAll()', () => {
  it('takes 各报告 and "which reports" for every report', () => {
    expect(asksForAll('各报告的依申请公开件数是多少')).toBe(true);
    expect(asksForAll('which reports count the cases')).toBe(true);
    expect(asksForAll('办理了多少件')).toBe(false);
  });
});
