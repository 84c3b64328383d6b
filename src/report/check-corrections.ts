/**
 * Recomputes 直接纠错率 and 综合纠错率 of administrative reconsideration: outcomes are added up and divided by the cases
 * decided.
 */
import type { Check } from './check.ts';
import { type CheckedFigure, sameKind } from './figure-context.ts';
import { fitsShare, shareCheck } from './recompute-share.ts';
import type { Paragraph } from './report.ts';

/** How many sentences before the rate its outcomes may stand. */
const SENTENCES_BACK = 2;
/** Outcomes that count as a correction, and those that only the 综合 rate adds. */
const CORRECTED = /撤销|撤改|变更|确认违法|责令|纠错|被纠/;
const SETTLED = /撤回|调解|和解|终止/;
const DECIDED = /审结|办结|结案/;

/** The check of a correction rate; `undefined` where the outcomes printed do not tell. */
export function checkCorrections(
  paragraph: Paragraph,
  rate: CheckedFigure,
  earlier: readonly CheckedFigure[],
): Check | undefined {
  if (!/纠错(?:比)?率/.test(rate.before)) return undefined;
  const near = earlier.filter(
    (one) => rate.sentence - one.sentence <= SENTENCES_BACK && one.figure.unit !== '%',
  );
  const bases = near.filter(
    (one) =>
      DECIDED.test(one.name) &&
      !SETTLED.test(one.name) &&
      !CORRECTED.test(one.name.replace(/[^,，]*审结/, '')),
  );
  const parts = near
    .filter((one) => (CORRECTED.test(one.name) || SETTLED.test(one.name)) && !bases.includes(one))
    .slice(0, 6);
  for (const base of bases) {
    for (const chosen of subsets(parts)) {
      if (
        chosen.every((one) => one.figure.value <= base.figure.value) &&
        fitsShare(
          rate.figure,
          chosen.map((one) => one.figure),
          base.figure,
        )
      )
        return shareCheck(
          paragraph,
          rate.figure,
          chosen.map((one) => one.figure),
          base.figure,
          'likely',
        );
    }
  }
  const isAll = /综合/.test(rate.before);
  const counted = parts.filter((one) => CORRECTED.test(one.name) || (isAll && SETTLED.test(one.name)));
  const base = bases.at(-1);
  // 调解终止46件 alone says nothing of the rate: corrections must be printed, and for the 综合 rate every outcome.
  const complete =
    counted.some((one) => CORRECTED.test(one.name)) &&
    (!isAll ||
      (counted.some((one) => SETTLED.test(one.name)) && base !== undefined && isBrokenDown(base, earlier)));
  return base && complete
    ? shareCheck(
        paragraph,
        rate.figure,
        counted.map((one) => one.figure),
        base.figure,
        'likely',
      )
    : undefined;
}

/** Whether the counts right behind a base add up to it: `审结24件,维持15件、撤销3件、驳回4件、终止2件`. */
function isBrokenDown(base: CheckedFigure, earlier: readonly CheckedFigure[]): boolean {
  let sum = 0;
  for (const one of earlier.slice(earlier.indexOf(base) + 1)) {
    if (!sameKind(one.figure, base.figure)) return false;
    sum += one.figure.value;
    if (sum >= base.figure.value) return sum === base.figure.value;
  }
  return false;
}

function subsets<Item>(items: readonly Item[]): Item[][] {
  const all: Item[][] = [];
  for (let mask = 1; mask < 1 << items.length; mask++)
    all.push(items.filter((_, index) => mask & (1 << index)));
  return all.sort((a, b) => a.length - b.length);
}
