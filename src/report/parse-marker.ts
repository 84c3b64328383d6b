/**
 * The numbers that headings of Chinese official documents begin with.
 *
 * Official documents number in four styles, outermost first: 一、 then （一） then 1. then （1）
 * (GB/T 9704-2012 §7.3.3). Reports also use 第一部分, 1.1 and ①, with dots, commas and widths mixed.
 */

/**
 * A way of numbering; `ordinal` is 首先, 其次 on lines of their own. Within one report a style stands for a depth, but
 * not the same in every report.
 */
export type NumberingStyle =
  | 'part'
  | 'chapter'
  | 'section'
  | 'ordinal'
  | 'chinese'
  | 'chinese-bracket'
  | 'arabic'
  | 'decimal'
  | 'decimal-3'
  | 'arabic-bracket'
  | 'arabic-half-bracket'
  | 'circled';

/** The number at the start of a line. */
export interface Marker {
  readonly style: NumberingStyle;
  /** The last component: 3 of `（三）` and of `1.3`. */
  readonly number: number;
  /** The components before the last: `[1]` of `1.3`. */
  readonly above: readonly number[];
  /** Characters up to where the words begin. */
  readonly length: number;
}

/** Styles from the outermost to the innermost in common use. */
export const STYLE_ORDER: readonly NumberingStyle[] = [
  'part',
  'chapter',
  'section',
  'ordinal',
  'chinese',
  'chinese-bracket',
  'arabic',
  'decimal',
  'decimal-3',
  'arabic-bracket',
  'arabic-half-bracket',
  'circled',
];

/**
 * Reads the number at the start of a line in half-width signs.
 *
 * `undefined` for decimals (`3.5亿元`), dates (`2020.5.1`), ranges (`1-10月`), and 一是, 首先 and the
 * like, which order sentences and head nothing.
 */
export function parseMarker(plain: string): Marker | undefined {
  for (const { style, pattern } of GRAMMAR) {
    const match = pattern.exec(plain);
    if (match === null) continue;
    const numbers = (match[1] ?? '').split('.').map(toNumber);
    const number = numbers.at(-1);
    if (number === undefined || number === 0 || number > 60 || numbers.includes(undefined)) return undefined;
    const above = numbers.slice(0, -1).map((part) => part ?? 0);
    return { style, number, above, length: match[0].length };
  }
  return undefined;
}

const CHINESE = '[一二三四五六七八九十]{1,3}';
/** A decimal is followed by what it counts, a heading by words. */
const NOT_A_QUANTITY =
  '(?![\\d.%‰])(?!\\s*(?:万|亿|个(?![人别体])|件|人(?![民才大员事居])|次|元|倍|公里|千米|平方|米|亩|吨|年(?!度)|月|' +
  '日(?!常)|分(?![类级析工步别])|项(?!目)|户(?!籍)|家(?!庭)|小时|%))';

const GRAMMAR: readonly { readonly style: NumberingStyle; readonly pattern: RegExp }[] = [
  { style: 'part', pattern: new RegExp(`^第(${CHINESE}|\\d{1,2})(?:部分|篇|编)[\\s:、.]*`) },
  { style: 'chapter', pattern: new RegExp(`^第(${CHINESE}|\\d{1,2})章[\\s:、.]*`) },
  { style: 'section', pattern: new RegExp(`^第(${CHINESE}|\\d{1,2})节[\\s:、.]*`) },
  { style: 'chinese', pattern: new RegExp(`^(${CHINESE})\\s*[、.．]\\s*`) },
  { style: 'chinese-bracket', pattern: new RegExp(`^[(〔\\[]\\s*(${CHINESE})\\s*[)〕\\]]\\s*[、.,]?\\s*`) },
  { style: 'chinese-bracket', pattern: /^([㈠-㈩])\s*/ },
  {
    style: 'decimal-3',
    pattern: new RegExp(`^(\\d{1,2}\\.\\d{1,2}\\.\\d{1,2})(?:[、.](?=\\D))?${NOT_A_QUANTITY}\\s*`),
  },
  { style: 'decimal', pattern: new RegExp(`^(\\d{1,2}\\.\\d{1,2})(?:[、.](?=\\D))?${NOT_A_QUANTITY}\\s*`) },
  { style: 'arabic', pattern: /^(\d{1,2})\s*(?:、|[.](?!\d{1,2}(?!\d)))\s*/ },
  { style: 'arabic', pattern: /^([⒈-⒛])\s*/ },
  { style: 'arabic-bracket', pattern: /^\(\s*(\d{1,2})\s*\)\s*[、.]?\s*/ },
  { style: 'arabic-bracket', pattern: /^([⑴-⒇])\s*/ },
  { style: 'arabic-half-bracket', pattern: /^(\d{1,2})\s*\)\s*/ },
  { style: 'circled', pattern: /^([①-⑳])\s*/ },
];

function toNumber(part: string): number | undefined {
  if (/^\d+$/.test(part)) return Number(part);
  const code = part.codePointAt(0) ?? 0;
  if (code >= 0x3220 && code <= 0x3229) return code - 0x321f;
  for (const first of [0x2460, 0x2474, 0x2488])
    if (code >= first && code < first + 20) return code - first + 1;
  const tens = /^([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/.exec(part);
  if (tens === null || (tens[2] === '' && tens[1] !== '' && tens[3] !== '')) return undefined;
  const digit = (sign: string | undefined) => (sign ? '一二三四五六七八九'.indexOf(sign) + 1 : 0);
  if (tens[2] === '') return digit(tens[1]) + digit(tens[3]);
  return (tens[1] === '' ? 1 : digit(tens[1])) * 10 + digit(tens[3]);
}
