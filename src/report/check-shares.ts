/**
 * Recomputes printed shares from the counts beside them: `其中即办件1633项,即办率80.92%`.
 *
 * The numerator is the count whose name has the rate's own word (成功率 and 成功调解6385件); the base is any count
 * before it. A share fits as soon as one base bears it out, and is a contradiction only where none does.
 */
import type { Check } from './check.ts';
import { checkCorrections } from './check-corrections.ts';
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
/** The shares of one paragraph that can be recomputed. */
export function checkShares(paragraph: Paragraph, figures: readonly CheckedFigure[]): Check[] {
  return figures.flatMap((rate, position) => {
    if (rate.figure.unit !== '%' || CHANGE.test(rate.before)) return [];
    const earlier = figures.slice(0, position);
    const check =
      partOfTotal(paragraph, rate, earlier) ??
      checkCorrections(paragraph, rate, earlier) ??
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
  if (!areOfOneBody(part, base)) return undefined;
  return shareCheck(
    paragraph,
    rate.figure,
    [part.figure],
    base.figure,
    base.sentence === part.sentence ? 'clear' : 'likely',
  );
}

/** Words that narrow a count to the cases of one body, and those that widen it to all bodies. */
const NARROW = /本级|[省市县区旗州](?:人民)?政府(?!部门|各|系统)|管委会|机关本部|作?为被(?:告|申请人|上诉人)/;
const WIDE = /全[省市县区旗州]|行政机关|各部门|[及和]部门/;

/**
 * Whether a part is surely of the cases that the base counts: 53 cases against the county government itself are no
 * base of the 8 that all its bodies lost.
 */
function areOfOneBody(part: CheckedFigure, base: CheckedFigure): boolean {
  if (!NARROW.test(subjectOf(base))) return true;
  const own = subjectOf(part);
  return part.sentence === base.sentence ? !WIDE.test(own) : NARROW.test(own) && !WIDE.test(own);
}

/** The words of its clause before a figure. */
function subjectOf({ figure }: CheckedFigure): string {
  return figure.clause.split(figure.raw)[0] ?? '';
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
