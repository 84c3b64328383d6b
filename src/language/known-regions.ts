/**
 * The regions of the reports held, prepared for being found under all their names.
 *
 * Prepared once for an array, which must not be changed afterwards.
 */
import { describeRegion, regionAliases } from './describe-region.ts';
import { gazetteer } from './gazetteer.ts';
import { createNameIndex, type NameIndex } from './name-index.ts';
import { normalText } from './normal-form.ts';
import { CLASS_WORD } from './place-name.ts';
import type { Region } from './region.ts';
import { parseZoneName } from './region-forms.ts';
import { simplifyCharacters } from './traditional.ts';

/** A name of a held region and what kind of name it is. */
export interface KnownName {
  readonly region: Region;
  readonly kind: 'full' | 'alias' | 'short' | 'stem' | 'initial';
}

/** The names of all held regions. */
export interface KnownRegions {
  readonly regions: readonly Region[];
  readonly index: NameIndex<KnownName>;
}

const prepared = new WeakMap<readonly Region[], KnownRegions>();

/** A name as it is compared: normal form, each character simplified. */
export function foldName(name: string): string {
  return simplifyCharacters(normalText(name));
}

/** The held regions by name; prepared at the first call with this array. */
export function knownRegions(regions: readonly Region[]): KnownRegions {
  const held = prepared.get(regions);
  if (held) return held;
  const names = regions.flatMap((region) => knownNames(region));
  const known = {
    regions,
    index: createNameIndex(names.map(([name, value]): [string, KnownName] => [foldName(name), value])),
  };
  prepared.set(regions, known);
  return known;
}

function knownNames(region: Region): [string, KnownName][] {
  const names = new Map<string, KnownName['kind']>([[region.name, 'full']]);
  const add = (name: string, kind: KnownName['kind']) => {
    if (name.length > 1 && !names.has(name)) names.set(name, kind);
  };
  if (region.short !== region.name) add(region.short, hasClassWord(region.short) ? 'alias' : 'short');
  for (const alias of regionAliases(region)) add(alias, 'alias');
  // What a report calls itself may be the plain name of the place around it.
  for (const alias of region.aliases ?? []) add(alias, namesOther(alias, region) ? 'stem' : 'alias');
  const stem = region.level === 'zone' ? parseZoneName(region.name)?.stem : undefined;
  if (stem !== undefined) add(stem, 'stem');
  const initial = initialName(region);
  if (initial !== undefined && !names.has(initial)) names.set(initial, 'initial');
  return [...names].map(([name, kind]) => [name, { region, kind }]);
}

/** 准旗 for 准格尔旗, as people of the place say; never a name that another place bears. */
function initialName({ name, level }: Region): string | undefined {
  if (level !== 'county' || name.length < 4 || !/[县旗市]$/.test(name)) return undefined;
  const initial = `${name[0]}${name.at(-1)}`;
  const { byName, byShort } = gazetteer();
  const others = [...(byName.get(initial) ?? []), ...(byShort.get(initial) ?? [])];
  return /^[一二三四五六七八九十全本各大中小新老]/.test(initial) ||
    others.some((other) => other.name !== name)
    ? undefined
    : initial;
}

function hasClassWord(name: string): boolean {
  return CLASS_WORD.test(name) || (parseZoneName(name)?.stem ?? '') !== '';
}

/** Whether a name that a zone or department goes by is really that of another place. */
function namesOther(alias: string, region: Region): boolean {
  if (region.level !== 'zone' && region.level !== 'department') return false;
  const described = describeRegion(alias);
  return described !== undefined && described.level !== region.level;
}
