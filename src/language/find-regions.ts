/**
 * The regions that a text names, in Chinese or in pinyin, with what their names can mean.
 *
 * Stages: names are sighted in every form; parents in front are joined; of overlapping sightings the
 * longest and surest stays; what is still uncovered is searched for misspelt names of held regions.
 */
import { knownRegions } from './known-regions.ts';
import { normalise } from './normal-form.ts';
import type { Region, RegionMention } from './region.ts';
import { joinParents, sightChinese } from './sight-chinese.ts';
import { sightLatin } from './sight-latin.ts';
import { sightMisspelt } from './sight-misspelt.ts';
import { sightParents } from './sight-parents.ts';
import type { Sighting } from './sighting.ts';
import { simplifyCharacters } from './traditional.ts';

export { describeRegion, regionAliases } from './describe-region.ts';

/** What is known to whoever searches. */
export interface FindRegionsOptions {
  /**
   * Regions of the reports held. They are found under short names that are ordinary words too, in pinyin
   * without capitals and misspelt, and come first among the candidates, as the objects given. The array is
   * prepared at its first use and must not be changed afterwards.
   */
  readonly known?: readonly Region[];
}

const NONE: readonly Region[] = [];

/** The mentions of regions in the order of the text; they do not overlap. */
export function findRegions(text: string, options: FindRegionsOptions = {}): RegionMention[] {
  const { text: normal, offsets } = normalise(text);
  const folded = simplifyCharacters(normal);
  const known = knownRegions(options.known ?? NONE);
  const sightings = [
    ...sightChinese(folded, known),
    ...sightLatin(folded, known),
    ...sightParents(folded, known),
  ];
  const settled = settle(joinParents(folded, sightings));
  const misspelt = known.regions.length > 0 ? settle(sightMisspelt(folded, known, settled)) : [];
  const kept = settled.filter((sighting) => misspelt.every((other) => !overlap(sighting, other)));
  return settle([...kept, ...misspelt]).map(({ start, end, candidates, certainty }) => {
    const from = offsets[start] ?? 0;
    const to = offsets[end] ?? text.length;
    return { text: text.slice(from, to), start: from, end: to, candidates, certainty };
  });
}

/** Of overlapping sightings the longest, then the surest, then the first. */
function settle(sightings: readonly Sighting[]): Sighting[] {
  const ranked = sightings
    .filter((sighting) => sighting.doubt !== 'weak')
    .sort((a, b) => b.end - b.start - (a.end - a.start) || b.certainty - a.certainty || a.start - b.start);
  const kept: Sighting[] = [];
  const taken = new Uint8Array(ranked.reduce((length, { end }) => Math.max(length, end), 0));
  for (const sighting of ranked) {
    // Those kept before are at least as long, so an overlap covers one of the ends.
    if (taken[sighting.start] || taken[sighting.end - 1]) continue;
    taken.fill(1, sighting.start, sighting.end);
    kept.push(sighting);
  }
  return kept.sort((a, b) => a.start - b.start);
}

function overlap(a: Sighting, b: Sighting): boolean {
  return a.start < b.end && b.start < a.end;
}
