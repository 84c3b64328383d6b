/**
 * Recomputes printed shares from the counts beside them: `其中即办件1633项,即办率80.92%`.
 *
 * The numerator is the count whose name has the rate's own word (成功率 and 成功调解6385件); the base is any count
 * before it. A share fits as soon as one base bears it out, and is a contradiction only where none does.
 */
import type { Check } from './check.ts';
import { type CheckedFigure, sameKind } from './figure-context.ts';
import { rangeOf } from './figure-range.ts';
import { fitsShare, shareCheck } from './recompute-share.ts';
import type { Paragraph } from './report.ts';

const RATE = /([\u4e00-\u9fff“”"]{2,20}?)(?:率|比例|比率)(?:分别|均)?(?:达到?|为|是|约|[:：])?$/;
const CHANGE = /同比|较|比上年|提高|提升|下降|上升|增长/;
/** How many sentences before the rate its base may stand. */
const SENTENCES_BACK = 2;
const SYNONYMS: readonly (readonly [string, RegExp])[] = [
  ['审结', /审结|办结|结案/],
  ['办结', /办结|审结|结案/],
];
/** Outcomes that count as a correction, and those that only the 综合 rate adds. */
const CORRECTED = /撤销|撤改|变更|确认违法|责令|纠错|被纠/;
const SETTLED = /撤回|调解|和解|终止/;
const DECIDED = /审结|办结|结案/;

/** The shares of one paragraph that can be recomputed. */
export function checkShares(paragraph: Paragraph, figures: readonly CheckedFigure[]): Check[] {
  return figures.flatMap((rate, position) => {
    if (rate.figure.unit !== '%' || CHANGE.test(rate.before)) return [];
    const earlier = figures.slice(0, position);
    const check =
      partOfTotal(paragraph, rate, earlier) ??
      corrected(paragraph, rate, earlier) ??
      named(paragraph, rate, earlier) ??
      unnamed(paragraph, rate, earlier);
    return check ? [check] : [];
  });
}

/** `40分,占总分400分的10%`: the words name both. */
function partOfTotal(
  paragraph: Paragraph,
  rate: CheckedFigure,
  earlier: readonly CheckedFigure[],
): Check | undefined {
  const [total, part] = [earlier.at(-1), earlier.at(-2)];
  if (
    !total ||
    !part ||
    rate.before.trim() !== '的' ||
    !/^占|占/.test(total.before) ||
    part.sentence !== rate.sentence
  )
    return undefined;
  if (!sameKind(part.figure, total.figure)) return undefined;
  return shareCheck(paragraph, rate.figure, [part.figure], total.figure, 'clear');
}

/** 直接纠错率, 综合纠错率: outcomes are added up. */
function corrected(
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
  const counted = parts.filter(
    (one) => CORRECTED.test(one.name) || (/综合/.test(rate.before) && SETTLED.test(one.name)),
  );
  const base = bases.at(-1);
  const complete =
    counted.length > 0 && (!/综合/.test(rate.before) || counted.some((one) => SETTLED.test(one.name)));
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

function named(
  paragraph: Paragraph,
  rate: CheckedFigure,
  earlier: readonly CheckedFigure[],
): Check | undefined {
  const stem = RATE.exec(rate.before.trim())?.[1]?.replace(/[“”"]/g, '');
  if (!stem || /纠错$/.test(stem)) return undefined;
  const part = earlier.findLast(
    (one) => one.sentence >= rate.sentence - 1 && one.figure.unit !== '%' && bearsStem(stem, one, earlier),
  );
  if (!part) return undefined;
  const bases = basesFor(part, rate, earlier);
  const fitting = bases.find((base) => fitsShare(rate.figure, [part.figure], base.figure));
  if (fitting) return shareCheck(paragraph, rate.figure, [part.figure], fitting.figure, 'clear');
  const joint = jointly(paragraph, rate, stem, earlier);
  if (joint) return joint;
  const sameSentence = bases.filter((base) => base.sentence === part.sentence);
  const base = (sameSentence.length > 0 ? sameSentence : bases).find(
    (one) => one.figure.unit === part.figure.unit,
  );
  if (!base || part.sentence !== rate.sentence || earlier.indexOf(part) < earlier.length - 2)
    return undefined;
  return shareCheck(
    paragraph,
    rate.figure,
    [part.figure],
    base.figure,
    base.sentence === part.sentence ? 'clear' : 'likely',
  );
}

/** Counts of the sentence that make the rate together: 旗政府负责人出庭2件,部门负责人出庭10件,出庭率100%. */
function jointly(
  paragraph: Paragraph,
  rate: CheckedFigure,
  stem: string,
  earlier: readonly CheckedFigure[],
): Check | undefined {
  const parts = earlier.filter(
    (one) => one.sentence === rate.sentence && one.figure.unit !== '%' && bearsStem(stem, one, earlier),
  );
  const figures = parts.map((one) => one.figure);
  const first = parts[0];
  if (first === undefined || parts.length < 2) return undefined;
  const whole = basesFor(first, rate, earlier).find(
    (one) => !parts.includes(one) && fitsShare(rate.figure, figures, one.figure),
  );
  return whole && shareCheck(paragraph, rate.figure, figures, whole.figure, 'likely');
}

/** A share without a name of its own is only ever confirmed: `361项事项中,有332件…,“一窗分类受理”达92%`. */
function unnamed(
  paragraph: Paragraph,
  rate: CheckedFigure,
  earlier: readonly CheckedFigure[],
): Check | undefined {
  const part = earlier.at(-1);
  if (!part || part.sentence !== rate.sentence || part.figure.unit === '%' || rate.figure.value >= 100)
    return undefined;
  const base = earlier
    .slice(0, -1)
    .findLast(
      (one) =>
        one.sentence === rate.sentence &&
        sameKind(one.figure, part.figure) &&
        one.figure.value > part.figure.value,
    );
  return base && fitsShare(rate.figure, [part.figure], base.figure)
    ? shareCheck(paragraph, rate.figure, [part.figure], base.figure, 'likely')
    : undefined;
}

/** Whether a count is what a rate is the rate of: it has the end of its name, and what is before stands nearby. */
function bearsStem(stem: string, count: CheckedFigure, earlier: readonly CheckedFigure[]): boolean {
  const words =
    count.before.replace(/[“”"]/g, '') +
    (/^(?:件|宗|起|人|名|项)?(?:已|成功|合格|通过)/.test(count.after) ? count.after : '');
  if (/同比|较|不合格|不予|未/.test(words) && !/不|未/.test(stem)) return false;
  const context = earlier
    .filter((one) => one.sentence >= count.sentence - 1 && one.figure.start <= count.figure.start)
    .map((one) => one.before + one.after)
    .join('');
  for (let from = 0; stem.length - from >= 2; from++) {
    const end = stem.slice(from);
    const synonym = SYNONYMS.find(([word]) => word === end)?.[1];
    if (!words.includes(end) && !synonym?.test(words)) continue;
    const rest = stem.slice(0, from).replace(/^(?:案件|总体|整体|总|事项)/, '');
    return rest === '' || context.includes(rest);
  }
  return false;
}

/** Counts that the part may be a part of, the nearest first. */
function basesFor(
  part: CheckedFigure,
  rate: CheckedFigure,
  earlier: readonly CheckedFigure[],
): CheckedFigure[] {
  const low = rangeOf(part.figure).low;
  return earlier
    .filter(
      (one) =>
        one !== part &&
        one.sentence >= rate.sentence - SENTENCES_BACK &&
        sameKind(one.figure, part.figure) &&
        rangeOf(one.figure).high >= low,
    )
    .reverse();
}

function subsets<Item>(items: readonly Item[]): Item[][] {
  const all: Item[][] = [];
  for (let mask = 1; mask < 1 << items.length; mask++)
    all.push(items.filter((_, index) => mask & (1 << index)));
  return all.sort((a, b) => a.length - b.length);
}
