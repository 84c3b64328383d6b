/** Numbers that are part of the name of a place: 三 of 三台县 counts nothing. */
import { gazetteer, townsNamed } from '../language/gazetteer.ts';

/** Short names of two characters (三台, 五河) are as often a number with its unit. */
const LEAST_SHORT = 3;
const TOWN = /镇|乡|街道/g;
const LONGEST_TOWN = 8;

let places: ReadonlyMap<string, readonly string[]> | undefined;

/** Whether the name of a county, city or town begins at `at`, where a number with its unit was read. */
export function isInPlaceName(text: string, at: number, unit: string): boolean {
  places ??= placesWithNumbers();
  if (places.get(text.charAt(at))?.some((name) => text.startsWith(name, at))) return true;
  // 五个乡镇 counts towns; no town is named so.
  if (unit === '个') return false;
  const words = text.slice(at, at + LONGEST_TOWN);
  return [...words.matchAll(TOWN)].some(
    (found) => found.index >= 2 && townsNamed(words.slice(0, found.index + found[0].length)).length > 0,
  );
}

/** The names that begin with a number, by its first character. */
function placesWithNumbers(): ReadonlyMap<string, readonly string[]> {
  const { byName, byShort } = gazetteer();
  const names = [...byName.keys(), ...[...byShort.keys()].filter((name) => name.length >= LEAST_SHORT)];
  const found = new Map<string, string[]>();
  for (const name of names.filter((one) => /^[一二两三四五六七八九十百千万]/u.test(one)))
    found.set(name.charAt(0), [...(found.get(name.charAt(0)) ?? []), name]);
  return found;
}
