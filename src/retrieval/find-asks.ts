/**
 * Finds what a question asks for: a number of which unit, before or after a change, one or several.
 */
import { kindOfUnit, MEASURE_WORDS, type UnitKind } from '../report/measure-words.ts';
import type { Language } from '../wording/language.ts';
import type { Ask } from './question.ts';

const HOW_MANY =
  /多大(?=面积)|百分之(?:多少|几)|几成|多少|几多|若干|(?<![十百千万好第哪])几(?=[^乎率何点]|$)/g;
const SHARE_NOUN = /(?:率|比例|比率|占比|比重|百分比|百分点|满意度|覆盖面|份额)$/;
const MONEY_NOUN =
  /(?:金额|资金|资本|钱|款|工资|欠薪|薪资|贷款|补贴|投资|造价|费用|收入|规模|损失|罚没|税|价值|经费)(?:总额|总数|额)?$/;
/** 罚了多少, 减免多少: what such a verb counts is money. */
const MONEY_VERB = /(?:罚|减免|追缴|挽回|退还|节约|花费?)$/;
const TIME_NOUN = /(?:时限|时间|期限|用时|时长)$/;
const SCORE_NOUN = /(?:分值|得分|分数)$/;
const PERSON_NOUN = /(?:人数|人次|人员数)$/;

/** Every number the question asks for, in order; empty when it asks for none. */
export function findAsks(normal: string, language: Language): Ask[] {
  return language === 'zh' ? findChineseAsks(normal) : findEnglishAsks(normal);
}

function findChineseAsks(text: string): Ask[] {
  const asks: Ask[] = [];
  for (const match of text.matchAll(HOW_MANY)) {
    const after = text.slice(match.index + match[0].length);
    if (/^(?:方面|个方面|大方面|点(?!五)|种方式|大类)/.test(after) && match[0] === '几') continue;
    if (/^(?:月|号|年(?!以上)|日)/.test(after)) continue;
    const before = text
      .slice(0, match.index)
      .replace(/[,，]?(?:报告|年报|里面|里|中|上面|上|写|印|说|提到?|给出?|显示|的|着|到底|究竟)+$/u, '')
      .replace(
        /(?:一共|总共|设定|大概|大约|分别|各自|共|各|是|有|为|达到?|到了?|占|的|了|系|目标值?|指标值?)+$/u,
        '',
      );
    asks.push(withAspect(text, { ...askedUnit(match[0], before, after), at: match.index }));
  }
  if (asks.length > 0) return distribute(text, asks);
  const loose = /(?:多高|有多大|高不高|高吗|高低)|(?:率|比例|占比|满意度)(?=[呢吗如怎情是为?]|$)/.exec(text);
  if (loose && !/为什么|为何|原因|哪一?[节章部]|怎么做/.test(text))
    return [withAspect(text, { unit: 'share', at: loose.index })];
  const long = /多久|多长时间|几天/.exec(text);
  return long && !/多久.{0,3}(?:一次|听|开|次)/.test(text)
    ? [withAspect(text, { unit: 'time', at: long.index })]
    : [];
}

