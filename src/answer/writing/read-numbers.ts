/** Every number that a written text states, with unit and how exactly, in Chinese and English. */
import { parseChineseNumeral } from '../../language/chinese-numerals.ts';
import { MEASURE_WORDS } from '../../report/measure-words.ts';
import { isQuoted, quotedParts } from '../../report/no-measure.ts';
import type { Precision } from '../../report/report.ts';
import { foldWidth, scanNumbers } from '../../report/scan-numbers.ts';
import type { Language } from '../../wording/language.ts';
import { readEnglishNumbers } from './english-numbers.ts';
import type { WrittenNumber } from './written-number.ts';

const SPELT =
  /(?<!第)(?:[一二两三四五六七八九十百千万亿零〇]{2,}(?:点[一二三四五六七八九零〇]+)?(?:[至到][一二两三四五六七八九十百千万亿零〇]{2,})?|(?<![一二三四五六七八九十])[二两三四五六七八九十](?=[期批]))/g;
/** 千方百计, 百万; 十九大 is cut at its 大. */
const NAMES = /^(?:[百千万亿]{2,}|一[百千万]|十[一二三四五六七八九]?(?=[大届]))$/;
const HAN_UNIT = /[%‰\u4e00-\u9fff]/;
const CHINESE_DIGITS = /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/g;

/**
 * The numbers in the order of the text, not overlapping.
 *
 * Digits that belong to no measure (`2019年`, `第15号`, `12345热线`) are among them, without unit.
 */
export function readNumbers(text: string, language: Language): WrittenNumber[] {
  const folded = foldWidth(text);
  const measured: WrittenNumber[] = scanNumbers(folded)
    .filter(({ start, end }) => language === 'zh' || HAN_UNIT.test(folded.slice(start, end)))
    .map((number) => ({ ...number, noun: '' }));
  const others =
    language === 'zh'
      ? [...folded.matchAll(CHINESE_DIGITS)].map((match) => bare(match, folded))
      : readEnglishNumbers(folded);
  const spelt = language === 'zh' ? speltNumbers(folded) : [];
  const whole = [...fractionsIn(folded), ...spelt.filter(({ upper }) => upper !== undefined)];
  const first = [...whole, ...measured.filter((one) => !whole.some((two) => overlap(one, two)))];
  const isFree = (one: WrittenNumber) => !first.some((two) => one.start < two.end && two.start < one.end);
  const both = [
    ...first.map((number) => withEnglishQualifier(number, others)),
    ...[...others, ...spelt].filter(isFree),
  ];
  return both.sort((a, b) => a.start - b.start);
}

/** 2/3 is 66.67%, as 三分之二 is. */
function fractionsIn(text: string): WrittenNumber[] {
  return [...text.matchAll(/(?<![\d/.])(\d{1,2})\/(\d{1,3})(?![\d/])/g)].map((match) => {
    const value = Math.round((Number(match[1]) / Number(match[2])) * 1e4) / 100;
    const [start, end] = [match.index, match.index + match[0].length];
    return { start, end, value, unit: '%', noun: '', precision: precisionBefore(text, start) };
  });
}

function overlap(one: WrittenNumber, two: WrittenNumber): boolean {
  return one.start < two.end && two.start < one.end;
}

/** Numbers in characters that what a report prints could be a name of: `合同八百一十二件`. In quotation marks they are. */
function speltNumbers(text: string): WrittenNumber[] {
  const quoted = quotedParts(text);
  return [...text.matchAll(SPELT)].flatMap((match) => {
    const [low = '', high] = match[0].split(/[至到]/);
    const value = parseChineseNumeral(low)?.value;
    const upper = high === undefined ? undefined : parseChineseNumeral(high)?.value;
    if (value === undefined || value < 2 || isQuoted(quoted, match.index) || NAMES.test(match[0])) return [];
    const unit = MEASURE_WORDS.find((word) => text.startsWith(word, match.index + match[0].length)) ?? '';
    const end = match.index + match[0].length + unit.length;
    return [
      {
        start: match.index,
        end,
        value,
        ...(upper === undefined ? {} : { upper }),
        unit,
        noun: '',
        precision: 'exact' as const,
      },
    ];
  });
}

function bare(match: RegExpMatchArray, text: string): WrittenNumber {
  const end = match.index! + match[0].length;
  const scale = /^[百千]?[万亿]/.exec(text.slice(end))?.[0] ?? '';
  const factor = [...scale].reduce((product, unit) => product * (SCALES[unit] ?? 1), 1);
  return {
    start: match.index!,
    end: end + scale.length,
    value: Number((Number(match[0].replaceAll(',', '')) * factor).toPrecision(15)),
    unit: '',
    noun: '',
    precision: precisionBefore(text, match.index!),
  };
}

function precisionBefore(text: string, start: number): Precision {
  return BEFORE.find(([pattern]) => pattern.test(text.slice(0, start)))?.[1] ?? 'exact';
}

const BEFORE: readonly (readonly [RegExp, Precision])[] = [
  [/(?:超过?|逾|突破)$/, 'over'],
  [/(?:接近|将近|(?<![最附邻])近)$/, 'near'],
  [/(?:大约|(?<![节签合条公契])约)$/, 'about'],
];

const SCALES: Readonly<Record<string, number>> = { 百: 100, 千: 1e3, 万: 1e4, 亿: 1e8 };

/** `over 98%` is scanned as 98%: its qualifier is English. */
function withEnglishQualifier(number: WrittenNumber, english: readonly WrittenNumber[]): WrittenNumber {
  if (number.precision !== 'exact') return number;
  const same = english.find((one) => one.start < number.end && number.start < one.end);
  return same ? { ...number, precision: same.precision } : number;
}
