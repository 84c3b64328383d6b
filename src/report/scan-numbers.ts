/**
 * Finds the numbers in a text that measure something, with qualifier and unit.
 *
 * Digits (`1,265项`, `29.05亿元`, `50-300元`), characters (`两千余件`, `七八个`), shares (`百分之九十`, `三分之二`).
 * What only names or dates something is left out by `no-measure.ts`.
 */
import { toSimplified } from '../language/traditional.ts';
import { MEASURE_WORDS } from './measure-words.ts';
import { isChineseMeasure, isNoMeasure, isQuoted, type Quoted, quotedParts } from './no-measure.ts';
import { isInPlaceName } from './place-number.ts';
import type { Precision } from './report.ts';

/** A number as it stands in the text. Offsets include qualifier and unit. */
export interface ScannedNumber {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly upper?: number;
  readonly unit: string;
  readonly precision: Precision;
}

const BEFORE: readonly (readonly [string, Precision])[] = [
  ['不低于', 'over'],
  ['不少于', 'over'],
  ['不超过', 'under'],
  ['不高于', 'under'],
  ['不多于', 'under'],
  ['超过', 'over'],
  ['突破', 'over'],
  ['高于', 'over'],
  ['多于', 'over'],
  ['低于', 'under'],
  ['少于', 'under'],
  ['接近', 'near'],
  ['将近', 'near'],
  ['大约', 'about'],
  ['不足', 'under'],
  ['不到', 'under'],
  ['多达', 'exact'],
  ['至少', 'over'],
  ['最多', 'under'],
  ['逾', 'over'],
  ['超', 'over'],
  ['近', 'near'],
  ['约', 'about'],
  ['破', 'over'],
];
const AFTER: readonly (readonly [string, Precision])[] = [
  ['以上', 'over'],
  ['以内', 'under'],
  ['以下', 'under'],
  ['左右', 'about'],
  ['上下', 'about'],
];
/** 附近, 签约 and the like end in a qualifier and are none. */
const NO_QUALIFIER: Readonly<Record<string, RegExp>> = { 近: /[最附邻接将]$/, 约: /[节签合条公契]$/ };
const ARABIC = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
/** 5千米, 5千分点 and 5百分点 have no 千 or 百 of their own. */
const SCALE = '[百千]?[万亿]|百(?!分点)|千(?!分点|[克米])';
const MORE = '[余多来几]';
const CHINESE = '[一二两三四五六七八九十百千万亿零〇]+';
const NUMBER = new RegExp(
  `(?:百分之(?<percent>[零〇一二三四五六七八九十百点]+|${ARABIC}))|` +
    `(?:(?<parts>${CHINESE})分之(?<of>${CHINESE}))|` +
    `(?<arabic>${ARABIC})(?:(?:%|(?<fromScale>${SCALE}))?\\s?[-~—–－至到]{1,2}\\s?(?<upper>${ARABIC}))?(?:\\s?(?<scale>${SCALE}))?(?<more>${MORE})?(?<scale2>[万亿])?|` +
    `(?<chinese>${CHINESE}(?:点[零一二三四五六七八九]+)?)(?<more2>${MORE})?(?<scale3>[万亿])?`,
  'gu',
);
const UNIT = new RegExp(`^\\s?(?:${MEASURE_WORDS.map(escapePattern).join('|')})`, 'u');
/** 数十件, 几百家, 上千人, 过万名. */
const OPEN_BEFORE = /[数几上过]$/u;
/** 七八个, 二三十件, 十五六人: two digits side by side are the ends of a range. */
const TWO_DIGITS =
  /^(?<front>[一二三四五六七八九]?[十百千万])?(?<low>[一二两三四五六七八])(?<high>[二三四五六七八九])(?<rest>[十百千万亿]*)$/u;
const DIGITS: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const SCALES: Record<string, number> = { 十: 10, 百: 100, 千: 1e3, 万: 1e4, 亿: 1e8 };

/**
 * Scans one paragraph.
 *
 * @returns The numbers in the order of the text, not overlapping.
 */
export function scanNumbers(text: string): ScannedNumber[] {
  const folded = foldWidth(text);
  const quoted = quotedParts(folded);
  const found: ScannedNumber[] = [];
  for (const match of folded.matchAll(NUMBER)) {
    const number = readNumber(folded, match, quoted);
    const last = found.at(-1);
    if (!number || number.start < (last?.end ?? 0)) continue;
    if (last && goesOn(folded, last, number)) {
      found[found.length - 1] = { ...number, start: last.start, value: last.value + number.value };
    } else found.push(number);
  }
  return found;
}

/** 3万5千人, 1亿2千万元: one number in two parts. */
function goesOn(text: string, last: ScannedNumber, number: ScannedNumber): boolean {
  return (
    last.end === number.start &&
    last.unit === '' &&
    last.value > number.value &&
    /[万亿]/.test(text[last.end - 1]!)
  );
}

/** Full-width digits and marks as half-width, traditional characters as simplified ones, length unchanged. */
export function foldWidth(text: string): string {
  return toSimplified(text)
    .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/﹪/g, '%')
    .replace(/[\u00a0\u2002\u2003\u3000]/g, ' ');
}

