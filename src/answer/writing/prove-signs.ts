/**
 * Proves how a figure is said: not denied where it is printed as done, not planned, of no other part of the year, not
 * by the month, risen where it rose. Words of that kind beside a number have to stand in its sentence of the report.
 */
import type { NumberFault, ProvedNumber } from './prove-numbers.ts';
import type { Source, SourceFigure } from './read-sources.ts';
import { listUnprinted, type Wording } from './statement-words.ts';

/** Words that deny, and those of a report that may be meant by them. */
export const DENIALS: readonly Wording[] = [
  {
    said: /(?<!罚)没有/,
    printed: /不|未|没|无|否|拒|零|免/,
  },
  {
    said: /未(?!来|成年|央|婚|满)|(?<!罚)没(?!有|收|款)|拒绝|拒不|放弃|搁置|推迟|暂缓|停止|并非|不再|不曾|从不|\b(?:not(?! only| more than| less than| fewer than| exceed)|never|neither|nor|fail(?:ed|s|ing)? to|refus\w+ to|declin(?:ed|es|ing) to|unable|yet to|neglect\w*|unresolved|unfinished|pending|unsettled)\b|\bno (?!more|less|fewer|later|longer)|n't\b/i,
    printed: /不|未|没|无|否|拒|零|免|失|停/,
  },
];

const PLANS: readonly Wording[] = [
  {
    said: /计划(?![生内]|》)|拟(?!定)|准备|预计|打算|有望|即将|\b(?:plan(?:s|ned|ning)? to|will|aims? to|aimed to|intend\w*|expect\w* to|going to|hop(?:es|ed|ing) to|is to|are to|about to|set to)\b/i,
    printed: /计划|拟|准备|预计|打算|力争|争取|将|要|目标|下一步|明年|今后|有望|即将|继续/,
  },
];

/** Parts of the year, and what happens by the month or day. */
export const PERIODS: readonly Wording[] = [
  { said: /上半年|\bfirst half\b|\bfirst six months\b/i, printed: /上半年|1月?\s?[-–—~至到]\s?6月/ },
  { said: /下半年|\b(?:second|latter|last) half\b/i, printed: /下半年|7月?\s?[-–—~至到]\s?12月/ },
  {
    said: /前[三3](?:个)?季度|\bfirst (?:three|3) quarters\b|\bfirst nine months\b/i,
    printed: /前[三3](?:个)?季度|1月?\s?[-–—~至到]\s?9月/,
  },
  { said: /前[二两2](?:个)?季度/, printed: /前[二两2](?:个)?季度|上半年/ },
  {
    said: /(?<![前\d])(?:第?[一1]|首)季度|\bfirst quarter\b|\bQ1\b/i,
    printed: /(?:第?[一1]|首)季度|1月?\s?[-–—~至到]\s?3月/,
  },
  { said: /第?[二2]季度|\bsecond quarter\b|\bQ2\b/i, printed: /[二2]季度|4月?\s?[-–—~至到]\s?6月/ },
  { said: /(?<!前)第?[三3]季度|\bthird quarter\b|\bQ3\b/i, printed: /[三3]季度|7月?\s?[-–—~至到]\s?9月/ },
  {
    said: /第?[四4]季度|\b(?:fourth|last|final) quarter\b|\bQ4\b/i,
    printed: /[四4]季度|10月?\s?[-–—~至到]\s?12月/,
  },
  {
    said: /每个?月|月均|逐月|\b(?:every|each|per|a) month\b|\bmonthly\b/i,
    printed: /[每逐按当]个?月|月均|一月|\d个?月/,
  },
  { said: /每[天日]|日均|\b(?:every|each|per|a) day\b|\bdaily\b/i, printed: /[每逐]个?[天日]|日均|一[天日]/ },
  {
    said: /每周|周均|\b(?:every|each|per|a) week\b|\bweekly\b/i,
    printed: /每周|周均|一周|每星期|[每]?周[一二三四五]/,
  },
  { said: /每个?季度|\b(?:every|each|per|a) quarter\b(?! of)|\bquarterly\b/i, printed: /每个?季|按季|季度/ },
  {
    said: /每年|年均|\b(?:every|each|per) year\b|\bannually\b|\byearly\b/i,
    printed: /每年|年均|一年|逐年|年度|历年|每.{0,2}年/,
  },
  { said: /每[件宗人名户个次]|[人户件]均|\bper (?:case|person|capita|household|head)\b/i, printed: /每|均/ },
];

