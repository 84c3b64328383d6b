/** Orders values and computes how far apart they are. */
import { kindOfUnit } from '../../report/measure-words.ts';
import type { Language } from '../../wording/language.ts';
import { WORDING } from '../../wording/wording.ts';
import type { StatedValue } from './value-sheet.ts';

/** A number computed from two stated values, with its unit in the language of the reply. */
export interface Distance {
  readonly raw: string;
  readonly value: number;
  readonly unit: string;
}

/** Whether values count the same kind of thing, so that one can be more than another. */
export function isOrdered(values: readonly StatedValue[]): boolean {
  const kinds = new Set(values.map((one) => kindOfUnit(unitOf(one)) ?? unitOf(one)));
  const loose = ['case', 'event', 'text'];
  return (
    values.length >= 2 &&
    (kinds.size === 1 || [...kinds].every((kind) => loose.includes(kind))) &&
    values.every((one) => one.figures.length === 1 && one.value.found.figure.upper === undefined)
  );
}

/** Largest first, or smallest first. */
export function inOrder(values: readonly StatedValue[], end: 'most' | 'least'): StatedValue[] {
  const sign = end === 'most' ? -1 : 1;
  return [...values].sort((a, b) => sign * (numberOf(a) - numberOf(b)));
}

/** `first - second` with its sign, without binary noise. */
export function difference(first: StatedValue, second: StatedValue): number {
  return Number((numberOf(first) - numberOf(second)).toFixed(6));
}

/** How far apart two values are: percentage points between shares, else the unit of the first. */
export function distance(first: StatedValue, second: StatedValue, language: Language): Distance {
  const value = Math.abs(difference(first, second));
  const isShare = isPercent(first);
  const unit = isShare ? '个百分点' : unitOf(first);
  if (isShare) return { raw: WORDING.comparisons.percentagePoints(value)[language], value, unit };
  const scaled =
    unit === '元' && value >= 1e8
      ? `${trim(value / 1e8)}亿`
      : unit === '元' && value >= 1e4
        ? `${trim(value / 1e4)}万`
        : String(value);
  return { raw: `${scaled}${unit}`, value, unit };
}

/** The change from an earlier value in percent, to one decimal; `undefined` for shares and from zero. */
export function changeInPercent(earlier: StatedValue, later: StatedValue): number | undefined {
  if (isPercent(earlier) || numberOf(earlier) === 0) return undefined;
  return Number((((numberOf(later) - numberOf(earlier)) / numberOf(earlier)) * 100).toFixed(1));
}

/** The stated number. */
export function numberOf({ value }: StatedValue): number {
  const { figure } = value.found;
  return figure.unit === '成' ? figure.value * 10 : figure.value;
}

/** 不足六成 is a share like 59%. */
const isPercent = (one: StatedValue) => ['%', '成'].includes(unitOf(one));

function unitOf({ value }: StatedValue): string {
  return value.found.figure.unit;
}

const trim = (value: number) => String(Number(value.toPrecision(9)));
