/**
 * Pinyin of place names, which often keep readings of their own (乐清 yueqing, 六安 luan, X都 du).
 */
import { type GazetteerRegion, gazetteer } from './gazetteer.ts';
import { foldPinyin, toPinyin } from './pinyin.ts';
import { shortPlaceName } from './place-name.ts';
import { regionLexicon } from './region-lexicon.ts';

let indexHeld: ReadonlyMap<string, readonly GazetteerRegion[]> | undefined;

/** The syllables of a place name, without tones. */
export function placePinyin(name: string): string[] {
  const { readings } = regionLexicon();
  const syllables = toPinyin(name);
  // 都 is dou in ordinary speech and du in every place name.
  if (syllables.length === name.length) {
    for (let i = 0; i < name.length; i++) if (name[i] === '都') syllables[i] = 'du';
  }
  for (const length of [3, 2]) {
    const reading = readings[name.slice(0, length)]?.split(' ');
    if (reading) return [...reading, ...syllables.slice(reading.length)];
  }
  return syllables;
}

/** The spellings of a name as typed in one word; ü also as a plain u, which many keyboards give. */
export function pinyinSpellings(name: string): string[] {
  const joined = placePinyin(name).join('');
  return /[ln]v/.test(joined) ? [joined, joined.replace(/([ln])v/g, '$1u')] : [joined];
}

/** The regions of the gazetteer by the pinyin of their short names, or by their names in English. */
export function regionsByPinyin(): ReadonlyMap<string, readonly GazetteerRegion[]> {
  if (indexHeld) return indexHeld;
  const { english } = regionLexicon();
  const index = new Map<string, GazetteerRegion[]>();
  for (const region of gazetteer().regions) {
    const stem = region.level === 'zone' ? region.short : shortPlaceName(region.name);
    const names = (english[region.name] ?? []).map(foldPinyin);
    // 黄县 is found as huangxian, and by class word as `Huang County`.
    for (const key of new Set([...pinyinSpellings(stem), ...names])) {
      const held = index.get(key);
      if (held) held.push(region);
      else index.set(key, [region]);
    }
  }
  indexHeld = index;
  return index;
}
