/**
 * The domain's own words: indicators (what reports measure) and terms (what they speak of), in both languages.
 *
 * The entries are data in `data/lexicon`, one JSON object a line. An entry names a measure or word of law and
 * administration under all its names and contains no region. `LEXICON=off` leaves them out, to measure what they
 * contribute.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A text in both languages. */
interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** A measure that many reports give under various names. */
export interface Indicator {
  readonly id: string;
  readonly topic: string;
  readonly kind: 'rate' | 'count' | 'amount' | 'duration' | 'score';
  readonly units: readonly string[];
  /** Names as reports print them. */
  readonly zh: readonly string[];
  /** Short names that other measures have too, such as 成功率. */
  readonly weak?: readonly string[];
  readonly colloquial: readonly string[];
  readonly en: readonly string[];
  readonly definition: Bilingual;
  readonly source: Bilingual;
}

/** One concept of the domain under all its names. */
export interface Term {
  readonly id: string;
  readonly zh: readonly string[];
  readonly colloquial?: readonly string[];
  readonly en: readonly string[];
}

/** All entries, as read from the data files. */
export interface Lexicon {
  readonly indicators: readonly Indicator[];
  readonly terms: readonly Term[];
  /** Changes when any entry changes; built libraries remember it. */
  readonly hash: string;
}

const FOLDER = fileURLToPath(new URL('../../data/lexicon/', import.meta.url));
let loaded: Lexicon | undefined;

/**
 * The lexicon, read once.
 *
 * @throws SyntaxError naming file and line of an entry that is not JSON.
 */
export function lexicon(): Lexicon {
  loaded ??= process.env.LEXICON === 'off' ? { indicators: [], terms: [], hash: 'off' } : readLexicon();
  return loaded;
}

function readLexicon(): Lexicon {
  const hash = createHash('sha256');
  const read = <Entry>(name: string): Entry[] => {
    const file = `${FOLDER}${name}`;
    if (!existsSync(file)) return [];
    const text = readFileSync(file, 'utf8');
    hash.update(text);
    return text
      .split('\n')
      .flatMap((line, index) => (line.trim() ? [parseEntry<Entry>(line, `${name}:${index + 1}`)] : []));
  };
  const indicators = read<Indicator>('indicators.jsonl');
  const terms = read<Term>('terms.jsonl');
  return { indicators, terms, hash: hash.digest('hex').slice(0, 16) };
}

function parseEntry<Entry>(line: string, place: string): Entry {
  try {
    return JSON.parse(line) as Entry;
  } catch (cause) {
    throw new SyntaxError(`Cannot read the lexicon entry at ${place}`, { cause });
  }
}