const CHANGES: readonly Wording[] = [
  {
    said: /上升|升至|(?<!提)升到|增至|上涨|增长|增加|增幅|攀升|回升|\b(?:rose|risen|rising|increas\w+|grew|grown|growth|climb\w+|(?<!\b(?:ma[dk]e|makes|making|sp?ed|speed|took|take|set) )up (?:from|by|\d))\b/i,
    printed: /升|增|涨|提高|扩|多|新/,
  },
  {
    said: /下降|降至|降到|减至|下滑|回落|减少|降低|降幅|减幅|\b(?:fell|fallen|falling|decreas\w+|declin\w+|dropp\w+|reduc\w+|down (?:from|by|\d))\b/i,
    printed: /降|减|下滑|回落|缩|压|少|低|由|从|精简|缩短|取消/,
  },
];
const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const CLAUSE_ENDS = /[，。;；:：!！?？]|,(?!\d{3}(?!\d))|\.(?=\s)|\b(?:and that|whereas|while|but)\b/;

/** Numbers that are said otherwise than the sentence of the report that prints them. */
export function proveSigns(text: string, numbers: readonly ProvedNumber[]): NumberFault[] {
  const isTrend =
    new Set(numbers.flatMap(({ borne }) => borne.map(({ source }) => source.report.id))).size > 1;
  return numbers.flatMap(({ number, borne, statement }): NumberFault[] => {
    const clause = clauseAround(text, number.start, number.end);
    const part = text.slice(statement.start, statement.end);
    const misses = borne.map(({ source, figure }) => [
      ...listUnprinted(
        nearest(clause, text.slice(number.start, number.end)),
        clauseOf(source, figure),
        DENIALS,
      ),
      ...listUnprinted(
        withoutOthers(clause, text.slice(number.start, number.end)),
        sentenceOf(source, figure),
        DENIALS,
      ),
      ...(figure.prepared?.figure.planned ? [] : listUnprinted(clause, sentenceOf(source, figure), PLANS)),
      ...listUnprinted(clause, sentenceOf(source, figure), PERIODS),
      // From one report to the next the figures themselves tell.
      ...(isTrend ? [] : listUnprinted(clause, sentenceOf(source, figure), CHANGES)),
      ...listMonths(part, source),
    ]);
    // Printed twice, it may be said as either of them.
    if (misses.length === 0 || misses.some((words) => words.length === 0)) return [];
    const words = text.slice(number.start, number.end);
    return [{ kind: 'measure', detail: `“${words}” is not printed with “${misses[0]![0]!.trim()}”` }];
  });
}

/** Months that an English sentence names and the paragraph does not. */
function listMonths(text: string, { text: printed, around }: Source): string[] {
  return MONTHS.filter((name, index) => {
    const said = new RegExp(`\\b${name[0]!.toUpperCase()}${name.slice(1)}\\b(?! \\d{1,2}(?!\\d))`).test(text);
    const month = new RegExp(
      `(?<!\\d)0?${index + 1}\\s?(?:月|[-–—~至到]\\s?\\d{1,2}月)|[-./]0?${index + 1}(?:[-./]|$)|[一二三四五六七八九十]月|年[初底末]`,
    );
    return said && !month.test(`${printed}\n${around}`);
  });
}

/** The clause of a sentence that a number stands in. */
export function clauseAround(text: string, start: number, end: number): string {
  const before = text.slice(0, start).split(CLAUSE_ENDS).at(-1) ?? '';
  const [behind = ''] = text.slice(end).split(CLAUSE_ENDS);
  return `${before}${text.slice(start, end)}${behind}`;
}

const AND = /\b(?:and|but|while|whereas)\b/;

/** Of `10 were not accepted and 54 had been concluded` what is said of 54. */
function nearest(clause: string, words: string): string {
  return clause.split(AND).find((part) => part.includes(words)) ?? clause;
}

/** The clause without what it says of other numbers. */
function withoutOthers(clause: string, words: string): string {
  return clause
    .split(AND)
    .filter((part) => part.includes(words) || !/\d/.test(part))
    .join(' ');
}

function clauseOf({ text }: Source, { prepared, start, end }: SourceFigure): string {
  const clause = prepared?.figure.clause;
  return clause ?? text.slice(Math.max(0, start - 30), end + 20);
}

function sentenceOf({ text }: Source, { prepared, start, end }: SourceFigure): string {
  const sentence = prepared?.figure.sentence ?? text.slice(Math.max(0, start - 120), end + 60);
  return `${sentence}\n${prepared?.figure.period ?? ''}`;
}
