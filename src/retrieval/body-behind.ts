/** The department that is named right behind a place: 公安厅 of 湖南省公安厅, `tourism bureau` of `Pizhou's tourism bureau`. */
import type { Span } from '../language/clauses.ts';

/** A department behind a place. */
export interface BodyBehind {
  /** What it is a department of, in the question's words; empty where only `the bureau` is said. */
  readonly field: string;
  /** Where its name ends in the text. */
  readonly end: number;
}

const CHINESE =
  /^(?:[的这那该]|\d{4}年|个|全)*(?:[省市县区旗州](?!场))?([\p{Script=Han}]{0,10}?)(?:局|厅|委员会)/u;
const ENGLISH =
  /^(.{0,40}?)\b(?:bureau|administration|regulator|department|authority|agency|commission|office)\b(?: (?:of|for) ((?:the )?[\w-]+(?: (?:and )?[A-Z][\w-]+)*))?/i;
/** The last words of a text, as far as they can belong to one name. */
const ATTRIBUTE = /(?:[\w&-]+ (?:and |& )?){0,4}$/;
const UP_TO_ARTICLE = /^.*\b(?:the|its|their|this|that|did|does|by|of)\b/i;
const NO_FIELD = /\b(?:municipal|provincial|city|county|district|banner|local|s|in|\d{4})\b/gi;

const KIND = '(?:bureau|administration|department|commission|authority|regulator|agency)';
const RANK = '(?: (?:municipal|provincial|city|district|county|prefectural|autonomous region))?';
/** Words that stand in no department's name. */
const NAME_WORD =
  "(?!(?:the|of|for|in|on|by|to|at|a|an|its|their|how|what|which|who|many|much|did|do|does|has|have|had|is|are|was|were|reports?|says?|government)\\b)[\\w&'’-]+,?";
const RIGHT_BEHIND = new RegExp(
  `^(?:['’]s)?${RANK}((?: ${NAME_WORD}){0,7}?) ${KIND}\\b(?: (?:of|for) (?:the )?(${NAME_WORD}(?: and ${NAME_WORD})?))?`,
  'i',
);
const RIGHT_BEFORE = new RegExp(
  `((?:${NAME_WORD} ){0,7})${KIND}(?: (?:of|for) (${NAME_WORD}(?: and ${NAME_WORD})?))? (?:of|in|for|at) (?:the )?$`,
  'i',
);

/** A department whose English name stands right beside a place. */
export interface BodyBeside {
  /** What it is a department of, in the question's words. */
  readonly field: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The department that an English text names together with a place: `Pingjiang County Health Bureau`,
 * `the Bureau of Finance of Pingjiang`; `undefined` where its field is not said.
 */
export function bodyBeside(normal: string, place: Span): BodyBeside | undefined {
  const behind = RIGHT_BEHIND.exec(normal.slice(place.end, place.end + 120));
  if (behind) {
    const field = `${behind[1]!} ${behind[2] ?? ''}`.trim();
    if (field !== '') return { field, start: place.end, end: place.end + behind[0].length };
  }
  const from = Math.max(0, place.start - 120);
  const before = RIGHT_BEFORE.exec(normal.slice(from, place.start));
  const field = before ? `${before[1]!}${before[2] ?? ''}`.trim() : '';
  return before && field !== '' ? { field, start: from + before.index, end: place.start } : undefined;
}

/** The department named from `start` on, where a place ends; `undefined` where none is. */
export function bodyBehind(normal: string, start: number): BodyBehind | undefined {
  const behind = normal.slice(start, start + 64);
  const chinese = CHINESE.exec(behind);
  if (chinese) return { field: chinese[1]!, end: start + chinese[0].length };
  const english = ENGLISH.exec(behind);
  if (!english) return undefined;
  const [name, before = '', of = ''] = english;
  const attribute = ATTRIBUTE.exec(before)?.[0] ?? '';
  const words = attribute.replace(UP_TO_ARTICLE, '').replace(NO_FIELD, '');
  return { field: `${words} ${of}`.trim(), end: start + name.length };
}
