import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  englishWords,
  findConcepts,
  findScatteredIndicators,
  isIndicator,
} from '../../src/language/concepts.ts';

const named = (text: string) => findConcepts(text).map((mention) => mention.name);
const ids = (text: string) => findConcepts(text).map((mention) => mention.id);

describe('findConcepts() in Chinese', () => {
  it('finds an indicator under a name that reports print', () => {
    const [mention] = findConcepts('2019年综合纠错率').filter(({ entry }) => isIndicator(entry));

    expect(mention).toMatchObject({ name: '综合纠错率', start: 5, end: 10, language: 'zh' });
  });

  it('finds lawsuits against the government under what people call them', () => {
    const [bare] = findConcepts('民告官');
    const [counted] = findConcepts('民告官的案子一共多少件');

    expect(bare?.entry.zh).toContain('行政诉讼');
    expect(counted?.entry.zh).toContain('行政诉讼案件');
  });

  it('takes the longest name at each place', () => {
    const names = named('行政复议');

    expect(names).toContain('行政复议');
    expect(findConcepts('行政复议').filter(({ start, end }) => start === 0 && end < 4)).toEqual([]);
  });

  it('gives mentions whose offsets are the name', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('行政', '复议', '诉讼', '纠错率', '综合', '人民调解', 'the', ' ', '率', '12345'),
        ),
        (pieces) => {
          const text = pieces.join('');
          for (const { start, end, name } of findConcepts(text)) expect(text.slice(start, end)).toBe(name);
        },
      ),
    );
  });
});

describe('findConcepts() in English', () => {
  it.each([
    ['the comprehensive correction rate', '综合纠错率'],
    ['Comprehensive Correction Rates', '综合纠错率'],
    ['people’s mediation cases', '人民调解'],
    ["people's mediation", '人民调解'],
    ['administrative lawsuits', '行政诉讼'],
  ])('finds in "%s" what Chinese calls %s', (english, chinese) => {
    const wanted = new Set(ids(chinese));

    expect(
      findConcepts(english).some(
        ({ id, entry }) => wanted.has(id) || entry.zh.some((name) => name.includes(chinese)),
      ),
    ).toBe(true);
  });

  it('finds nothing in words of no concept', () => {
    expect(findConcepts('xylophone zebra')).toEqual([]);
  });
});

describe('findScatteredIndicators()', () => {
  it('finds a name whose words stand apart', () => {
    const [found] = findScatteredIndicators(
      'the rate of attendance in court of the heads of organs, administrative litigation',
    );

    expect(found?.entry.zh.some((name) => name.includes('出庭'))).toBe(true);
  });

  it('finds nothing where a word of the name is missing', () => {
    expect(findScatteredIndicators('the rate of rain')).toEqual([]);
  });
});

describe('englishWords()', () => {
  it.each([
    ['heard', 'hear'],
    ['cases', 'case'],
    ["Huadu's", 'huadu'],
    ['résumés', 'resum'],
  ])('gives %s the stem %s', (word, stem) => {
    expect(englishWords(word).map((one) => one.stem)).toEqual([stem]);
  });

  it('keeps the offsets of words in a text of both languages', () => {
    const text = 'How many 件 in 2019?';

    expect(englishWords(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'How',
      'many',
      'in',
      '2019',
    ]);
  });
});
