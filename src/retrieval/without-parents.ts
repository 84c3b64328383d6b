/** Of several regions that a question names, those that are meant: 花都区 of 广州市 and 花都区. */
import type { RegionMention } from '../language/region.ts';

/** What stands between two regions that are named side by side, with the year of the first. */
const JOINED =
  /^\s*(?:'s)?\s*(?:(?:in )?(?:19|20)\d\d年?)?\s*,?\s*(?:和|与|跟|同|及|以及|、|比|对比|相比|vs\.?|versus|and|or|than|with)\s*(?:its|the)?\s*$/i;

/**
 * The mentions without the places that only say where another one lies.
 *
 * A city that is set beside its own district (兰州市和兰州市城关区) is meant itself.
 */
export function withoutParents(mentions: readonly RegionMention[], normal: string): RegionMention[] {
  return mentions.filter((mention) => {
    const inner = mentions.filter(
      (other) =>
        other !== mention &&
        mention.candidates.every(({ name }) =>
          other.candidates.some((candidate) => candidate.parents.includes(name)),
        ),
    );
    return inner.every((other) => isBeside(mention, other, normal));
  });
}

function isBeside(one: RegionMention, other: RegionMention, normal: string): boolean {
  const [first, second] = one.start < other.start ? [one, other] : [other, one];
  return JOINED.test(normal.slice(first.end, second.start));
}
