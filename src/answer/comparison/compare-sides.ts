/**
 * Which reports a comparison is between: one side a report, in the order of the question.
 *
 * Every region has the year that stands beside it. What is not held is no side; it is named in `absent`.
 */

import type { RegionMention } from '../../language/region.ts';
import type { StoredReport } from '../../library/stored-report.ts';
import { findYears } from '../../retrieval/find-years.ts';
import type { Question } from '../../retrieval/question.ts';
import { resolveScope } from '../../retrieval/resolve-scope.ts';
import type { Scope } from '../../retrieval/scope.ts';
import { withoutParents } from '../../retrieval/without-parents.ts';
import { asksForTrend } from './comparing-words.ts';

/** One report of a comparison, with the place of the question that names it. */
export interface Side {
  readonly report: StoredReport;
  /** Absent where the question does not name it itself. */
  readonly mention?: RegionMention;
}

type NotHeld = Extract<Scope, { kind: 'region-not-held' | 'year-not-held' }>;

/** What a question compares, and which of it is not held. */
export interface Sides {
  readonly sides: readonly Side[];
  readonly absent: readonly NotHeld[];
  /** One region over its years. */
  readonly isTrend: boolean;
}

/** Whether a report prints these words. */
export type PrintsWords = (report: StoredReport, words: string) => boolean;

const MOST_SIDES = 8;

/** The sides of a question; `undefined` when it is about one report, about none, or a name is ambiguous. */
export function findSides(
  question: Question,
  reports: readonly StoredReport[],
  prints: PrintsWords,
): Sides | undefined {
  const whole = resolveScope({ ...question, intent: 'trend' }, reports, prints);
  if (question.regions.length === 0 || (whole.kind === 'ambiguous' && whole.why === 'region'))
    return undefined;
  const content = whole.kind === 'reports' ? whole.content : [];
  const mentions = withoutParents(
    question.regions.filter((mention) => !content.includes(mention)),
    question.normal,
  );
  const resolve = (mention: RegionMention, years: readonly number[]) =>
    resolveScope(
      { ...question, normal: '', intent: 'trend', regions: [mention], years, contentYears: [] },
      reports,
      prints,
    );
  const names = new Set(
    mentions.map((mention) =>
      mention.candidates.map((one) => [...one.parents.slice(-1), one.name].join('')).join('|'),
    ),
  );
  if (names.size === 1) return sidesOfOne(question, resolve(mentions[0]!, []), mentions[0]!);
  if (question.relativeYear !== undefined) return undefined;
  const yearsOf = yearsBeside(question, mentions);
  const sides: Side[] = [];
  const absent: NotHeld[] = [];
  for (const [index, mention] of mentions.entries()) {
    const { years, borrowed } = yearsOf[index]!;
    let scope = resolve(mention, years);
    if (scope.kind === 'year-not-held' && borrowed && scope.held.length === 1) scope = resolve(mention, []);
    // What a later report prints of the year is no side: its other figures are its own.
    if (scope.kind === 'reports' && scope.comparedYear !== undefined)
      absent.push({ kind: 'year-not-held', region: scope.reports[0]!, years, held: scope.reports });
    else if (scope.kind === 'reports') sides.push(...scope.reports.map((report) => ({ report, mention })));
    else if (scope.kind === 'ambiguous' || scope.kind === 'all') return undefined;
    else absent.push(scope);
  }
  return { sides: latest(distinct(sides)), absent, isTrend: false };
}

/** One region: the years named, or all that are held where the question is for a trend. */
function sidesOfOne(question: Question, scope: Scope, mention: RegionMention): Sides | undefined {
  if (scope.kind !== 'reports' || question.reportYear !== undefined) return undefined;
  const held = [...scope.reports].sort((a, b) => a.year - b.year);
  const compares = question.intent === 'compare' || question.intent === 'trend';
  const written = compares
    ? [...question.normal.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/g)].map((match) => Number(match[0]))
    : [];
  const named = [
    ...question.years,
    ...question.contentYears,
    ...written.filter((year) => held.some((report) => report.year === year)),
  ];
  const isRange = question.contentYears.length >= 2;
  const years = isRange ? between(Math.min(...named), Math.max(...named)) : [...new Set(named)].sort();
  const trend = asksForTrend(question.normal) || question.intent === 'trend';
  const chosen =
    years.length >= 2
      ? held.filter((report) => years.includes(report.year))
      : trend && question.years.length === 0
        ? held
        : [];
  // 2016-2019年的文件: years of the matter.
  if (chosen.length === 0 || (chosen.length === 1 && question.years.length < 2 && !trend)) return undefined;
  const missing = years.filter((year) => years.length >= 2 && !held.some((report) => report.year === year));
  const absent: NotHeld[] =
    missing.length > 0 ? [{ kind: 'year-not-held', region: held[0]!, years: missing, held }] : [];
  return { sides: chosen.slice(-MOST_SIDES).map((report) => ({ report, mention })), absent, isTrend: true };
}

const between = (from: number, to: number) =>
  Array.from({ length: Math.min(20, to - from + 1) }, (_, index) => from + index);

/** The year behind each name, or else in front of it; a name without one shares that of its neighbours. */
function yearsBeside(
  question: Question,
  mentions: readonly RegionMention[],
): { years: readonly number[]; borrowed: boolean }[] {
  const { normal } = question;
  const placed = mentions.every((mention) => normal.slice(mention.start, mention.end) === mention.text);
  if (!placed) return mentions.map(() => ({ years: question.years, borrowed: true }));
  const ordered = [...mentions].sort((a, b) => a.start - b.start);
  const head = findYears(normal.slice(0, ordered[0]!.start)).years;
  const behind = ordered.map(
    (mention, index) =>
      findYears(normal.slice(mention.end, ordered[index + 1]?.start ?? normal.length)).years,
  );
  const shiftsForward =
    head.length > 0 && behind.at(-1)!.length === 0 && behind.slice(0, -1).every((years) => years.length > 0);
  const own = shiftsForward ? [head, ...behind.slice(0, -1)] : behind;
  const result = own.map((years, index) => {
    if (years.length > 0) return { years, borrowed: false };
    if (head.length > 0) return { years: head, borrowed: false };
    return { years: own.slice(index + 1).find((next) => next.length > 0) ?? [], borrowed: true };
  });
  return mentions.map((mention) => result[ordered.indexOf(mention)]!);
}

function distinct(sides: readonly Side[]): Side[] {
  return [...new Map([...sides].reverse().map((side) => [side.report.id, side])).values()].reverse();
}

/** All years of every region where they are few, else the latest of each. */
function latest(sides: readonly Side[]): Side[] {
  if (sides.length <= MOST_SIDES) return [...sides];
  const newest = new Map<string, Side>();
  for (const side of sides) {
    const key = [...side.report.parents, side.report.region].join('');
    if ((newest.get(key)?.report.year ?? 0) < side.report.year) newest.set(key, side);
  }
  return [...newest.values()].slice(0, MOST_SIDES);
}
