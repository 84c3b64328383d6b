/** The regions that a sentence names, and which of its evidence each of them means. */
import { findRegions } from '../../language/find-regions.ts';
import type { Region, RegionMention } from '../../language/region.ts';
import type { Library } from '../../library/library.ts';
import type { StoredReport } from '../../library/stored-report.ts';
import { heldBy, regionOf } from '../../retrieval/held-region.ts';
import { englishName } from '../place.ts';
import type { Source } from './read-sources.ts';

/** A region named in a sentence. */
export interface NamedPlace {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** What it may be called in Chinese, in full and for short. */
  readonly names: readonly string[];
  /** Reports of the evidence that it means; empty for a place that is none of theirs. */
  readonly reports: readonly StoredReport[];
  /** Whether it is the city or province that such a report's region lies in. */
  readonly isParent: boolean;
}

/** Below it a word is as likely no place at all. */
const LEAST_CERTAINTY = 0.65;

/** The regions that a sentence names, in its order. */
export function readPlaces(text: string, sources: readonly Source[], library: Library): NamedPlace[] {
  const reports = [...new Set(sources.map(({ report }) => report))];
  const mentions = findRegions(text, { known: knownRegions(library) });
  const places = mentions.flatMap((mention): NamedPlace[] => {
    const held = heldBy(mention, reports);
    const own = held.length > 0 ? held : reports.filter((report) => isCalledBy(report, mention, reports));
    const isParent = own.length === 0 && reports.some((report) => liesIn(report, mention));
    if (own.length === 0 && !isParent && mention.certainty < LEAST_CERTAINTY) return [];
    const { text: words, start, end } = mention;
    const names = mention.candidates.slice(0, 3).flatMap(({ name, short }) => [name, short]);
    return [{ text: words, names, start, end, reports: own, isParent }];
  });
  // `Gulou District in Fuzhou` is not what `Gulou District` alone may be.
  const isTold = (one: NamedPlace, place: NamedPlace) =>
    overlap(one, place) && (one.reports.length > 0 || one.end - one.start > place.end - place.start);
  const named = byEnglishName(text, reports).filter((place) => !places.some((one) => isTold(one, place)));
  const others = places.filter((place) => !named.some((one) => overlap(one, place)));
  return [...others, ...named].sort((a, b) => a.start - b.start);
}

/** What a department reports is of the place that it works for; of two 鼓楼区, `Nanjing's` is that of Nanjing. */
function isCalledBy(report: StoredReport, mention: RegionMention, reports: readonly StoredReport[]): boolean {
  if (!mention.candidates.some(({ name }) => name === report.parents.at(-1))) return false;
  return (
    report.body === 'department' ||
    reports.some((other) => other.region === report.region && other.parents.at(-1) !== report.parents.at(-1))
  );
}

function liesIn(report: StoredReport, mention: RegionMention): boolean {
  return mention.candidates.some(({ name }) => report.parents.includes(name));
}

/** `Pizhou Market Supervision Administration`: names that only our English gives. */
function byEnglishName(text: string, reports: readonly StoredReport[]): NamedPlace[] {
  return reports.flatMap((report) => {
    const name = englishName(report).replace(/ \([^()]*\)$/, '');
    const start = text.toLowerCase().indexOf(name.toLowerCase());
    if (start < 0) return [];
    const [end, names] = [start + name.length, [report.region]];
    return [{ text: name, names, start, end, reports: [report], isParent: false }];
  });
}

function overlap(a: NamedPlace, b: NamedPlace): boolean {
  return a.start < b.end && b.start < a.end;
}

const known = new WeakMap<Library, readonly Region[]>();

/** The regions of the reports held; the same array each time, since it is prepared at its first use. */
function knownRegions(library: Library): readonly Region[] {
  const regions = known.get(library) ?? library.reports().map(regionOf);
  known.set(library, regions);
  return regions;
}
