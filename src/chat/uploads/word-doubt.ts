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
  closing,
} = WORDING.uploadDoubts;

const doubts: readonly (readonly [RegExp, (...groups: string[]) => BothLanguages])[] = [
  [
    /^No title names the region; "(.+)" was taken from the (.+)$/,
    (region, from) => regionFrom(region, wordSource(from)),
  ],
  [
    /^"(.+)" was taken as the region from the (.+); by the (.+) it is "(.+)"$/,
    (region, from, by, other) => regionDiffers(region, wordSource(from), wordSource(by), other),
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

function wordSource(from: string): BothLanguages {
  return (
    Object.entries(WORDING.regionSources).find(([source]) => source === from)?.[1] ?? { zh: from, en: from }
  );
}
