/** Proves ranks, records, averages and comparisons with another time: a paragraph has to say so too. */
import { renderChineseNumeral } from '../../language/chinese-numerals.ts';
import type { NumberFault } from './prove-numbers.ts';
import type { Source } from './read-sources.ts';
import type { Statement } from './read-statements.ts';
import { listUnprinted, type Wording } from './statement-words.ts';

/** `第一,……第二,……` only counts what is said. */
const ORDINAL =
  /(?!(?<=^|[,，。;；:：\s])第[一二三四五六七八九十]+[,，、:：])第\s?([一二三四五六七八九十百]+|\d+)\s?(?:[位名]|的)?(\p{Script=Han}?)/gu;
const AMONG = String.raw`(?:in|of|across|among|within|nationwide|province-?wide|city-?wide)\b`;
const WHOLE = String.raw`(?:the )?(?:whole |entire )?(?:province|city|country|nation|region|prefecture|municipality|county|district|counties|districts|cities|provinces|china|[A-Z][a-z]+ (?:Province|City|Prefecture))\b`;

const RANKS: readonly Wording[] = [
  {
    said: /榜首|首位|居首|名列|位列|位居|前列|前茅|领先|排名|跻身|冠军|夺冠|第一名|\brank(?:s|ed|ing)?\b|\btop(?:ped|s)? (?:the|of|place|rank|spot)\b|\b(?:first|second|third|fourth|fifth|top|last) (?:place|in the (?:province|city|country|nation|region|county))\b|\bleading (?:the|position)\b|\btop[- ](?:ten|three|five|\d+)\b/i,
    printed:
      /第[一二三四五六七八九十\d]+[位名]|第一(?!\p{Script=Han})|首位|居首|榜首|名列|位列|位居|前列|前茅|领先|排名|跻身|前[一二三四五六七八九十]位?|一等|冠军/u,
  },
  {
    said: /倒数|末位|垫底|最后一名|排在最后|\bbottom (?:of|in)\b|\blast (?:in|among) (?:the|all)\b/i,
    printed: /倒数|末位|垫底|最后/,
  },
  {
    said: new RegExp(
      `全[国省市县区旗](?:范围内?|所有|各[地区县市]+)?(?:都|均|也)?(?:是)?(?:最|领先)|\\b(?:highest|lowest|most|least|best|worst|fewest|largest|smallest)\\b(?:[^.,;\\d]{0,40}?) ${AMONG} ${WHOLE}`,
      'i',
    ),
    printed:
      /全[国省市县区旗].{0,12}(?:最|第一|首位|前列|领先|前[一二三四五六七八九十\d])|(?:最|第一|领先).{0,12}全[国省市县区旗]/,
  },
  {
    said: new RegExp(
      `全[国省市县区旗](?:范围内?)?(?:首[个家位例]|唯一)|\\b(?:only|first)\\b(?:[^.,;\\d]{0,40}?) ${AMONG} ${WHOLE}`,
      'i',
    ),
    printed:
      /全[国省市县区旗].{0,16}(?:第|首|先|唯一|仅|试点)|(?:率先|唯一|首).{0,16}全[国省市县区旗]|率先|首[个家批]|第一/,
  },
  {
    said: /新高|新低|历史(?:最|性|上)|[创破]纪录|\brecord (?:high|low)\b|\ball-time\b|\bunprecedented\b|前所未有/i,
    printed: /新高|新低|历史|纪录|[创破]记录|前所未有/,
  },
  { said: /平均|均值|\baverage[sd]?\b/i, printed: /平均|[人户月日年周件次]均|均值/ },
];

const THEN: readonly Wording[] = [
  {
    said: /同比|环比|[较比](?:上年|去年|上一年|前一年|前年|往年|上月|上季度)|\byear[- ]on[- ]year\b|\bmonth[- ]on[- ]month\b|\b(?:than|from|over|against|to|with|on) (?:in )?(?:the )?(?:year before|previous year|prior year|preceding year|year earlier|last year)\b|\ba year (?:earlier|before)\b/i,
    printed: /同比|环比|上年|去年|上一年|前一年|同期|往年|以往|[较比](?:20\d\d|[上前])|一年前/,
  },
];

const ENGLISH_ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );
/** `ranking seventh`, `third place`, `ranked No. 3`: in English which rank it is. */
const ENGLISH_RANK = new RegExp(
  `\\brank(?:s|ed|ing)?(?: in| the| at| number| no\\.?)* (${ENGLISH_ORDINALS.join('|')}|\\d{1,2}(?:st|nd|rd|th)?)\\b|\\b(${ENGLISH_ORDINALS.join('|')}) (?:place|in the (?:whole )?(?:province|city|country|nation|region|county))\\b`,
  'gi',
);

/** What a statement says of rank, record, average or another time without its being printed where it cites. */
export function proveRanks(
  text: string,
  { start, end }: Statement,
  sources: readonly Source[],
): NumberFault[] {
  const printed = sources.map((source) => `${source.text}\n${source.around}`).join('\n');
  const unquoted = text.slice(start, end).replace(/《[^》]*》/g, '');
  // The figures of two years are compared with each other, where the sentence names both.
  const reports = [...new Set(sources.map(({ report }) => report))];
  const areOfTwoYears = reports.some((one) =>
    reports.some(
      ({ region, year }) =>
        one.region === region &&
        one.year !== year &&
        text.includes(`${year}`) &&
        text.includes(`${one.year}`),
    ),
  );
  const words = [
    ...listOrdinals(unquoted, printed),
    ...listEnglishRanks(unquoted, printed),
    ...listUnprinted(unquoted, printed, RANKS),
    ...(areOfTwoYears ? [] : listUnprinted(unquoted, printed, THEN)),
  ];
  return words.map(
    (word) => ({ kind: 'unsupported', detail: `no paragraph cited says “${word.trim()}”` }) as const,
  );
}

/** The same rank has to be printed, as 第七, 第7 or, of the first, as 首位 and the like. */
function listEnglishRanks(text: string, printed: string): string[] {
  return [...text.matchAll(ENGLISH_RANK)].flatMap(([words, ranked, placed]) => {
    const said = (ranked ?? placed ?? '').toLowerCase();
    const rank = ENGLISH_ORDINALS.indexOf(said) + 1 || Number.parseInt(said, 10);
    const spelt = renderChineseNumeral(rank);
    const found = new RegExp(
      `第\\s?(?:${rank}(?!\\d)|${spelt}(?![十百]))${rank === 1 ? '|首|榜首|冠军' : ''}`,
    );
    return found.test(printed) ? [] : [words];
  });
}

/** 第三位, 第2名: the same ordinal has to be printed, before the same word where it has one. */
function listOrdinals(text: string, printed: string): string[] {
  return [...text.matchAll(ORDINAL)].flatMap(([words, number = '', next = '']) => {
    const spelt = /\d/.test(number) ? renderChineseNumeral(Number(number)) : number;
    const ordinal = `第\\s?(?:${number}|${spelt})`;
    const behind = next === '' ? '(?:[位名的]|(?!\\p{Script=Han}))' : `(?:[位名的]*${next})`;
    const isRank = new RegExp(`${ordinal}[位名]`, 'u').test(words);
    const found = new RegExp(`${ordinal}${isRank ? '(?:[位名的]|(?!\\p{Script=Han}))' : behind}`, 'u');
    return found.test(printed) || new RegExp(`第${number}(?=号|条|款|章|届|版|线)`).test(words)
      ? []
      : [words];
  });
}
