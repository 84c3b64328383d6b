/** Proves each number of a sentence: it stands in a paragraph that it is attached to, in its unit, as exactly. */
import { foldWidth } from '../../report/scan-numbers.ts';
import type { FaultKind, Proof } from './proof.ts';
import { isNaming, namesStand } from './prove-naming.ts';
import { readNumbers } from './read-numbers.ts';
import type { Source, SourceFigure } from './read-sources.ts';
import type { Statement } from './read-statements.ts';
import { unitsAgree } from './units-agree.ts';
import type { WrittenNumber } from './written-number.ts';

/** A number of a sentence and the figures of its evidence that bear it out; more than one where it is printed twice. */
export interface ProvedNumber {
  readonly number: WrittenNumber;
  readonly statement: Statement;
  readonly borne: readonly { readonly source: Source; readonly figure: SourceFigure }[];
}

/** What a number lacks. */
export interface NumberFault {
  readonly kind: FaultKind;
  readonly detail: string;
}

/** Proves the numbers of one statement. */
export function proveNumbers(
  text: string,
  statement: Statement,
  sources: readonly Source[],
  proof: Proof,
): { readonly proved: readonly ProvedNumber[]; readonly faults: readonly NumberFault[] } {
  const proved: ProvedNumber[] = [];
  const faults: NumberFault[] = [];
  const numbers = readNumbers(text, proof.language);
  for (const [index, number] of numbers.entries()) {
    if (number.start < statement.start || number.start >= statement.end) continue;
    if (isOfName(text, number) || countsReports(text, number, sources)) continue;
    if (proof.computed.some((figure) => figure.value === number.value && figure.unit === number.unit))
      continue;
    if (isNaming(text, number, proof.language)) {
      // `nearly 9 November`
      const kind =
        number.precision === 'exact' ? namesStand(text, number, sources, proof.language) : 'precision';
      if (kind) faults.push(describe(kind, text, number, statement));
      continue;
    }
    const result = bearOut(
      text,
      withUnitBehind(text, number, numbers[index + 1]),
      sources,
      proof.language,
      proved,
    );
    if (typeof result === 'string') faults.push(describe(result, text, number, statement));
    else if (result.length > 0) proved.push({ number, statement, borne: result });
  }
  return { proved, faults };
}

/** How a text speaks of what was computed from other figures. */
const COMPUTES =
  /相差|差距|之差|[高低多少增减升降超]|合计|相加|之和|计算|算|占|倍|\b(?:differ\w*|gap|higher|lower|more|fewer|less|greater|ahead|behind|above|below|increas\w*|decreas\w*|r[io]se|f[ae]ll|grew|up|down|sum|total|add\w*|share|ratio|times|comput\w*|calculat\w*|work\w* out)\b/i;

/** Whether a number is one that code computed, said as such. */
export function isComputed(
  number: WrittenNumber,
  text: string,
  statement: Statement,
  { computed }: Proof,
): boolean {
  return (
    computed.some(
      ({ value, unit }) => isSame(value, number.value) && (unit === number.unit || number.unit === ''),
    ) && COMPUTES.test(text.slice(statement.start, statement.end))
  );
}

type Borne = ProvedNumber['borne'];

