/** The region that the sentences of a report speak of, where nothing else names one. */
import { findRegions } from '../language/find-regions.ts';
import type { Region } from '../language/region.ts';
import { placeOf } from './complete-parents.ts';
import { findOwnClass } from './own-class.ts';

/** A region that a text speaks of. */
export interface SpokenRegion extends Region {
  /** Whether no other one can be meant: it is the only one of its kind, or the text speaks of 我区. */
  readonly isOnly: boolean;
}

/**
 * The region that the text names most, the introduction first, where a report names its own; of the kind that the
 * text calls its own (我区): a district that names its city is not that city.
 */
export function findSpokenRegion(paragraphs: readonly string[]): SpokenRegion | undefined {
  const own = findOwnClass(paragraphs.join('\n'));
  const votes = new Map<string, { region: Region; weight: number }>();
  for (const [position, text] of paragraphs.entries()) {
    for (const mention of findRegions(text.replace(/《[^《》]*》/g, '《》'))) {
      const region = mention.certainty < 1 ? undefined : placeOf(mention);
      if (region === undefined || (own !== undefined && !region.name.endsWith(own))) continue;
      const vote = votes.get(region.name) ?? { region, weight: 0 };
      vote.weight += position === 0 ? 4 : 1;
      if (region.parents.length > vote.region.parents.length) vote.region = region;
      votes.set(region.name, vote);
    }
  }
  const [best, ...others] = [...votes.values()].sort((a, b) => b.weight - a.weight);
  return best && { ...best.region, isOnly: own !== undefined || others.length === 0 };
}
