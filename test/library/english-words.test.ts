import { beforeAll, describe, expect, it } from 'vitest';
import { type Dictionary, readDictionary } from '../../src/library/dictionary.ts';
import { contentStems, parseGlosses } from '../../src/library/english-glosses.ts';
import { glossesOf } from '../../src/library/english-words.ts';
import { reportText, temporaryLibrary } from './temporary-library.ts';

function weights(definitions: readonly string[]): Record<string, number> {
  return Object.fromEntries(parseGlosses(definitions).map(({ stem, weight }) => [stem, weight]));
}

describe('contentStems()', () => {
  it('drops articles, prepositions and endings', () => {
    expect(contentStems("to enforce the law's regulations")).toEqual(['enforc', 'law', 'regul']);
  });
});

describe('parseGlosses()', () => {
  it('weighs a definition that is the word more than one that contains it', () => {
    const found = weights(['camera (abbr. for 照相機|照相机[zhao4 xiang4 ji1])', 'video camera recorder']);

    expect(found.camera).toBe(1);
    expect(found.recorder ?? found.record).toBeLessThan(0.5);
  });

  it('keeps phrases of two words and their words', () => {
    expect(weights(['law enforcement'])).toEqual({ law: 0.5, enforc: 0.5, 'law enforc': 1 });
  });

  it('splits at semicolons, commas and slashes', () => {
    expect(Object.keys(weights(['mediation; to mediate, arbitration/conciliation']))).toEqual([
      'mediat',
      'arbitr',
      'concili',
    ]);
  });

  it.each([
    'surname Zhang',
    'variant of 証[zheng4]',
    'CL:個|个[ge4]',
    'see also 調解',
    'classifier for cases',
    'to',
    '()',
  ])('finds nothing in "%s"', (definition) => {
    expect(parseGlosses([definition])).toEqual([]);
  });
});

describe('glossesOf()', () => {
  let dictionary: Dictionary;
  beforeAll(async () => {
    dictionary = await readDictionary();
  });

  it('finds the entry of a word', () => {
    expect(glossesOf('律师', dictionary)).toContainEqual({ stem: 'lawyer', weight: 1 });
  });

  it('finds a word without an entry by its parts, with less weight', () => {
    const parts: Dictionary = new Map(['执法', '记录'].map((part) => [part, dictionary.get(part)!]));

    const record = glossesOf('执法记录仪', parts).find(({ stem }) => stem === 'record');

    expect(record?.weight).toBeGreaterThan(0.1);
    expect(record?.weight).toBeLessThan(0.5);
  });
});

describe('chineseFor()', () => {
  it('gives only words that the reports contain', async () => {
    const place = temporaryLibrary();
    await place.build();
    const library = await place.open();

    const words = library.chineseFor('mediation').map(({ word }) => word);

    expect(words).toContain('调解');
    for (const word of words) expect(library.wordFrequency(word)).toBeGreaterThan(0);
    expect(library.chineseFor('Reconsider')[0]).toEqual({ word: '复议', weight: 1 });
    expect(library.chineseFor('law enforcement').map(({ word }) => word)).toContain('执法');
    expect(library.chineseFor('lawyers')).toEqual([]);
    expect(library.chineseFor('of the')).toEqual([]);
  });

  it('learns the words of new reports and forgets those of removed ones', async () => {
    const place = temporaryLibrary();
    await place.build();
    place.write('north.txt', reportText('北原市', 2021, '聘请律师9人。'));
    place.remove('east-2020.txt');
    await place.build();
    const library = await place.open();

    expect(library.chineseFor('lawyers')[0]).toEqual({ word: '律师', weight: 1 });
    expect(library.chineseFor('mediation')).toEqual([]);
  });
});
