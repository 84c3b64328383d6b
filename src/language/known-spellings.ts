/** How the regions of held reports are spelt in Latin letters. */
import type { KnownRegions } from './known-regions.ts';
import { foldPinyin } from './pinyin.ts';
import { shortPlaceName } from './place-name.ts';
import { pinyinSpellings } from './place-pinyin.ts';
import type { Region } from './region.ts';
import { parseZoneName } from './region-forms.ts';
import { regionLexicon } from './region-lexicon.ts';

/** A spelling of a held region: of its own name, or only of the place that a zone is called after. */
export interface KnownSpelling {
  readonly region: Region;
  readonly kind: 'name' | 'stem';
}

const prepared = new WeakMap<KnownRegions, ReadonlyMap<string, readonly KnownSpelling[]>>();

/** The held regions by spelling, in small letters and one word. */
export function knownSpellings(known: KnownRegions): ReadonlyMap<string, readonly KnownSpelling[]> {
  const held = prepared.get(known);
  if (held) return held;
  const spellings = new Map<string, KnownSpelling[]>();
  for (const region of known.regions) {
    for (const [spelling, kind] of spellingsOf(region)) {
      const list = spellings.get(spelling);
      if (list) list.push({ region, kind });
      else spellings.set(spelling, [{ region, kind }]);
    }
  }
  prepared.set(known, spellings);
  return spellings;
}

function spellingsOf(region: Region): Map<string, KnownSpelling['kind']> {
  const spellings = new Map<string, KnownSpelling['kind']>();
  const add = (names: readonly string[], kind: KnownSpelling['kind']) => {
    for (const name of names) if (name !== '' && !spellings.has(name)) spellings.set(name, kind);
  };
  const latin = (region.aliases ?? []).filter((alias) => /^[a-z' -]+$/i.test(alias));
  add([...latin, ...(regionLexicon().english[region.name] ?? [])].map(foldPinyin), 'name');
  for (const name of [region.name, region.short]) add(pinyinSpellings(name), 'name');
  if (region.level === 'zone') {
    const zone = parseZoneName(region.name);
    if (zone && zone.stem !== '') add(pinyinSpellings(zone.stem), 'stem');
  } else if (region.level !== 'department') {
    // 黄县 alone keeps its class word in the short name.
    add(pinyinSpellings(shortPlaceName(region.name)), 'name');
  }
  return spellings;
}