function askedUnit(asking: string, before: string, after: string): { unit?: UnitKind; unitWord?: string } {
  if (asking === '多大') return { unit: 'area' };
  if (asking.startsWith('百分之') || asking === '几成') return { unit: 'share' };
  const counted = MEASURE_WORDS.find((word) => after.replace(/^[十百千万亿]+/, '').startsWith(word));
  const isThings = /^[千万亿]/.test(after) && counted !== undefined && kindOfUnit(counted) !== 'money';
  if (isThings) return { unit: kindOfUnit(counted)!, unitWord: counted };
  if (/^(?:钱|资金|款|元|万元|亿元|万|块|工资|工钱|欠薪|薪|损失|罚款)/.test(after)) return { unit: 'money' };
  if (/^(?:时间|天|个工作日|工作日|小时|个小时)/.test(after)) return { unit: 'time' };
  if (/^个?(?:人|干部|群众|职工|党员|律师)/.test(after)) return { unit: 'person', unitWord: '人' };
  const unitWord = MEASURE_WORDS.find((word) => after.startsWith(word));
  const unit = unitWord === undefined ? undefined : kindOfUnit(unitWord);
  if (unitWord !== undefined && unit !== undefined && !(unitWord === '点' || unitWord === '成'))
    return { unit, unitWord };
  const noun: readonly (readonly [RegExp, UnitKind])[] = [
    [SHARE_NOUN, 'share'],
    [MONEY_NOUN, 'money'],
    [MONEY_VERB, 'money'],
    [TIME_NOUN, 'time'],
    [SCORE_NOUN, 'score'],
    [PERSON_NOUN, 'person'],
  ];
  const kind = noun.find(([pattern]) => pattern.test(before))?.[1];
  return kind ? { unit: kind } : {};
}

/** 废止和继续有效的各是几件: one asking word, two numbers. With several asking words, each has the words around it. */
function distribute(text: string, asks: Ask[]): Ask[] {
  if (asks.length > 1)
    return asks.map((ask, index) => ({
      ...ask,
      own: { start: boundary(text, asks, index), end: boundary(text, asks, index + 1) },
    }));
  const [ask] = asks as [Ask];
  const before = text.slice(0, ask.at);
  const parts =
    /([^,，。?、和与及]{1,14}(?:、[^,，。?、和与及]{1,14})*)(?:和|与|及|以及|跟|、)([^,，。?、]{1,14}?)(?:的)?(?:数量|数)?(?:各|分别)(?:自)?(?:是|有|为)?$/.exec(
      before,
    );
  if (!parts) return asks;
  const spans: { start: number; end: number }[] = [];
  let at = before.length - parts[0].length;
  for (const words of [...parts[1]!.split('、'), parts[2]!]) {
    const start = text.indexOf(words, at);
    at = start + words.length;
    spans.push({ start: Math.max(start, at - 12), end: at });
  }
  return spans.map((own) => ({ ...ask, own }));
}

/** Where the words of one ask end and those of the next begin: at the first comma or 和 between them. */
function boundary(text: string, asks: readonly Ask[], index: number): number {
  if (index === 0) return 0;
  const [from, to] = [asks[index - 1]!.at, asks[index]?.at ?? text.length];
  if (!asks[index]) return text.length;
  const cut = text.slice(from, to).search(/[,，、;；和及与]/);
  return cut < 0 ? to : from + cut;
}

function withAspect(text: string, ask: Ask): Ask {
  if (
    /(?:压[缩减]|改革|调整|优化|缩短|精简|简化|减少|实施|整改|提高|提升|增加|下降|降低)(?:之|以)?前|以前|原来|原先|此前|从前|\b(?:before|previously|originally|used to)\b/.test(
      text,
    )
  )
    return { ...ask, aspect: 'before' };
  if (
    /现在|如今|(?:压缩|压减|压|缩短|减少|降低|精简|增加|提高|提升|上升|增长|扩大|延长)(?:到|至|为|后)|\b(?:now|currently|after|reduced to|cut to|down to)\b/.test(
      text,
    )
  )
    return { ...ask, aspect: 'after' };
  return ask;
}

