/**
 * The year a report covers, which is neither the year it was published nor the one it plans.
 *
 * The title says it nearly always. Otherwise the introduction, the headings and the date of the
 * sign-off are weighed: reports are written in the last or the first months of a year.
 */

import { toHalfWidth } from './report-lines.ts';

/** What a year is read from. */
export interface YearSources {
  /** The given one before the printed one. */
  readonly titles: readonly string[];
  readonly headings: readonly string[];
  readonly paragraphs: readonly string[];
  /** ISO date of the sign-off or of publication. */
  readonly date: string | undefined;
}

/** A year and whether the title states it. */
export interface FoundYear {
  readonly year: number;
  readonly fromTitle: boolean;
  /** Whether nothing but the date of the sign-off or of publication tells it. */
  readonly fromDate?: boolean;
  /** The year of the title, where another one was given. */
  readonly printed?: number;
}

/** Finds the year covered; `undefined` when nothing tells. */
export function findYear(sources: YearSources): FoundYear | undefined {
  const stated = sources.titles.map(titleYear).find((year) => year !== undefined);
  if (stated !== undefined) return { year: stated, fromTitle: true };
  const votes = new Map<number, number>();
  const vote = (year: number, weight: number) => votes.set(year, (votes.get(year) ?? 0) + weight);
  for (const heading of sources.headings) voteHeading(heading, vote);
  for (const [position, text] of sources.paragraphs.slice(0, 2).entries()) {
    const opening = YEAR.exec(toArabicYears(text));
    if (opening !== null && opening.index === 0) vote(Number(opening[1]), position === 0 ? 6 : 3);
  }
  for (const [year, count] of countYears(sources.paragraphs)) vote(year, Math.min(4, count));
  const fromDate = votes.size === 0;
  if (sources.date !== undefined) voteDate(sources.date, vote);
  const best = [...votes].sort((a, b) => b[1] - a[1])[0];
  return best === undefined || best[1] < 3 ? undefined : { year: best[0], fromTitle: false, fromDate };
}

/**
 * The year in a title: `2019年工作总结及2020年工作计划` is about 2019, and so is `2020年关于2019年…的报告`; ranges and
 * dates are no years.
 */
function titleYear(title: string): number | undefined {
  const plain = toArabicYears(title)
    .replace(/《[^》]*》/g, '')
    .replace(DATE, '')
    .replace(RANGE, '');
  const years = [...plain.matchAll(/(?<!\d)((?:19|20)\d{2})(?!\d)/g)];
  const isOther = ({ index }: RegExpExecArray) => {
    const behind = plain.slice(index, index + 12);
    return PLAN.test(behind) || PUBLISHED.test(behind);
  };
  const covered = years.find((match) => !isOther(match)) ?? years[0];
  return covered === undefined ? undefined : Number(covered[1]);
}

function voteHeading(heading: string, vote: (year: number, weight: number) => void): void {
  const match = YEAR.exec(toArabicYears(heading).replace(RANGE, ''));
  if (match === null) return;
  const year = Number(match[1]);
  if (PLAN.test(heading)) vote(year - 1, 4);
  else vote(year, 5);
}

function voteDate(date: string, vote: (year: number, weight: number) => void): void {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  if (month <= 6) vote(year - 1, 3);
  else vote(year, 3);
}

function countYears(paragraphs: readonly string[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const text of paragraphs) {
    const plain = toArabicYears(text)
      .replace(/[《(〔][^》)〕]{0,400}[》)〕]/g, '')
      .replace(RANGE, '');
    for (const match of plain.matchAll(new RegExp(YEAR, 'g'))) {
      if (PLAN.test(plain.slice(Math.max(0, match.index - 6), match.index + 12))) continue;
      const year = Number(match[1]);
      counts.set(year, (counts.get(year) ?? 0) + 1);
    }
  }
  return counts;
}

/** Half-width, with `二〇二三年` as `2023年`. */
function toArabicYears(text: string): string {
  return toHalfWidth(text).replace(/[一二][〇零○九O0][〇零○O一二三四五六七八九]{2}(?=年)/g, (year) =>
    [...year].map((sign) => Math.max(0, '〇一二三四五六七八九'.indexOf(sign))).join(''),
  );
}

const YEAR = /(?<!\d)((?:19|20)\d{2})\s{0,4}年/;
const RANGE = /(?<!\d)(?:19|20)\d{2}\s{0,4}年?\s{0,4}(?:[-—–~至到]+)\s{0,4}(?:19|20)\d{2}\s{0,4}年?/g;
const DATE = /(?<!\d)(?:19|20)\d{2}\s{0,4}年\s{0,4}\d{1,2}\s{0,4}月(?:\s{0,4}\d{1,2}\s{0,4}日)?/g;
/** What was done with the report in that year, and another one follows for what it covers. */
const PUBLISHED = /^\d{4}\s*年?度?(?:关于|对|公布|公开|发布|印发|上报|报送|向)/;
const PLAN = /计划|安排|打算|思路|要点|展望|目标|下一步|下步|拟|力争/;
