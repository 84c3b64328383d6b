/** What a question says it does not mean: 不是微博, "not the sole traders". */
import type { Span } from '../language/clauses.ts';
import { findConcepts } from '../language/concepts.ts';
import { segment } from '../language/segment.ts';

/** What is not meant. */
export interface Excluded {
  /** Chinese words that the figure's own words must not have. */
  readonly excluded: readonly string[];
  /** Where the question names it in English, which is then no term of the question. */
  readonly spans: readonly Span[];
}

const CHINESE =
  /(?:注意)?(?:不是|并非|而非|不要|不含|不算|别给我)(?:问)?([\u4e00-\u9fff]{2,10}?)(?=[,，。!?的]|$)/g;
/** At the end, or between commas or brackets; "not counting" and the like anywhere. */
const ENGLISH =
  /(?:(?<=[,(;] ?)(?:but |and )?not|\b(?:excluding|not counting|not including|leaving out|other than|except(?: for)?|rather than))(?: the| of| those of| for)* ([a-z][a-z' -]{2,40}?)(?= ?(?:[,;.?!)]|$))/gi;

/** Reads what a question in normal form excludes. */
export function findExcluded(normal: string): Excluded {
  const chinese = [...normal.matchAll(CHINESE)]
    .filter((match) => !/^(?:一|真|很|也|不)/.test(match[1]!))
    .flatMap((match) =>
      segment(match[1]!).filter((word) => word.length >= 2 && !normal.replace(match[0], '').includes(word)),
    );
  const english = [...normal.matchAll(ENGLISH)].flatMap((match) => {
    const mentions = findConcepts(match[1]!).filter(({ language }) => language === 'en');
    // A word that the lexicon does not know may be anything: it stays what it was.
    if (mentions.length === 0) return [];
    const names = mentions.flatMap(({ entry }) => entry.zh);
    return [{ names, span: { start: match.index, end: match.index + match[0].length } }];
  });
  return {
    excluded: [...chinese, ...english.flatMap(({ names }) => names)],
    spans: english.map(({ span }) => span),
  };
}
