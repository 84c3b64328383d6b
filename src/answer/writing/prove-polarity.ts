/** Proves that a Chinese sentence does not deny what its paragraphs say, nor say what they deny. */
import { splitClauses } from '../../language/clauses.ts';
import type { NumberFault } from './prove-numbers.ts';
import type { Source } from './read-sources.ts';

/** Words with 不, 无 or 未 that deny nothing are left out. */
const DENIES =
  /没有?(?!收)|未(?!来|成年|央|婚|满)|(?<![有绝毫])无(?!锡|偿|人机|障碍|线|纸|接触|感|证|照|忧|缝|论|须|需)|(?<!是)否(?!则|决)|不(?!罚|断|仅|但|同|少|超|低|动产|良|足|合格|符|予|法|正当|得|到|再|见面|高|多|满|含|限|当|及|是|实|力|强|够|变|止|平衡|跑)|零(?=败诉|事故|上访|发生|复议)/;
/** Share of a clause's characters pairs that another clause has, from which both say the same or the opposite. */
const SAME = 0.75;
const LEAST_PAIRS = 5;
/** What a longer clause denies may be something else. */
const MOST_LONGER = 1.6;

/** Clauses that a paragraph says with the opposite sign. */
export function provePolarity(text: string, sources: readonly Source[]): NumberFault[] {
  const printed = sources.flatMap((source) =>
    splitClauses(source.text).map(({ start, end }) => source.text.slice(start, end)),
  );
  return splitClauses(text).flatMap(({ start, end }): NumberFault[] => {
    const clause = text.slice(start, end);
    const pairs = pairsOf(clause.replace(DENIES, ''));
    if (pairs.size < LEAST_PAIRS) return [];
    const same = printed.filter((one) => {
      const other = pairsOf(one.replace(DENIES, ''));
      return other.size <= MOST_LONGER * pairs.size && shareOf(pairs, other) >= SAME;
    });
    if (same.length === 0 || same.some((one) => DENIES.test(one) === DENIES.test(clause))) return [];
    return [{ kind: 'unsupported', detail: `the paragraph says the opposite of “${clause.slice(0, 40)}”` }];
  });
}

function pairsOf(words: string): Set<string> {
  const characters = [...words.replace(/[^\u4e00-\u9fff]/g, '')];
  return new Set(characters.slice(1).map((character, index) => `${characters[index]}${character}`));
}

function shareOf(pairs: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return [...pairs].filter((pair) => other.has(pair)).length / pairs.size;
}
