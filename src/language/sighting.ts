/** A place in a text where some words may name regions, before overlaps and doubts are settled. */
import type { Region } from './region.ts';
import { isSameZoneKind, parseZoneName } from './region-forms.ts';

/** How words name a region, the surest first; the value is the mention's certainty. */
export const CERTAINTY = {
  /** The full name, or one that begins with its parents. */
  full: 1,
  /** A zone's name by its form alone, or another name that a held report gives. */
  alias: 0.95,
  /** The short name of a region whose report is held. */
  knownShort: 0.9,
  /** The short name of any region. */
  short: 0.8,
  /** The place that a held zone is called after (涪陵 for 涪陵高新区). */
  stem: 0.7,
  /** A short name that is an ordinary word too, where it stands like a name. */
  common: 0.6,
  pinyin: 0.7,
  homophone: 0.5,
  typo: 0.45,
} as const;

/** Words that may name regions. */
export interface Sighting {
  readonly start: number;
  readonly end: number;
  readonly candidates: readonly Region[];
  readonly certainty: number;
  /**
   * `weak`: counts only with a parent in front, being an ordinary word or an accident of the line.
   * `guess`: a zone of whatever name stands there, unless that is a held region's name misspelt.
   */
  readonly doubt: 'none' | 'guess' | 'weak';
}

const ORDER = ['province', 'city', 'county', 'zone', 'township', 'department'];

/** Whether two entries mean one region: the same name, and parents that do not contradict each other. */
export function sameRegion(a: Region, b: Region): boolean {
  // 涪陵高新区 and 涪陵高新技术产业开发区 are one zone.
  if (a.name !== b.name && !(a.level === 'zone' && b.level === 'zone' && sameZone(a.name, b.name)))
    return false;
  const [few, many] = a.parents.length < b.parents.length ? [a, b] : [b, a];
  return few.parents.every((parent) => many.parents.includes(parent));
}

function sameZone(a: string, b: string): boolean {
  const [left, right] = [parseZoneName(a), parseZoneName(b)];
  return left !== undefined && left.stem === right?.stem && isSameZoneKind(left.kind, right.kind);
}

/**
 * The regions without doubles, those of held reports first (and as the very objects that were given),
 * then from the province down.
 */
export function rankCandidates(held: readonly Region[], others: readonly Region[]): Region[] {
  const rest = others
    .filter((region) => !held.some((known) => sameRegion(known, region)))
    .sort((a, b) => ORDER.indexOf(a.level) - ORDER.indexOf(b.level));
  return [...new Set([...held, ...rest])];
}
