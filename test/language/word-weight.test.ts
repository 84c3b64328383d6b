import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { wordWeight } from '../../src/language/word-weight.ts';

const lines = readFileSync(new URL('../../data/lexicon/word-weights.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n');

describe('the table of word weights', () => {
  it('is sorted by word, each word once', () => {
    const words = lines.map((line) => line.split('\t')[0] ?? '');

    expect(words.findIndex((word, at) => at > 0 && word <= words[at - 1]!)).toBe(-1);
  });

  it('gives every word one weight', () => {
    expect(lines.filter((line) => !/^[^\t]+\t\d+(?:\.\d+)?$/.test(line))).toEqual([]);
  });
});

describe('wordWeight()', () => {
  it('finds the first, the last and any other word of the table', () => {
    const step = Math.floor(lines.length / 97);
    const sample = [lines[0]!, lines.at(-1)!, ...lines.filter((_, at) => at % step === 0)];

    for (const [word = '', weight] of sample.map((line) => line.split('\t')))
      expect(wordWeight(word)).toBe(Number(weight));
  });

  it('weighs the boilerplate of such reports less than what they are asked about', () => {
    expect(wordWeight('法治')).toBeLessThan(wordWeight('纠错'));
    expect(wordWeight('推进')).toBeLessThan(wordWeight('出庭'));
  });

  it('takes a word in no table for a rare one', () => {
    expect(wordWeight('甲乙丙丁戊己')).toBe(10.5);
  });
});
