/**
 * Held regions under misspelt names: a letter too many or too few (`Huaduu`), one wrong character (平乔区).
 *
 * Only what names no region as it stands is searched. A wrong character that sounds right is believed
 * sooner than another; a name of two characters must also stand where a name does.
 */
import { distance } from 'fastest-levenshtein';
import { findConcepts } from './concepts.ts';
import { englishClassAhead } from './english-class.ts';
import { foldName, type KnownName, type KnownRegions } from './known-regions.ts';
import { knownSpellings } from './known-spellings.ts';
import { type LatinWindow, latinWindows } from './latin-windows.ts';
import { placePinyin } from './place-pinyin.ts';
import { isEnglishWord, sightSpelt } from './sight-latin.ts';
import { CERTAINTY, rankCandidates, type Sighting } from './sighting.ts';

/** Longer texts are no questions, and what looks misspelt in them is another word. */
const MAX_CHARACTERS = 1_000;
const MAX_NAME = 12;

/** Places in a folded text, outside of what was found, where the name of a held region may be misspelt. */
export function sightMisspelt(text: string, known: KnownRegions, found: readonly Sighting[]): Sighting[] {
  if (text.length > MAX_CHARACTERS) return [];
  const sure = found.filter(({ doubt }) => doubt === 'none');
  const isFree = (start: number, end: number) => sure.every((f) => end <= f.start || start >= f.end);
  return [...sightMistyped(text, known, isFree), ...sightMiswritten(text, known, isFree)];
}

type IsFree = (start: number, end: number) => boolean;

function sightMistyped(text: string, known: KnownRegions, isFree: IsFree): Sighting[] {
  if (!/[a-z]{4}/i.test(text)) return [];
  const spellings = [...knownSpellings(known).keys()];
  return latinWindows(text).flatMap((window) => {
    if (!isFree(window.start, window.end) || window.words.every(isEnglishWord)) return [];
    const meant = spellings.filter((spelling) => isMistyped(window, spelling));
    const behind = englishClassAhead(text.slice(window.end, window.end + 48));
    return sightSpelt(window, meant, behind, known, CERTAINTY.typo) ?? [];
  });
}

/** One slip from five letters on, two from nine; the first letter is hardly ever wrong. */
function isMistyped(window: LatinWindow, spelling: string): boolean {
  const typed = window.spellings[0] ?? '';
  const slips = spelling.length >= 9 ? 2 : 1;
  if (spelling.length < 5 || typed[0] !== spelling[0]) return false;
  if (Math.abs(typed.length - spelling.length) > slips) return false;
  return distance(typed, spelling) <= slips || hasSwappedLetters(typed, spelling);
}

function hasSwappedLetters(typed: string, spelling: string): boolean {
  if (typed.length !== spelling.length) return false;
  let at = 0;
  while (at < typed.length && typed[at] === spelling[at]) at++;
  return (
    typed[at] === spelling[at + 1] &&
    typed[at + 1] === spelling[at] &&
    typed.slice(at + 2) === spelling.slice(at + 2)
  );
}

interface Pattern {
  readonly known: KnownName;
  readonly name: string;
  /** The place of the character that may be wrong. */
  readonly gap: number;
}

const prepared = new WeakMap<KnownRegions, ReadonlyMap<string, readonly Pattern[]>>();

/** Names with one character left open: 花? and ?都 for 花都. */
function patternsOf(known: KnownRegions): ReadonlyMap<string, readonly Pattern[]> {
  const held = prepared.get(known);
  if (held) return held;
  const patterns = new Map<string, Pattern[]>();
  for (const [name, values] of known.index.values) {
    if (name.length > MAX_NAME || !/^\p{Script=Han}+$/u.test(name)) continue;
    for (const value of values) {
      if (value.kind === 'stem') continue;
      for (let gap = 0; gap < name.length; gap++) {
        const open = withGap(name, gap);
        patterns.set(open, [...(patterns.get(open) ?? []), { known: value, name, gap }]);
      }
    }
  }
  prepared.set(known, patterns);
  return patterns;
}

function withGap(name: string, gap: number): string {
  return `${name.slice(0, gap)}?${name.slice(gap + 1)}`;
}

function sightMiswritten(text: string, known: KnownRegions, isFree: IsFree): Sighting[] {
  const patterns = patternsOf(known);
  const sightings: Sighting[] = [];
  for (let start = 0; start < text.length; start++) {
    for (let length = 2; length <= MAX_NAME && start + length <= text.length; length++) {
      const end = start + length;
      const written = text.slice(start, end);
      if (!/\p{Script=Han}$/u.test(written)) break;
      if (!isFree(start, end)) break;
      for (let gap = 0; gap < length; gap++) {
        for (const pattern of patterns.get(withGap(written, gap)) ?? []) {
          const certainty = certaintyOf(text, start, written, pattern);
          const candidates = rankCandidates([pattern.known.region], []);
          if (certainty > 0) sightings.push({ start, end, candidates, certainty, doubt: 'none' });
        }
      }
    }
  }
  return sightings;
}

const CLAUSE_START = /[\s\d,。;:、?!“”"'《》()年月日在和与跟问看]/;
const BEHIND_NAME = /^(?:\s?\d{2}|[的区县市在有呢和与跟年,。?、\s]|报告|法治|$)/;

const LONGEST_CONCEPT = 12;

/** 高洲法律援助案件: what is asked about follows the name. */
function startsWithConcept(text: string): boolean {
  return findConcepts(text).some(({ start, name }) => start === 0 && name.length >= 3);
}

function certaintyOf(text: string, start: number, written: string, { name, gap }: Pattern): number {
  const stands = CLAUSE_START.test(text[start - 1] ?? '。');
  if (written.length === 2 && !stands) return 0;
  const behind = text.slice(start + written.length, start + written.length + LONGEST_CONCEPT);
  const isBefore = written.length > 2 || BEHIND_NAME.test(behind);
  if (foldName(written) === name) return 0;
  if (placePinyin(written)[gap] === placePinyin(name)[gap])
    return isBefore || startsWithConcept(behind) ? CERTAINTY.homophone : 0;
  if (!isBefore) return 0;
  // 该州市 is not 高州市 with a wrong character: another word would begin or end it.
  const inside = gap > 0 && gap < written.length - 1;
  return written.length > 2 && inside && stands ? CERTAINTY.typo : 0;
}
