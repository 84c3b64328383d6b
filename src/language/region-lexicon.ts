/**
 * What the gazetteer does not say about places: former names, readings, names in English, ordinary words.
 *
 * Read once, at the first use, from `data/lexicon/regions-extra.json`.
 */
import { readFileSync } from 'node:fs';

/** The file `data/lexicon/regions-extra.json`. */
export interface RegionLexicon {
  /** Counties and cities abolished or renamed, by the code of the region they lay in. */
  readonly former: Readonly<Record<string, readonly string[]>>;
  /** Well-known zones that bear no county code, by the code of the region they lie in. */
  readonly zones: Readonly<Record<string, readonly string[]>>;
  /** Pinyin of names that are read otherwise than their characters usually are. */
  readonly readings: Readonly<Record<string, string>>;
  /** Names in English that are not pinyin, by full name. */
  readonly english: Readonly<Record<string, readonly string[]>>;
  /** Short names in use beside the regular one, by full name. */
  readonly aliases: Readonly<Record<string, readonly string[]>>;
  /** Short names that are ordinary words too, or that ordinary words often produce side by side. */
  readonly commonWords: readonly string[];
  /** Departments and what they are called in short. */
  readonly bodies: Readonly<Record<string, readonly string[]>>;
  /** English words that are, or nearly are, the pinyin of a region. */
  readonly englishWords: readonly string[];
}

const file = new URL('../../data/lexicon/regions-extra.json', import.meta.url);

let lexicon: RegionLexicon | undefined;

/** The additions to the gazetteer. */
export function regionLexicon(): RegionLexicon {
  lexicon ??= JSON.parse(readFileSync(file, 'utf8')) as RegionLexicon;
  return lexicon;
}
