/**
 * The years a question names: those that say which report is meant, and those that belong to what is asked about.
 *
 * `2016-2019年的规范性文件`, `比2020年同期`, `自2019年以来` are about the matter, whatever year the report has.
 */
import { chineseValue } from '../report/scan-numbers.ts';

/** The years of a question, by what they are said of. */
export interface FoundYears {
  /** Years of the report, in the order of the question. */
  readonly years: readonly number[];
  readonly contentYears: readonly number[];
  readonly relativeYear?: number;
  /** The year that the question calls a report's, where it names others besides. */
  readonly reportYear?: number;
  /** Offsets of everything read as a year, for leaving it out of the terms. */
  readonly spans: readonly { readonly start: number; readonly end: number }[];
}

const YEAR =
  /(?<!\d)(?<digits>(?:19|20)\d\d)(?![\d余多几件宗起例个名人条项份次家户场万%亩元分台部.])\s?(?:年度?|\b)?|(?<words>二[〇零][一二三四五六七八九〇零]{2})年度?/g;
const RANGE = /(?:19|20)\d\d\s?年?\s?(?:[-—–~至到]|to|through|until)\s?(?:19|20)\d\d\s?年?/gi;
const RELATIVE: readonly (readonly [RegExp, number])[] = [
  [/前年|\byear before last\b/, -2],
  [
    /(?<![比较与和跟同])(?:去年|[上前]一年度?|上年度?)(?!同期|相比)|(?<!than |with |from |over )\blast year\b/,
    -1,
  ],
  [/明年|次年|[下后]一年|翌年|\bnext year\b/, 1],
  [/今年|当年|本年度?|\bthis year\b/, 0],
];

/** 22年, where it is no span of time: 近22年, 22年来, 有期徒刑15年. */
const SHORT_YEAR =
  /(?<![\d.近过满约达第了共历经长超每隔期徒刑干到前后这整]|工作|从业|不足|只有|未来|今后)([12]\d|3[0-5])年(?=度?(?:[^来以间内前后多里期徒史之\d]|$))/g;

/** 比21年多几件: no more than a year. */
const COMPARED_YEAR = /(?<=[比较])([12]\d|3[0-5])年(?=[多少高低增减])/g;

/** Writes the short years of a Chinese question in full: 22年 becomes 2022年. */
export function fullYears(normal: string): string {
  return normal.replace(SHORT_YEAR, '20$1年').replace(COMPARED_YEAR, '20$1年');
}

/** Finds the years of a question in normal form. */
export function findYears(normal: string): FoundYears {
  const years: number[] = [];
  const contentYears: number[] = [];
  const spans: { start: number; end: number }[] = [];
  const reported = reportYears(normal);
  const ranges = [...normal.matchAll(RANGE)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  for (const match of normal.matchAll(YEAR)) {
    const year = match.groups?.digits ? Number(match.groups.digits) : wordYear(match.groups?.words ?? '');
    const [start, end] = [match.index, match.index + match[0].length];
    spans.push({ start, end });
    const inRange = ranges.some((range) => start >= range.start && end <= range.end + 2);
    const content =
      inRange ||
      (reported.length === 1 && !reported.includes(year)) ||
      isContent(normal.slice(Math.max(0, start - 6), start), normal.slice(end, end + 6));
    (content ? contentYears : years).push(year);
  }
  const relative = years.length === 0 ? RELATIVE.find(([pattern]) => pattern.test(normal)) : undefined;
  for (const [pattern] of RELATIVE) {
    const match = pattern.exec(normal);
    if (match) spans.push({ start: match.index, end: match.index + match[0].length });
  }
  return {
    years: [...new Set(years)],
    contentYears,
    spans,
    ...(relative ? { relativeYear: relative[1] } : {}),
    ...(reported.length === 1 && contentYears.length > 0 ? { reportYear: reported[0]! } : {}),
  };
}

/** 2018年报告里, in its 2018 report: where one year is said to be a report's, the others are of the matter. */
function reportYears(normal: string): number[] {
  const named = normal.matchAll(
    /(?<!\d)((?:19|20)\d\d)(?:年度?的?(?:法治政府建设)?(?:年度|工作|情况)*(?:报告|总结)(?!期)| (?:annual )?report\b)/gi,
  );
  return [...new Set([...named].map((match) => Number(match[1])))];
}

/** 比2020年同期, 自2019年4月以来, 2019年本, 2019年12月1日: years of the matter. */
function isContent(before: string, after: string): boolean {
  if (
    /(?:比|较|同比|与|自|从|since |than |from |vs\.? |over )$/i.test(before) &&
    /^(?:的?同期|以来|起|年?底|$|[ ,.?]|相比|增|上升|下降|涨|版|本|[高低多少升降减]|提[高升]|下[滑跌])/.test(
      after,
    )
  )
    return true;
  return /[转续延推迟]{1,2}(?:到|至)$/.test(before) || /^(?:同期|以来|版|本\)|年?修正|年?修订)/.test(after);
}

function wordYear(words: string): number {
  return Number([...words].map((word) => (word === '〇' ? 0 : (chineseValue(word) ?? 0))).join(''));
}