/** The figures that bear a number out; none for one that stands in words that measure nothing (`“24小时”服务`). */
function bearOut(
  text: string,
  number: WrittenNumber,
  sources: readonly Source[],
  language: Proof['language'],
  before: readonly ProvedNumber[],
): Borne | FaultKind {
  const equal = sources.flatMap((source) =>
    source.figures.filter((figure) => isEqual(number, figure)).map((figure) => ({ source, figure })),
  );
  const sameUnit = equal.filter(
    ({ figure }) =>
      unitsAgree(number, figure.unit, language) || (language === 'en' && goesOn(number, figure, before)),
  );
  const exact = isContradictory(text, number)
    ? []
    : sameUnit.filter(
        ({ figure }) => number.precision === figure.precision || mayBeNoQualifier(text, number, figure),
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

/** `fifty to three hundred yuan`, `twenty out of two hundred points`: the unit is said behind the second number. */
function withUnitBehind(text: string, number: WrittenNumber, next: WrittenNumber | undefined): WrittenNumber {
  if (!next || number.unit !== '' || number.noun !== '') return number;
  const isJoined = /^\s*(?:to|and|or|out of|–|-)\s*$/.test(text.slice(number.end, next.start));
  return isJoined ? { ...number, unit: next.unit, noun: next.noun } : number;
}

/** The “three zeros” campaign, 没有一件败诉: no count. */
function isOfName(text: string, { start, end }: WrittenNumber): boolean {
  const [name] = text.slice(0, start).match(/["“][^"”]{0,40}$/) ?? [];
  const [rest] = text.slice(end).match(/^[^"“”]{0,40}["”]/) ?? [];
  const words = `${name ?? ''}${text.slice(start, end)}${rest ?? ''}`;
  if (
    name !== undefined &&
    rest !== undefined &&
    !/[\d\u3400-\u9fff]/.test(words) &&
    words.split(/\s+/).length <= 5
  )
    return true;
  return /^一/.test(text.slice(start)) && /(?:没有|无|未有)$/.test(text.slice(0, start));
}

/** `两份报告`, `the two districts`: as many as are cited. */
function countsReports(
  text: string,
  { value, end, start }: WrittenNumber,
  sources: readonly Source[],
): boolean {
  if (value !== new Set(sources.map(({ report }) => report.id)).size || value < 2) return false;
  return /^(?:[份个]?(?:报告|地区?|区县?)|\s(?:reports|districts|regions|places|counties|cities)\b)/.test(
    text.slice(end - (/[份个]$/.test(text.slice(start, end)) ? 1 : 0)),
  );
}

/** `930 million yuan, 260 million of which`, `from 30 working days to 10`: the unit was said before. */
function goesOn(number: WrittenNumber, { unit }: SourceFigure, before: readonly ProvedNumber[]): boolean {
  return (
    number.unit === '' &&
    number.noun === '' &&
    before.some(({ borne }) => borne.some(({ figure }) => figure.unit === unit))
  );
}

/** `handled under 24 themes`, `within 10 days`: no qualifier where the report prints none. */
function mayBeNoQualifier(text: string, { start, precision }: WrittenNumber, figure: SourceFigure): boolean {
  return (
    precision === 'under' &&
    figure.precision === 'exact' &&
    /\b(?:under|within)\s$/i.test(text.slice(Math.max(0, start - 8), start))
  );
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

const isSame = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

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
    const words = printed.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
    if (new RegExp(`(?<![\\d.])${words}(?![\\d.]*\\d)`).test(rest))
      return unit !== '' || noun === '' || value > 31;
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

const CHARACTERS = ['零', '一', '[二两]', '三', '四', '五', '六', '七', '八', '九', '十'];

function countsInWords(value: number, unit: string, rest: string): boolean {
  const words = value <= 10 ? CHARACTERS[value] : undefined;
  if (words === undefined || value < 2) return false;
  const behind = unit === '' ? '(?=[项个类种级大批条次方步家所位名者年月天季])' : `(?=${unit})`;
  return new RegExp(`(?<![第十一二三四五六七八九百月])${words}${behind}`).test(rest);
}

function describe(
  kind: FaultKind,
  text: string,
  { start, end }: WrittenNumber,
  { cited }: Statement,
): NumberFault {
  const words = text.slice(start, Math.min(text.length, end + 12)).trim();
  const where = cited.map((number) => `[${number}]`).join('');
  const why: Partial<Record<FaultKind, string>> = {
    figure: `“${words}” does not stand in ${where || 'any paragraph cited'}`,
    unit: `“${words}” has another unit in ${where}`,
    precision: `“${words}” is printed with another qualifier (余, 约, 超, 近 …) or without one in ${where}`,
    date: `the date “${words}” does not stand in ${where}`,
    year: `the year “${words}” is not that of ${where}`,
    document: `the number “${words}” does not stand in ${where}`,
  };
  return { kind, detail: why[kind] ?? `“${words}”` };
}
