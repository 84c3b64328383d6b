/** Which held report's region a mention means: a district is not its city, nor a zone the district it lies in. */
import { departmentField, fieldNamed } from '../language/department-fields.ts';
import { describeRegion } from '../language/find-regions.ts';
import type { Region, RegionLevel, RegionMention } from '../language/region.ts';
import type { StoredReport } from '../library/stored-report.ts';
import type { BodyKind } from '../report/report.ts';
import { bodyBehind, bodyBeside } from './body-behind.ts';
import type { Question } from './question.ts';

const LEVELS: Record<BodyKind, RegionLevel> = {
  province: 'province',
  city: 'city',
  county: 'county',
  township: 'township',
  department: 'department',
  zone: 'zone',
};

/** A report's region as the region finder knows regions. */
export function regionOf(report: StoredReport): Region {
  const described =
    describeRegion([...report.parents.slice(-1), report.region].join('')) ?? describeRegion(report.region);
  return {
    name: report.region,
    short: shortName(report, described),
    level: LEVELS[report.body],
    parents: report.parents,
    aliases: report.aliases,
  };
}

function shortName(report: StoredReport, described: Region | undefined): string {
  if (report.body === 'township')
    return report.region.replace(/(?<=.{2})(?:街道办事处|街道|镇|乡|苏木)$/, '');
  return described?.name === report.region ? described.short : report.region;
}

/** The reports whose region the mention can mean. */
export function heldBy(mention: RegionMention, reports: readonly StoredReport[]): StoredReport[] {
  return reports.filter((report) => mention.candidates.some((candidate) => isRegionOf(candidate, report)));
}

/**
 * The one department held of a place that is named with a word for departments (`the Pizhou bureau`) or with the
 * department's field (湖南交通执法); of another department that is named, none.
 */
export function departmentOf(
  mention: RegionMention,
  question: Question,
  reports: readonly StoredReport[],
): StoredReport | undefined {
  const held = reports.filter(
    (report) =>
      report.body === 'department' &&
      mention.candidates.some((candidate) => report.parents.at(-1) === candidate.name),
  );
  if (held.length === 0) return undefined;
  // 邳州市场监管: the 市 is not the city's.
  const from = /市场/.test(question.normal.slice(mention.end - 1, mention.end + 1))
    ? mention.end - 1
    : mention.end;
  const behind = question.normal.slice(from, from + (question.language === 'zh' ? 16 : 60));
  const body = bodyBehind(question.normal, from)?.field;
  const isMeant = (report: StoredReport): boolean => {
    const field = departmentField(report.region);
    if (body !== undefined)
      return body === '' || (field !== undefined && (field.chinese.test(body) || field.words.test(body)));
    return field !== undefined && (field.chinese.test(behind) || field.words.test(behind.slice(0, 40)));
  };
  const meant = held.filter(isMeant);
  return meant.length === 1 ? meant[0] : undefined;
}

/**
 * The reports of the one department that is named right beside a place by its field, where the place's own report may
 * be held too: 平江县资规局, `Pingjiang County Health Bureau`.
 */
export function departmentBeside(
  mention: RegionMention,
  question: Question,
  reports: readonly StoredReport[],
): StoredReport[] {
  const { normal, language } = question;
  const body = language === 'en' ? bodyBeside(normal, mention) : bodyBehind(normal, mention.end);
  const asked = body === undefined ? undefined : fieldNamed(body.field);
  if (asked === undefined) return [];
  const held = reports.filter(
    (report) =>
      report.body === 'department' &&
      departmentField(report.region) === asked &&
      mention.candidates.some((candidate) => isPlaceOf(candidate, report)),
  );
  return new Set(held.map((report) => report.region)).size === 1 ? held : [];
}

/** Whether a department serves the place, as far as the parents of both tell. */
function isPlaceOf(place: Region, { parents }: StoredReport): boolean {
  const above = parents.slice(0, -1);
  if (parents.at(-1) !== place.name) return false;
  return (
    place.parents.every((parent) => above.includes(parent)) ||
    above.every((parent) => place.parents.includes(parent))
  );
}

/** Same name, and no parent that both know contradicts. */
function isRegionOf(candidate: Region, report: StoredReport): boolean {
  if (
    candidate.name !== report.region &&
    !(candidate.level === LEVELS[report.body] && report.aliases.includes(candidate.name))
  )
    return false;
  if (candidate.parents.length === 0 || report.parents.length === 0) return true;
  return (
    candidate.parents.every((parent) => report.parents.includes(parent)) ||
    report.parents.every((parent) => candidate.parents.includes(parent))
  );
}

/** Whether a place lies in the region that a report speaks for. */
export function isPartOf(place: Region, report: StoredReport): boolean {
  return place.parents.includes(report.body === 'department' ? (report.parents.at(-1) ?? '') : report.region);
}

/** 涪陵 alone is the district's own short name: a zone that only begins like it is asked back. */
export function isNeighbour(mention: RegionMention, held: readonly StoredReport[]): boolean {
  const outside = mention.candidates.filter(
    (candidate) => !held.some((report) => isRegionOf(candidate, report)),
  );
  const own = (region: { readonly name: string; readonly short: string }) =>
    region.short === mention.text || region.name === mention.text;
  return (
    mention.certainty >= 0.5 &&
    outside.some(own) &&
    held.every((report) => report.body === 'zone' || report.body === 'department') &&
    !held.some((report) => report.aliases.includes(mention.text) || report.region === mention.text)
  );
}
