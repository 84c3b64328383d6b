/** Reads the numbers that an English text states: `more than 860 people`, `twenty-one percent`, `2.905 billion yuan`. */
import type { Precision } from '../../report/report.ts';
import type { WrittenNumber } from './written-number.ts';

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen';
const ONES = `${SMALL} seventeen eighteen nineteen`.split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const VALUES = new Map<string, number>([
  ...ONES.map((word, value): [string, number] => [word, value]),
  ...TENS.map((word, index): [string, number] => [word, 20 + 10 * index]),
]);
const SCALES = new Map([
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
]);
const WORD = [...VALUES.keys(), ...SCALES.keys()].sort((a, b) => b.length - a.length).join('|');
const WORDS = `(?:${WORD})(?:(?:[\\s-]+(?:and[\\s-]+)?|\\s+point\\s+)(?:${WORD}))*`;
const DIGITS = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
const NUMBER = new RegExp(
  `(?<money>(?:RMB|CNY|¥|￥)\\s?)?(?<![\\w.,])(?:(?<digits>${DIGITS})(?![\\d])(?<scale>\\s+(?:hundred|thousand|million|billion|trillion))?|(?<words>\\b${WORDS})\\b)(?<plus>\\+(?![A-Za-z\\d])|-plus)?(?<percent>\\s?(?:%|percent(?:age)?\\b(?!\\s+points?)|per cent\\b)|[\\s-]percentage[\\s-]points?\\b)?`,
  'gi',
);
const BEFORE: readonly (readonly [RegExp, Precision])[] = [
  [
    /(?:\b(?:no (?:more|higher|greater) than|not (?:more than|exceed(?:ing)?)|at most|a maximum of|under|below|(?<!no |not )(?:less|fewer|lower) than|within|short of))\s+$/i,
    'under',
  ],
  [
    /(?:\b(?:no (?:fewer|less|lower) than|not (?:less|fewer|lower) than|at least|a minimum of|more than|over|above|exceed(?:s|ed|ing)?|pass(?:es|ed|ing)|cross(?:es|ed|ing)|surpass(?:es|ed|ing)?|upwards? of|in excess of|greater than|higher than|topp(?:ed|ing)|well over|just over))\s+$/i,
    'over',
  ],
  [/(?:\b(?:nearly|almost|close to|approaching|just under|just short of|approached))\s+$/i, 'near'],
  [/(?:\b(?:about|around|approximately|roughly|some|circa|an estimated|in the region of))\s+$/i, 'about'],
];
const AFTER: readonly (readonly [RegExp, Precision])[] = [
  [/^\s*(?:or (?:more|above|higher|over|older)|and (?:above|more|over)|odd\b)/i, 'over'],
  [/^\s*or so\b/i, 'about'],
  [/^\s*(?:or (?:less|fewer|below)|and (?:below|under))/i, 'under'],
];
/** `first`, `2nd`, `24th`: the place in a row, no number of things. */
const ORDINAL = /^(?:st|nd|rd|th)\b/i;
const NOUN_ENDS =
  /[.,;:!?()“—–\n\u3000-\u9fff]|\b(?:of|out|in|were|was|are|is|by|from|to|and|or|with|for|on|at|had|have|has|that|which|who|while|compared|during|after|before|than|through|across|among|under|this|last|per|as|into|concluded|accepted|handled|received|filed|issued|resolved|revoked|completed|held|took|takes|compared|over|against|versus|vs)\b/i;

/** The numbers of an English text in its order. Years and days of dates are numbers here too. */
export function readEnglishNumbers(text: string): WrittenNumber[] {
  return [...text.matchAll(NUMBER)].flatMap((match) => readNumber(text, match) ?? []);
}

function readNumber(text: string, match: RegExpMatchArray): WrittenNumber | undefined {
  const { digits, scale, words, plus, percent, money } = match.groups ?? {};
  const start = match.index! + (money ? money.length : 0);
  const end = match.index! + match[0].length;
  const after = text.slice(end);
  if (ORDINAL.test(after)) return undefined;
  const value = digits === undefined ? wordsValue(words!) : times(Number(digits.replaceAll(',', '')), scale);
  if (value === undefined) return undefined;
  // `one of`, `two-way`: no count.
  if (words !== undefined && /^(?:one|zero)$/i.test(words) && !percent) return undefined;
  const before = text.slice(Math.max(0, match.index! - 40), match.index);
  const precision =
    (plus ? 'over' : undefined) ??
    BEFORE.find(([pattern]) => pattern.test(before))?.[1] ??
    AFTER.find(([pattern]) => pattern.test(after))?.[1] ??
    'exact';
  const noun = nounAfter(after);
  const isMoney = money !== undefined || /^\s*(?:yuan|RMB|renminbi|CNY)\b/i.test(after);
  const unit = percent === undefined ? (isMoney ? '元' : '') : /point/i.test(percent) ? '个百分点' : '%';
  return { start, end, value, unit, noun: unit === '' ? noun : '', precision };
}

/** What is counted: the words behind a number up to the next mark or small word, in small letters. */
function nounAfter(after: string): string {
  const [, words = ''] = /^[\s-](?:["“])?((?:[\w'’"”/-]+\s?){1,9})/.exec(after) ?? [];
  const cut = words.search(NOUN_ENDS);
  const noun = (cut < 0 ? words : words.slice(0, cut)).trim().toLowerCase();
  // `600 people attended`; of `registered capital` the first word belongs to it.
  return noun.replace(/(?<=\w)\s+\w{2,}ed\b.*$/, '');
}

function times(value: number, scale: string | undefined): number {
  return Number((value * (SCALES.get(scale?.trim().toLowerCase() ?? '') ?? 1)).toPrecision(15));
}

/** The value of `two thousand three hundred and five`; `undefined` for words that make no number. */
function wordsValue(words: string): number | undefined {
  const [whole = '', decimals] = words.toLowerCase().split(/\s+point\s+/);
  let total = 0;
  let group = 0;
  let last = Number.POSITIVE_INFINITY;
  for (const word of whole.split(/[\s-]+/)) {
    const value = VALUES.get(word);
    const scale = SCALES.get(word);
    if (word === 'and') continue;
    if (value !== undefined) {
      // `twenty thirty` is no number.
      if (last < 100 && !(last >= 20 && value < 10 && value > 0)) return undefined;
      group += value;
      last = value;
    } else if (scale === 100) [group, last] = [(group || 1) * 100, 100];
    else if (scale !== undefined) {
      total += (group || 1) * scale;
      [group, last] = [0, scale];
    }
  }
  if (decimals === undefined) return total + group;
  const places = decimals.split(/[\s-]+/).map((word) => VALUES.get(word));
  if (places.some((place) => place === undefined || place > 9)) return undefined;
  return Number(`${total + group}.${places.join('')}`);
}
