/**
 * Tells apart places of one name (鼓楼区) by the names that a report prints above them.
 *
 * The sources are asked in order of their authority, and the first that prints one place's parents more often than
 * any other's decides: what a text mentions often is not more than what a title says once.
 */
import { findRegions } from '../language/find-regions.ts';
import type { Region, RegionMention } from '../language/region.ts';

/**
 * The region with its parents, as far as they are known.
 *
 * @param texts What each source prints, that of most authority first.
 */
export function completeParents(region: Region, texts: readonly string[]): Region {
  let readings = findReadings(region, texts);
  for (const text of texts) {
    if (readings.length <= 1) break;
    const weights = readings.map((reading) => weighParents(reading, text));
    const most = Math.max(...weights);
    if (most > 0) readings = readings.filter((_, position) => weights[position] === most);
  }
  if (readings.length <= 1) return readings[0] ?? region;
  return region.parents.length > 0 ? region : { ...region, parents: commonParents(readings) };
}

/** The place that a mention names; of several of one name without what tells them apart. */
export function placeOf({ candidates }: RegionMention): Region | undefined {
  const [first, ...rest] = candidates;
  if (first === undefined || rest.length === 0) return first;
  const places = candidates.filter(({ name }) => name === first.name);
  if (places.length === 1) return first;
  const { name, short, level } = first;
  return { name, short, level, parents: commonParents(places) };
}

/** Every place the region's name can mean, from the gazetteer and from names printed in full. */
function findReadings(region: Region, texts: readonly string[]): Region[] {
  const readings = new Map<string, Region>();
  const add = (reading: Region) => readings.set([...reading.parents, reading.name].join('/'), reading);
  for (const mention of findRegions(region.name)) {
    for (const candidate of mention.candidates) if (candidate.name === region.name) add(candidate);
  }
  for (const text of texts) {
    for (const mention of findRegions(text)) {
      for (const candidate of mention.candidates) {
        if (candidate.name === region.name && mention.text.length > region.name.length) add(candidate);
      }
    }
  }
  if (region.parents.length > 0) add(region);
  const fitting = [...readings.values()].filter((reading) => liesWithin(reading, region.parents));
  return fitting.filter(
    (reading) => !fitting.some((other) => other !== reading && liesWithin(other, reading.parents)),
  );
}

/** Whether all of some parents stand above a place: nothing printed in front of a name is overruled. */
function liesWithin(place: Region, parents: readonly string[]): boolean {
  return parents.every((parent) => place.parents.includes(parent));
}

/** How often a text prints the names above a place. */
function weighParents(reading: Region, text: string): number {
  return reading.parents.reduce((sum, parent) => sum + text.split(parent).length - 1, 0);
}

function commonParents(readings: readonly Region[]): string[] {
  const first = readings[0]?.parents ?? [];
  const end = first.findIndex((parent, depth) =>
    readings.some((reading) => reading.parents[depth] !== parent),
  );
  return first.slice(0, end === -1 ? first.length : end);
}
