/**
 * Regions named in Chinese: names of the gazetteer and of held regions, and zones by their form.
 */
import { describeRegion, isWithin } from './describe-region.ts';
import { type GazetteerRegion, gazetteer } from './gazetteer.ts';
import { foldName, type KnownName, type KnownRegions } from './known-regions.ts';
import { createNameIndex, type NameIndex, namesAt } from './name-index.ts';
import type { Region } from './region.ts';
import { zoneClassAhead, zoneClassesIn } from './region-forms.ts';
import { CERTAINTY, rankCandidates, type Sighting, sameRegion } from './sighting.ts';

interface ListedName {
  readonly region: GazetteerRegion;
  readonly full: boolean;
}

let listedNames: NameIndex<ListedName> | undefined;

function listed(): NameIndex<ListedName> {
  listedNames ??= createNameIndex(
    gazetteer().regions.flatMap((region): [string, ListedName][] => [
      [foldName(region.name), { region, full: true }],
      ...[region.short, ...region.aliases]
        .filter((name) => name !== region.name)
        .map((name): [string, ListedName] => [foldName(name), { region, full: false }]),
    ]),
  );
  return listedNames;
}

/** Every place in a folded text where a region may be named in Chinese; sightings may overlap. */
export function sightChinese(text: string, known: KnownRegions): Sighting[] {
  const index = listed();
  const sightings: Sighting[] = [];
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) < 0x3400) continue;
    const lengths = new Set<number>();
    const held = new Map(namesAt(known.index, text, at));
    const names = new Map(namesAt(index, text, at));
    for (const length of [...held.keys(), ...names.keys()]) lengths.add(length);
    for (const length of lengths) {
      sightings.push(...sightName(text, at, length, held.get(length) ?? [], names.get(length) ?? [], known));
    }
  }
  return [...sightings, ...sightZones(text, sightings, known)];
}

function sightName(
  text: string,
  start: number,
  length: number,
  held: readonly KnownName[],
  names: readonly ListedName[],
  known: KnownRegions,
): Sighting[] {
  const end = start + length;
  const full = names.filter((name) => name.full);
  const named = full.length > 0 ? full : names;
  const surest = held.filter(({ kind }) => full.length === 0 || kind === 'full' || kind === 'alias');
  const candidates = rankCandidates(
    surest.map(({ region }) => region),
    named.map(({ region }) => region),
  );
  const certainty = Math.max(certaintyOfHeld(surest), certaintyOfListed(named));
  const doubt = isWeak(text, start, end, surest, named) ? 'weak' : 'none';
  const sightings: Sighting[] = [{ start, end, candidates, certainty, doubt }];
  const behind = zoneClassAhead(text.slice(end, end + 16), full.length > 0);
  const zone = behind === '' ? undefined : describeRegion(text.slice(start, end + behind.length));
  // 涪陵 with 高新区 behind it is a zone that no list has, and not the district.
  if (zone) sightings.push(zoneSighting(zone, start, end + behind.length, known));
  return sightings;
}

function certaintyOfHeld(held: readonly KnownName[]): number {
  const of = {
    full: CERTAINTY.full,
    alias: CERTAINTY.alias,
    short: CERTAINTY.knownShort,
    stem: CERTAINTY.stem,
    initial: CERTAINTY.common,
  };
  return Math.max(0, ...held.map(({ kind }) => of[kind]));
}

function certaintyOfListed(names: readonly ListedName[]): number {
  if (names.length === 0) return 0;
  if (names.some((name) => name.full)) return CERTAINTY.full;
  return names.every(({ region }) => region.common) ? CERTAINTY.common : CERTAINTY.short;
}

/** Whether the words may be anything but a name: 和平, or 和县 in 各市和县. */
function isWeak(
  text: string,
  start: number,
  end: number,
  held: readonly KnownName[],
  names: readonly ListedName[],
): boolean {
  // 调整准旗 may be anything; 准旗2023年 is a name.
  if (held.length > 0 && held.every(({ kind }) => kind === 'initial'))
    return !beginsClause(text, start, '和与跟比');
  if (held.length > 0 && end - start > 1) return false;
  const full = names.some((name) => name.full);
  // 海北州 closes with its class word as a full name does.
  const isClassed = full || /[州旗盟县]$/.test(text.slice(start, end));
  if (isClassed && end - start > 2) return false;
  const common = full || names.every(({ region }) => region.common);
  return common && !standsAsName(text, start, end);
}

