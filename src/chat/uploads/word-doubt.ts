/** Says in both languages what is uncertain about a reading: its readers word it in English. */
import type { BothLanguages } from '../../wording/language.ts';
import { WORDING } from '../../wording/wording.ts';

const {
  regionFrom,
  regionDiffers,
  ownBody,
  regionGiven,
  parentsUnknown,
  noTitle,
  yearGiven,
  yearFromText,
  yearFromDate,
  noIssuer,
  noDate,
  lineKept,
  lineDropped,
  joinedCell,
  joinedTable,
  closing,
} = WORDING.uploadDoubts;

const doubts: readonly (readonly [RegExp, (...groups: string[]) => BothLanguages])[] = [
  [
    /^No title names the region; "(.+)" was taken from the (.+)$/,
    (region, from) => withSource(from, (source) => regionFrom(region, source)),
  ],
  [
    /^"(.+)" was taken as the region from the .+; by the (.+) it is "(.+)"$/,
    (region, by, other) => withSource(by, (source) => regionDiffers(region, other, source)),
  ],
  [/^The text speaks of a department, .*; "(.+)" may be/, (region) => ownBody(region)],
  [
    /^"(.+)" was given as the region; the file names "(.+)"$/,
    (given, printed) => regionGiven(given, printed),
  ],
  [/^The text does not tell in which province or city "(.+)" lies$/, (region) => parentsUnknown(region)],
  [/^The file prints no title;/, () => noTitle],
  [/^(\d+) was given as the year; the title says (\d+)$/, (given, printed) => yearGiven(given, printed)],
  [/^No title states the year; (\d+) was taken from the date$/, (year) => yearFromDate(year)],
  [/^No title states the year; (\d+) was taken/, (year) => yearFromText(year)],
  [/^The file does not say who issued/, () => noIssuer],
  [/^The file prints no date$/, () => noDate],
  [/^Line (\d+) stands .*was kept$/, (line) => lineKept(line)],
  [/^Line (\d+) stands .*another article$/, (line) => lineDropped(line)],
  [/^Line (\d+) has a cell that reads like two/, (line) => joinedCell(line)],
  [/^Line (\d+) begins a table whose cells/, (line) => joinedTable(line)],
  [/^Paragraph (\d+) closes the report/, (paragraph) => closing(paragraph)],
];

/** A doubt as a clause without full stop; one that is not known keeps its English words. */
export function wordDoubt(problem: string): BothLanguages {
  for (const [pattern, word] of doubts) {
    const found = pattern.exec(problem);
    if (found) return word(...found.slice(1));
  }
  return { zh: problem, en: problem };
}

/** Names in each language what a region is read from. */
function withSource(from: string, word: (source: string) => BothLanguages): BothLanguages {
  const known: readonly (readonly [string, BothLanguages])[] = Object.entries(WORDING.regionSources);
  const source = known.find(([name]) => name === from)?.[1] ?? { zh: from, en: from };
  return { zh: word(source.zh).zh, en: word(source.en).en };
}
