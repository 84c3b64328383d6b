/** Finds the comparison with the year before that a report prints behind a value: 较上年提高2.7个百分点. */
import { splitClauses } from '../../language/clauses.ts';
import type { Figure } from '../../report/report.ts';
import type { Value } from './find-value.ts';

/** A change as the report itself states it. */
export interface PrintedChange {
  readonly figure: Figure;
  /** The clause as printed, without its punctuation. */
  readonly words: string;
  readonly isFall: boolean;
}

const WITH_YEAR_BEFORE = /(?:较|比|同比|环比)(?:上|去|前)?(?:一)?(?:年|\d{4}年)?(?:底|末|同期|度)?/;
const FALL = /下降|降低|减少|减|降|少|下滑|回落|压减/;

/** The change printed right behind the value, before any other value; `undefined` when there is none. */
export function findPrintedChange({ found }: Value): PrintedChange | undefined {
  const { figure, paragraph } = found;
  const behind = paragraph.figures.filter(
    (one) => one.figure.start > figure.start && one.figure.sentence === figure.sentence,
  );
  const [next] = behind;
  if (!next || next.figure.start - figure.end > 24) return undefined;
  const text = paragraph.paragraph.text;
  const between = text.slice(figure.end, next.figure.start);
  // Of 4875件,1983万元,同比分别下降8.5%和14.4%, which is whose is not said by what stands nearest.
  if (between.includes('分别')) return undefined;
  if (!WITH_YEAR_BEFORE.test(between) || /^[^,，]*[;；。]/.test(between)) return undefined;
  if (!/(?:增|涨|升|提高|多|加|降|减|少|下滑|回落)[^,，;；。]{0,4}$/.test(between)) return undefined;
  const clause = splitClauses(text).find((span) => span.end > next.figure.start);
  if (!clause) return undefined;
  const words = text
    .slice(Math.max(clause.start, figure.end), Math.max(clause.end, next.figure.end))
    .replace(/^[,，、(（\s]+|[,，;；。)）\s]+$/g, '');
  return { figure: next.figure, words, isFall: FALL.test(between) };
}

/** Whether a printed change follows from the two values, as far as its digits go. */
export function bearsOut(change: Figure, isFall: boolean, earlier: number, later: number): boolean {
  const printed = change.value * (isFall ? -1 : 1);
  const digits = /\.(\d+)/.exec(change.raw)?.[1]?.length ?? 0;
  const half = 0.5 * 10 ** -digits;
  const isPercent = change.unit === '%';
  const computed = isPercent
    ? earlier === 0
      ? Number.NaN
      : ((later - earlier) / earlier) * 100
    : later - earlier;
  return (
    Math.abs(computed - printed) <= half + 1e-6 + (change.precision === 'exact' ? 0 : Math.abs(printed) * 0.1)
  );
}