/** Whether a doubtful name stands like one: at the start of a clause, with a year behind it. */
function standsAsName(text: string, start: number, end: number): boolean {
  if (!beginsClause(text, start, '和与跟')) return false;
  const behind = text.slice(end, end + 6);
  // 忠县 closes with its class word, so little else can stand in its place; but 、县级 is no name.
  if (text[end - 1] === '县' && !/^[和应]/.test(text[start]!)) return !/^[级域直区乡城(、市]/.test(behind);
  return YEAR_AHEAD.test(behind);
}

const YEAR_AHEAD = /^\s?(?:20\d\d|二[〇零]|(?:今|去|前|明)年)/;

function beginsClause(text: string, start: number, joiners: string): boolean {
  const before = text[start - 1] ?? '。';
  return joiners.includes(before) || /[\s\d,。;:、?!“”"'《》()年在]/.test(before);
}

function zoneSighting(zone: Region, start: number, end: number, known: KnownRegions): Sighting {
  const named = [zone.short, zone.name].flatMap((name) => known.index.values.get(foldName(name)) ?? []);
  const held = named.map(({ region }) => region).filter((region) => sameRegion(region, zone));
  const certainty = zone.code === undefined ? CERTAINTY.alias : CERTAINTY.full;
  return { start, end, candidates: rankCandidates(held, [zone]), certainty, doubt: 'none' };
}

/** Zones with a name of their own (X高新区, X新区), behind a place they lie in or alone in front of a year. */
function sightZones(text: string, places: readonly Sighting[], known: KnownRegions): Sighting[] {
  const zones: Sighting[] = [];
  const byEnd = new Map(places.filter((place) => place.doubt !== 'weak').map((place) => [place.end, place]));
  for (const { start: classStart, end } of zoneClassesIn(text)) {
    if (byEnd.has(classStart) || byEnd.has(end)) continue;
    for (let start = classStart - 5; start <= classStart - 2; start++) {
      if (start < 0 || !isStem(text.slice(start, classStart))) continue;
      const outer = byEnd.get(start);
      if (!outer && !(beginsClause(text, start, '') && NAME_AHEAD.test(text.slice(end, end + 6)))) continue;
      const zone = describeRegion(text.slice(outer?.start ?? start, end));
      if (zone?.level !== 'zone') continue;
      const sighting = zoneSighting(zone, outer?.start ?? start, end, known);
      zones.push(outer ? sighting : { ...sighting, certainty: CERTAINTY.short, doubt: 'guess' });
      break;
    }
  }
  return zones;
}

const NAME_AHEAD = /^(?:管委会|管理委员会|党工委|的|法治|\s?20\d\d|二[〇零]|$)/;

// 建设新区, 各开发区, 国家级新区 name no zone.
const NO_STEM =
  /[的和与及对从把被将为是等年月日个各全我本该其省市县区乡镇村级有在了]|^(?:建设|经济|技术|高新|工业|农业|城市|科技|创新|示范|试验|开发|综合|现代|生态|旅游|产业|打造|创建|推进|促进|支持|加快|重点|主要|特色|自由)/;

function isStem(stem: string): boolean {
  return /^\p{Script=Han}+$/u.test(stem) && !NO_STEM.test(stem);
}

/**
 * Joins names that follow each other from the outside in: 广东省广州市花都区 becomes one sighting of 花都区.
 *
 * A name in front narrows what the name behind it can mean, and makes an ordinary word a name (沈阳和平).
 */
export function joinParents(text: string, sightings: readonly Sighting[]): Sighting[] {
  const byEnd = new Map<number, Sighting[]>();
  const all: Sighting[] = [];
  for (const sighting of [...sightings].sort((a, b) => a.start - b.start)) {
    const gap = /[ ·,的]/.test(text[sighting.start - 1] ?? '') ? 1 : 0;
    const before = [
      ...(byEnd.get(sighting.start) ?? []),
      ...(gap ? (byEnd.get(sighting.start - 1) ?? []) : []),
    ];
    const joined = before.map((outer) => joinPair(outer, sighting)).filter((pair) => pair !== undefined);
    for (const found of [sighting, ...joined]) {
      all.push(found);
      const ending = byEnd.get(found.end);
      if (ending) ending.push(found);
      else byEnd.set(found.end, [found]);
    }
  }
  return all;
}

function joinPair(outer: Sighting, inner: Sighting): Sighting | undefined {
  const candidates = inner.candidates.filter((region) =>
    outer.candidates.some((o) => isWithin(region, o) || isCalledAfter(region, o)),
  );
  if (candidates.length === 0) return undefined;
  const certainty = inner.certainty <= CERTAINTY.common ? CERTAINTY.short : inner.certainty;
  return { start: outer.start, end: inner.end, candidates, certainty, doubt: 'none' };
}

/** Whether a zone is called after a place (涪陵高新区 in 涪陵区), which need not be among its parents. */
function isCalledAfter(zone: Region, place: Region): boolean {
  if (zone.level !== 'zone' || !zone.name.startsWith(place.short)) return false;
  return place.parents.every((parent) => zone.parents.includes(parent));
}
