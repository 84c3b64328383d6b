/**
 * Parents of held regions in small letters: the `nanjing` of `nanjing gulou`.
 *
 * A name in small letters is hardly ever a region that is not held, so these sightings are weak: they count only where
 * they stand before a held region and tell it from others of its name.
 */
import { describeRegion } from './describe-region.ts';
import type { KnownRegions } from './known-regions.ts';
import { latinWindows } from './latin-windows.ts';
import { foldPinyin } from './pinyin.ts';
import { placePinyin } from './place-pinyin.ts';
import type { Region } from './region.ts';
import { CERTAINTY, type Sighting } from './sighting.ts';

const prepared = new WeakMap<KnownRegions, ReadonlyMap<string, Region>>();

/** Every place in a folded text where the parent of a held region may be named in small letters. */
export function sightParents(text: string, known: KnownRegions): Sighting[] {
  if (known.regions.length === 0 || !/[a-z]{3}/.test(text)) return [];
  const parents = parentsOf(known);
  return latinWindows(text).flatMap(({ start, end, spellings }): Sighting[] => {
    const region = spellings.flatMap((spelling) => parents.get(spelling) ?? [])[0];
    return region ? [{ start, end, candidates: [region], certainty: CERTAINTY.pinyin, doubt: 'weak' }] : [];
  });
}

function parentsOf(known: KnownRegions): ReadonlyMap<string, Region> {
  const held = prepared.get(known);
  if (held) return held;
  const names = new Set(known.regions.flatMap((region) => region.parents));
  const regions = [...names].flatMap((name) => describeRegion(name) ?? []);
  const parents = new Map(regions.map((region) => [foldPinyin(placePinyin(region.short).join('')), region]));
  prepared.set(known, parents);
  return parents;
}