const ENGLISH: readonly (readonly [RegExp, UnitKind | undefined])[] = [
  [/\bwhat (?:percentage|percent|share|proportion|fraction)\b|\bhow high\b|\bpercentage\b/g, 'share'],
  [
    /(?<!\bby )\bhow much (?:money|funding|capital|yuan|did|was|were|in)\b|(?<!\bby )\bhow much\b|\b(?:amount|sum|value) of\b/g,
    'money',
  ],
  [/\bhow (?:long|many (?:working |business |work )?(?:days|hours|months|weeks))\b/g, 'time'],
  [
    /\bhow many (?:people(?!'s|’s)|persons|staff|workers|farmers|students|residents|villagers|tourists|volunteers|households|officials|cadres|lawyers|mediators|officers|employees|residents|villagers|participants|attendees|division-level|members|supervisors)\b/g,
    'person',
  ],
  [/\bhow many (?:points)\b/g, 'score'],
  [/\bhow many (?:times|sessions|rounds|meetings|lectures|events)\b/g, 'event'],
  [/\bhow many (?:tons|tonnes|metric tons)\b/g, 'weight'],
  [/\bhow many\b|\bby how much\b|\bnumber of\b|\bhow often\b|\btotal of\b/g, undefined],
];
/** The measure word that an English noun of counting stands for. */
const COUNTERS: readonly (readonly [RegExp, string])[] = [
  [/^items?$/, '项'],
  [
    /^(?:cases?|lawsuits?|disputes?|petitions?|complaints?|applications?|proposals?|motions?|reviews?)$/,
    '件',
  ],
  [/^times$/, '次'],
  [/^(?:sessions?|lectures?|events?|activities|meetings?|drills?)$/, '场'],
  [/^(?:pieces?|messages?|posts?|opinions?|comments?)$/, '条'],
  [/^(?:documents?|reports?|copies)$/, '份'],
  [
    /^(?:organi[sz]ations?|committees?|institutions?|departments?|units?|bodies|villages?|communities|points?|windows?|centres?|centers?)$/,
    '个',
  ],
  [/^(?:compan(?:y|ies)|enterprises?|hospitals?|pharmacies|drugstores?)$/, '家'],
];

/** The counter of the noun that "how many" asks for: the last word before the verb. */
function counterOf(asking: string): string | undefined {
  const noun =
    /^how many ((?:[a-z'’-]+ ){0,6}?[a-z'’-]+)(?= (?:was|were|is|are|did|does|do|has|have|had|in|of|from|at|on|for|per|got|made|to)\b|[?,.]|$)/
      .exec(asking)?.[1]
      ?.split(' ')
      .at(-1);
  return noun === undefined ? undefined : COUNTERS.find(([form]) => form.test(noun))?.[1];
}

const RATE_WORD = /\b(?:rate|ratio|percentage|percent|share|proportion|coverage|satisfaction)\b/;
const MONEY_WORD =
  /\b(?:capital|yuan|rmb|money|funds|funding|loans?|amount of money|fiscal|subsid\w+|compensation|fees?|investment|tax)\b/;

function findEnglishAsks(text: string): Ask[] {
  const lower = text.toLowerCase();
  const asks: Ask[] = [];
  for (const [pattern, unit] of ENGLISH) {
    for (const match of lower.matchAll(pattern)) {
      if (asks.some((ask) => Math.abs(ask.at - match.index) < 12)) continue;
      const counter = counterOf(lower.slice(match.index));
      asks.push({
        at: match.index,
        ...(counter
          ? { unitWord: counter, unit: kindOfUnit(counter)! }
          : unit
            ? { unit }
            : MONEY_WORD.test(lower) && unit === undefined && /\btotal\b/.test(lower)
              ? { unit: 'money' as const }
              : {}),
      });
    }
  }
  if (asks.length === 0) {
    const asked = /\b(?:what|whats|what's|how|give|tell|rate|ratio)\b/.exec(lower);
    if (asked && RATE_WORD.test(lower)) asks.push({ at: asked.index, unit: 'share' });
    else if (asked && MONEY_WORD.test(lower) && /\bwhat (?:was|is|were)\b/.test(lower))
      asks.push({ at: asked.index, unit: 'money' });
  }
  const sorted = asks.sort((a, b) => a.at - b.at).map((ask) => withAspect(lower, ask));
  return sorted.length > 1
    ? sorted.map((ask, index) => ({
        ...ask,
        own: { start: index === 0 ? 0 : ask.at, end: sorted[index + 1]?.at ?? lower.length },
      }))
    : sorted;
}
