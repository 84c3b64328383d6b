/** Computes a share from the counts of its parts and its base, and holds the printed one against it. */
import { WORDING } from '../wording/wording.ts';
import type { Check, Severity } from './check.ts';
import { quoteAround } from './figure-context.ts';
import { decimalsOf, rangeOf, shareFits } from './figure-range.ts';
import type { Figure, Paragraph } from './report.ts';

/** Whether a printed share can be that of the parts in the base. */
export function fitsShare(rate: Figure, parts: readonly Figure[], base: Figure): boolean {
  const { low, high } = shareRange(parts, base);
  return shareFits(rate, low, high);
}

function shareRange(parts: readonly Figure[], base: Figure): { low: number; high: number } {
  const whole = rangeOf(base);
  const low = parts.reduce((sum, part) => sum + rangeOf(part).low, 0);
  const high = parts.reduce((sum, part) => sum + rangeOf(part).high, 0);
  return { low: (low / Math.max(whole.high, 1e-9)) * 100, high: (high / Math.max(whole.low, 1e-9)) * 100 };
}

/** The check of a printed share against the parts and the base it was computed from. */
export function shareCheck(
  paragraph: Paragraph,
  rate: Figure,
  parts: readonly Figure[],
  base: Figure,
  severity: Severity,
): Check {
  const fits = fitsShare(rate, parts, base);
  const value = (parts.reduce((sum, part) => sum + part.value, 0) / base.value) * 100;
  const raw = `${value.toFixed(Math.max(2, decimalsOf(rate.raw)))}%`;
  const part = parts.map((one) => one.raw.trim()).join(' + ');
  const computation = `${parts.length > 1 ? `(${part})` : part} ÷ ${base.raw.trim()} = ${raw}`;
  const small = Math.abs(value - rate.value) < 0.5;
  return {
    kind: 'share',
    fits,
    severity: small ? 'slight' : severity,
    figures: [rate, ...parts, base],
    operands: [...parts, base],
    recomputed: { operation: 'share', value: Number(value.toFixed(4)), raw },
    computation,
    quotes: [{ paragraph: paragraph.number, text: quoteAround(paragraph, [rate, ...parts, base]) }],
    message: (fits ? WORDING.selfCheck.shareFits : WORDING.selfCheck.shareMisfits)(
      nameOf(rate),
      rate.raw,
      computation,
    ),
  };
}

/** 可网办率 of 可网办率98.36%; nothing where the words before it name no rate. */
function nameOf(rate: Figure): string {
  return /([\u4e00-\u9fff]{2,16}?(?:率|比例|占比))(?:分别|均)?(?:达到?|为|是)?$/.exec(rate.label)?.[1] ?? '';
}
