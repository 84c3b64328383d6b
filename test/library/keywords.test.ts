import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchExpression } from '../../src/library/keywords.ts';
import { temporaryLibrary } from './temporary-library.ts';

describe('searchKeywords()', () => {
  it('finds paragraphs with any of the words, the rarer word first', async () => {
    const place = temporaryLibrary();
    await place.build();
    const library = await place.open();

    const hits = library.searchKeywords(['行政', '综合', '纠错'], { limit: 10 });

    expect(hits[0]).toMatchObject({ report: library.reports()[0]?.id, paragraph: 1 });
    expect(hits.length).toBeGreaterThan(1);
    expect(
      hits.every(({ score }, index) => score <= (hits[index - 1]?.score ?? Number.POSITIVE_INFINITY)),
    ).toBe(true);
  });

  it('finds a paragraph by a word of its heading', async () => {
    const place = temporaryLibrary();
    await place.build();
    const library = await place.open();

    const hits = library.searchKeywords(['监督'], { limit: 10 });

    expect(hits.map(({ paragraph }) => paragraph).sort()).toEqual([1, 2]);
    expect(library.wordFrequency('监督')).toBe(2);
  });

  it('stays inside the reports of the scope, of few reports and of many', async () => {
    const reports = Object.fromEntries(
      Array.from({ length: 40 }, (_, n) => [`r${n}.txt`, `东山县 ${1980 + n}\n收到行政复议申请${n}件。`]),
    );
    const place = temporaryLibrary(reports);
    await place.build();
    const library = await place.open();
    const ids = library.reports().map(({ id }) => id);

    for (const size of [0, 1, 3, 30]) {
      const scope = new Set(ids.slice(0, size));
      const hits = library.searchKeywords(['复议'], { reports: scope, limit: 50 });
      expect(hits.map(({ report }) => report).sort()).toEqual([...scope].sort());
    }
    expect(library.searchKeywords(['复议'], { reports: new Set(['unknown']), limit: 5 })).toEqual([]);
  });

  it('takes operators, quotes and control characters for words', async () => {
    const place = temporaryLibrary();
    await place.build();
    const library = await place.open();
    const words = [
      '复议"',
      'NEAR(',
      'body:',
      '*',
      '-',
      'AND',
      'OR',
      'NOT',
      "'; DROP TABLE reports; --",
      'a\0b',
      '"',
      '',
    ];

    expect(() => library.searchKeywords(words, { limit: 5 })).not.toThrow();
    expect(library.searchKeywords(['复议"'], { limit: 5 })).toHaveLength(3);
    expect(library.searchKeywords(['*'], { limit: 5 })).toEqual([]);
  });

  it('throws for no list of words', async () => {
    const place = temporaryLibrary();
    await place.build();
    const library = await place.open();

    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), fc.integer(), (words, limit) => {
        library.searchKeywords(words, { limit });
        for (const word of words) library.wordFrequency(word);
        library.chineseFor(words.join(' '));
      }),
    );
  });

  it('answers a question of a hundred thousand words', async () => {
    const place = temporaryLibrary();
    await place.build();
    const words = Array.from({ length: 100_000 }, (_, n) => `复议${n}`);

    expect((await place.open()).searchKeywords(words, { limit: 5 })).toEqual([]);
  });
});

describe('wordFrequency()', () => {
  it('counts paragraphs, of figures with a point too', async () => {
    const place = temporaryLibrary();
    await place.build();
    const library = await place.open();

    expect(library.wordFrequency('申请')).toBe(2);
    expect(library.wordFrequency('21.9')).toBe(1);
    expect(library.wordFrequency('火星')).toBe(0);
    expect(library.paragraphCount).toBe(6);
  });
});

describe('matchExpression()', () => {
  it('quotes every word once', () => {
    expect(matchExpression(['复议', '"x"', '复议', '。'])).toBe('"复议" OR """x"""');
  });
});
