/**
 * Proves numbers in forms that are not read: other digits (⑥⑤, Ⅸ, ½), digits in a row (六四宗), shares and multiples in
 * words (过半, `dozens of`, `doubled`). A report that says so prints it in some such form.
 */
import { MEASURE_WORDS } from '../../report/measure-words.ts';
import type { NumberFault } from './prove-numbers.ts';
import type { Source } from './read-sources.ts';

const OTHER_DIGITS = /(?:(?![0-9０-９〇])\p{N})+/gu;
const ROMAN =
  /(?<![\p{Script=Latin}\d])(?:[IVXLCDM]{2,}|[IVXLCDM](?=\s?\p{Script=Han}))(?![\p{Script=Latin}\d])/gu;
const IN_A_ROW = new RegExp(
  `(?<![\\d第年一二三四五六七八九十百千万〇零])[一二三四五六七八九〇零]{2,}(?=\\s?(?:${MEASURE_WORDS.map((word) => word.replace(/[()[\]/.*+?^$|\\]/g, '\\$&')).join('|')}))`,
  'gu',
);
/** 七八个: the ends of a range. */
const RANGE = /^(?:一二|二三|三四|四五|五六|六七|七八|八九|三五)$/;
/** `64k`, `6x`: what hangs on digits is no unit that a report has. */
const HANGING = /(?<![\p{L}\d])\d[\d,.]*(?:[xX×]|k|K|m|mn|bn|tn|B|M)(?![\p{L}\d])/gu;

/** Words that state a number or a share, what a paragraph prints that says so, and the figures that do. */
const IN_WORDS: readonly {
  readonly said: RegExp;
  readonly printed: RegExp;
  readonly percent?: number;
}[] = [
  {
    said: /过半|(?:一半|半数)(?:以上|多)|超过?(?:一半|半数)|大半|多半|\b(?:more than|over|above) (?:a )?half\b/i,
    printed: /过半|(?:一半|半数)(?:以上|多)|超过?(?:一半|半数|50%)|大半|多半|50%以上/,
  },
  {
    said: /(?<!超过?|近)(?:一半|半数)(?!以上|多)|\bhalved\b|(?<!\b(?:first|second|latter|other|last|more than|over|above|and a) (?:a )?)\bhalf\b/i,
    printed: /一半|半数|减半|(?<![上下])半[个天年日小月]|(?<!\d)0\.5(?!\d)/,
    percent: 50,
  },
  {
    said: /大多数|绝大(?:多数|部分)|大部分|(?<![少大])多数|\bmajority\b|\bmost of\b/i,
    printed: /多数|绝大|大部分|大多|主要|普遍/,
  },
  {
    said: /翻了?一?番|翻倍|(?<![\d十百千万])一倍|\bdoubl(?:ed|ing)\b|\btwice (?:as|the|that)\b/i,
    printed: /翻了?一?番|翻倍|(?<![\d.])[一1]倍|(?<![\d.])2倍|两倍/,
    percent: 100,
  },
  {
    said: /翻了?[两二三四五几数]番|成倍|倍增|[几数]倍|\b(?:tripl|trebl|quadrupl|quintupl)(?:ed|ing)\b|\b(?:two|three|four|five|six|ten|several)-?fold\b/i,
    printed: /番|倍/,
  },
  { said: /\bdozens\b|\bscores of\b|\btens of (?!thou|mill)/i, printed: /数十|几十|十余|十多|十几/ },
  { said: /(?<!\ba )\bdozen\b|[一二两三四五六七八九十几半\d]打(?![造击开破通好下出包])/i, printed: /\d打/ },
  { said: /\ba dozen\b/i, printed: /十二|(?<!\d)12(?!\d)/ },
  { said: /\bhundreds\b(?! of (?:thou|mill))/i, printed: /数百|几百|[上成]百|百[余多]/ },
  { said: /\b(?:tens|hundreds) of thousands\b/i, printed: /数十?万|几十?万|上万|万[余多]/ },
  { said: /(?<!\b(?:tens|hundreds) of )\bthousands\b/i, printed: /数千|几千|[上成]千|千[余多]|数以千/ },
  { said: /\b(?:m|b)illions\b/i, printed: /数?[百千]万|亿/ },
  {
    said: /\b(?:thirds?|fifths?|tenths?) of\b|\b(?:one|two)[- ]thirds?\b|\ba third\b(?!-part| (?:part|batch|round|time|level))/i,
    printed: /分之/,
  },
  {
    said: /(?<!\b(?:first|second|third|fourth|last|each|every|per|once a|times a) )\bquarters?\b(?= of (?!20|the year)|[,.;]?$)/i,
    printed: /四分之|季度/,
  },
  // `one of`, 一件件 count nothing.
  {
    said: /\bone (?:[a-z]+ ){0,3}?(?:case|application|lawsuit|decision|dispute|person|official|document|complaint|petition|violation)\b|(?<![第每没无任何有十百千万零〇])一[宗件起例](?!件|事|案|一)/i,
    printed: /(?<![\d.])1(?![\d.])|一[宗件起例人名份个次项场部条]/,
  },
  { said: /\bzero\b|(?<![十百千万〇零])零[宗件起例人]/i, printed: /零|(?<![\d.])0(?![\d.])|没有|未/ },
  {
    said: /成千上万|数以[百千万亿]计|不计其数|数不胜数|\bcountless\b|\binnumerable\b/i,
    printed: /成千|数以|不计其数/,
  },
];

/** What a sentence counts in forms that none of its paragraphs prints. */
export function proveNumerals(text: string, sources: readonly Source[]): NumberFault[] {
  const printed = sources.map((source) => `${source.text}\n${source.around}`).join('\n');
  const isPrinted = (words: string) => printed.includes(words.toLowerCase());
  const odd = [OTHER_DIGITS, ROMAN, IN_A_ROW, HANGING].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(([words]) => words),
  );
  const inWords = IN_WORDS.flatMap(({ said, printed: ways, percent }) => {
    const [words] = said.exec(text) ?? [];
    if (words === undefined || ways.test(printed) || isPrinted(words)) return [];
    const isShare = sources.some(({ figures }) =>
      figures.some(({ value, unit }) => unit === '%' && value === percent),
    );
    return isShare ? [] : [words];
  });
  return [...odd.filter((words) => !RANGE.test(words) && !isPrinted(words)), ...inWords].map(
    (words) => ({ kind: 'figure', detail: `“${words}” is printed in no paragraph cited` }) as const,
  );
}
