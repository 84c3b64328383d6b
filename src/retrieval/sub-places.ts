/**
 * Towns, streets and villages that a question names within a report's region: 戴南镇, 回龙湖村.
 *
 * No gazetteer lists them; a name is known by its closing word and by being no word of the language itself, so that
 * 示范村 and 试点镇 are none.
 */
import type { Span } from '../language/clauses.ts';
import { findConcepts } from '../language/concepts.ts';
import { wordWeight } from '../language/word-weight.ts';

/** What a place of this kind is called by, behind its name; 村民 and 镇级 are no places. */
const PLACE = /(?:街道|镇|乡|苏木|嘎查|村|社区)(?![民委长级里内容务干企])/g;
const LONGEST_NAME = 4;
/** Words in front of a name that are none of it. */
const LEAD = /^(?:请问|那么?|还有|关于|在|查|问|看|由|对|和|与|及|跟|比|的|了)+/;
/** Characters of counting, pointing and of the kinds themselves, which no name is made of. */
const NO_NAME =
  /[个各每全多少几哪某本该其所有这那新级城乡镇村街县市区省的和与及在了等或]|^[一二三四五六七八九十两]+$/;
/** Weight from which a word is rare enough to be a name. */
const RARE = 9.5;

/**
 * The places of a question in normal form.
 *
 * @param taken - Parts already understood, as spaces are.
 */
export function findSubPlaces(normal: string, taken: readonly Span[]): Span[] {
  const isTaken = (at: number) => taken.some(({ start, end }) => at >= start && at < end);
  return [...normal.matchAll(PLACE)].flatMap((match) => {
    const end = match.index + match[0].length;
    let start = match.index;
    while (start > 0 && /[\u4e00-\u9fff]/.test(normal[start - 1]!) && !isTaken(start - 1)) start--;
    if (isTaken(match.index)) return [];
    start += LEAD.exec(normal.slice(start, match.index))?.[0].length ?? 0;
    const name = normal.slice(start, match.index);
    return isName(name) ? [{ start, end }] : [];
  });
}

function isName(name: string): boolean {
  return (
    name.length >= 2 &&
    name.length <= LONGEST_NAME &&
    !NO_NAME.test(name) &&
    wordWeight(name) >= RARE &&
    findConcepts(name).length === 0
  );
}
