/** Looks a written number up among the figures of the paragraphs that it is attached to. */
import { foldWidth } from '../../report/scan-numbers.ts';
import type { Language } from '../../wording/language.ts';
import type { FaultKind } from './proof.ts';
import type { Source, SourceFigure } from './read-sources.ts';
import { unitsAgree } from './units-agree.ts';
import type { WrittenNumber } from './written-number.ts';

/** Figures that bear a number out; more than one where it is printed twice. */
export type Borne = readonly { readonly source: Source; readonly figure: SourceFigure }[];

/** The figures that bear a number out; none for one that stands in words that measure nothing (`“24小时”服务`). */
export function bearOut(
  text: string,
  number: WrittenNumber,
  sources: readonly Source[],
  language: Language,
  before: Borne,
): Borne | FaultKind {
  const equal = sources.flatMap((source) =>
    source.figures
      .filter((figure) => isEqual(number, figure) || isRounded(text, number, figure))
      .map((figure) => ({ source, figure })),
  );
  const sameUnit = equal.filter(
    ({ figure }) =>
      unitsAgree(number, figure.unit, language) || (language === 'en' && goesOn(number, figure, before)),
  );
  const exact = isContradictory(text, number)
    ? []
    : sameUnit.filter(
        ({ figure }) =>
          number.precision === figure.precision ||
          isRounded(text, number, figure) ||
          mayBeNoQualifier(text, number, figure),
      );
  if (exact.length > 0) return exact;
  if (sources.some((source) => isPrintedOtherwise(text, number, source))) return [];
  if (equal.length === 0) return 'figure';
  return sameUnit.length === 0 ? 'unit' : 'precision';
}

function isEqual(number: WrittenNumber, figure: SourceFigure): boolean {
  const [value, printed] = [inPercent(number), inPercent(figure)];
  if (number.upper !== undefined)
    return isSame(value, printed) && figure.upper !== undefined && isSame(number.upper, figure.upper);
  return isSame(value, printed) || (figure.upper !== undefined && isSame(value, figure.upper));
}

/** `930 million yuan, 260 million of which`, `from 30 working days to 10`: the unit was said before. */
function goesOn(number: WrittenNumber, { unit }: SourceFigure, before: Borne): boolean {
  return number.unit === '' && number.noun === '' && before.some(({ figure }) => figure.unit === unit);
}

/** `handled under 24 themes`, `within 10 days`: no qualifier where the report prints none. */
function mayBeNoQualifier(text: string, { start, precision }: WrittenNumber, figure: SourceFigure): boolean {
  return (
    precision === 'under' &&
    figure.precision === 'exact' &&
    /\b(?:under|within)\s$/i.test(text.slice(Math.max(0, start - 8), start))
  );
}

/** 约23.48万条 of 234837条: said to be rounded, and so at its last digit. */
function isRounded(
  text: string,
  { start, end, value, precision }: WrittenNumber,
  figure: SourceFigure,
): boolean {
  if (precision !== 'about' || figure.precision !== 'exact' || value === figure.value) return false;
  const [, decimals = '', scale = ''] =
    /\d\.(\d+)\s?(万亿|万|亿|million|billion)/.exec(text.slice(start, end)) ?? [];
  const unit = { 万: 1e4, 亿: 1e8, 万亿: 1e12, million: 1e6, billion: 1e9 }[scale];
  return unit !== undefined && Math.abs(value - figure.value) <= (unit / 10 ** decimals.length) * 0.5;
}

/** 近60%以上: no report prints what stands before the number and behind it together. */
function isContradictory(text: string, { start, end }: WrittenNumber): boolean {
  const words = text.slice(start, end);
  return (
    /^(?:超过?|逾|突破|接近|将近|近|约|大约|不足|不到)/.test(words) &&
    /(?:以上|以下|以内|左右|上下)$/.test(words)
  );
}

/** 九成 is 90%. */
function inPercent({ value, unit }: { readonly value: number; readonly unit: string }): number {
  return unit === '成' ? value * 10 : value;
}

/** Whether two values are the same but for what floating point makes of thousandths and percentages. */
export const isSame = (a: number, b: number) =>
  Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

/** The very words stand there, as part of a name or slogan: “24小时自助服务”, 三项制度, 12345. */
function isPrintedOtherwise(
  text: string,
  { start, end, value, noun, unit, precision }: WrittenNumber,
  source: Source,
): boolean {
  // `超12345热线`: a name is neither more nor less.
  if (precision !== 'exact' && unit === '') return false;
  const printed = foldWidth(text.slice(start, end)).replace(/[,\s]/g, '').toLowerCase();
  const rest = `${source.rest}\n${source.around}`.replace(/(?<=\d),(?=\d{3})/g, '');
  // `21 yuan` is no 21日.
  if (unit !== '' && !printed.includes(unit)) return false;
  if (/\d/.test(printed)) {
    const words = escaped(printed);
    if (new RegExp(`(?<![\\d.])${words}(?![\\d.]*\\d)`).test(rest))
      return unit !== '' || (noun === '' ? isNextTo(text, start, end, words, rest) : NAMES.test(noun));
  } else if (rest.includes(printed)) return true;
  // 二十日内 of 20日内, over 50% of 一半以上.
  const behind = foldWidth(text).charAt(end);
  if (
    !/\d/.test(printed) &&
    /\p{Script=Han}/u.test(behind) &&
    new RegExp(`(?<![\\d.])${value}${behind}`).test(rest)
  )
    return true;
  if (value === 50 && unit === '%')
    return (precision === 'over' ? /(?:一半|半数)以上|过半/ : /(?:一半|半数)(?!以上)/).test(rest);
  // 3项制度 of 三项制度, `three systems`.
  return value <= 100 && Number.isInteger(value) && countsInWords(value, unit, rest);
}

/** Whether a bare number stands beside the same character as in the report; a text in English prints none of them. */
function isNextTo(text: string, start: number, end: number, words: string, rest: string): boolean {
  const [before, after] = [
    text.slice(0, start).trimEnd().at(-1) ?? '',
    text.slice(end).trimStart().at(0) ?? '',
  ];
  if (!/\p{Script=Han}/u.test(before + after) || /^(?:热线|平台|投诉|便民|政务|政府)/.test(text.slice(end)))
    return true;
  const tight = rest.replace(/\s/g, '');
  return [`${escaped(before)}${words}(?![\\d.]*\\d)`, `(?<![\\d.])${words}${escaped(after)}`].some(
    (pattern) => new RegExp(pattern).test(tight),
  );
}

const escaped = (words: string) => words.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** What a number names rather than counts: `the 12345 hotline`; of 3项制度 and `24-hour` the words are printed too. */
const NAMES =
  /^(?:hotlines?|lines?|platforms?|services?|systems?|codes?|government|public|convenience|complaints?|consumer)\b|\bhotlines?\b/;

const CHARACTERS = ['零', '一', '[二两]', '三', '四', '五', '六', '七', '八', '九', '十'];

function countsInWords(value: number, unit: string, rest: string): boolean {
  const words = value <= 10 ? CHARACTERS[value] : undefined;
  if (words === undefined || value < 2) return false;
  const behind = unit === '' ? '(?=[项个类种级大批条次方步家所位名者年月天季县区市镇乡旗村])' : `(?=${unit})`;
  return new RegExp(`(?<![第十一二三四五六七八九百月])${words}${behind}`).test(rest);
}
