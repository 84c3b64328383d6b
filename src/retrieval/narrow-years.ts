/** The years of a question narrow its reports; the years before and after a held one have rules of their own. */
import type { RegionMention } from '../language/region.ts';
import type { StoredReport } from '../library/stored-report.ts';
import type { Question } from './question.ts';
import type { Scope } from './scope.ts';

/** Narrows the reports of the regions named to the years named. */
export function narrowByYear(
  question: Question,
  named: readonly StoredReport[],
  content: readonly RegionMention[],
  printsYear: (report: StoredReport, words: string) => boolean,
): Scope {
  const { years } = question;
  const scope = (reports: readonly StoredReport[]): Scope => ({ kind: 'reports', reports, content });
  const regions = groupByRegion(named);
  // 去年 counts from the year of the report a chat is about; alone it says nothing.
  if (years.length === 0 && (question.relativeYear ?? 0) < 0)
    return { kind: 'ambiguous', why: 'year', reports: named };
  if (years.length === 0) {
    const open = regions.find((reports) => reports.length > 1);
    if (!open || question.intent === 'trend') return scope(named);
    return { kind: 'ambiguous', why: 'year', reports: open };
  }
  const exact = named.filter((report) => years.includes(report.year));
  const [other] = question.contentYears;
  // 2018年报告里2017年的: what that report prints of another year, and not its own figure.
  if (question.reportYear !== undefined && exact.length === 1 && other !== undefined)
    return {
      kind: 'reports',
      reports: exact,
      content,
      ...(other < question.reportYear ? { comparedYear: other } : { plannedYear: other }),
    };
  // 2022年的目标: the plan for a year stands in the report of the year before.
  const asksForOutcome = OUTCOME.test(question.normal);
  const planned = asksForOutcome ? [] : named.filter((report) => years.includes(report.year + 1));
  if (
    planned.length > 0 &&
    regions.length === 1 &&
    (question.intent === 'plans' || PLAN.test(question.normal)) &&
    !(exact.length > 0 && !STRONG_PLAN.test(question.normal))
  )
    return years.length === 1 && exact.length === 0
      ? { kind: 'reports', reports: planned, content, plannedYear: years[0]! }
      : scope(planned);
  if (regions.every((reports) => reports.some((report) => years.includes(report.year)))) return scope(exact);
  if (
    exact.length === 0 &&
    regions.length === 1 &&
    named.length === 1 &&
    isYearOfMatter(question, named[0]!, printsYear)
  )
    return scope(named);
  const [year] = years;
  if (
    exact.length === 0 &&
    planned.length === 1 &&
    years.length === 1 &&
    regions.length === 1 &&
    year !== undefined
  )
    return { kind: 'reports', reports: planned, content, plannedYear: year };
  const later = named.find(
    (report) =>
      (report.year - 1 === year &&
        [`${year}年`, '上年', '去年', '上一年'].some((words) => printsYear(report, words))) ||
      // A table may have a column for each of several years.
      (year !== undefined && report.year > year && printsYear(report, `${year}年`)),
  );
  if (years.length === 1 && regions.length === 1 && exact.length === 0 && later && year !== undefined)
    return { kind: 'reports', reports: [later], content, comparedYear: year };
  const missing = regions.find((reports) => !reports.some((report) => years.includes(report.year)))!;
  return {
    kind: 'year-not-held',
    region: missing[0]!,
    years: years.filter((year) => !missing.some((report) => report.year === year)),
    held: missing,
  };
}

/** Whether a goal was met says the report of its own year. */
export const OUTCOME =
  /(?:目标|任务|计划).{0,6}(?:完成|实现|达到|达成|达标)(?:了|得|没|吗|情况|与否)|(?:完成|实现|达到|达成)了?[^,，。?]{0,8}(?:目标|任务)|是否(?:完成|实现|达到|达成)|\b(?:met?|meet|achieved?|reach(?:ed)?|miss(?:ed)?|hit|fulfil(?:l|led)?)\b.{0,30}\b(?:targets?|goals?|plans?)\b|\b(?:targets?|goals?|plans?)\b.{0,30}\b(?:met|achieved|reached|missed|fulfilled)\b/i;

const STRONG_PLAN =
  /目标|打算|(?:工作|的)计划|准备|想(?!知道|问|了解|看)|力争|安排|\bplans?\b|\bgoals?\b|\btargets?\b|\bintend/i;
const PLAN =
  /计划|打算|安排|准备|下一步|将|要|想(?!知道|问|了解|看)|目标|重点(?:抓|做)|力争|怎么(?:做|抓|管)|\bplan|\bintend|\bnext\b|\bwill\b|\baim|\bgoal|\btarget|\bexpect|\binvest/i;

/** A full date or `2015年本` that the report itself prints. */
function isYearOfMatter(
  question: Question,
  report: StoredReport,
  printsYear: (report: StoredReport, words: string) => boolean,
): boolean {
  return question.years.every((year) => {
    const date = new RegExp(`${year}年\\d{1,2}月(?:\\d{1,2}日)?`).exec(question.normal)?.[0];
    return date !== undefined && printsYear(report, date);
  });
}

/** Reports by region; those of one region in the order given. */
export function groupByRegion(reports: readonly StoredReport[]): StoredReport[][] {
  const groups = new Map<string, StoredReport[]>();
  for (const report of reports) {
    const key = [...report.parents.slice(-1), report.region].join('');
    groups.set(key, [...(groups.get(key) ?? []), report]);
  }
  return [...groups.values()];
}
