/** Compares what was replied with what was wanted: in one form, and numbers only as whole numbers. */

/** Month, day, year, paragraph and citation numbers: digits that are no figures. */
const DATES =
  /(?:截至|截止)?(?:(?:19|20)\d\d年(?:度)?)?(?:\d{1,2}[-至到]\d{1,2}月|\d{1,2}月(?:\d{1,2}日)?|\d{1,2}日)|(?:19|20)\d\d(?:[-/.]\d{1,2}){1,2}|(?:19|20)\d\d年?|第?\d+段|¶\d+|paragraph\d+|\[\d+\]/g;

/** The form in which texts are compared: NFKC, lower case, without spaces, quotation marks, tags and thousands commas. */
export function normaliseWording(text: string): string {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/<[^<>]{1,40}>|\*\*/g, '')
      .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
      // Two numbers with a space between must not become one.
      .replace(/(?<=\d)\s+(?=\d)/g, '|')
      .replace(/\s+/g, '')
      .replace(/[“”"'‘’「」]/g, '')
      .replace(/[—–−]/g, '-')
  );
}

/** Whether `wanted` occurs in `text`, and not as a part of a longer number. */
export function occursIn(wanted: string, text: string): boolean {
  const words = normaliseWording(wanted);
  const within = normaliseWording(text);
  if (words === '') return true;
  for (let at = within.indexOf(words); at >= 0; at = within.indexOf(words, at + 1)) {
    if (!cutsNumber(words, within, at)) return true;
  }
  return false;
}

function cutsNumber(words: string, within: string, at: number): boolean {
  const end = at + words.length;
  const cutsLeft = /^\d/.test(words) && /\d\.?$/.test(within.slice(Math.max(0, at - 2), at));
  const cutsRight = /\d$/.test(words) && /^\.?\d/.test(within.slice(end, end + 2));
  return cutsLeft || cutsRight;
}

/** Like `occursIn`, and of a figure such as `605户` the number alone suffices; `%`, `万` and `亿` count. */
export function isSaid(wanted: string, text: string): boolean {
  const number = bareNumber(wanted);
  return occursIn(wanted, text) || (number !== undefined && occursIn(number, text));
}

function bareNumber(wanted: string): string | undefined {
  if (!/[\u4e00-\u9fff]/.test(wanted)) return undefined;
  return /^(\d+(?:\.\d+)?(?:%|万|亿)?)[余多]?[\u4e00-\u9fff/]{1,6}$/.exec(normaliseWording(wanted))?.[1];
}

/** Whether all strings of one of the alternatives are said; with no alternatives nothing is wanted. */
export function saysAny(alternatives: readonly (readonly string[])[] | undefined, text: string): boolean {
  if (!alternatives || alternatives.length === 0) return true;
  return alternatives.some((all) => all.every((one) => isSaid(one, text)));
}

/** Numbers in a text, without dates, years and numbers of paragraphs and citations. */
export function numbersIn(text: string): string[] {
  return (
    normaliseWording(text)
      .replace(DATES, ' ')
      .match(/\d+(?:\.\d+)?%?/g) ?? []
  );
}

/** What two prints of one heading share: its first six letters and digits. */
export function headingKey(heading: string): string {
  return normaliseWording(heading)
    .replace(/[^\u4e00-\u9fffa-z0-9]/g, '')
    .slice(0, 6);
}
