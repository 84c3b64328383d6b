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
import { addressRegions, findAddressRegion } from './address-regions.ts';
import { completeParents, placeOf } from './complete-parents.ts';
import { findDocumentRegion } from './document-region.ts';
import { findSpeaker, readBodyName } from './find-speaker.ts';
import { findSpokenRegion } from './spoken-region.ts';

/** What a region is read from. */
export interface RegionSources {
  /** The name that a person gave. */
  readonly given?: string | undefined;
  /** Address of the page. */
  readonly url?: string | undefined;
  /** The given one before the printed one. */
  readonly titles: readonly string[];
  /** The body that the page names as issuer (发文机关). */
  readonly issuer?: string | undefined;
  /** The body that signed. */
  readonly signer?: string | undefined;
  /** The body that the page names as its source (来源). */
  readonly source?: string | undefined;
  /** Lines around the text, where a report prints the number it bears. */
  readonly around?: readonly string[];
  readonly paragraphs: readonly string[];
}

/** The region found, and what is uncertain about it. */
export interface FoundRegion {
  readonly region: Region;
  readonly problems: readonly string[];
}

/** A region and what names it. */
interface Finding {
  readonly from:
    | 'title'
    | 'issuer'
    | 'signature'
    | 'source'
    | 'names of documents'
    | "page's address"
    | 'text';
  readonly region: Region;
}

/** Identifies the region; `undefined` when no source names one. */
export function identifyRegion(sources: RegionSources): FoundRegion | undefined {
  const { given, paragraphs } = sources;
  const findings = findAll(sources);
  const [first] = findings;
  const named = given === undefined ? first?.region : fromGiven(given);
  if (named === undefined) return undefined;
  const region = completeParents(named, textsOf(sources, findings));
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
    for (const other of findings.slice(1)) {
      if (agrees(other, region)) continue;
      const name = nameBeside(other.region, region);
      problems.push(
        `"${region.name}" was taken as the region from the ${first.from}; by the ${other.from} it is "${name}"`,
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

/** What each source names, in order of authority. */
function findAll(sources: RegionSources): readonly Finding[] {
  const { titles, issuer, signer, source, around = [], paragraphs, url } = sources;
  const text = paragraphs.join('\n');
  const signed = fromBody(signer);
  const ofPage = (name: string | undefined) => {
    const region = fromBody(name);
    const isOwn = OWN_BODY.test(text) || region?.name === signed?.name;
    return region === undefined || isOwn ? region : placeServed(region);
  };
  const address = findAddressRegion(url, text);
  const found: readonly (readonly [Finding['from'], Region | undefined])[] = [
    ['title', titles.map(fromTitle).find((region) => region !== undefined)],
    ['issuer', ofPage(issuer)],
    ['signature', signed],
    ['source', ofPage(source)],
    ['names of documents', findDocumentRegion({ head: around, paragraphs })],
    ["page's address", address],
  ];
  const findings = found.flatMap(([from, region]) => (region === undefined ? [] : [{ from, region }]));
  if (findings.some(({ from }) => from !== "page's address")) return findings;
  // A city's site also carries the reports of its districts.
  const spoken = findSpokenRegion(paragraphs);
  if (spoken === undefined) return findings;
  const { isOnly, ...region } = spoken;
  const said = { from: 'text', region } as const;
  if (address === undefined) return [said];
  return isOnly && isWithin(region, address) ? [said, ...findings] : findings;
}

/** What tells that a report is a department's own. */
const OWN_BODY = /[我本][局厅]/;

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

function fromTitle(title: string): Region | undefined {
  const described = fromBody(findSpeaker(title)?.name);
  if (described !== undefined) return described;
  const mentions = findRegions(title);
  const full = mentions.find(({ certainty }) => certainty === 1);
  if (full !== undefined) return placeOf(full);
  // 花都2019年法治政府建设报告: of 吉林 it is not told whether that is the province.
  const short = mentions.find(
    ({ start, end }) => start === 0 && /^\s*(?:(?:19|20)\d{2}|法治)/.test(title.slice(end)),
  );
  return short?.candidates.every(({ name }) => name === short.candidates[0]?.name)
    ? placeOf(short)
    : undefined;
}

/** The region or body of a name; what only says of which level it is (区市场监督管理局) names none. */
function fromBody(name: string | undefined): Region | undefined {
  if (name === undefined) return undefined;
  const body = readBodyName(name).name;
  return /^(?:自治区|[省市县区旗州盟镇乡])/.test(body) ? undefined : describeRegion(body);
}

/** A department that a page names publishes for the place it serves, unless the report is its own. */
function placeServed(region: Region): Region | undefined {
  if (region.level !== 'department') return region;
  const [place] = findRegions(region.name);
  return describeRegion(region.parents.join('')) ?? (place?.start === 0 ? placeOf(place) : undefined);
}

/** Printed for who speaks, which is sure; other sources only let it be concluded. */
function isPrinted({ from }: Finding): boolean {
  return from === 'title' || from === 'issuer' || from === 'signature' || from === 'source';
}

/** Who signs or issues is the region itself or a body of it; others may also name what it lies in or what lies in it. */
function agrees({ from, region: other }: Finding, region: Region): boolean {
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

/** What each source prints, to tell places of one name apart. */
function textsOf(
  { titles, issuer, signer, source, paragraphs, url }: RegionSources,
  findings: readonly Finding[],
) {
  const documents = findings.find(({ from }) => from === 'names of documents')?.region.parents.join('') ?? '';
  const address = addressRegions(url).flatMap((regions) => [...new Set(regions.map(({ name }) => name))]);
  const texts = [
    titles.join('\n'),
    issuer,
    signer,
    source,
    documents,
    address.join('\n'),
    paragraphs.join('\n'),
  ];
  return texts.filter((text) => text !== undefined && text !== '') as string[];
}