/** Reads `两千三百`, `十二`, `三点五`, `二十万`; `undefined` for what is no number. */
export function chineseValue(words: string): number | undefined {
  const [whole = '', fraction] = words.split('点');
  let total = 0;
  let section = 0;
  let digit = 0;
  for (const character of whole) {
    const value = DIGITS[character];
    const scale = SCALES[character];
    if (value !== undefined) digit = digit * (section === 0 && digit ? 10 : 1) + value;
    else if (scale !== undefined && scale < 1e4) {
      section += (digit || 1) * scale;
      digit = 0;
    } else if (scale !== undefined) {
      total = scale === 1e8 ? (total + section + digit) * scale : total + (section + digit) * scale;
      section = 0;
      digit = 0;
    } else return undefined;
  }
  const decimals = fraction ? Number(`0.${[...fraction].map((c) => DIGITS[c] ?? '').join('')}`) : 0;
  return total + section + digit + decimals;
}

function readNumber(
  text: string,
  match: RegExpMatchArray,
  quoted: readonly Quoted[],
): ScannedNumber | undefined {
  const groups = match.groups ?? {};
  const start = match.index ?? 0;
  const end = start + match[0].length;
  const printedUnit = UNIT.exec(text.slice(end))?.[0] ?? '';
  const share = groups.percent !== undefined || groups.parts !== undefined;
  let unit = share ? '%' : printedUnit.trim();
  const isArabic = groups.arabic !== undefined;
  if (isNoMeasure({ text, start, end, words: match[0], unit, isArabic, quoted })) return undefined;
  if (unit === '处' && text.startsWith('级', end + 1)) unit = '';
  const unitEnd = share || unit === '' ? end : end + printedUnit.length;
  const before = text.slice(Math.max(0, start - 12), start);
  const open = groups.chinese && /^[十百千万亿]/u.test(groups.chinese) ? OPEN_BEFORE.test(before) : false;
  if (groups.chinese !== undefined) {
    const isOpen = open || groups.more2 !== undefined;
    if (!isChineseMeasure(groups.chinese, unit, before, text.slice(unitEnd), isOpen)) return undefined;
    if (isQuoted(quoted, start) || isInPlaceName(text, start, unit)) return undefined;
  }
  const values = valuesOf(groups);
  if (!values || !Number.isFinite(values.value)) return undefined;
  const more = open || (groups.more ?? groups.more2) !== undefined;
  const exactly: Precision = more ? 'over' : groups.chinese && values.upper !== undefined ? 'about' : 'exact';
  const qualified = open
    ? { start: start - 1, end: unitEnd, precision: exactly }
    : qualify(text, start, unitEnd, exactly);
  return { ...qualified, unit: unit === '块' ? '元' : unit, ...values };
}

/** The number with the words before or behind it that say how exact it is. */
function qualify(
  text: string,
  start: number,
  end: number,
  exactly: Precision,
): Pick<ScannedNumber, 'start' | 'end' | 'precision'> {
  const before = text.slice(Math.max(0, start - 8), start);
  const qualifier = BEFORE.find(
    ([word]) => before.endsWith(word) && !NO_QUALIFIER[word]?.test(before.slice(0, -word.length)),
  );
  const behind = AFTER.find(([word]) => text.startsWith(word, end));
  return {
    start: start - (qualifier?.[0].length ?? 0),
    end: end + (behind?.[0].length ?? 0),
    precision: behind?.[1] ?? qualifier?.[1] ?? exactly,
  };
}

function valuesOf(groups: Record<string, string | undefined>): { value: number; upper?: number } | undefined {
  if (groups.percent !== undefined) {
    const value = /\d/.test(groups.percent) ? Number(groups.percent) : chineseValue(groups.percent);
    return value === undefined ? undefined : { value };
  }
  if (groups.parts !== undefined) {
    const [parts, of] = [chineseValue(groups.parts), chineseValue(groups.of!)];
    return parts && of !== undefined ? { value: Math.round((of / parts) * 1e4) / 100 } : undefined;
  }
  if (groups.chinese !== undefined) return chineseValues(groups.chinese, scaleOf(groups.scale3));
  const factor = scaleOf(groups.scale) * scaleOf(groups.scale2);
  const read = (digits: string, times: number) => round(Number(digits.replaceAll(',', '')) * times);
  const value = read(groups.arabic!, groups.fromScale === undefined ? factor : scaleOf(groups.fromScale));
  return groups.upper === undefined ? { value } : { value, upper: read(groups.upper, factor) };
}

function chineseValues(words: string, factor: number): { value: number; upper?: number } | undefined {
  const range = TWO_DIGITS.exec(words)?.groups;
  const read = (digit: string | undefined) =>
    chineseValue(`${range?.front ?? ''}${digit}${range?.rest ?? ''}`);
  const [low, high] = range ? [read(range.low), read(range.high)] : [];
  if (low !== undefined && high !== undefined && low < high)
    return { value: low * factor, upper: high * factor };
  // 万余人: at least ten thousand.
  const value = chineseValue(words) || chineseValue(`一${words}`);
  return value === undefined ? undefined : { value: (words === '零' || words === '〇' ? 0 : value) * factor };
}

function scaleOf(words: string | undefined): number {
  return [...(words ?? '')].reduce((product, character) => product * (SCALES[character] ?? 1), 1);
}

const round = (value: number) => Number(value.toPrecision(15));

function escapePattern(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
