/**
 * Numbers in Chinese words, read and written: 二十三, 两千余, 29.05亿, 百分之九十八点五, 九成, 二〇二二年.
 */
import cn from 'nzh/cn';
import { normalText } from './normal-form.ts';
import { toSimplified } from './traditional.ts';

/** How exactly a number is meant. */
type NumeralPrecision = 'exact' | 'about' | 'over' | 'under' | 'near';

/** A number read from words. */
export interface ChineseNumeral {
  /** With 万 and 亿 multiplied out; of a percentage the number before the sign. */
  readonly value: number;
  readonly unit: '' | '%' | '‰';
  readonly precision: NumeralPrecision;
}

/** A date read from words, as far as it is given. */
export interface ChineseDate {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

const DIGITS = new Map([...'零一二三四五六七八九'].map((digit, value) => [digit, value]));
DIGITS.set('〇', 0).set('○', 0).set('两', 2).set('壹', 1).set('贰', 2).set('叁', 3).set('肆', 4).set('伍', 5);
DIGITS.set('陆', 6).set('柒', 7).set('捌', 8).set('玖', 9);
const UNITS = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
  ['千', 1000],
  ['仟', 1000],
  ['万', 1e4],
  ['亿', 1e8],
]);

const BEFORE: readonly (readonly [RegExp, NumeralPrecision])[] = [
  [/^(?:超过|逾|超|上(?=[百千万亿])|高于|多于|不低于|不少于|至少)/, 'over'],
  [/^(?:不足|不到|低于|少于|不超过|至多)/, 'under'],
  [/^(?:接近|将近|近)/, 'near'],
  [/^(?:大约|约|大概)/, 'about'],
];
const AFTER: readonly (readonly [RegExp, NumeralPrecision])[] = [
  [/以上$/, 'over'],
  [/(?:以下|以内)$/, 'under'],
  [/(?:左右|上下)$/, 'about'],
];
/** No number that a report prints is longer in words. */
const MAX_CHARACTERS = 60;
const MORE = /(?<=.)[余多来几](?=[万亿千百]*$)/;

/**
 * The number that the whole text says, or `undefined` where it says none.
 *
 * Arabic digits may be mixed with words (1.2万, ３千). 九成 is 90 %, 三分之一 a third, and a row of digits
 * such as 二〇二一 is read digit by digit.
 */
export function parseChineseNumeral(text: string): ChineseNumeral | undefined {
  if (text.length > MAX_CHARACTERS) return undefined;
  let words = toSimplified(normalText(text))
    .replace(/\s/g, '')
    .replace(/(?<=\d),(?=\d{3})/g, '');
  let precision: NumeralPrecision = 'exact';
  for (const [pattern, meaning] of [...BEFORE, ...AFTER]) {
    if (!pattern.test(words)) continue;
    words = words.replace(pattern, '');
    precision = meaning;
  }
  if (MORE.test(words)) {
    // 十几 and 几百 say a range; 余 and 多 say that there are more.
    precision = words.includes('来') || words.includes('几') ? 'about' : 'over';
    words = words.replace(MORE, '');
  }
  // 近百, 上千: a unit alone, where the number is not meant exactly.
  if (precision !== 'exact' && UNITS.has(words[0] ?? '') && !words.startsWith('十')) words = `一${words}`;
  const read = readShare(words) ?? withUnit(readNumber(words), '');
  return read && { ...read, precision };
}

/** The number in Chinese words (23 gives 二十三); beyond ±10¹⁵, and for what is no number, its digits. */
export function renderChineseNumeral(value: number): string {
  if (!Number.isFinite(value) || Math.abs(value) >= 1e15 || /e/.test(String(value))) return String(value);
  return cn.encodeS(value);
}

/** The date that the text begins with: 二〇二二年一月十日, 2022年1月, ２０２１年; `undefined` for no year. */
export function parseChineseDate(text: string): ChineseDate | undefined {
  const words = toSimplified(normalText(text)).replace(/\s/g, '');
  const found = /^([\d〇○零一二三四五六七八九]{4})年(?:(.{1,2}?)月(?:(.{1,3}?)[日号])?)?/.exec(words);
  const year = readNumber(found?.[1] ?? '');
  if (!found || year === undefined) return undefined;
  const month = readNumber(found[2] ?? '');
  const day = readNumber(found[3] ?? '');
  if (month === undefined || !Number.isInteger(month) || month < 1 || month > 12) return { year };
  if (day === undefined || !Number.isInteger(day) || day < 1 || day > 31) return { year, month };
  return { year, month, day };
}

function withUnit(
  value: number | undefined,
  unit: ChineseNumeral['unit'],
): Omit<ChineseNumeral, 'precision'> | undefined {
  return value === undefined ? undefined : { value, unit };
}

