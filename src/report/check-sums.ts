/**
 * Adds up the parts that a total is followed by: `共43件,其中35件继续有效,6件废止,2件失效`.
 *
 * Many lists name only some parts. A list that does not add up is a contradiction only where it is meant to be whole:
 * its last part is the rest, two parts are opposites, the total's name has the names of all parts, or three parts and
 * more come so near to the total that little can be missing.
 */
import { WORDING } from '../wording/wording.ts';
import type { Check } from './check.ts';
import { type CheckedFigure, quoteAround, sameKind } from './figure-context.ts';
import { rangeOf } from './figure-range.ts';
import { kindOfUnit } from './measure-words.ts';
import type { Figure, Paragraph } from './report.ts';

const MOST_PARTS = 14;
const MARKER = /其中|包括|分别|[(（]/;
const REST = /^(?:其余|另有|另|剩余|剩下)/;
/** A second part that the first leaves over. */
const LEFT_OVER = /^(?:不|未|其余|其他|另|剩余|剩下)/;
/** Opposites and rests further than this from the total have another total. */
const FURTHEST = 0.2;
/** 较上年增加55件, 含上年结转2件: the count before them is the whole. */
const NO_WHOLE = /较|比|同比|增|减|含|结转/;
/** Least total that a sum without 其中 may confirm: smaller ones add up by chance. */
const LEAST_UNMARKED = 20;

/** The totals of one paragraph whose parts follow. */
export function checkSums(paragraph: Paragraph, figures: readonly CheckedFigure[]): Check[] {
  return figures.flatMap((total, position) => {
    const unit = kindOfUnit(total.figure.unit);
    if (unit === 'share' || unit === 'time' || total.figure.precision !== 'exact' || total.figure.value < 2)
      return [];
    const parts = partsAfter(paragraph, total, figures.slice(position + 1));
    const check =
      wholeList(paragraph, total, parts) ??
      largerPart(paragraph, total, parts) ??
      openList(paragraph, total, parts);
    return check ? [check] : [];
  });
}

/** The counts of the same kind right behind a total; a list goes on over `;` but not over 。 */
function partsAfter(
  paragraph: Paragraph,
  total: CheckedFigure,
  later: readonly CheckedFigure[],
): CheckedFigure[] {
  const parts: CheckedFigure[] = [];
  for (const one of later.slice(0, MOST_PARTS)) {
    const between = paragraph.text.slice(parts.at(-1)?.figure.end ?? total.figure.end, one.figure.start);
    if (!sameKind(total.figure, one.figure) || /[。!?！？]/.test(between) || one.figure.precision !== 'exact')
      break;
    parts.push(one);
  }
  return parts;
}

/** The first parts that make the total exactly. */
function wholeList(
  paragraph: Paragraph,
  total: CheckedFigure,
  parts: readonly CheckedFigure[],
): Check | undefined {
  const marked = MARKER.test(leadIn(paragraph, total, parts));
  if (total.figure.value < LEAST_UNMARKED && !marked) return undefined;
  for (let count = 2; count <= parts.length; count++) {
    const chosen = parts.slice(0, count);
    const related = marked || count > 2 || LEFT_OVER.test(chosen[1]!.before.trim());
    if (related && adds(total.figure, chosen)) return sumCheck(paragraph, total, chosen, true);
  }
  return undefined;
}

function openList(
  paragraph: Paragraph,
  total: CheckedFigure,
  following: readonly CheckedFigure[],
): Check | undefined {
  const run = runOf(paragraph, total, following);
  const rest = run.findIndex((part) => REST.test(part.before.trim()));
  const larger = run
    .slice(0, rest + 1)
    .every((part) => part.figure.unit === total.figure.unit && part.figure.value <= total.figure.value);
  const isNear = (chosen: readonly CheckedFigure[]) =>
    Math.abs(sumOf(chosen) - total.figure.value) <= total.figure.value * FURTHEST;
  if (rest > 0 && larger && isNear(run.slice(0, rest + 1)))
    return sumCheck(paragraph, total, run.slice(0, rest + 1), false);
  const pair = run.slice(0, 2);
  if (pair.length === 2 && (areOpposites(pair) || namesAll(total, pair)) && run.length === 2 && isNear(pair))
    return sumCheck(paragraph, total, pair, false);
  if (run.length < 3 || !/其中|包括|分别/.test(leadIn(paragraph, total, following))) return undefined;
  if (run.some((part) => part.figure.unit !== total.figure.unit)) return undefined;
  const sum = sumOf(run);
  const gap = sum - total.figure.value;
  const near = gap < 0 ? -gap <= total.figure.value * 0.03 : gap <= total.figure.value * 0.1;
  return near ? sumCheck(paragraph, total, run, false) : undefined;
}

/** `其中` a part that is larger than the whole. */
function largerPart(
  paragraph: Paragraph,
  total: CheckedFigure,
  parts: readonly CheckedFigure[],
): Check | undefined {
  const [part] = parts;
  if (!part || part.sentence !== total.sentence || part.figure.unit !== total.figure.unit) return undefined;
  const between = paragraph.text.slice(total.figure.end, part.figure.start);
  if (NO_WHOLE.test(total.before)) return undefined;
  const success = /^成功|^调解成功/.test(part.name) && /调解|调处/.test(total.name);
  if (!/^[^,，。;；]{0,8}[,，(（]其中/.test(between) && !success) return undefined;
  if (rangeOf(part.figure).low <= rangeOf(total.figure).high) return undefined;
  return {
    kind: 'part',
    fits: false,
    severity: 'clear',
    figures: [part.figure, total.figure],
    operands: [],
    computation: `${part.figure.raw.trim()} > ${total.figure.raw.trim()}`,
    quotes: [{ paragraph: paragraph.number, text: quoteAround(paragraph, [total.figure, part.figure]) }],
    message: WORDING.selfCheck.partExceeds(
      `${part.name}${part.figure.raw}`,
      `${total.name}${total.figure.raw}`,
    ),
  };
}

/** The parts that stand in the total's own sentence, one clause or 、 after the other. */
function runOf(paragraph: Paragraph, total: CheckedFigure, parts: readonly CheckedFigure[]): CheckedFigure[] {
  const run: CheckedFigure[] = [];
  for (const part of parts) {
    const between = paragraph.text.slice(run.at(-1)?.figure.end ?? total.figure.end, part.figure.start);
    if (
      part.sentence !== total.sentence ||
      (run.length > 0 && (/其中/.test(between) || (between.match(/[,，]/g) ?? []).length > 1))
    )
      break;
    run.push(part);
  }
  return run;
}

/** 受理72件,不予受理10件. */
function areOpposites(pair: readonly CheckedFigure[]): boolean {
  const [a = '', b = ''] = pair.map((part) => part.name);
  const opposite = (plain: string, negative: string) =>
    plain.length >= 2 &&
    /^(?:不|不予|未|未予|没有)/.test(negative) &&
    negative.replace(/^(?:不予|未予|没有|不|未)/, '') === plain;
  return opposite(a, b) || opposite(b, a);
}

/** 人大代表建议和政协提案共171件,其中人大代表建议83件、政协提案88件. */
function namesAll(total: CheckedFigure, parts: readonly CheckedFigure[]): boolean {
  return (
    parts.every((part) => part.name.length >= 2 && total.name.includes(part.name)) &&
    new Set(parts.map((part) => part.name)).size === parts.length
  );
}

function leadIn(paragraph: Paragraph, total: CheckedFigure, parts: readonly CheckedFigure[]): string {
  return paragraph.text.slice(total.figure.end, parts[0]?.figure.start ?? total.figure.end);
}

const sumOf = (parts: readonly CheckedFigure[]) => parts.reduce((sum, part) => sum + part.figure.value, 0);

function adds(total: Figure, parts: readonly CheckedFigure[]): boolean {
  const low = parts.reduce((sum, part) => sum + rangeOf(part.figure).low, 0);
  const high = parts.reduce((sum, part) => sum + rangeOf(part.figure).high, 0);
  const whole = rangeOf(total);
  return low <= whole.high + 1e-6 && high >= whole.low - 1e-6;
}

function sumCheck(
  paragraph: Paragraph,
  total: CheckedFigure,
  parts: readonly CheckedFigure[],
  fits: boolean,
): Check {
  const figures = parts.map((part) => part.figure);
  const value = sumOf(parts);
  const scale = /[万亿]/.exec(total.figure.raw)?.[0];
  const shown = scale
    ? `${Number((value / (scale === '万' ? 1e4 : 1e8)).toFixed(4))}${scale}`
    : String(value);
  const raw = `${shown}${total.figure.unit}`;
  const computation = `${figures.map((figure) => figure.raw.trim()).join(' + ')} = ${raw}`;
  return {
    kind: 'sum',
    fits,
    severity: 'likely',
    figures: [total.figure, ...figures],
    operands: figures,
    recomputed: { operation: 'sum', value, raw },
    computation,
    quotes: [{ paragraph: paragraph.number, text: quoteAround(paragraph, [total.figure, ...figures]) }],
    message: (fits ? WORDING.selfCheck.sumFits : WORDING.selfCheck.sumMisfits)(
      total.name,
      total.figure.raw,
      computation,
    ),
  };
}
