/** Dates in characters written in digits: 二〇一九年十一月九日 becomes 2019年11月9日. */
import { parseChineseNumeral } from '../../language/chinese-numerals.ts';

const YEAR = /[〇○零一二三四五六七八九]{4}(?=年)/g;
const MONTH_DAY = /([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})(?=[日号])/g;
const MONTH =
  /(?<=[年至到从自截月、])([一二三四五六七八九十]{1,2})(?=月(?:份|底|末|初)?(?:[^\u4e00-\u9fff]|$|至|到|以来|期间|共|全))/g;

/** The text with its dates in digits; everything else as it was. */
export function withPlainDates(text: string): string {
  if (!/[一二三四五六七八九十〇]/.test(text)) return text;
  return text
    .replace(YEAR, (digits) => String(parseChineseNumeral(digits)?.value ?? digits))
    .replace(MONTH_DAY, (all, month: string, day: string) => {
      const [m, d] = [parseChineseNumeral(month)?.value, parseChineseNumeral(day)?.value];
      return m !== undefined && d !== undefined && m <= 12 && d <= 31 ? `${m}月${d}` : all;
    })
    .replace(MONTH, (month) => String(parseChineseNumeral(month)?.value ?? month));
}
