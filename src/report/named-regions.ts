/** What each source of a report names as its region, in order of authority. */
import { describeRegion, isWithin } from '../language/describe-region.ts';
import { findRegions } from '../language/find-regions.ts';
import type { Region } from '../language/region.ts';
import { addressRegions, findAddressRegion } from './address-regions.ts';
import { placeOf } from './complete-parents.ts';
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

/** The source that is the address of the page. */
export const ADDRESS = "page's address";

/** A region and what names it. */
export interface NamedRegion {
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

/** The regions that the sources name; of a text only where nothing surer does. */
export function findNamedRegions(sources: RegionSources): readonly NamedRegion[] {
  const { titles, issuer, signer, source, around = [], paragraphs, url } = sources;
  const text = paragraphs.join('\n');
  const signed = fromBody(signer);
  const ofPage = (name: string | undefined) => {
    const region = fromBody(name);
    const isOwn = OWN_BODY.test(text) || region?.name === signed?.name;
    return region === undefined || isOwn ? region : placeServed(region);
  };
  const address = findAddressRegion(url, text);
  const found: readonly (readonly [NamedRegion['from'], Region | undefined])[] = [
    ['title', titles.map(fromTitle).find((region) => region !== undefined)],
    ['issuer', ofPage(issuer)],
    ['signature', signed],
    ['source', ofPage(source)],
    ['names of documents', findDocumentRegion({ head: around, paragraphs })],
    [ADDRESS, address],
  ];
  const findings = found.flatMap(([from, region]) => (region === undefined ? [] : [{ from, region }]));
  if (findings.some(({ from }) => from !== ADDRESS)) return findings;
  // A city's site also carries the reports of its districts.
  const spoken = findSpokenRegion(paragraphs);
  if (spoken === undefined) return findings;
  const { isOnly, ...region } = spoken;
  const said = { from: 'text', region } as const;
  if (address === undefined) return [said];
  return isOnly && isWithin(region, address) ? [said, ...findings] : findings;
}

/** What tells that a report is a department's own. */
export const OWN_BODY = /[我本][局厅]/;

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
  const region = describeRegion(body);
  const isPlaceless = region?.level === 'department' && region.parents.length === 0;
  const isRelative =
    isPlaceless && /^(?:自治区|[省市县区旗州盟镇乡])/.test(body) && findRegions(body)[0]?.start !== 0;
  return isRelative ? undefined : region;
}

/** A department that a page names publishes for the place it serves, unless the report is its own. */
export function placeServed(region: Region): Region | undefined {
  if (region.level !== 'department') return region;
  const [place] = findRegions(region.name);
  return describeRegion(region.parents.join('')) ?? (place?.start === 0 ? placeOf(place) : undefined);
}

/** What each source prints, to tell places of one name apart. */
export function textsOf(
  { titles, issuer, signer, source, paragraphs, url }: RegionSources,
  findings: readonly NamedRegion[],
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
