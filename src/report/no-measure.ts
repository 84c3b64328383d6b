/**
 * Tells numbers that measure something from those that name, date or number something.
 *
 * The rules quote the kinds of line they are for; all of them read text folded to half width.
 */

import { parseMarker } from './parse-marker.ts';

/** A part of a text in marks that take what it says out of the text's own words. */
export interface Quoted {
  readonly mark: '《' | '“' | '〔';
  readonly start: number;
  readonly end: number;
}

/** A number in its text, not yet known to measure anything. */
export interface NumberInText {
  /** The whole text, folded. */
  readonly text: string;
  readonly start: number;
  /** Behind the digits and their 万 or 亿, before the unit. */
  readonly end: number;
  /** The words of the number, without qualifier and unit. */
  readonly words: string;
  /** The measure word behind it; empty when there is none. */
  readonly unit: string;
  /** Whether it is printed in digits and not in characters. */
  readonly isArabic: boolean;
  readonly quoted: readonly Quoted[];
}

/** Parts in 《》, “” and 〔〕; of “” and "" those of at most 24 characters. */
export function quotedParts(text: string): Quoted[] {
  const pattern =
    /《[^《》]{0,80}(?:《[^》]{0,200}》[^《》]{0,200}){0,9}》|“[^“”]{0,24}”|"[^"]{0,24}"|〔[^〕]{0,200}〕|\[\d{4}\]/g;
  const marks = { '《': '《', '[': '〔', '〔': '〔' } as const;
  return [...text.matchAll(pattern)].map((match) => ({
    mark: marks[match[0][0] as keyof typeof marks] ?? '“',
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Whether a number inside any of the quoted parts starts at `at`. */
export function isQuoted(quoted: readonly Quoted[], at: number): boolean {
  return quoteAround(quoted, at) !== undefined;
}

/** The part that holds an offset; parts stand in the order of the text and do not overlap. */
function quoteAround(quoted: readonly Quoted[], at: number): Quoted | undefined {
  let [low, high] = [0, quoted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (quoted[middle]!.end <= at) low = middle + 1;
    else high = middle;
  }
  const found = quoted[low];
  return found && isInside(found, at) ? found : undefined;
}

function isInside(quote: Quoted, at: number): boolean {
  return at > quote.start && at < quote.end;
}

/** Words that a number stands behind when it is somebody's or something's own: 邮编:510800, QQ群123456. */
const NAMED = /(?:邮编|邮政编码|QQ群?|微信号?|证号|编号|代码|账号|标识码|电话|传真|手机号?)[:：]?\s?$/i;
/** `12345热线`, `“12345”政务服务`, `12309检察服务中心`, `110报警`. */
const HOTLINE_NUMBER = /^12[13]\d\d$/;
const SHORT_LINE_NUMBER = /^1[12]\d{1,3}$/;
const LINE_NAME =
  /^[”"]?\s?(?:[政市便民服务投诉举报公共法律]{0,8}(?:热线|平台|电话)|政务|政府|市民|工单|中心|报警|接处?警|指挥|联动)/;

/** In characters. */
const MOST_INDENT = 80;
/** Characters from which a marker is read. */
const MOST_MARKER = 80;

/** Whether the number is a date, a document or telephone number, part of a name, or inside a slogan. */
export function isNoMeasure(number: NumberInText): boolean {
  const { text, start, end, unit } = number;
  const before = text.slice(Math.max(0, start - 8), start);
  const after = text.slice(end, end + 8);
  const mark = quoteAround(number.quoted, start)?.mark;
  if (mark === '《' || mark === '〔') return true;
  // “3+N”, “24小时自助服务”, “121345”: what a slogan counts is no figure; “达到100%”, “3000万元” are.
  if (mark && !/^\s?(?:%|[\d万亿]*元)/.test(after)) return true;
  if (/第\s?$/.test(before) || /[A-Za-z]-?$/.test(before) || /^[A-Za-z]/.test(after)) return true;
  // 前10个月, 前三个季度: a part of the year.
  if (/前$/.test(before) && /^个(?:月|季度)$/.test(unit)) return true;
  return number.isArabic && (isJoined(before, after) || isDate(number) || isOwnNumber(number, before, after));
}

/** `1+4`, `12·4`, `7×24小时`, `10:29`, `2021.11.5`, `3/4`: one of several numbers that say something together. */
function isJoined(before: string, after: string): boolean {
  if (/^[+/]\d|^\+/.test(after) || /\d\+$|\+$/.test(before)) return true;
  if (/\d[.:/-]$/.test(before) || /^[:/]\d|^[.-]\d/.test(after)) return true;
  return /\d[·•×xX*]$/.test(before) || /^[·•×xX*]\d/.test(after);
}

/** `2019年`, `10月`, `2016-2019年`, `1-10月`, `8日`, `90年代`; `3年` and `2个月` are durations. */
function isDate({ text, start, end, words, unit }: NumberInText): boolean {
  const after = text.slice(end, end + 8);
  if (/(?:19|20)\d\d年\s?[-至到—]?\s?$/.test(text.slice(Math.max(0, start - 8), start)) && unit === '年')
    return true;
  if (/^\s?(?:月|日|年代|世纪)/.test(after)) return true;
  if (!/^\s?年(?!\s?(?:以上|以内|内|期))/.test(after)) return false;
  return /(?:19|20)\d\d$/.test(words) || /^\d{4}/.test(words);
}

/** Document, telephone, licence, list and version numbers. */
function isOwnNumber(
  { text, start, end, words, unit }: NumberInText,
  before: string,
  after: string,
): boolean {
  if (isAgeBound(text.slice(end, end + 12), unit) || isSectionNumber(text, start)) return true;
  if (/^\s?号/.test(after) || /^\d{3,4}[-—]\d{7,8}$/.test(words)) return true;
  if (unit !== '') return false;
  // Mobile, licence and identity numbers; so large a count is printed with its unit.
  if (/^\d{7,}$/.test(words) || NAMED.test(text.slice(Math.max(0, start - 8), start))) return true;
  if (HOTLINE_NUMBER.test(words) || (SHORT_LINE_NUMBER.test(words) && LINE_NAME.test(after))) return true;
  // 3.0版, 90后.
  if (/^版/.test(after) || (/^[5-9]0$/.test(words) && /^后/.test(after))) return true;
  // `1.加强`, `(1)加强`, `1.1强化`.
  const opens = start < MOST_INDENT && /^[(（]?$/.test(text.slice(0, start).trim());
  if (opens && /^[.、．)）,,]/.test(after)) return true;
  return isListNumber(before, words, after) || (opens && isDecimalNumber(words) && !/^\s?\d/.test(before));
}

function isDecimalNumber(words: string): boolean {
  return /^\d{1,2}\.\d{1,2}$/.test(words);
}

/** `…有待提升。3.普法针对性不强`, `…:(2)加强`: the number of an item in running text. */
function isListNumber(before: string, words: string, after: string): boolean {
  if (!/^[1-9]\d?$/.test(words)) return false;
  if (/[(（]$/.test(before))
    return /^[)）](?=[\p{Script=Han}“《])/u.test(after) && /[。;；:：][(（]$/.test(before);
  return /[。;；:：!?！？”）)]\s*$/.test(before) && /^(?:[.．]|、)\s?(?=[\p{Script=Han}“《])/u.test(after);
}

/** `3.4 项目备案到开工`: the number of a section, though 项 may count too. */
function isSectionNumber(text: string, start: number): boolean {
  return (
    start < MOST_INDENT &&
    text.slice(0, start).trim() === '' &&
    parseMarker(text.slice(start, start + MOST_MARKER))?.style.startsWith('decimal') === true
  );
}

/** `50岁以上执法人员占比达43.7%`: who is counted, not how many. */
function isAgeBound(from: string, unit: string): boolean {
  return unit === '岁' && /^\s?岁(?:\(?[含及]?\)?(?:以上|以下|以内))/.test(from);
}

/** Measure words that ordinary words begin with or that rarely count: 成立, 三类, 一级, 两条腿. */
const DOUBTFUL_UNITS = new Set('成类级块点对门批条道节期组位大分站'.split(''));
const SAYS_COUNT = /(?:共|计|有|达|近|超|约|的|了)$/u;

/**
 * Whether a number in characters counts something: `六件`, `两次`, `四种` do; `一体`, `三项制度`, `第一`, `十九大`
 * do not.
 *
 * @param before - The words before it.
 * @param after - The words behind its unit.
 * @param isOpen - Whether 余, 多 or 几 follows or 数, 几, 上 or 过 stands before: 百余件, 数十件, 上千人.
 */
export function isChineseMeasure(
  words: string,
  unit: string,
  before: string,
  after: string,
  isOpen: boolean,
): boolean {
  if (unit === '' || unit === '届' || unit === '年' || unit === '天') return false;
  if (/^[百千万亿]/u.test(words) && !isOpen && !/[近超约逾]$/u.test(before)) return false;
  if (/[第之唯统专万其每初周星期更进同逐]$/u.test(before)) return false;
  // 零部件 and 零件 are things.
  if (words === '零' && (unit === '件' || (unit === '部' && after.startsWith('件')))) return false;
  if (words === '十' && /[一二三四五六七八九]$/.test(before)) return false;
  // 一 is a number only where it is said to be: 仅一件, 近一成.
  const one = unit === '成' ? /(?:[近超约逾足到过占]|仅|有)$/u : /(?:仅|只|共|计|有|了)$/u;
  if (words === '一' && !one.test(before)) return false;
  if (unit === '成') return !/^(?:立|为|功|果|员|绩|效|熟|本)/u.test(after);
  if (DOUBTFUL_UNITS.has(unit)) return SAYS_COUNT.test(before) || words.length > 1;
  if (unit === '项' && /^(?:制度|机制|规定|措施|工程|行动|建设|工作)/u.test(after))
    return /(?:共|计)$/u.test(before);
  return true;
}
