/** Finds what cannot be meant as printed: a government service hotline that is not 12345, a date that no calendar has. */
import { splitClauses } from '../language/clauses.ts';
import { WORDING } from '../wording/wording.ts';
import type { Check } from './check.ts';
import type { Paragraph } from './report.ts';
import { foldWidth } from './scan-numbers.ts';

/** The number of every government service hotline in China since 2021. Source: 国办发〔2020〕53号. */
export const SERVICE_HOTLINE = '12345';

const HOTLINE =
  /(?<![\d.])(1\d{3,6})(?!\d)[”"]?\s?(?:号)?(政务服务便民|政务服务|政府服务|便民服务|市民服务|政务便民|政务|政府|市民|便民)?(?:投诉|举报|公益)?热线/g;
const DATE = /(?<!\d)(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日/g;
const TWO_DAYS = /(?<![\d月])(\d{1,2})日(\d{1,2})日/g;

/** The misprints of one paragraph. */
export function checkMisprints(paragraph: Paragraph, year: number): Check[] {
  return [...wrongHotlines(paragraph), ...impossibleDates(paragraph, year)];
}

function wrongHotlines(paragraph: Paragraph): Check[] {
  const text = foldWidth(paragraph.text);
  return [...text.matchAll(HOTLINE)].flatMap((match) => {
    const [, number = '', words] = match;
    // 12315 or 12348 热线 are hotlines of their own; six digits are none's.
    const wrong =
      words === undefined
        ? number.length > 5 && isOneDigitOff(number)
        : number !== SERVICE_HOTLINE && isOneDigitOff(number);
    return wrong
      ? [misprint('hotline', paragraph, match.index, WORDING.selfCheck.wrongHotline(number, SERVICE_HOTLINE))]
      : [];
  });
}

/** One digit more, fewer or other, or two neighbours changed over. */
function isOneDigitOff(number: string): boolean {
  const hotline = SERVICE_HOTLINE;
  const without = (word: string) => [...word].map((_, at) => word.slice(0, at) + word.slice(at + 1));
  if (number.length === hotline.length + 1) return without(number).includes(hotline);
  if (number.length === hotline.length - 1) return without(hotline).includes(number);
  if (number.length !== hotline.length) return false;
  return (
    [...number].filter((digit, at) => digit !== hotline[at]).length === 1 ||
    [...number].sort().join('') === [...hotline].sort().join('')
  );
}

function impossibleDates(paragraph: Paragraph, year: number): Check[] {
  const text = foldWidth(paragraph.text);
  const wrong = [...text.matchAll(DATE)].filter(
    ([, inYear, month, day]) =>
      Number(day) < 1 || Number(day) > daysIn(Number(inYear ?? year), Number(month)),
  );
  return [
    ...wrong.map((match) =>
      misprint('date', paragraph, match.index, WORDING.selfCheck.impossibleDate(match[0], undefined)),
    ),
    ...[...text.matchAll(TWO_DAYS)].map((match) => {
      const [printed, month, day] = match;
      const expected =
        Number(day) >= 1 && Number(day) <= daysIn(year, Number(month)) ? `${month}月${day}日` : undefined;
      return misprint('date', paragraph, match.index, WORDING.selfCheck.impossibleDate(printed, expected));
    }),
  ];
}

/** 0 for a month that there is not. */
function daysIn(year: number, month: number): number {
  return month >= 1 && month <= 12 ? new Date(Date.UTC(year, month, 0)).getUTCDate() : 0;
}

function misprint(
  kind: 'hotline' | 'date',
  paragraph: Paragraph,
  at: number,
  message: Check['message'],
): Check {
  const clause = splitClauses(paragraph.text).find((span) => span.end > at);
  const quote =
    clause && clause.start <= at ? paragraph.text.slice(clause.start, clause.end) : paragraph.text;
  return {
    kind,
    fits: false,
    severity: 'clear',
    figures: [],
    operands: [],
    computation: '',
    quotes: [{ paragraph: paragraph.number, text: quote }],
    message,
  };
}
