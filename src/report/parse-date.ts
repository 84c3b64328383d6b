/** Dates as Chinese documents and web pages print them. */

const DIGITS = '〇一二三四五六七八九';

/**
 * The first complete date of a text as ISO `2021-01-18`, or `undefined`.
 *
 * Reads `2021年1月18日`, `2021-01-18`, `2021/1/18`, `2021.1.18` and `二〇二一年一月十八日`, also with spaces
 * between. A month without a day is not a date.
 */
export function parseDate(text: string): string | undefined {
  const match = ARABIC.exec(text) ?? CHINESE.exec(text);
  if (match === null) return undefined;
  const [year, month, day] = [match[1], match[2], match[3]].map((part) => toNumber(part ?? ''));
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year >= 1949 && year <= 2100 ? date.toISOString().slice(0, 10) : undefined;
}

/** Whether a text is a date and nothing else, as under a document: `2021年12月2日`, `(2024年2月19日)`. */
export function isDateAlone(text: string): boolean {
  const rest = text.replace(ARABIC, '').replace(CHINESE, '');
  return rest !== text && /^[\s()[\]]*$/.test(rest);
}

function toNumber(part: string): number | undefined {
  const text = part.replace(/\s/g, '').replace(/[零○0O]/g, (sign) => (sign === '0' ? '0' : '〇'));
  if (/^\d+$/.test(text)) return Number(text);
  const tens = /^([一二三]?)十([一二三四五六七八九]?)$/.exec(text);
  if (tens !== null) {
    return (
      (tens[1] === '' ? 1 : DIGITS.indexOf(tens[1] ?? '')) * 10 + Math.max(0, DIGITS.indexOf(tens[2] || '〇'))
    );
  }
  const digits = [...text].map((sign) => DIGITS.indexOf(sign));
  return digits.includes(-1) || digits.length === 0 ? undefined : Number(digits.join(''));
}

const ARABIC =
  /(?<!\d)((?:19|20)\d{2})\s{0,4}[年\-/.]\s{0,4}(\d{1,2})\s{0,4}[月\-/.]\s{0,4}(\d{1,2})(?!\d)(?:\s{0,4}日)?(?:[\sT]{1,40}\d{1,2}:\d{2}(?::\d{2})?)?/;
const CHINESE =
  /([一二][〇零○O0一二三四五六七八九]{3})\s*年\s*([一二三四五六七八九十]{1,2})\s*月\s*([一二三四五六七八九十]{1,3})\s*日/;
