/**
 * How exactly a figure is known: the values that its printed digits and qualifier leave open.
 *
 * `2.76万件` is 27,550 to 27,650; `2000余件` at least 2,000 and less than 3,000; `332件` is 332.
 */
import type { Figure } from './report.ts';
import { foldWidth } from './scan-numbers.ts';

/** Least and greatest value, both included. */
export interface ValueRange {
  readonly low: number;
  readonly high: number;
}

/** The values that a count or amount may stand for; both ends included. */
export function rangeOf(figure: Figure): ValueRange {
  const { value, precision, raw } = figure;
  if (figure.upper !== undefined) return { low: value, high: figure.upper };
  const step = stepOf(raw, value);
  switch (precision) {
    case 'over':
      return { low: value, high: value + Math.max(step, 10 ** trailingZeros(value)) };
    case 'under':
      return { low: 0, high: value };
    case 'near':
      return { low: value * 0.85, high: value };
    case 'about':
      return { low: value * 0.9, high: value * 1.1 };
    case 'exact':
      return step > 1 || !Number.isInteger(value)
        ? { low: value - step / 2, high: value + step / 2 }
        : { low: value, high: value };
  }
}

/** Digits behind the decimal point as printed. */
export function decimalsOf(raw: string): number {
  return /\.(\d+)/.exec(foldWidth(raw))?.[1]?.length ?? 0;
}

/**
 * Whether a printed share can stand for a computed one.
 *
 * Rounded and cut off both pass (93.90% or 93.91% for 93.905); `超过` must be reached; `近` may fall short by a tenth.
 */
export function shareFits(printed: Figure, low: number, high: number): boolean {
  const unit = 10 ** -decimalsOf(printed.raw);
  const { value } = printed;
  switch (printed.precision) {
    case 'over':
      return high >= value - 1e-9;
    case 'under':
      return low <= value + 1e-9;
    case 'near':
      return low <= value + unit && high >= value * 0.9;
    case 'about':
      return low <= value * 1.05 && high >= value * 0.95;
    case 'exact':
      return high >= value - unit / 2 - 1e-9 && low < value + unit - 1e-9;
  }
}

/** The size of the last printed digit, with 万 and 亿 multiplied out. */
function stepOf(raw: string, value: number): number {
  const digits = /\d[\d,]*(?:\.\d+)?/.exec(foldWidth(raw))?.[0].replaceAll(',', '');
  if (!digits || Number(digits) === 0) return 1;
  return (value / Number(digits)) * 10 ** -decimalsOf(digits);
}

function trailingZeros(value: number): number {
  return /0*$/.exec(String(Math.trunc(value)))?.[0].length ?? 0;
}
