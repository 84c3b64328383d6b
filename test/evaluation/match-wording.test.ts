import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  headingKey,
  isSaid,
  normaliseWording,
  numbersIn,
  occursIn,
  saysAny,
} from '../../src/evaluation/match-wording.ts';

describe('normaliseWording()', () => {
  it('makes full and half width, spaces, quotation marks, tags and thousands commas alike', () => {
    expect(normaliseWording('“放管服” <b>改革</b>　１，２３４ 件')).toBe('放管服改革1234件');
  });

  it('keeps two numbers apart that only a space parts', () => {
    expect(normaliseWording('2019 21.9%')).toBe('2019|21.9%');
  });

  it('keeps a comma that parts no thousands', () => {
    expect(normaliseWording('3,45')).toBe('3,45');
  });

  it('changes nothing more when it is done twice', () => {
    const words = fc.string({ unit: fc.constantFrom('1', '9', ',', '，', '件', 'a', '“', '.', '%', '—') });
    fc.assert(
      fc.property(words, (text) => {
        const once = normaliseWording(text.replace(/[,，]/g, ''));

        expect(normaliseWording(once)).toBe(once);
      }),
    );
  });
});

describe('occursIn()', () => {
  it.each([
    ['9', '2019年'],
    ['21', '占21.9%'],
    ['9%', '占21.9%'],
    ['5', '0.5'],
    ['605', '1,605条'],
  ])('does not find %s within the longer number of %s', (wanted, text) => {
    expect(occursIn(wanted, text)).toBe(false);
  });

  it.each([
    ['21.9%', '综合纠错率２１.９％。'],
    ['48', '48.'],
    ['1605条', '公开1,605条'],
    ['', 'anything'],
    ['9', '9宗,19宗'],
  ])('finds %j in %j', (wanted, text) => {
    expect(occursIn(wanted, text)).toBe(true);
  });

  it('finds a whole number wherever it stands between words', () => {
    const word = fc.string({ unit: fc.constantFrom('件', '年', '，', 'a', ' ') });
    fc.assert(
      fc.property(fc.nat(), word, word, (number, before, after) => {
        expect(occursIn(String(number), `${before}${number}件${after}`)).toBe(true);
        expect(occursIn(String(number), `${before}${number}7件${after}`)).toBe(false);
      }),
    );
  });
});

describe('isSaid()', () => {
  it('lets the measure word of a figure be missing or translated', () => {
    expect(isSaid('605户', '605 households')).toBe(true);
    expect(isSaid('860余人', 'more than 860')).toBe(true);
  });

  it('asks for %, 万 and 亿', () => {
    expect(isSaid('21.9%', '21.9')).toBe(false);
    expect(isSaid('29.05亿元', '29.05')).toBe(false);
    expect(isSaid('29.05亿元', '29.05亿')).toBe(true);
  });
});

describe('saysAny()', () => {
  it('takes one alternative of which all strings are said', () => {
    expect(saysAny([['48', '45'], ['12']], '受理48件，审结45件')).toBe(true);
    expect(saysAny([['48', '44'], ['12']], '受理48件，审结45件')).toBe(false);
  });

  it('wants nothing where there are no alternatives', () => {
    expect(saysAny(undefined, '')).toBe(true);
    expect(saysAny([], '')).toBe(true);
  });
});

describe('numbersIn()', () => {
  it('gives numbers with their percent sign, without dates, years, paragraphs and citations', () => {
    expect(numbersIn('2019年1-10月,截至11月9日,受理1,234件,占21.9%(¶25)[2],2020-03-05')).toEqual([
      '1234',
      '21.9%',
    ]);
  });
});

describe('headingKey()', () => {
  it('is the same for two prints of a heading', () => {
    expect(headingKey('（三）行政复议。')).toBe(headingKey('(三) 行政复议'));
    expect(headingKey('（三）行政复议。')).not.toBe(headingKey('（四）行政复议。'));
  });
});