function readShare(words: string): Omit<ChineseNumeral, 'precision'> | undefined {
  const sign = /^(.+)([%‰])$/.exec(words);
  if (sign) return withUnit(readNumber(sign[1]!), sign[2] === '%' ? '%' : '‰');
  const tenths = /^(.)成(.)?$/.exec(words);
  if (tenths) {
    const [, whole = '', half] = tenths;
    const rest = half === '半' ? 5 : half === undefined ? 0 : DIGITS.get(half);
    const value = readNumber(whole);
    if (value === undefined || value > 10 || rest === undefined) return undefined;
    return { value: value * 10 + rest, unit: '%' };
  }
  const share = /^(.+)分之(.+)$/.exec(words);
  if (!share) return undefined;
  const [, whole = '', part = ''] = share;
  const value = part === '百' && whole === '百' ? 100 : readNumber(part);
  if (whole === '百') return withUnit(value, '%');
  if (whole === '千') return withUnit(value, '‰');
  const parts = readNumber(whole);
  return value === undefined || parts === undefined || parts === 0
    ? undefined
    : { value: value / parts, unit: '' };
}

function readNumber(words: string): number | undefined {
  if (words.startsWith('负')) {
    const amount = readNumber(words.slice(1));
    return amount === undefined ? undefined : -amount;
  }
  const [whole = '', decimals, more] = words.split('点');
  if (words === '' || more !== undefined) return undefined;
  if (decimals === undefined) return readWhole(whole);
  // 三点五万: what multiplies stands behind the decimals.
  const [, digits = '', scale = ''] = /^([^十百千万亿]+)([十百千万亿]*)$/.exec(decimals) ?? [];
  const left = readWhole(whole);
  const right = [...digits].map((digit) => DIGITS.get(digit) ?? Number(digit));
  if (left === undefined || right.length === 0 || right.some(Number.isNaN)) return undefined;
  return scaled(Number(`${left}.${right.join('')}`), scale);
}

function readWhole(words: string): number | undefined {
  const arabic = /^(\d+(?:\.\d+)?)([十百千万亿]*)$/.exec(words);
  if (arabic) return scaled(Number(arabic[1]), arabic[2]!);
  const spelt = words.replaceAll('廿', '二十').replaceAll('卅', '三十');
  const digits = [...spelt].map((digit) => DIGITS.get(digit));
  if (digits.length > 1 && digits.every((digit) => digit !== undefined)) {
    // 七八 is seven or eight, not 78.
    const isRow = digits.length > 2 || digits.includes(0);
    return isRow && digits.length < 16 ? Number(digits.join('')) : undefined;
  }
  return readUnits(spelt);
}

/** The value of digits with units, each unit smaller than the one before within its 万 or 亿. */
function readUnits(words: string): number | undefined {
  if (words.length < 2) return words === '十' ? 10 : DIGITS.get(words);
  let hundredMillions = 0;
  let tenThousands = 0;
  let section = 0;
  let digit: number | undefined;
  let lastUnit = Number.POSITIVE_INFINITY;
  for (const word of words.match(/\d+(?:\.\d+)?|./gu) ?? []) {
    const unit = UNITS.get(word);
    if (unit === undefined) {
      const value = DIGITS.get(word) ?? Number(word);
      if (Number.isNaN(value) || digit !== undefined) return undefined;
      if (value > 0) digit = value;
    } else if (unit < 1e4) {
      if ((unit >= lastUnit && lastUnit < 1e4) || (digit === undefined && unit !== 10)) return undefined;
      section += (digit ?? 1) * unit;
      [digit, lastUnit] = [undefined, unit];
    } else {
      section += digit ?? 0;
      if (section === 0 && tenThousands === 0) return undefined;
      if (unit === 1e4) tenThousands += section * unit;
      else [hundredMillions, tenThousands] = [hundredMillions + (tenThousands + section) * unit, 0];
      [section, digit, lastUnit] = [0, undefined, unit];
    }
  }
  // 二百五 is 250 and 三万五 35,000: a last digit counts the unit below the one before.
  const short = Number.isFinite(lastUnit) && lastUnit >= 100 && !zeroBeforeLast(words);
  section += (digit ?? 0) * (short ? lastUnit / 10 : 1);
  return exact(hundredMillions + tenThousands + section);
}

function zeroBeforeLast(words: string): boolean {
  return /[零〇○0]/.test(words.at(-2) ?? '');
}

function scaled(value: number, units: string): number | undefined {
  let product = value;
  for (const unit of units) product *= UNITS.get(unit) ?? 1;
  return exact(product);
}

/** Without the dust of binary fractions: 29.05 × 10⁸ is 2905000000. */
function exact(value: number): number | undefined {
  return Number.isFinite(value) ? Number(value.toPrecision(15)) : undefined;
}
