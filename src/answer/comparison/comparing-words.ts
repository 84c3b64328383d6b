/**
 * The words of a question that compare, list or ask for a trend, and so are not what is compared.
 *
 * They are blanked before a measure is looked up: 谁的, 哪个高, 近两年的走势 stand in no report.
 */
import type { Span } from '../../language/clauses.ts';
import type { Language } from '../../wording/language.ts';

const PLACES = '(?:地区|地方|报告|区县|县区|区|县|市|单位|政府|家|地)';
const STATES =
  '(?:公布|公开报告|提到|提及|写明|写到|写|说明|说到|说|讲到|讲|披露|给出|给|涉及|包含|报告|报|列出|列|介绍|承认|统计|专门写|有)';
const WHICH = `(?:分别)?(?:是)?(?:哪|哪些|哪几|有哪些|有哪几)(?:个|份|家|处|些|几个|几份)?${PLACES}`;

const CHINESE: readonly RegExp[] = [
  new RegExp(`${WHICH}(?:的)?(?:报告)?(?:里|中|上)?(?:都|是)?(?:专门|明确)?(?:${STATES}(?:了|过|出)?)?`, 'g'),
  new RegExp(`(?:谁家|谁|哪家|哪里|哪边|哪)(?:的报告)?(?:都|还)?${STATES}(?:了|过)`, 'g'),
  /(?:各地|各区县?|各县区?|各市|各家|各份|各|所有|全部|每[一]?[份个])(?:地区|地方|份)?(?:的)?(?:报告)?(?:里|中)?(?:的)?(?=[^自占种项级类])/g,
  /(?:这|那)?(?:[一二两三四五六七八九十几\d]+)(?:份报告|个地区|个地方|个区县|家|地区|地)(?:的)?(?:报告)?(?:里|中|之间)?(?:的)?/g,
  /(?:比较|对比|相比|比对|比一比|比比|一比|相对于|作比|对照)(?:一下|下|看)?|(?:跟|和|与|同)?[^,，。]{0,2}比起来|(?<=年)比(?=\d)|比(?=是|呢|,|，|。|$)|(?:列|说|查)(?:一下|出来|下|一列)/g,
  /(?:谁家|谁|哪一?(?:个|里|家|边|地|方|份|年|份报告))(?:的|在|更|最|会|要|是)*/g,
  /(?:更|最|较|比较)?(?:高|多|低|少|大|好|小|快|长|短)(?:一些|一点|些|点)?(?:吗|呢|啊)?(?=[?？,，。!]|$)|(?:更|最)(?:高|多|低|少|大|好|小)(?:的)?(?:是|地区|报告|年份)?/g,
  /(?:高|多|低|少)(?:了|出)?(?=多少|几)|差(?:距|多少|了|别)?(?:有)?(?:多大)?|相差/g,
  /(?:是)?(?:升|增|涨|多|上升|增加|提高|变多|变高|增长)(?:了)?(?:还是|或者?|、)(?:是)?(?:降|减|跌|少|下降|减少|降低|变少|变低|下滑)(?:了)?(?:呢|吗)?/g,
  /(?:怎么|如何|怎样|有(?:什么|啥|哪些|没有|无))?(?:变化|变动|变|改变)(?:的|了|情况|趋势|如何|大吗|大不大|没有)?|趋势|走势|走向|历年(?:来)?|逐年|(?:增加|减少|上升|下降|提高|增长|降低)(?:了)?(?:没有|没|吗|与否)|(?:增加|减少|上升|下降|提高|增长|降低|变化|高|多|低|少)了(?=多少|几)/g,
  /(?:最?近|这|过去|前后)?(?:[一二两三四五六七八九十几\d]+)年(?:间|来|里|之间)?(?:的)?|同比|年份|哪年|前后|怎么样|怎样|如何|排名|排序|排第.|共同点|相同点|不同点?|异同|区别|情况|五份|分别|各自|各(?=[是有为多几])|具体|数据/g,
];
const ENGLISH: readonly RegExp[] = [
  /\b(?:which|what|who)(?: of)?(?: the| these| all)? ?(?:\d+ |two |three |four |five |six )?(?:reports?|regions?|places?|districts?|areas?|count(?:y|ies)|governments?|ones?|one|cit(?:y|ies)|year)?\b(?: (?:actually|explicitly|also|ever))?(?: (?:mention|publish|give|report|disclose|state|contain|talks?|cover|describe|admit|include|say|count|claim|list|show|had|has|have|handled|did|got|was|is|were|are|saw|recorded)(?:s|es|ed|ing)?)?(?: about| of)?\b/gi,
  /\b(?:compar(?:e|ed|ing|ison)(?: (?:to|with|between|of))?|versus|vs\b\.?|against|difference (?:between|in)|in common|between|compare)\b/gi,
  /\b(?:more|higher|lower|fewer|less|most|highest|lowest|fewest|least|larger|largest|bigger|biggest|smaller|smallest|best|better|overall(?=,))\b/gi,
  /\b(?:trends?(?: (?:of|in|for))?|over the years|year by year|yearly|each year|both years|these years|the years|gone up or down|go up or down|up or down|rise or fall|risen or fallen|increase or decrease|chang(?:e|ed|es|ing)|evolv(?:e|ed)|develop(?:ed|ment)?|by how (?:much|many(?: (?:percentage )?points)?)|how (?:did|has|have)|has|have|had|from|until|those|numbers? (?:pls|please)|pls|please|claims?|actually|each report|every report|all reports|across)\b/gi,
];

