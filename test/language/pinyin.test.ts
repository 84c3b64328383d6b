import { describe, expect, it } from 'vitest';
import { foldPinyin, samePinyin, toPinyin } from '../../src/language/pinyin.ts';
import { pinyinSpellings, placePinyin } from '../../src/language/place-pinyin.ts';

describe('toPinyin()', () => {
  it('gives a syllable without tone for each character', () => {
    expect(toPinyin('行政复议')).toEqual(['xing', 'zheng', 'fu', 'yi']);
  });

  it('writes ü as v', () => {
    expect(toPinyin('旅')).toEqual(['lv']);
  });

  it('leaves out what is not Chinese', () => {
    expect(toPinyin('3+N机制')).toEqual(['ji', 'zhi']);
  });
});

describe('samePinyin()', () => {
  it('hears characters that sound alike, tones apart', () => {
    expect(samePinyin('平乔区', '平桥区')).toBe(true);
    expect(samePinyin('平安区', '平桥区')).toBe(false);
    expect(samePinyin('平桥', '平桥区')).toBe(false);
  });
});

describe('foldPinyin()', () => {
  it.each(['lü liang', 'Lǚliáng', 'lu\u0308liang', 'Lyuliang', 'lu:liang', 'LVLIANG'])(
    'reads %s as lvliang',
    (typed) => {
      expect(foldPinyin(typed)).toBe('lvliang');
    },
  );

  it('takes no n of the syllable before for nü', () => {
    expect(foldPinyin('Panyu')).toBe('panyu');
    expect(foldPinyin('Lianyungang')).toBe('lianyungang');
  });

  it("drops the apostrophe of Xi'an", () => {
    expect(foldPinyin("Xi'an")).toBe('xian');
  });
});

describe('placePinyin()', () => {
  it.each([
    ['乐清市', 'yueqingshi'],
    ['六安市', 'luanshi'],
    ['丰都县', 'fengduxian'],
    ['厦门市', 'xiamenshi'],
    ['蔚县', 'yuxian'],
  ])('knows how %s is read', (name, pinyin) => {
    expect(placePinyin(name).join('')).toBe(pinyin);
  });

  it('spells ü also as u', () => {
    expect(pinyinSpellings('吕梁')).toEqual(['lvliang', 'luliang']);
  });
});
