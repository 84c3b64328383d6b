/**
 * English words and the Chinese words of this library that they can stand for.
 *
 * CC-CEDICT (CC BY-SA 4.0, see `dictionary.ts`) is inverted over the words that the reports really contain, so the
 * table is small and never leads to a word that no report has.
 */
import type { Database, Statement } from '../database/open-database.ts';
import type { Dictionary } from './dictionary.ts';
import { contentStems, type Gloss, parseGlosses } from './english-glosses.ts';
import { RecentlyUsed } from './recently-used.ts';

/** A Chinese word for an English one; weight from 0 to 1, how surely it is meant. */
export interface ChineseWord {
  readonly word: string;
  readonly weight: number;
}

/** A part of a word tells less than the word, and the less, the smaller a part it is. */
const PART_WEIGHT = 0.6;
const MIN_WEIGHT = 0.1;
const MAX_WORDS = 24;

/**
 * Brings the tables of words and of English words up to date with the keyword index.
 *
 * @param openDictionary - Called only when there are words that have not been looked up yet.
 * @returns How many words were looked up.
 */
export async function updateWords(
  database: Database,
  openDictionary: () => Promise<Dictionary>,
): Promise<number> {
  const isNew = "word NOT IN (SELECT word FROM looked_up) AND word GLOB '*[一-鿿]*'";
  database.exec(`
    CREATE TEMP TABLE looked_up AS SELECT word FROM words;
    DELETE FROM words;
    INSERT INTO words SELECT term, doc FROM keyword_terms;
    DELETE FROM english_words WHERE word NOT IN (SELECT word FROM words);
  `);
  const added = database.prepare<{ word: string }>(`SELECT word FROM words WHERE ${isNew}`).all();
  database.exec('DROP TABLE looked_up');
  if (added.length === 0) return 0;
  const dictionary = await openDictionary();
  const insert = database.prepare('INSERT OR REPLACE INTO english_words VALUES (?, ?, ?)');
  database.transaction(() => {
    for (const { word } of added) {
      for (const { stem, weight } of glossesOf(word, dictionary)) insert.run(stem, word, weight);
    }
  });
  return added.length;
}

/** What a word means in English: by its own entry, or with less weight by its parts. */
export function glossesOf(word: string, dictionary: Dictionary): Gloss[] {
  const own = parseGlosses(dictionary.get(word) ?? []);
  const best = new Map(own.map(({ stem, weight }) => [stem, weight]));
  for (const part of own.length > 0 ? [] : partsOf(word, dictionary)) {
    const share = (PART_WEIGHT * part.length) / word.length;
    for (const { stem, weight } of parseGlosses(dictionary.get(part) ?? [])) {
      best.set(stem, Math.max(best.get(stem) ?? 0, weight * share));
    }
  }
  return [...best].map(([stem, weight]) => ({ stem, weight })).filter(({ weight }) => weight >= MIN_WEIGHT);
}

/** The longest dictionary words inside a word from left to right, single characters left out. */
function partsOf(word: string, dictionary: Dictionary): string[] {
  const parts: string[] = [];
  for (let start = 0; start < word.length - 1; ) {
    let end = word.length;
    while (end > start + 1 && !(dictionary.has(word.slice(start, end)) && end - start < word.length)) end--;
    if (end > start + 1) parts.push(word.slice(start, end));
    start = Math.max(end, start + 1);
  }
  return parts;
}

/** Looks English words up in one open library. */
export class EnglishWords {
  readonly #find: Statement<ChineseWord>;
  readonly #found = new RecentlyUsed<string, readonly ChineseWord[]>(1024);

  constructor(database: Database) {
    this.#find = database.prepare(
      `SELECT word, weight FROM english_words WHERE stem = ? ORDER BY weight DESC, word LIMIT ${MAX_WORDS}`,
    );
  }

  /** Chinese words of the library for an English word or two-word phrase, the surest first. */
  chineseFor(english: string): readonly ChineseWord[] {
    const stem = contentStems(english).join(' ');
    return stem ? this.#found.get(stem, () => this.#find.all(stem)) : [];
  }
}
