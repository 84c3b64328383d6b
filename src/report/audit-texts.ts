/** What a self-check says about each kind of statement, in both languages; the numbers in it are printed or computed. */
import type { BothLanguages } from './check.ts';

const both = (zh: string, en: string): BothLanguages => ({ zh, en });

const zhName = (name: string) => (name ? `“${name}”` : '');
const enName = (name: string) => (name ? `"${name}", ` : '');

/** The sentences; parameters are words of the report or a computation. */
export const auditTexts = {
  share: (name: string, printed: string, computation: string, fits: boolean) =>
    fits
      ? both(
          `${zhName(name)}印作“${printed}”,按所列的数计算:${computation},两者一致`,
          `${enName(name)}printed "${printed}"; from the counts given: ${computation}. It fits`,
        )
      : both(
          `${zhName(name)}印作“${printed}”,按所列的数计算却是:${computation}`,
          `${enName(name)}printed "${printed}", but the counts given make ${computation}`,
        ),
  sum: (name: string, printed: string, computation: string, fits: boolean) =>
    fits
      ? both(
          `${zhName(name)}合计印作“${printed}”,各项相加:${computation},两者一致`,
          `${enName(name)}printed total "${printed}"; its parts add up: ${computation}. It fits`,
        )
      : both(
          `${zhName(name)}合计印作“${printed}”,各项相加却是:${computation}`,
          `${enName(name)}printed total "${printed}", but its parts make ${computation}`,
        ),
  part: (part: string, whole: string) =>
    both(`“${part}”是“${whole}”的一部分,却比它多`, `"${part}" is a part of "${whole}" and yet larger`),
  label: (name: string, printed: readonly string[]) =>
    both(
      `“${name}”在同一处印了不同的数:${printed.join('、')}`,
      `"${name}" is printed with different figures in one place: ${printed.join(', ')}`,
    ),
  count: (name: string, one: string, other: string) =>
    both(
      `“${name}”前后不同:一处为${one},另一处为${other}`,
      `"${name}" differs between two places: ${one} in one, ${other} in the other`,
    ),
  claim: (all: string, less: string) =>
    both(`一处说“${all}”,另一处说“${less}”`, `One place says "${all}", the other "${less}"`),
  hotline: (printed: string, expected: string) =>
    both(
      `热线号码印作“${printed}”,全国统一的政务服务便民热线是${expected}`,
      `The hotline is printed "${printed}"; the national government service hotline is ${expected}`,
    ),
  date: (printed: string, expected: string | undefined) =>
    both(
      `日期“${printed}”不存在${expected ? `,或为“${expected}”之误` : ''}`,
      `The date "${printed}" is impossible${expected ? `, perhaps for "${expected}"` : ''}`,
    ),
} as const;
