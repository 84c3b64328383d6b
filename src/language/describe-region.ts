/**
 * A region's name as printed in a title, split into its parents and its own name.
 *
 * Parents are taken from the front as long as the gazetteer has them one inside the other; what is left is
 * the region itself, a zone, a town or a department. Parents that are not printed come from the gazetteer.
 */
import { type GazetteerRegion, gazetteer, townsNamed } from './gazetteer.ts';
import { normalText } from './normal-form.ts';
import { CLASS_WORD, levelOfName, shortPlaceName } from './place-name.ts';
import type { Region } from './region.ts';
import { isBodyName, isCommittee, parseTownName, parseZoneName, zoneClassWords } from './region-forms.ts';
import { regionLexicon } from './region-lexicon.ts';
import { toSimplified } from './traditional.ts';

/** The region a name as printed stands for, with what is known of its parents; `undefined` for no region. */
export function describeRegion(fullName: string): Region | undefined {
  const name = toSimplified(normalText(fullName))
    .replace(/\s/g, '')
    .replace(/^(?:中共|国家税务总局|中国共产党)(?=.{4})/, '')
    .replace(/(?<=[省市区县旗州盟镇乡])(?:人民)?政府$/, '');
  if (name.length < 2 || name.length > 40 || /[^\p{Script=Han}()、·]/u.test(name)) return undefined;
  return readName(name, '', undefined);
}

/** Other names a region goes by, its own name left out: 花都, 广州市花都区, 涪陵高新区. */
export function regionAliases(region: Region): string[] {
  const own = ownNames(region);
  // A department's name begins with the place it serves.
  const above = region.level === 'department' ? region.parents.slice(0, -1) : region.parents;
  const parents = new Set([above.join(''), above.at(-1) ?? '', above[0] ?? '']);
  parents.delete('');
  const names = new Set(own);
  for (const parent of parents) {
    for (const name of [region.name, region.short]) {
      const prefixes =
        above.length > 1 && parent === above.join('') ? [parent] : [parent, shortPlaceName(parent)];
      if (prefixes.some((prefix) => name.startsWith(prefix))) continue;
      for (const prefix of prefixes) names.add(prefix + name);
    }
  }
  names.delete(region.name);
  return [...names];
}

/** Whether `inner` lies in `outer`, as far as their parents tell. */
export function isWithin(inner: Region, outer: Region): boolean {
  return (
    inner.parents.includes(outer.name) && outer.parents.every((parent) => inner.parents.includes(parent))
  );
}

function ownNames(region: Region): string[] {
  const names = [region.name, region.short];
  if (region.level === 'zone') {
    const zone = parseZoneName(region.name);
    if (zone && zone.stem !== '') {
      const words = zoneClassWords(zone.kind);
      const city = region.parents.at(-1) ?? '';
      // 烟台市开发区 as well as 烟台开发区.
      const stems = shortPlaceName(city) === zone.stem ? [zone.stem, city] : [zone.stem];
      names.push(...stems.flatMap((stem) => words.map((word) => stem + word)));
    }
  } else if (region.level === 'department') {
    names.push(...departmentNames(region));
  } else {
    const listed = gazetteer().byName.get(region.name) ?? [];
    names.push(...listed.flatMap((entry) => entry.aliases));
  }
  return [...new Set(names)].filter((name) => name !== '');
}

function departmentNames(region: Region): string[] {
  const place = region.parents.at(-1) ?? '';
  const body = withoutFirst(region.name, [place, shortPlaceName(place)]);
  if (body === region.name) return [];
  const short = regionLexicon().bodies[body] ?? [];
  return [body, ...short].flatMap((name) => [place + name, shortPlaceName(place) + name]);
}

function withoutFirst(text: string, prefixes: readonly string[]): string {
  const prefix = prefixes.find((p) => p !== '' && text.startsWith(p));
  return prefix === undefined ? text : text.slice(prefix.length);
}

/**
 * Reads `rest` as what stands behind `printed`, which named one of `outer`.
 *
 * The longest name at the front is tried first; a reading that leaves something senseless is given up.
 */
function readName(
  rest: string,
  printed: string,
  outer: readonly GazetteerRegion[] | undefined,
): Region | undefined {
  if (isCommittee(rest)) return listedPlace(highest(outer ?? []).filter((place) => place.level === 'zone'));
  for (let length = Math.min(rest.length, 16); length >= 2; length--) {
    const regions = placesCalled(rest.slice(0, length), outer, length === rest.length);
    if (regions.length === 0) continue;
    if (length === rest.length) return onePlace(regions, outer);
    const found = readName(rest.slice(length), rest.slice(0, length), regions);
    if (found) return found;
  }
  return readByForm(rest, printed, outer);
}

