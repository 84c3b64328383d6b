import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { wordDoubt } from '../../../src/chat/uploads/word-doubt.ts';
import { wordRefusal } from '../../../src/chat/uploads/word-refusal.ts';

const source = new URL('../../../src/report/', import.meta.url);
const code = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => readFileSync(new URL(path, source), 'utf8'))
  .join('\n');

/** English sentences of the readers that begin so, with `7` for what is filled in. */
function sentences(opening: RegExp): readonly string[] {
  const literals = code.matchAll(/(['`])((?:(?!\1|\n).)+)\1/gu);
  const filled = [...literals].map(([, , text = '']) =>
    text.replace(/\$\{[^}]*(?:\}[^}`"]*\})?[^}]*\}/gu, '7'),
  );
  const told = filled.map((text) => (text === 'it is 7' ? 'it is an Excel table' : text));
  return [...new Set(told.filter((text) => opening.test(text)))];
}

describe('wordRefusal()', () => {
  const refusals = sentences(
    /^(?:it (?:is|has|holds|would) |its (?:archive|fonts|part|reader) |neither title|reading it )/,
  );

  it('finds the refusals of the readers', () => {
    expect(refusals.length).toBeGreaterThan(15);
  });

  it.each(refusals)('words in both languages: %s', (reason) => {
    const { zh, en } = wordRefusal(reason);

    expect(zh).not.toMatch(/^读不了/);
    expect(zh).toMatch(/。$/);
    expect(en).toMatch(/\.$/);
  });

  it('keeps the words of what it does not know', () => {
    expect(wordRefusal('the moon is full')).toEqual({
      zh: '读不了（the moon is full）。',
      en: 'the moon is full.',
    });
  });
});

describe('wordDoubt()', () => {
  it.each([
    'No title names the region; "花都区" was taken from the page\'s address',
    'No title names the region; "花都区" was taken from the names of documents',
    '"花都区" was taken as the region from the title; by the page\'s address it is "高州市"',
    'The text speaks of a department, and nothing names it; "花都区" may be its place only',
    'No title states the year; 2019 was taken from the date',
    '"花都区" was given as the region; the file names "高州市"',
    'The text does not tell in which province or city "花都区" lies',
    'The file prints no title; it was derived from region and year',
    '2019 was given as the year; the title says 2018',
    'No title states the year; 2019 was taken from the text',
    'The file does not say who issued the report',
    'The file prints no date',
    'Line 7 stands above the title but reads like text and was kept',
    "Line 7 stands below the page's links and was taken for another article",
    'Line 7 has a cell that reads like two ("210 256"): no figures were taken from its row',
    'Line 7 begins a table whose cells cannot be told apart: no figures were taken from it',
    'Paragraph 7 closes the report without a heading; it stands under "一、总体情况"',
  ])('words in both languages: %s', (problem) => {
    expect(wordDoubt(problem).zh).toMatch(/\p{Script=Han}{3}/u);
    expect(wordDoubt(problem).zh).not.toMatch(/[a-z]{3}/);
    expect(wordDoubt(problem).en).not.toBe('');
  });

  it('names in each language what a region was taken from', () => {
    expect(
      wordDoubt('"花都区" was taken as the region from the title; by the signature it is "高州市"'),
    ).toEqual({
      zh: '取“花都区”为地区，而按落款是“高州市”',
      en: '"花都区" was taken as the region; by the signature it is "高州市"',
    });
    expect(wordDoubt('No title names the region; "花都区" was taken from the issuer').zh).toBe(
      '标题没有写地区，“花都区”取自发文机关',
    );
  });
});
