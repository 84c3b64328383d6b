/** The figures that a question itself states, with how exactly and in which direction. */
import { kindOfUnit, unitsAgree } from '../../report/measure-words.ts';
import type { Figure, Precision } from '../../report/report.ts';
import { scanNumbers } from '../../report/scan-numbers.ts';
import type { Question } from '../../retrieval/question.ts';

/** Which way a change is said to go. */
export type Direction = 'up' | 'down';

/** A figure of a question, to be confirmed or put right. */
export interface StatedPremise {
  readonly raw: string;
  /** With the word of change before it, as in 提高0.4个百分点. */
  readonly phrase: string;
  readonly value: number;
  /** Absent where the question prints none, as in English. */
  readonly unit?: string;
  readonly precision: Precision;
  /** Whether the question says that something rose or fell by it. */
  readonly direction?: Direction;
  /** Offsets in the question's normal form. */
  readonly start: number;
  readonly end: number;
}

const RISE =
  /(?:提高|上升|增长|增加|升高|上涨|涨|(?<!新)增|升|多了|\b(?:rose|risen|increased?|grew|grown|growth|up|higher)\b)/i;
const FALL =
  /(?:下降|降低|减少|下滑|下跌|降|减|少了|\b(?:fell|fallen|decreased?|dropped|declined?|down|lower)\b)/i;
const LAST_RISE = new RegExp(`${RISE.source}(?!.*${RISE.source})`, 'i');
const LAST_FALL = new RegExp(`${FALL.source}(?!.*${FALL.source})`, 'i');
const ENGLISH_NUMBER = /(?<![\w.+])\d[\d,]*(?:\.\d+)?(?!\+|\w)(?:\s?(?:%|percent(?:age points?)?))?/g;

/** Every figure that the question states; years, hotlines, names such as 3+N and numbers in quotes are none. */
export function statedFigures(question: Question): StatedPremise[] {
  const { normal, language } = question;
  const found: StatedPremise[] = scanNumbers(normal)
    .filter(
      (number) =>
        number.unit !== '' &&
        number.unit !== '年' &&
        !/^[一两二三四五六七八九十几]/.test(normal.slice(number.start, number.end)),
    )
    .map((number) => premise(normal, number.start, number.end, number.value, number.unit, number.precision));
  if (language === 'en') {
    for (const match of normal.matchAll(ENGLISH_NUMBER)) {
      const value = Number(match[0].replace(/[^\d.]/g, ''));
      if (found.some((one) => one.start < match.index + match[0].length && match.index < one.end)) continue;
      if (
        isYear(value) ||
        isDay(normal, match.index, match[0]) ||
        value === 12345 ||
        /^\s?(?:million|billion|yuan|a\.?m|p\.?m)/i.test(normal.slice(match.index + match[0].length))
      )
        continue;
      const unit = /points/.test(match[0]) ? '个百分点' : /%|percent/.test(match[0]) ? '%' : undefined;
      found.push(
        premise(
          normal,
          match.index,
          match.index + match[0].trimEnd().length,
          value,
          unit,
          /(?:about|around|roughly|nearly|some|over|more than) $/i.test(normal.slice(0, match.index))
            ? 'about'
            : 'exact',
        ),
      );
    }
  }
  return found.filter(
    (one) => !isQuoted(normal, one.start) && !question.years.includes(one.value) && !isMonths(normal, one),
  );
}

function premise(
  normal: string,
  start: number,
  end: number,
  value: number,
  unit: string | undefined,
  precision: Precision,
): StatedPremise {
  const compared =
    unit === '%' ||
    unit === '个百分点' ||
    /同比|[较比](?:上年|去年|20)|\b(?:than|compared|year)\b/i.test(normal);
  const direction = compared ? directionBefore(normal.slice(Math.max(0, start - 14), start)) : undefined;
  const word = direction
    ? normal.slice(Math.max(0, start - 14), start).search(direction === 'up' ? LAST_RISE : LAST_FALL)
    : -1;
  const from = word < 0 ? start : Math.max(0, start - 14) + word;
  return {
    raw: normal.slice(start, end),
    phrase: normal.slice(from, end),
    value,
    ...(unit === undefined ? {} : { unit }),
    precision,
    ...(direction ? { direction } : {}),
    start,
    end,
  };
}

/** Which way the nearest word of change before a number goes; `undefined` when there is none in its clause. */
export function directionBefore(text: string): Direction | undefined {
  const clause = text.split(/[,，。;；、]/).at(-1) ?? '';
  const near = /([\u4e00-\u9fff]{0,8}|[a-z ]{0,24})$/i.exec(clause)?.[1] ?? '';
  const rise = near.search(RISE);
  const fall = near.search(FALL);
  if (rise < 0 && fall < 0) return undefined;
  if (/(?:[至到为]了?|\bto )\s*$/i.test(near)) return undefined;
  return fall < 0 || (rise >= 0 && rise > fall) ? 'up' : 'down';
}

/** Whether a printed figure is the stated one: same value, or near it where the question says 约 or 超过. */
export function isStated(premise: StatedPremise, figure: Figure): boolean {
  if (
    premise.unit !== undefined &&
    premise.unit !== figure.unit &&
    !unitsAgree(kindOfUnit(premise.unit) ?? 'thing', kindOfUnit(figure.unit))
  )
    return false;
  if (premise.unit === undefined && kindOfUnit(figure.unit) === 'share') return false;
  if (premise.value === figure.value) return true;
  if (premise.precision === 'exact') return false;
  const ratio = figure.value / premise.value;
  if (premise.precision === 'over') return ratio >= 1 && ratio < 1.2;
  // 降到8%以下 is right of 7.4%, and of little that is far below.
  return premise.precision === 'under' ? ratio > 0.6 && ratio <= 1.05 : Math.abs(ratio - 1) <= 0.05;
}

const isYear = (value: number) => Number.isInteger(value) && value >= 1990 && value <= 2040;

const MONTH = '(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\\.?';
const DAY_AFTER = new RegExp(`^\\s?${MONTH}\\b`, 'i');
const DAY_BEFORE = new RegExp(`\\b${MONTH}\\s$`, 'i');

/** 8 November, November 8, 24-hour: no measure. */
function isDay(normal: string, start: number, raw: string): boolean {
  const after = normal.slice(start + raw.trimEnd().length);
  return DAY_AFTER.test(after) || DAY_BEFORE.test(normal.slice(0, start)) || /^-[a-z]/i.test(after);
}

function isQuoted(normal: string, at: number): boolean {
  const before = normal.slice(0, at);
  return (
    (before.match(/"/g)?.length ?? 0) % 2 === 1 ||
    before.lastIndexOf('“') > before.lastIndexOf('”') ||
    before.lastIndexOf('《') > before.lastIndexOf('》')
  );
}

/** 前10个月, 1-10月: a period. */
function isMonths(normal: string, { start, end, unit }: StatedPremise): boolean {
  return unit === '个月' || /前$/.test(normal.slice(0, start)) || /^\s?月/.test(normal.slice(end));
}
