/**
 * Regions and years of a question become the reports that may answer it; the scope never widens silently.
 */
import type { RegionMention } from '../language/region.ts';
import type { StoredReport } from '../library/stored-report.ts';
import { departmentBeside, departmentOf, heldBy, isNeighbour, isPartOf } from './held-region.ts';
import { groupByRegion, narrowByYear } from './narrow-years.ts';
import type { Question } from './question.ts';
import type { Scope } from './scope.ts';
import { withoutParents } from './without-parents.ts';

/**
 * Resolves the scope of a question.
 *
 * @param printsYear - Whether a report prints this year, for years that belong to the matter.
 */
export function resolveScope(
  question: Question,
  reports: readonly StoredReport[],
  printsYear: (report: StoredReport, words: string) => boolean,
): Scope {
  const inside = partsOfHeld(question, reports, printsYear);
  const mentions = withoutParents(
    question.regions.filter((mention) => !inside.includes(mention)),
    question.normal,
  );
  if (mentions.length === 0) return resolveYearsAlone(question, reports);
  const chosen: StoredReport[] = [];
  const content: RegionMention[] = [...inside];
  for (const mention of mentions) {
    const beside = departmentBeside(mention, question, reports);
    const held = heldBy(mention, reports);
    if (beside.length > 0) chosen.push(...beside);
    else if (held.length > 0) {
      if (groupByRegion(held).length > 1 || isNeighbour(mention, held))
        return { kind: 'ambiguous', why: 'region', reports: held };
      chosen.push(...held);
    } else {
      const department = departmentOf(mention, question, reports);
      if (department) chosen.push(department);
      else content.push(mention);
    }
  }
  const named = [...new Set(chosen)];
  const isPrinted = (mention: RegionMention) =>
    [mention.text, ...mention.candidates.flatMap((candidate) => [candidate.name, candidate.short])].some(
      (name) => name.length >= 2 && named.some((report) => printsYear(report, name)),
    );
  // Beside a region that is held, pinyin without a class word may be any word: the Xinyi loans.
  const isWord = (mention: RegionMention) => /^[A-Za-z ]+$/.test(mention.text) && mention.certainty <= 0.7;
  const foreign = content.find((mention) => !isPrinted(mention) && !isWord(mention));
  if (named.length === 0 || foreign) return notHeld(foreign ?? content[0]!, reports);
  return narrowByYear(question, named, content, printsYear);
}

/** Of `青海报告里海东市的行政许可` the report is Qinghai's, where it prints 海东市 and no report of 海东市 is held. */
function partsOfHeld(
  question: Question,
  reports: readonly StoredReport[],
  prints: (report: StoredReport, words: string) => boolean,
): RegionMention[] {
  return question.regions.filter((mention) => {
    if (heldBy(mention, reports).length > 0) return false;
    const outer = question.regions
      .filter((other) => other !== mention)
      .flatMap((other) => {
        const held = heldBy(other, reports);
        const department = held.length === 0 ? departmentOf(other, question, reports) : undefined;
        return department ? [department] : held;
      })
      .filter((report) => mention.candidates.some((candidate) => isPartOf(candidate, report)));
    return outer.some((report) =>
      mention.candidates.some(({ name, short }) => [name, short].some((words) => prints(report, words))),
    );
  });
}

function notHeld(mention: RegionMention, reports: readonly StoredReport[]): Scope {
  const names = mention.candidates.flatMap((candidate) => [candidate.name, ...candidate.parents]);
  const near = reports.filter((report) =>
    [report.region, ...report.parents].some((name) => names.includes(name)),
  );
  const [first] = mention.candidates;
  const name =
    mention.candidates.length === 1 && first
      ? [...first.parents.slice(-1), first.name].join('')
      : mention.text;
  return { kind: 'region-not-held', name, near };
}

function resolveYearsAlone(question: Question, reports: readonly StoredReport[]): Scope {
  if (question.years.length === 0) return { kind: 'all', reports };
  const inYears = reports.filter((report) => question.years.includes(report.year));
  return { kind: 'all', reports: inYears.length > 0 ? inYears : reports };
}
