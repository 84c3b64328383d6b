/** Numbers that date or name something: years, days, articles, documents, hotlines. They have to be printed as such. */
import { renderChineseNumeral } from '../../language/chinese-numerals.ts';
import { foldWidth } from '../../report/scan-numbers.ts';
import type { Language } from '../../wording/language.ts';
import type { FaultKind } from './proof.ts';
import type { Source } from './read-sources.ts';
import type { WrittenNumber } from './written-number.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = String.raw`(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?`;
const DAY_BEHIND = new RegExp(`^(?:st|nd|rd|th)?(?: of)?\\s?(${MONTH})`, 'i');
const MONTH_BEFORE = new RegExp(`\\b(${MONTH})\\s$`, 'i');
/** How a sentence speaks of another year than its report's. */
const COMPARES = /比|较|从|由|\b(?:from|than|compared|versus|against|in \d{4})\b/i;
const PLANS =
  /计划|拟|将|预计|力争|争取|目标|打算|要|下一步|\b(?:plan\w*|will|aim\w*|target\w*|expect\w*|intend\w*|goal\w*|next)\b/i;
const OF_REPORT =
  /((?:19|20)\d\d)年度?的?(?:法治政府建设|依法行政)?(?:工作|年度|情况)*(?:报告|总结)|\b((?:19|20)\d\d) (?:annual |law-based government )*report\b|\breport (?:of [^.,]{0,60} )?for (?:the year )?((?:19|20)\d\d)\b/gi;
