import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { gazetteer } from '../../src/language/gazetteer.ts';
import { type Indicator, lexicon, type Term } from '../../src/language/lexicon.ts';
import { regionLexicon } from '../../src/language/region-lexicon.ts';
import { kindOfUnit } from '../../src/report/measure-words.ts';

const { indicators, terms, hash } = lexicon();
const entries: readonly (Indicator | Term)[] = [...indicators, ...terms];

/** Values that come more than once. */
function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, at) => values.indexOf(value) !== at))];
}

function chineseOf(entry: Indicator | Term): string {
  const indicator =
    'definition' in entry ? [entry.definition.zh, entry.source.zh, ...(entry.weak ?? [])] : [];
  return [...entry.zh, ...(entry.colloquial ?? []), ...indicator].join('\n');
}

describe('lexicon()', () => {
  it('has at least 80 indicators', () => {
    expect(indicators.length).toBeGreaterThanOrEqual(80);
  });

  it('has every id once among indicators and once among terms', () => {
    expect(repeated(indicators.map(({ id }) => id))).toEqual([]);
    expect(repeated(terms.map(({ id }) => id))).toEqual([]);
  });

  it('gives an indicator and a term one id only where they are one concept', () => {
    const apart = terms.filter(({ id, zh }) => {
      const indicator = indicators.find((one) => one.id === id);
      return indicator && !zh.some((name) => indicator.zh.some((other) => other.includes(name)));
    });

    expect(apart.map(({ id }) => id)).toEqual([]);
  });

  it('has every Chinese name of an indicator once', () => {
    expect(repeated(indicators.flatMap((entry) => [...entry.zh]))).toEqual([]);
  });

  it('gives every entry names in both languages', () => {
    expect(entries.filter(({ zh, en }) => zh.length === 0 || en.length === 0).map(({ id }) => id)).toEqual(
      [],
    );
    expect(
      entries.filter(({ zh }) => !zh.some((name) => /[\u4e00-\u9fff]/.test(name))).map(({ id }) => id),
    ).toEqual([]);
  });

  it('gives every indicator a definition and its source in both languages', () => {
    const bare = indicators.filter(({ definition, source }) =>
      [definition.zh, definition.en, source.zh, source.en].some((text) => text.trim().length < 4),
    );

    expect(bare.map(({ id }) => id)).toEqual([]);
  });

  it('gives every rate a share, every duration time, and every amount money or weight for unit', () => {
    const kinds = { rate: ['share'], duration: ['time'], amount: ['money', 'weight'] } as Record<
      string,
      string[]
    >;
    const wrong = indicators.filter(({ kind, units }) => {
      const fit = kinds[kind];
      return fit && !units.some((unit) => fit.includes(kindOfUnit(unit) ?? ''));
    });

    expect(wrong.map(({ id, units }) => `${id} ${units.join(' ')}`)).toEqual([]);
  });

  it('names no region of China, but for short names that are ordinary words too', () => {
    const ordinary = new Set(regionLexicon().commonWords);
    const names = new Set(
      gazetteer().regions.flatMap(({ name, short, level, common }) => [
        name,
        ...(common || ordinary.has(short) || short.length < 2 || level === 'zone' ? [] : [short]),
      ]),
    );
    const longest = Math.max(...[...names].map((name) => name.length));
    const found = entries.flatMap((entry) => {
      const text = chineseOf(entry);
      const windows = [...text].flatMap((_, at) =>
        Array.from({ length: longest - 1 }, (_, more) => text.slice(at, at + more + 2)),
      );
      return [...new Set(windows)].filter((part) => names.has(part)).map((name) => `${entry.id}: ${name}`);
    });

    expect(found).toEqual([]);
  });

  it('is read from the files as they are, and has a hash of them', () => {
    const lines = readFileSync(new URL('../../data/lexicon/indicators.jsonl', import.meta.url), 'utf8')
      .trim()
      .split('\n');

    expect(indicators).toHaveLength(lines.length);
    expect(hash).toMatch(/^[0-9a-f]{16}$/);
  });
});