/** Where a question in normal form has words that compare, list or ask for a trend. */
export function comparingSpans(normal: string, language: Language): Span[] {
  return (language === 'zh' ? CHINESE : ENGLISH).flatMap((pattern) =>
    [...normal.matchAll(pattern)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
    })),
  );
}

/** Whether the question is for one matter over the years. */
export function asksForTrend(normal: string): boolean {
  return /趋势|走势|走向|历年|逐年|(?:怎么|如何|怎样|有什么|有啥|有何)变|变化|(?:近|这|过去|前后)(?:[两三四五六几\d]+)年|[两三四五六几]年(?:的|间|来|里|分别|各)|哪一?年(?:的)?[^,，。]{0,8}(?:高|多|低|少|大)|是(?:升|增|涨|多)(?:了)?还是|\btrends?\b|\bover the years\b|\byear by year\b|\b(?:both|two|three|those|these|all) years\b|\bup or down\b|\brise or fall\b|\bhow (?:did|has|have) .{3,80}\b(?:chang|develop|evolv)|\bchanged? (?:between|from|over)\b/i.test(
    normal,
  );
}

/** Whether the question is for every report that gives something. */
export function asksForAll(normal: string): boolean {
  return /各地|各(?:个)?(?:地区|报告|区县|县区|份报告|市县)|(?:所有|全部|每[一]?[份个])(?:的)?(?:报告|地区|地方)|[两二三四五六七八九十\d]+(?:份报告|个地区|个区县|家|地)(?:都|里|中|各|分别|谁|哪|之)|(?:谁家|谁|哪里|哪家|哪[些几]?(?:个|份|家)?(?:地区|地方|报告|区|县|市|单位))[^,，。?]{0,6}(?:公布|提到|提及|写|说|讲|披露|给出|涉及|有|报告|列|报了|统计)|\bwhich (?:of (?:the|these) )?(?:reports|regions|places|districts|counties|governments|report|region|place|district|county|ones)\b|\b(?:all|each|every|any) (?:of the )?(?:reports?|regions?|districts?|places?)\b|\bacross (?:all )?(?:the )?(?:reports|regions)\b/i.test(
    normal,
  );
}

/** Which end of an order the question is for. */
export function asksForExtreme(normal: string): 'most' | 'least' | undefined {
  if (/最(?:低|少|小|短)|垫底|\b(?:lowest|fewest|least|smallest|shortest)\b/i.test(normal)) return 'least';
  if (
    /最(?:高|多|大|好|长)|排第一|排名|排序|由高到低|\brank(?:ed|ing)?\b|\b(?:highest|most|largest|biggest|best|longest)\b/i.test(
      normal,
    )
  )
    return 'most';
  if (
    /(?:谁|哪一?(?:个|里|家|边|地|方|年))[^,，。?]{0,16}(?:低|少|小|短)|\b(?:lower|fewer|less|smaller|shorter)\b/i.test(
      normal,
    )
  )
    return 'least';
  if (
    /(?:谁|哪一?(?:个|里|家|边|地|方|年))[^,，。?]{0,16}(?:高|多|大|好|长)|\b(?:higher|more|larger|bigger|better|longer)\b/i.test(
      normal,
    )
  )
    return 'most';
  return undefined;
}
