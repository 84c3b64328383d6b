/**
 * Which reports a message of a chat is about: what it names itself, and from the topic only what it leaves out.
 */
import type { RegionMention } from '../language/region.ts';
import type { Library } from '../library/library.ts';
import type { StoredReport } from '../library/stored-report.ts';
import { regionOf } from '../retrieval/held-region.ts';
import type { Question } from '../retrieval/question.ts';
import { resolveScope } from '../retrieval/resolve-scope.ts';
import { preparedReport } from '../retrieval/retrieve.ts';
import type { Topic } from './topic.ts';

/** What was found out about region and year. */
export type Settled =
  | {
      readonly kind: 'reports';
      readonly reports: readonly StoredReport[];
      readonly mentions: readonly RegionMention[];
    }
  /** Not held, or still ambiguous: the resolver refuses or asks with these. */
  | {
      readonly kind: 'open';
      readonly regions: readonly RegionMention[];
      readonly years: readonly number[];
      readonly from: readonly StoredReport[];
    };

/** Settles region and year; `undefined` when neither message nor topic says any. */
export function settleScope(question: Question, topic: Topic, library: Library): Settled | undefined {
  if (question.regions.length === 0) {
    return topic.reports.length > 0
      ? inYears(question, regionsReports(topic.reports, library), topic, [])
      : undefined;
  }
  const found: StoredReport[] = [];
  for (const mention of question.regions) {
    const reports = reportsNamed(mention, question, topic, library);
    if (!reports) {
      const printed = topic.reports.filter((report) =>
        preparedReport(library, report.id).text.includes(mention.text),
      );
      if (printed.length > 0 && question.terms.length > 0 && !isCounty(mention)) continue;
      return { kind: 'open', regions: question.regions, years: question.years, from: [] };
    }
    found.push(...reports);
  }
  const named = found.length > 0 ? [...new Set(found)] : regionsReports(topic.reports, library);
  return inYears(question, named, topic, found.length > 0 ? question.regions : []);
}

/** All years of the region that a name means here; the topic's region where the name fits several. */
function reportsNamed(
  mention: RegionMention,
  question: Question,
  topic: Topic,
  library: Library,
): readonly StoredReport[] | undefined {
  const all = library.reports();
  const scope = resolveScope(
    { ...question, regions: [mention], years: [], intent: 'trend' },
    all,
    () => false,
  );
  if (scope.kind === 'reports') return scope.reports;
  if (scope.kind === 'ambiguous') {
    const same = scope.reports.filter((report) => topic.reports.some((one) => sameRegion(one, report)));
    return same.length > 0 ? same : undefined;
  }
  // `南京的呢` after 福州市鼓楼区: the region of the same name there.
  const below = all.filter((report) =>
    mention.candidates.some((region) => report.parents.includes(region.name)),
  );
  const twins = below.filter((report) =>
    [...topic.recent, ...topic.choices].some((one) => one.region === report.region),
  );
  return twins.length > 0 ? twins : undefined;
}

function inYears(
  question: Question,
  named: readonly StoredReport[],
  topic: Topic,
  mentions: readonly RegionMention[],
): Settled {
  const years = yearsOf(question, topic);
  const regions = groupByRegion(named);
  const chosen: StoredReport[] = [];
  for (const reports of regions) {
    const exact = reports.filter((report) => years.includes(report.year));
    // 次年的打算 stands in the report of the year before.
    const before =
      exact.length === 0 &&
      ((question.years.length > 0 && speaksOfPlan(question.normal)) ||
        (question.relativeYear === 1 && question.asks.length === 0))
        ? reports.filter((report) => years.includes(report.year + 1))
        : [];
    const isAsked = question.years.length > 0 || question.relativeYear !== undefined;
    const open = isAsked ? [] : reports.length === 1 || question.intent === 'trend' ? reports : [];
    const fitting = exact.length > 0 ? exact : before.length > 0 ? before : open;
    if (fitting.length === 0)
      return {
        kind: 'open',
        regions: mentions.length > 0 ? mentions : named.map(mentionOf),
        years: isAsked ? years : [],
        from: reports,
      };
    chosen.push(...fitting);
  }
  return { kind: 'reports', reports: chosen, mentions };
}

/** 去年 counts from the report that the chat is about. */
function yearsOf(question: Question, topic: Topic): readonly number[] {
  if (question.years.length > 0) return question.years;
  const held = [...new Set(topic.reports.map((report) => report.year))];
  return question.relativeYear === undefined ? held : held.map((year) => year + question.relativeYear!);
}

/** Whether a text speaks of what is to come. */
export function speaksOfPlan(normal: string): boolean {
  return /计划|打算|安排|准备|下一步|将|要(?!求)|想(?!知道|问|了解|看)|目标|重点|力争|怎么(?:做|抓|管|改|提高|办|应对)|如何(?:做|抓|改|提高|应对)|\bplan|\bintend|\bnext\b|\bwill\b|\baim|\bgoal|\btarget|\bgoing to\b/i.test(
    normal,
  );
}

/** Every year held of the regions of some reports. */
function regionsReports(reports: readonly StoredReport[], library: Library): StoredReport[] {
  return library.reports().filter((report) => reports.some((one) => sameRegion(one, report)));
}

function sameRegion(a: StoredReport, b: StoredReport): boolean {
  return a.region === b.region && a.parents.at(-1) === b.parents.at(-1);
}

function groupByRegion(reports: readonly StoredReport[]): StoredReport[][] {
  const groups = new Map<string, StoredReport[]>();
  for (const report of reports) {
    const key = [...report.parents.slice(-1), report.region].join('');
    groups.set(key, [...(groups.get(key) ?? []), report]);
  }
  return [...groups.values()];
}

/** Towns and villages may be the matter of a question; a county or city is another place to ask about. */
function isCounty(mention: RegionMention): boolean {
  return mention.candidates.some(
    (region) => region.level === 'county' || region.level === 'city' || region.level === 'province',
  );
}

/** A report's region as if the text had named it, standing nowhere in it. */
export function mentionOf(report: StoredReport): RegionMention {
  return { text: report.region, start: 0, end: 0, candidates: [regionOf(report)], certainty: 1 };
}
