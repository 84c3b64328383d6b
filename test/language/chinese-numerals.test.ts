import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  parseChineseDate,
  parseChineseNumeral,
  renderChineseNumeral,
} from '../../src/language/chinese-numerals.ts';

const numberIn = (text: string) => parseChineseNumeral(text)?.value;

describe('parseChineseNumeral()', () => {
  it.each([
    ['二十三', 23],
    ['十', 10],
    ['廿三', 23],
    ['一百零五', 105],
    ['一百一十', 110],
    ['二百五', 250],
    ['一千零一', 1001],
    ['三万五', 35_000],
    ['二十万零三百', 200_300],
    ['一亿二千三百万', 123_000_000],
    ['一万亿', 1e12],
    ['三点五', 3.5],
    ['三点五万', 35_000],
    ['〇', 0],
    ['两', 2],
    ['贰拾叁', 23],
    ['三十五萬', 350_000],
    ['负三', -3],
  ])('reads %s as %d', (text, value) => {
    expect(parseChineseNumeral(text)).toEqual({ value, unit: '', precision: 'exact' });
  });

  it.each([
    ['1.2万', 12_000],
    ['29.05亿', 2_905_000_000],
    ['1万2千', 12_000],
    ['1,904', 1904],
    ['２０２１', 2021],
    ['二〇二二', 2022],
  ])('reads digits mixed with words, and rows of digits: %s as %d', (text, value) => {
    expect(numberIn(text)).toBe(value);
  });

  it.each([
    ['百分之九十八点五', 98.5, '%'],
    ['百分之百', 100, '%'],
    ['百分之98.5', 98.5, '%'],
    ['千分之五', 5, '‰'],
    ['九成', 90, '%'],
    ['九成五', 95, '%'],
  ])('reads the share %s as %d %s', (text, value, unit) => {
    expect(parseChineseNumeral(text)).toEqual({ value, unit, precision: 'exact' });
  });

  it('reads a fraction as a part of one', () => {
    expect(numberIn('四分之三')).toBe(0.75);
  });

  it.each([
    ['两千余', 2000, 'over'],
    ['三百多万', 3_000_000, 'over'],
    ['超过92%', 92, 'over'],
    ['近百', 100, 'near'],
    ['接近100%', 100, 'near'],
    ['约二十', 20, 'about'],
    ['十几', 10, 'about'],
    ['五百以内', 500, 'under'],
  ])('says how exactly %s is meant', (text, value, precision) => {
    expect(parseChineseNumeral(text)).toMatchObject({ value, precision });
  });

  it.each(['', 'a', '万', '百分之', '点', '一点', '二二十', '七八', '12.5.6', '几百'])(
    'reads no number from "%s"',
    (text) => {
      expect(parseChineseNumeral(text)).toBeUndefined();
    },
  );

  it('reads back every whole number that it renders', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e12 }), (value) => {
        expect(numberIn(renderChineseNumeral(value))).toBe(value);
      }),
    );
  });

  it('never throws, whatever the text', () => {
    const numeralish = fc.string({
      unit: fc.constantFrom(...'零一二两三十百千万亿廿点分之成%余近0123456789.,负'),
    });

    fc.assert(
      fc.property(fc.oneof(numeralish, fc.string({ unit: 'binary' })), (text) => {
        const read = parseChineseNumeral(text);

        expect(read === undefined || Number.isFinite(read.value)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
    expect(parseChineseNumeral('负'.repeat(100_000))).toBeUndefined();
  });
});

describe('renderChineseNumeral()', () => {
  it.each([
    [0, '零'],
    [10, '十'],
    [23, '二十三'],
    [105, '一百零五'],
    [20_000, '二万'],
    [3.5, '三点五'],
  ])('writes %d as %s', (value, words) => {
    expect(renderChineseNumeral(value)).toBe(words);
  });

  it('leaves what is beyond words in digits', () => {
    expect(renderChineseNumeral(1e16)).toBe('10000000000000000');
    expect(renderChineseNumeral(Number.NaN)).toBe('NaN');
  });
});

describe('parseChineseDate()', () => {
  it('reads years digit by digit, months and days as numbers', () => {
    expect(parseChineseDate('二〇二二年一月十日')).toEqual({ year: 2022, month: 1, day: 10 });
    expect(parseChineseDate('二○二一年十二月三十一日')).toEqual({ year: 2021, month: 12, day: 31 });
    expect(parseChineseDate('２０２１年４月')).toEqual({ year: 2021, month: 4 });
    expect(parseChineseDate('2021年度')).toEqual({ year: 2021 });
  });

  it('leaves out a month that does not exist', () => {
    expect(parseChineseDate('二〇二二年十三月')).toEqual({ year: 2022 });
  });
});
