import { describe, expect, it } from 'vitest';
import { areInterchangeable, kindOfUnit, MEASURE_WORDS, unitsAgree } from '../../src/report/measure-words.ts';

describe('MEASURE_WORDS', () => {
  it('has each word once, longer words before the shorter ones they begin with', () => {
    expect(new Set(MEASURE_WORDS).size).toBe(MEASURE_WORDS.length);
    for (const [index, word] of MEASURE_WORDS.entries()) {
      expect(MEASURE_WORDS.slice(0, index).filter((earlier) => word.startsWith(earlier))).toEqual([]);
    }
  });
});

describe('kindOfUnit()', () => {
  it.each([
    ['件', 'case'],
    ['%', 'share'],
    ['万元', 'money'],
    ['个工作日', 'time'],
    ['人次', 'person'],
    ['场次', 'event'],
    ['卷', 'text'],
    ['米', 'length'],
  ])('takes %s for a unit of kind %s', (unit, kind) => {
    expect(kindOfUnit(unit)).toBe(kind);
  });

  it('knows what is no measure word', () => {
    expect(kindOfUnit('法治')).toBeUndefined();
  });
});

describe('areInterchangeable()', () => {
  it.each([
    ['件', '宗', true],
    ['家', '个', true],
    ['次', '场', true],
    ['工作日', '天', true],
    ['件', '人', false],
    ['%', '件', false],
  ])('says of %s asked and %s printed: %s', (asked, printed, expected) => {
    expect(areInterchangeable(asked, printed)).toBe(expected);
  });
});

describe('unitsAgree()', () => {
  it('lets one kind of countable thing stand for another, and nothing else', () => {
    expect(unitsAgree('case', 'text')).toBe(true);
    expect(unitsAgree('share', 'share')).toBe(true);
    expect(unitsAgree('share', 'case')).toBe(false);
    expect(unitsAgree('money', 'person')).toBe(false);
  });

  it('lets a number without unit answer for things and people, not for shares or money', () => {
    expect(unitsAgree('thing', undefined)).toBe(true);
    expect(unitsAgree('person', undefined)).toBe(true);
    expect(unitsAgree('share', undefined)).toBe(false);
    expect(unitsAgree('money', undefined)).toBe(false);
  });
});
