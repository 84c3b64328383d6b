/**
 * Regions named in Latin letters: pinyin in one word or several, with an English class word or none.
 *
 * Pinyin of some place or other is everywhere in English, so a region that no report is held of needs a
 * capital letter or a class word, and never is an English word (`Change`, `Long An`).
 */
import { describeRegion, isWithin } from './describe-region.ts';
import { type EnglishClass, englishClassAhead, meansZoneKind } from './english-class.ts';
import type { KnownRegions } from './known-regions.ts';
import { type KnownSpelling, knownSpellings } from './known-spellings.ts';
import { type LatinWindow, latinWindows } from './latin-windows.ts';
import { foldPinyin } from './pinyin.ts';
import { regionsByPinyin } from './place-pinyin.ts';
import type { Region } from './region.ts';
import { parseZoneName } from './region-forms.ts';
import { regionLexicon } from './region-lexicon.ts';
import { CERTAINTY, rankCandidates, type Sighting } from './sighting.ts';

let englishWords: ReadonlySet<string> | undefined;

/** Whether a word, in small letters, is English rather than pinyin. */
export function isEnglishWord(word: string): boolean {
  englishWords ??= new Set(regionLexicon().englishWords);
  return englishWords.has(word);
}

/** Every place in a folded text where a region may be named in Latin letters; sightings may overlap. */
export function sightLatin(text: string, known: KnownRegions): Sighting[] {
  if (!/[a-z]{2}/i.test(text)) return [];
  const sightings = latinWindows(text).flatMap((window) => {
    const behind = englishClassAhead(text.slice(window.end, window.end + 48));
    return sightSpelt(window, window.spellings, behind, known, CERTAINTY.pinyin) ?? [];
  });
  return [...sightings, ...joinAround(text, sightings)];
}

/**
 * What a run of words names if it spells one of `spellings`; `undefined` where it is no name.
 *
 * @param behind The class word behind the run.
 * @param certainty Of the spelling alone; a class word adds a little.
 */
export function sightSpelt(
  window: LatinWindow,
  spellings: readonly string[],
  behind: EnglishClass | undefined,
  known: KnownRegions,
  certainty: number,
): Sighting | undefined {
  const held = spellings.flatMap((spelling) => knownSpellings(known).get(spelling) ?? []);
  const plain = window.words.every(isEnglishWord);
  const named = behind !== undefined || (window.capital && !plain);
  if (!named && (held.length === 0 || plain)) return undefined;
  const listed = spellings.filter(mayBePlace).flatMap((spelling) => listedUnder(spelling, behind));
  if (!behind) return sighting(window, 0, candidatesOf(held, named ? listed : []), certainty);
  const candidates = behind.zone ? zonesCalled(behind, held, listed) : placesCalled(behind, held, listed);
  if (candidates.length > 0) return sighting(window, behind.length, candidates, certainty + 0.05);
  // `Jinhai Lake District` for a new area: the class word is loose, the name is not.
  const called = regionsOf(held.filter(({ kind }) => kind === 'name'));
  return sighting(window, behind.length, called, Math.min(certainty, CERTAINTY.homophone));
}

const SYLLABLE =
  '(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?(?:[iu]ang|iong|[ieuao]ng|ian|iao|uai|uan|[ae]i|ao|ou|[aeiuv]n|ia|ie|iu|ua|uo|ui|[uv]e|er|[aoeiuv])';
const PINYIN = new RegExp(`^(?:${SYLLABLE}){1,12}$`);

let englishNames: ReadonlySet<string> | undefined;

/** Whether a spelling can be a region's; spares the pinyin of all regions for a text with `APP` in it. */
function mayBePlace(spelling: string): boolean {
  if (PINYIN.test(spelling)) return true;
  englishNames ??= new Set(Object.values(regionLexicon().english).flat().map(foldPinyin));
  return englishNames.has(spelling);
}

