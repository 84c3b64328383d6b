/** Finds the lexicon's concepts in a text, in Chinese by their names and in English by stemmed phrases. */
import { stemmer } from 'stemmer';
import { canonicalStem } from './english-synonyms.ts';
import { type Indicator, lexicon, type Term } from './lexicon.ts';
import { ENGLISH_STOP_WORDS } from './stop-words.ts';

/** A place where a text names a concept. */
export interface ConceptMention {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  /** The name that stands there. */
  readonly name: string;
  readonly entry: Indicator | Term;
  readonly language: 'zh' | 'en';
}

interface Name {
  readonly text: string;
  readonly entry: Indicator | Term;
}

interface EnglishPhrase {
  readonly stems: readonly string[];
  readonly phrase: string;
  readonly entry: Indicator | Term;
}

let chinese: Map<string, Name[]> | undefined;
let english: Map<string, EnglishPhrase[]> | undefined;

/** Whether an entry is an indicator. */
export function isIndicator(entry: Indicator | Term): entry is Indicator {
  return 'definition' in entry;
}

/**
 * Every concept that the text names; the longest name at each place, shorter ones inside it too when they start
 * later (综合纠错率 also gives 纠错率).
 */
export function findConcepts(text: string): ConceptMention[] {
  const chineseFound = /[\u4e00-\u9fff]/.test(text) ? findChinese(text) : [];
  return /[A-Za-z]{2}/.test(text) ? [...chineseFound, ...findEnglish(text)] : chineseFound;
}

/** The mentions that stand inside no longer one: 综合纠错率 without its 纠错率. */
export function longestMentions(mentions: readonly ConceptMention[]): ConceptMention[] {
  return mentions.filter(
    (mention) =>
      !mentions.some(
        (other) =>
          other !== mention &&
          other.start <= mention.start &&
          other.end >= mention.end &&
          other.end - other.start > mention.end - mention.start,
      ),
  );
}

function findChinese(text: string): ConceptMention[] {
  chinese ??= chineseNames();
  const found: ConceptMention[] = [];
  for (let at = 0; at + 1 < text.length; at++) {
    const names = chinese.get(text.slice(at, at + 2));
    if (!names) continue;
    let longest = 0;
    for (const { text: name, entry } of names) {
      if (name.length < longest) break;
      if (!text.startsWith(name, at)) continue;
      longest = name.length;
      found.push({ id: entry.id, start: at, end: at + name.length, name, entry, language: 'zh' });
    }
  }
  return found;
}

function chineseNames(): Map<string, Name[]> {
  const table = new Map<string, Name[]>();
  const add = (text: string, entry: Indicator | Term) => {
    if (text.length < 2) return;
    const key = text.slice(0, 2);
    const names = table.get(key) ?? [];
    names.push({ text, entry });
    table.set(key, names);
  };
  for (const entry of [...lexicon().indicators, ...lexicon().terms]) {
    for (const name of new Set([...entry.zh, ...(entry.colloquial ?? [])])) add(name, entry);
  }
  for (const names of table.values()) names.sort((a, b) => b.text.length - a.text.length);
  return table;
}

/** Verbs that a stemmer does not bring together with their base form. */
const IRREGULAR: Readonly<Record<string, string>> = {
  upheld: 'uphold',
  held: 'hold',
  heard: 'hear',
  sent: 'send',
  paid: 'pay',
  lost: 'lose',
  given: 'give',
  gave: 'give',
  taken: 'take',
  took: 'take',
  made: 'make',
  found: 'find',
  built: 'build',
  spent: 'spend',
  brought: 'bring',
  bought: 'buy',
  taught: 'teach',
  rose: 'rise',
  risen: 'rise',
  fell: 'fall',
  fallen: 'fall',
  drew: 'draw',
  drawn: 'draw',
  wrote: 'write',
  written: 'write',
  won: 'win',
  withdrew: 'withdraw',
  withdrawn: 'withdraw',
  sought: 'seek',
  began: 'begin',
  begun: 'begin',
  led: 'lead',
  met: 'meet',
  ran: 'run',
  kept: 'keep',
  dealt: 'deal',
  sold: 'sell',
  stood: 'stand',
};

/** A word of an English text, by offsets, with its stem. */
export interface EnglishWord {
  readonly text: string;
  readonly stem: string;
  readonly start: number;
  readonly end: number;
}

/** The words of an English text, stemmed by Porter's algorithm. */
export function englishWords(text: string): EnglishWord[] {
  return [...text.matchAll(/[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ'’]*|\d[\d.,]*/g)].map((match) => {
    const word = match[0]
      .toLowerCase()
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .replace(/['’]s?$/, '');
    return {
      text: word,
      stem: stemmer(IRREGULAR[word] ?? word),
      start: match.index,
      end: match.index + match[0].length,
    };
  });
}

function findEnglish(text: string): ConceptMention[] {
  english ??= englishPhrases();
  const words = englishWords(text);
  const found: ConceptMention[] = [];
  for (const [at, word] of words.entries()) {
    let longest = 0;
    for (const { stems, phrase, entry } of english.get(word.stem) ?? []) {
      if (stems.length < longest) break;
      if (!stems.every((stem, index) => words[at + index]?.stem === stem)) continue;
      const end = words[at + stems.length - 1]!.end;
      const name = text.slice(word.start, end);
      if (isPersons(name) !== isPersons(phrase)) continue;
      longest = stems.length;
      found.push({ id: entry.id, start: word.start, end, name, entry, language: 'en' });
    }
  }
  return found;
}

/** Legal reviewers and legal reviews have the same stems and are not the same. */
function isPersons(phrase: string): boolean {
  return /[^e](?:er|or)s?$/i.test(phrase);
}

/**
 * Indicators whose English name stands in the text word by word though not in one piece: `the attendance rate of
 * heads at court hearings`. Only names of three telling words or more; the ones with most words first.
 */
export function findScatteredIndicators(
  text: string,
): { readonly entry: Indicator; readonly stems: readonly string[] }[] {
  scattered ??= lexicon()
    .indicators.flatMap((entry) => entry.en.map((phrase) => ({ entry, stems: tellingStems(phrase) })))
    .filter(({ stems }) => stems.length >= 3);
  const present = new Set(tellingStems(text));
  return scattered
    .filter(({ stems }) => stems.every((stem) => present.has(stem)))
    .sort((a, b) => b.stems.length - a.stems.length);
}

let scattered: { entry: Indicator; stems: string[] }[] | undefined;

function tellingStems(text: string): string[] {
  return [
    ...new Set(
      englishWords(text)
        .filter((word) => !ENGLISH_STOP_WORDS.has(word.text))
        .map((word) => canonicalStem(word.stem)),
    ),
  ];
}

function englishPhrases(): Map<string, EnglishPhrase[]> {
  const table = new Map<string, EnglishPhrase[]>();
  for (const entry of [...lexicon().indicators, ...lexicon().terms]) {
    for (const phrase of new Set(entry.en)) {
      const stems = englishWords(phrase).map((word) => word.stem);
      if (stems.length === 0) continue;
      const phrases = table.get(stems[0]!) ?? [];
      phrases.push({ stems, phrase, entry });
      table.set(stems[0]!, phrases);
    }
  }
  for (const phrases of table.values()) phrases.sort((a, b) => b.stems.length - a.stems.length);
  return table;
}
