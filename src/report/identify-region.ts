/**
 * The region a report speaks for, with its parents.
 *
 * Sources in order of authority: what is given, the title, the page's issuer, the sign-off, the page's source, names
 * of documents, the page's address, the text. The first that names a region decides; a later one that names another
 * is told, and overrules nothing.
 */

import { describeRegion, isWithin } from '../language/describe-region.ts';
import { findRegions } from '../language/find-regions.ts';
import type { Region } from '../language/region.ts';
import { sameRegion } from '../language/sighting.ts';
import { addressRegions } from './address-regions.ts';
import { completeParents } from './complete-parents.ts';
import { readBodyName } from './find-speaker.ts';
import {
  ADDRESS,
  findNamedRegions,
  type NamedRegion,
  OWN_BODY,
  placeServed,
  type RegionSources,
  textsOf,
} from './named-regions.ts';

/** The region found, and what is uncertain about it. */
export interface FoundRegion {
  readonly region: Region;
  readonly problems: readonly string[];
}

/** Identifies the region; `undefined` when no source names one. */
export function identifyRegion(sources: RegionSources): FoundRegion | undefined {
  const { given, paragraphs } = sources;
  const findings = findNamedRegions(sources);
  const [first] = findings;
  const named = given === undefined ? first?.region : fromGiven(given);
  if (named === undefined) return undefined;
  const region = completeParents(fullest(named, findings), textsOf(sources, findings));
  const problems: string[] = [];
  if (given !== undefined) {
    if (first && isPrinted(first) && !sameRegion(first.region, region)) {
      problems.push(
        `"${region.name}" was given as the region; the file names "${nameBeside(first.region, region)}"`,
      );
    }
  } else if (first) {
    if (first.from !== 'title') {
      problems.push(`No title names the region; "${region.name}" was taken from the ${first.from}`);
    }
    for (const { from, name } of findDifferences(findings.slice(1), region, sources.url)) {
      problems.push(
        `"${region.name}" was taken as the region from the ${first.from}; by the ${from} it is "${name}"`,
      );
    }
    if (!isPrinted(first) && region.level !== 'department' && OWN_BODY.test(paragraphs.join('\n'))) {
      problems.push(
        `The text speaks of a department, and nothing names it; "${region.name}" may be its place only`,
      );
    }
  }
  if (region.parents.length === 0 && region.level !== 'province') {
    problems.push(`The text does not tell in which province or city "${region.name}" lies`);
  }
  return { region, problems };
}

/** The same region as another source names it, where that tells more of its parents. */
function fullest(region: Region, findings: readonly NamedRegion[]): Region {
  const same = findings.map((finding) => finding.region).filter((other) => sameRegion(other, region));
  const fuller = same.find(({ parents }) => parents.length > region.parents.length);
  return fuller === undefined ? region : { ...region, parents: fuller.parents };
}

/** What sources of less authority name otherwise. */
function findDifferences(others: readonly NamedRegion[], region: Region, url: string | undefined) {
  const differences = others
    .filter((other) => !agrees(other, region))
    .map(({ from, region: other }) => ({ from, name: nameBeside(other, region) }));
  // What spells the names of several places still spells none of others.
  const [spelt, ...outer] = addressRegions(url);
  const isSaid = others.some(({ from }) => from === ADDRESS);
  if (spelt === undefined || isSaid) return differences;
  if ([spelt, ...outer].flat().some((place) => agrees({ from: ADDRESS, region: place }, region)))
    return differences;
  const names = [...new Set(spelt.map(({ name }) => name))].slice(0, 3).join('/');
  return [...differences, { from: ADDRESS, name: names }];
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

/** Printed for who speaks, which is sure; other sources only let it be concluded. */
function isPrinted({ from }: NamedRegion): boolean {
  return from === 'title' || from === 'issuer' || from === 'signature' || from === 'source';
}

/** Who signs or issues is the region itself or a body of it; others may also name what it lies in or what lies in it. */
function agrees({ from, region: other }: NamedRegion, region: Region): boolean {
  const areBodies = region.level === 'department' && other.level === 'department';
  const [a, b] = areBodies ? [other, region] : [placeServed(other), placeServed(region)];
  // 伊旗司法局: no list has the name by which people call the place.
  if (a === undefined || b === undefined) return true;
  if (sameRegion(a, b)) return true;
  return from !== 'issuer' && from !== 'signature' && (isWithin(a, b) || isWithin(b, a));
}

/** With its parents where the name alone is the same. */
function nameBeside({ name, parents }: Region, other: Region): string {
  return name === other.name ? [...parents, name].join('') : name;
}
