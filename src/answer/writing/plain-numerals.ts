/** Capital and old numerals written in everyday characters: 陆拾伍 becomes 六十五, 廿五 becomes 二十五. */
import { MEASURE_WORDS } from '../../report/measure-words.ts';

const CAPITALS: Readonly<Record<string, string>> = {
  壹: '一',
  贰: '二',
  貳: '二',
  叁: '三',
  參: '三',
  肆: '四',
  伍: '五',
  陆: '六',
  陸: '六',
  柒: '七',
  捌: '八',
  玖: '九',
  拾: '十',
  佰: '百',
  仟: '千',
  萬: '万',
};
/** 队伍, 登陆 and 收拾 hold one of them and count nothing; two in a row, or one before a measure word, do. */
const MEASURE = MEASURE_WORDS.map((word) => word.replace(/[()[\]/.*+?^$|\\]/g, '\\$&')).join('|');
const CAPITAL = '[壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬]';
const RUN = new RegExp(
  `${CAPITAL}[${CAPITAL.slice(1, -1)}零〇万亿点]+|(?<![队入退行登大收])${CAPITAL}(?=\\s?(?:${MEASURE}|成))`,
  'g',
);
const OLD: Readonly<Record<string, string>> = { 廿: '二十', 卄: '二十', 卅: '三十', 卌: '四十' };

/** The text with its numerals in the characters that reports print; everything else as it was. */
export function withPlainNumerals(text: string): string {
  return text
    .replace(RUN, (run) => [...run].map((character) => CAPITALS[character] ?? character).join(''))
    .replace(/[廿卄卅卌]/g, (character) => OLD[character] ?? character);
}