/** `concluded 2019 reconsideration cases`: what a verb has behind it is counted. */
const COUNTED =
  /\b(?!(?:its?|their|the|this|that|annual|fiscal|calendar|full|early|late|mid|whole|entire|again|only|already|and|or|but|to|as|is|was|were|are|than|both|while|which|when|where|with|within|until|till|between|before|after|against|versus|vs|per|about|around|on|at|by|of|in|for|from|since|during|through|throughout|over|across|year|years|end|beginning|start|half|quarter|month|compared|reports?|dated|issued|published|spring|summer|autumn|winter)\b)[a-z]{3,}(?<!'s)\s+(?:a total of\s+)?$/;
const IS_YEAR = /^(?:19|20)\d\d$/;

/** Whether a number names or dates something rather than measuring it. */
export function isNaming(text: string, number: WrittenNumber, language: Language): boolean {
  const { before, digits, after } = around(text, number);
  if (number.unit !== '' && !/^[年月日]$/.test(number.unit)) return false;
  // 30年 is a duration.
  if (/^年/.test(after) && !IS_YEAR.test(digits)) return false;
  if (language === 'zh')
    return (
      /^(?:年|月|日|号|条|款|章|届|版|后|线)/.test(after) ||
      /(?:第|〔|\[|No\.?\s?)$/i.test(before) ||
      /^[〕\]]/.test(after) ||
      (IS_YEAR.test(digits) && /^\s?[-–—至到]/.test(after))
    );
  if (number.value <= 31 && (DAY_BEHIND.test(after) || MONTH_BEFORE.test(before))) return true;
  if (/\b(?:No|Nos|Articles?|Arts?|Sections?|Chapters?|Document|Order|Decree)\.?\s?$/i.test(before))
    return true;
  if (/[〔[]$/.test(before) || /^[〕\]]/.test(after) || /^\s?[年月日号条]/.test(after)) return true;
  // 2,000 is no year.
  if (number.noun !== '' && (number.precision !== 'exact' || number.end - number.start > 4)) return false;
  return (
    IS_YEAR.test(digits) &&
    !COUNTED.test(text.slice(0, number.start)) &&
    !/^\s+(?:cases|people|items|applications|documents)\b/i.test(after)
  );
}

/** Years that a sentence gives to its report: `2019年的报告`, `the 2019 report`; what a title prints is no such year. */
export function reportYears(text: string): number[] {
  const untitled = text.replace(/《[^》]*》/g, '');
  return [...untitled.matchAll(OF_REPORT)].map(([, zh, en, later]) => Number(zh ?? en ?? later));
}

/** What is wrong with a number that names or dates something; `undefined` where it stands in one of the sources. */
export function namesStand(
  text: string,
  number: WrittenNumber,
  sources: readonly Source[],
  language: Language,
): FaultKind | undefined {
  const { before, digits, after } = around(text, number);
  const named = sources.map((source) => `${source.text}\n${source.around}`);
  if (IS_YEAR.test(digits) && !/^\s?号/.test(after))
    return isYearOf(Number(digits), sources, text) ? undefined : 'year';
  const date = language === 'zh' ? chineseDate(before, digits, after) : englishDate(before, digits, after);
  if (date) return named.some((one) => hasDate(one, date)) ? undefined : 'date';
  const mark = /^\s?([号条款章届版线])/.exec(after)?.[1] ?? '';
  const spelt = `第${renderChineseNumeral(Number(digits))}`;
  if (/^[条款章]?$/.test(mark) && named.some((one) => new RegExp(`${spelt}[条款章]`).test(one)))
    return undefined;
  const token = new RegExp(`(?<![\\d.])${digits.replace('.', '\\.')}(?![\\d.]*\\d)\\s?${mark}`);
  return named.some((one) => token.test(one)) ? undefined : 'document';
}

/** The year of a report, one that its paragraph prints, or one that it calls 上年 or 明年. */
function isYearOf(year: number, sources: readonly Source[], said: string): boolean {
  return sources.some(({ report, text, around: headings }) => {
    const printed = new RegExp(`(?<!\\d)${year}(?!\\d)|(?:^|\\D)${chineseYear(year)}年`);
    if (year === report.year || printed.test(`${text}\n${headings}`)) return true;
    // `2016-2019年`: what lies between was covered too.
    const spans = [...`${text}\n${headings}`.matchAll(/((?:19|20)\d\d)年?\s?[-–—~至到]\s?((?:19|20)\d\d)/g)];
    if (spans.some(([, from, to]) => year >= Number(from) && year <= Number(to))) return true;
    if (year === report.year - 1) return COMPARES.test(said) && /上年|去年|上一年|同比|同期/.test(text);
    if (year === report.year + 1)
      return PLANS.test(said) && /明年|来年|下一年|下一步|今后|新的一年/.test(`${text}\n${headings}`);
    return false;
  });
}

function chineseYear(year: number): string {
  return [...String(year)]
    .map((digit) => (digit === '0' ? '[〇零○]' : '一二三四五六七八九'[Number(digit) - 1]))
    .join('');
}

interface MonthDay {
  readonly month: number;
  readonly day?: number;
}

function chineseDate(before: string, digits: string, after: string): MonthDay | undefined {
  const value = Number(digits);
  const month = /^\s?月(?:(\d{1,2})[日号])?/.exec(after);
  if (month) return { month: value, ...(month[1] ? { day: Number(month[1]) } : {}) };
  if (!/^[日号]/.test(after)) return undefined;
  const ahead = /(\d{1,2})月\s?$/.exec(before)?.[1];
  return ahead === undefined ? undefined : { month: Number(ahead), day: value };
}

function englishDate(before: string, digits: string, after: string): MonthDay | undefined {
  const name = DAY_BEHIND.exec(after)?.[1] ?? MONTH_BEFORE.exec(before)?.[1];
  if (name === undefined || Number(digits) > 31) return undefined;
  const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  return { month, day: Number(digits) };
}

/** Whether a text has a date: `11月9日`, `1-10月` for October, `2021-01-18`. */
function hasDate(text: string, { month, day }: MonthDay): boolean {
  if (day !== undefined)
    return (
      new RegExp(`(?<!\\d)0?${month}月\\s?0?${day}(?!\\d)`).test(text) ||
      new RegExp(`(?<!\\d)0?${month}[-./]0?${day}(?!\\d)`).test(text)
    );
  return new RegExp(`(?<!\\d)0?${month}(?:月|\\s?[-–—~至到]\\s?\\d{1,2}月)|[-./]0?${month}[-./]`).test(text);
}

function around(text: string, { start, end }: WrittenNumber) {
  const folded = foldWidth(text);
  const digits = folded
    .slice(start, end)
    .replaceAll(',', '')
    .replace(/[^\d.]+$/, '');
  return {
    before: folded.slice(Math.max(0, start - 12), start),
    digits: digits.trim(),
    after: folded.slice(start + folded.slice(start, end).search(/[^\d,.]|$/), end + 16),
  };
}
