/** The department that is named right behind a place: 公安厅 of 湖南省公安厅, `tourism bureau` of `Pizhou's tourism bureau`. */

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