function placesCalled(
  name: string,
  outer: readonly GazetteerRegion[] | undefined,
  whole: boolean,
): GazetteerRegion[] {
  const { byName, byShort } = gazetteer();
  const lies = (region: GazetteerRegion) => outer === undefined || outer.some((o) => isWithin(region, o));
  const full = (byName.get(name) ?? []).filter(lies);
  if (full.length > 0) return full;
  return (byShort.get(name) ?? []).filter((region) => (whole || !region.common) && lies(region));
}

/** The one region of several that bear a name: the highest, where only one is; else what they share. */
function onePlace(
  regions: readonly GazetteerRegion[],
  outer: readonly GazetteerRegion[] | undefined,
): Region | undefined {
  const best = highest(regions);
  const [first] = best;
  if (!first) return undefined;
  if (best.length === 1) return listedPlace(best);
  const { name, short, level } = first;
  // 鼓楼区 of four cities: the name is certain, its parents are not.
  if (outer === undefined && best.some((region) => region.name !== name)) return undefined;
  return { name, short, level, parents: sharedParents(best) };
}

/** The first of the regions, without what only the gazetteer knows of it. */
function listedPlace(regions: readonly GazetteerRegion[]): Region | undefined {
  const [region] = regions;
  if (!region) return undefined;
  const { name, short, level, parents, code } = region;
  return { name, short, level, parents, ...(code === undefined ? {} : { code }) };
}

function highest(regions: readonly GazetteerRegion[]): GazetteerRegion[] {
  for (const level of ['province', 'city', 'county', 'zone']) {
    const found = regions.filter((region) => region.level === level);
    if (found.length > 0) return found;
  }
  return [];
}

function sharedParents(regions: readonly GazetteerRegion[]): string[] {
  const first = regions[0]?.parents ?? [];
  const differs = first.findIndex((parent, i) => regions.some((region) => region.parents[i] !== parent));
  return differs < 0 ? [...first] : first.slice(0, differs);
}

/** The chain of names down to the region that was read last. */
function chainOf(outer: readonly GazetteerRegion[] | undefined): string[] {
  const best = highest(outer ?? []);
  if (best.length === 0) return [];
  if (best.length === 1) return [...best[0]!.parents, best[0]!.name];
  return sharedParents(best);
}

function readByForm(
  rest: string,
  printed: string,
  outer: readonly GazetteerRegion[] | undefined,
): Region | undefined {
  // 长白山 is not 长白, a county, and something called 山….
  if (outer !== undefined && !CLASS_WORD.test(printed) && /^[山河江岛]/.test(rest)) return undefined;
  const parents = chainOf(outer);
  const town = parseTownName(rest);
  if (town !== undefined) return describeTown(town, parents);
  const zone = parseZoneName(rest);
  if (zone) return describeZone(rest, printed, outer);
  if (isBodyName(rest)) {
    return { name: printed + rest, short: shortBody(rest, printed), level: 'department', parents };
  }
  const level = rest.length > 1 && rest.length <= 12 ? levelOfName(rest) : undefined;
  return level ? { name: rest, short: shortPlaceName(rest), level, parents } : undefined;
}

function shortBody(body: string, printed: string): string {
  return shortPlaceName(printed) + (regionLexicon().bodies[body]?.at(-1) ?? body);
}

function describeTown(name: string, printed: readonly string[]): Region {
  const towns = townsNamed(name).filter((town) => printed.every((parent) => town.parents.includes(parent)));
  const [only] = towns;
  if (towns.length === 1 && only) return only;
  return { name, short: name, level: 'township', parents: printed };
}

/**
 * A zone keeps the name of the place before a bare class word (涪陵高新区), and lies in that place only when
 * it is a city: a zone called after a district stands beside the district.
 */
function describeZone(
  rest: string,
  printed: string,
  outer: readonly GazetteerRegion[] | undefined,
): Region | undefined {
  const zone = parseZoneName(rest);
  if (!zone) return undefined;
  const chain = chainOf(outer);
  const own = zone.classWord === '' ? rest : zone.stem + zone.classWord;
  if (zone.stem !== '') {
    const place = gazetteer().byShort.has(zone.stem);
    const short = place || zone.kind !== '新区' ? zone.stem + zone.kind : zone.stem;
    return (
      listedZone(own, chain) ?? {
        name: own,
        short: short === '' ? own : short,
        level: 'zone',
        parents: chain,
      }
    );
  }
  const [place] = highest(outer ?? []);
  if (!place) return undefined;
  const stem = shortPlaceName(printed);
  const parents = place.level === 'county' ? chain.slice(0, -1) : chain;
  const name = stem + zone.classWord;
  return listedZone(name, parents) ?? { name, short: stem + zone.kind, level: 'zone', parents };
}

/** The zone as the gazetteer lists it, where a printed name leaves its city out: 雄安新区. */
function listedZone(name: string, parents: readonly string[]): Region | undefined {
  const { byName, byShort } = gazetteer();
  const listed = [...(byName.get(name) ?? []), ...(byShort.get(name) ?? [])];
  return listedPlace(
    listed.filter((region) => region.level === 'zone' && parents.every((p) => region.parents.includes(p))),
  );
}
