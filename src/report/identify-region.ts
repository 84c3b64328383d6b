/**
 * The region a report speaks for, with its parents.
 *
 * Sources in order: what is given, the title, the sign-off and the page's issuer, documents named in the text
 * and the text itself, the page's address. A name alone may mean several places (鼓楼区); then the text's other names decide.
 */

import { describeRegion, findRegions } from '../language/find-regions.ts';
import type { Region } from '../language/region.ts';
import { addressRegions } from './address-regions.ts';
import { findSpeaker, readBodyName } from './find-speaker.ts';

/** What a region is read from. */
export interface RegionSources {
  /** The name that a person gave. */
  readonly given?: string | undefined;
  /** Address of the page. */
  readonly url?: string | undefined;
  readonly title: string | undefined;
  /** The body that signed. */
  readonly signer: string | undefined;
  /** Bodies that the page names as issuer or source, the most reliable first. */
  readonly issuers: readonly string[];
  readonly paragraphs: readonly string[];
}

/** The region found, and what is uncertain about it. */
export interface FoundRegion {
  readonly region: Region;
  readonly problems: readonly string[];
}

/** Identifies the region; `undefined` when no source names one. */
export function identifyRegion(sources: RegionSources): FoundRegion | undefined {
  const problems: string[] = [];
  const printed = fromTitle(sources.title) ?? fromIssuers(sources);
  const named = sources.given === undefined ? printed : fromGiven(sources.given);
  if (sources.given !== undefined && named === undefined) return undefined;
  const region: UncertainRegion | undefined = named ?? fromTextOrAddress(sources);
  if (region === undefined) return undefined;
  if (named === undefined) {
    const where = region.isAddress ? "page's address" : 'text';
    problems.push(`No title names the region; "${region.name}" was taken from the ${where}`);
  }
  if (sources.given !== undefined && printed !== undefined && printed.name !== region.name) {
    problems.push(`"${region.name}" was given as the region; the file names "${printed.name}"`);
  }
  const placed = completeParents(regionOf(region), sources);
  if (placed.parents.length === 0 && placed.level !== 'province') {
    problems.push(`The text does not tell in which province or city "${placed.name}" lies`);
  }
  return { region: placed, problems };
}

/** A full name with or without parents, a short name, or pinyin. */
function fromGiven(given: string): Region | undefined {
  const described = describeRegion(readBodyName(given).name);
  if (described !== undefined) return described;
  const [mention, ...others] = findRegions(given);
  const [first, ...rest] = mention?.candidates ?? [];
  if (first === undefined || others.length > 0) return undefined;
  // Which of several places a name means is decided by what the report prints.
  return rest.some((other) => other.name === first.name) ? { ...first, parents: [] } : first;
}

interface UncertainRegion extends Region {
  readonly isAddress?: boolean;
}

function regionOf({ isAddress: _isAddress, ...region }: UncertainRegion): Region {
  return region;
}

/** A city's site also carries the reports of its districts: what lies within goes before what an address names. */
function fromTextOrAddress({ paragraphs, url }: RegionSources): UncertainRegion | undefined {
  const spoken = fromText(paragraphs);
  const text = paragraphs.join('\n');
  const named = addressRegions(url).flatMap((regions) => {
    const printed = regions.filter(({ name, short }) => text.includes(name) || text.includes(short));
    const fitting = printed.length > 0 ? printed : regions;
    const [only, ...others] = fitting;
    return only !== undefined && others.length === 0 ? [only] : [];
  })[0];
  if (named === undefined || spoken?.name === named.name || spoken?.parents.includes(named.name))
    return spoken;
  const { name, short, level, parents, code } = named;
  return { name, short, level, parents, ...(code !== undefined && { code }), isAddress: true };
}

function fromTitle(title: string | undefined): Region | undefined {
  if (title === undefined) return undefined;
  const speaker = findSpeaker(title);
  const described = speaker === undefined ? undefined : describeRegion(speaker.name);
  return described ?? findRegions(title).find((mention) => mention.certainty === 1)?.candidates[0];
}

/**
 * A body that signed speaks for itself. A department that a page merely names as its source (来源:区司法局)
 * publishes for its region, unless the text says 我局.
 */
function fromIssuers({ signer, issuers, paragraphs }: RegionSources): Region | undefined {
  const signed = signer === undefined ? undefined : describeRegion(readBodyName(signer).name);
  if (signed !== undefined) return signed;
  const isOwnReport = /[我本][局厅]/.test(paragraphs.join('\n'));
  for (const issuer of issuers) {
    const described = describeRegion(readBodyName(issuer).name);
    if (described === undefined) continue;
    if (described.level !== 'department' || isOwnReport) return described;
    const above = describeRegion(described.parents.join(''));
    if (above !== undefined) return above;
  }
  return undefined;
}

/**
 * The region that the text speaks of most, weighed by how it speaks of itself (我区, 我县) and by the
 * introduction, where a report names its own region.
 */
function fromText(paragraphs: readonly string[]): Region | undefined {
  const own = OWN.exec(paragraphs.join('\n'))?.[1];
  const votes = new Map<string, { region: Region; weight: number }>();
  for (const [position, text] of paragraphs.entries()) {
    for (const mention of findRegions(text)) {
      const region = mention.candidates[0];
      if (region === undefined || mention.certainty < 1) continue;
      const vote = votes.get(region.name) ?? { region, weight: 0 };
      vote.weight += (position === 0 ? 4 : 1) * (own !== undefined && region.name.endsWith(own) ? 3 : 1);
      if (region.parents.length > vote.region.parents.length) vote.region = region;
      votes.set(region.name, vote);
    }
  }
  return [...votes.values()].sort((a, b) => b.weight - a.weight)[0]?.region;
}

const OWN = /我([省市县区旗镇乡州盟])/;

/** Chooses among places of one name by the names the report prints, the fullest reading first. */
function completeParents(region: Region, sources: RegionSources): Region {
  const address = addressRegions(sources.url).flatMap((regions) => [
    ...new Set(regions.map(({ name }) => name)),
  ]);
  const printed = [sources.title ?? '', sources.signer ?? '', ...sources.issuers, ...address].join('\n');
  const body = sources.paragraphs.join('\n');
  const readings = findReadings(region, [printed, body]);
  if (readings.length <= 1) return readings[0] ?? region;
  const weighed = readings
    .map((reading) => ({ reading, weight: weighParents(reading, printed) * 5 + weighParents(reading, body) }))
    .sort((a, b) => b.weight - a.weight);
  const [best, second] = weighed;
  if (best === undefined || best.weight === 0) return { ...region, parents: commonParents(readings) };
  return second === undefined || best.weight > second.weight ? best.reading : region;
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