/** The gazetteer's regions of a spelling; with a class word also those that keep it in their short names. */
function listedUnder(spelling: string, behind: EnglishClass | undefined): readonly Region[] {
  const listed = regionsByPinyin().get(spelling) ?? [];
  if (!behind || behind.zone) return listed;
  const classed = behind.endings.flatMap(
    (ending) => regionsByPinyin().get(spelling + CLASS_PINYIN[ending]) ?? [],
  );
  return [...listed, ...classed.filter((region) => region.name.length === 2)];
}

const CLASS_PINYIN: Readonly<Record<string, string>> = { 县: 'xian', 区: 'qu', 旗: 'qi', 市: 'shi' };

function candidatesOf(held: readonly KnownSpelling[], listed: readonly Region[]): Region[] {
  const names = held.filter(({ kind }) => kind === 'name');
  return rankCandidates(
    regionsOf(names.length > 0 ? names : held),
    listed.filter((region) => region.level !== 'zone'),
  );
}

function placesCalled(
  behind: EnglishClass,
  held: readonly KnownSpelling[],
  listed: readonly Region[],
): Region[] {
  const isCalled = (region: Region) => hasEnding(region, behind);
  return rankCandidates(regionsOf(held).filter(isCalled), listed.filter(isCalled));
}

function sighting(
  { start, end }: LatinWindow,
  classLength: number,
  candidates: readonly Region[],
  certainty: number,
): Sighting | undefined {
  if (candidates.length === 0) return undefined;
  return { start, end: end + classLength, candidates, certainty, doubt: 'none' };
}

function regionsOf(held: readonly KnownSpelling[]): Region[] {
  return held.map(({ region }) => region);
}

function hasEnding(region: Region, behind: EnglishClass): boolean {
  return region.level !== 'zone' && behind.endings.some((ending) => region.name.endsWith(ending));
}

/** Zones of a kind that are called after the place or the stem named. */
function zonesCalled(
  behind: EnglishClass,
  held: readonly KnownSpelling[],
  listed: readonly Region[],
): Region[] {
  const isKind = (region: Region) =>
    region.level === 'zone'
      ? meansZoneKind(behind.endings[0]!, parseZoneName(region.name)?.kind ?? '')
      : hasEnding(region, behind);
  const zones = rankCandidates(regionsOf(held).filter(isKind), []);
  const areas = listed.filter((region) => region.name.endsWith(behind.endings[0]!));
  if (zones.length > 0 || areas.length > 0) return rankCandidates(zones, areas);
  const places = rankCandidates(
    [],
    listed.filter((region) => region.level !== 'zone'),
  );
  const zone = places[0] && describeRegion(places[0].short + behind.endings[0]);
  return zone ? [zone] : [];
}

/** Joins a name with its parent as English has it: `Huadu District of Guangzhou`, `Guangzhou's Huadu`. */
function joinAround(text: string, sightings: readonly Sighting[]): Sighting[] {
  const joined: Sighting[] = [];
  const ordered = [...sightings].sort((a, b) => a.start - b.start);
  for (const [position, first] of ordered.entries()) {
    for (let next = position + 1; next < ordered.length; next++) {
      const second = ordered[next]!;
      if (second.start > first.end + 15) break;
      if (second.start <= first.end) continue;
      const between = text.slice(first.end, second.start);
      const bracketed = between === ' (' && text[second.end] === ')';
      const [inner, outer] = /^['’]s $/i.test(between) ? [second, first] : [first, second];
      if (inner === first && !bracketed && !/^(?:,|,? (?:of|in)(?: the)?(?: city of)?)? ?$/i.test(between))
        continue;
      const candidates = inner.candidates.filter((r) => outer.candidates.some((o) => isWithin(r, o)));
      if (candidates.length > 0) {
        joined.push({ ...inner, start: first.start, end: second.end + (bracketed ? 1 : 0), candidates });
      }
    }
  }
  return joined;
}
