/**
 * What a Chinese question is about: quoted words, concepts of the lexicon, and the remaining words.
 */
import type { Span } from '../language/clauses.ts';
import { type ConceptMention, findConcepts, isIndicator } from '../language/concepts.ts';
import { segmentWithOffsets } from '../language/segment.ts';
import { CHINESE_STOP_WORDS } from '../language/stop-words.ts';
import { wordWeight } from '../language/word-weight.ts';
import { MEASURE_WORDS } from '../report/measure-words.ts';
import type { Ask, QuestionTerm, Wording } from './question.ts';
import { findSubPlaces } from './sub-places.ts';

const ASKING = new RegExp(
  `(?:百分之)?(?:多少|几多|若干|(?<![十百千万第])几)(?:个?(?:${MEASURE_WORDS.filter(
    (word) => !'点成块'.includes(word),
  )
    .map(escapePattern)
    .join(
      '|',
    )})|钱)?|哪一?个?(?:部分|章节|节|章|段)|哪(?:些|几|一)?(?:个|项|种|家|份|部|条|类|天|年|月)?|什么(?:样的|时候|时间)?|占?多[大高](?:的?比例)?|为什么|为何|怎么样?|如何|有没有|是不是|是否`,
  'gu',
);
/** 12345, 12348: the number is the name. */
const HOTLINE = /(?<!\d)1[12]\d{3}(?!\d)/g;
const COUNTING = /^[\d.%]+$|^[一二两三四五六七八九十几]+(?:个|项|条|点|种|份|大|件|家|次)?$/;
/** 总数: the level, not what was added. */
const TOTAL = /总数|总量|总额|总计|总共有|累计/g;
const TOTAL_WORDINGS: readonly Wording[] = [
  '总数',
  '总量',
  '总额',
  '总计',
  '合计',
  '累计',
  '共有',
  '现有',
  '实有',
].map((text) => ({ text, weight: 1 }));
/** 只要省政府的, 市本级: what the government itself did, not all of its territory. */
const OWN_LEVEL =
  /(?<=(?:只要|只算|仅|单指|单独|限于)[^,，。?]{0,4})[省市区县州旗](?:人民)?政府|[省市区县州旗]本级/;

function ownLevelWordings(own: string): Wording[] {
  const level = own[0]!;
  return [own, `${level}政府`, `${level}人民政府`, `${level}本级`, '本级'].map((text) => ({
    text,
    weight: 1,
  }));
}

const QUOTED = /[“"'‘「『]([^“”"'‘’「」『』]{1,30})[”"'’」』]/g;

/**
 * The terms of a question in normal form, in order.
 *
 * @param masked - Parts already understood as region or year.
 */
export function chineseTerms(normal: string, masked: readonly Span[], asks: readonly Ask[]): QuestionTerm[] {
  const taken: Span[] = [...masked];
  const terms: QuestionTerm[] = [];
  const add = (
    start: number,
    end: number,
    kind: QuestionTerm['kind'],
    wordings: readonly Wording[],
    weight: number,
  ) => {
    const focus = asks.some(
      (ask) =>
        (end <= ask.at + 1 &&
          /^(?:一共|总共|总计|大概|各|是|有|为|达|到|了|共|的|分别|\s)*$/.test(normal.slice(end, ask.at))) ||
        (start >= ask.at && start - ask.at <= 6),
    );
    terms.push({ surface: normal.slice(start, end), kind, wordings, weight, focus, start, end });
    taken.push({ start, end });
  };
  const measures = findConcepts(normal).filter(({ entry }) => isIndicator(entry));
  for (const match of normal.matchAll(QUOTED)) {
    // “一窗办理”事项: the quotation is a part of the measure's name.
    const whole = match.index + match[0].length;
    if (measures.some(({ start, end }) => start <= match.index && end >= whole)) continue;
    const start = match.index + 1;
    const end = start + match[1]!.length;
    if (!overlaps(masked, { start, end }) || masked.every((span) => span.end - span.start < end - start)) {
      add(start, end, 'quoted', quotedWordings(match[1]!), 1.2);
    }
  }
  for (const match of normal.matchAll(ASKING)) {
    const span = { start: match.index, end: match.index + match[0].length };
    if (!overlaps(taken, span)) taken.push(span);
  }
  for (const { start, end } of findSubPlaces(normal, taken))
    add(start, end, 'place', [{ text: normal.slice(start, end), weight: 1 }], 1.2);
  for (const mention of chooseMentions(normal, taken)) {
    add(
      mention.start,
      mention.end,
      isIndicator(mention.entry) ? 'indicator' : 'concept',
      conceptWordings(mention),
      conceptWeight(mention),
    );
  }
  for (const match of normal.matchAll(HOTLINE)) {
    const span = { start: match.index, end: match.index + match[0].length };
    if (!overlaps(taken, span)) add(span.start, span.end, 'quoted', [{ text: match[0], weight: 1 }], 1);
  }
  for (const match of normal.matchAll(TOTAL)) {
    const span = { start: match.index, end: match.index + match[0].length };
    if (!overlaps(taken, span)) add(span.start, span.end, 'word', TOTAL_WORDINGS, 0.35);
  }
  const [own] = normal.match(OWN_LEVEL) ?? [];
  if (own !== undefined) add(normal.length, normal.length, 'word', ownLevelWordings(own), 0.5);
  for (const word of segmentWithOffsets(blank(normal, taken))) {
    if (CHINESE_STOP_WORDS.has(word.text) || COUNTING.test(word.text)) continue;
    add(
      word.start,
      word.end,
      'word',
      [{ text: word.text, weight: 1 }],
      weightOf(word.text) * kindWeight(word.tag),
    );
  }
  return terms.sort((a, b) => a.start - b.start);
}

/** The longest mentions that do not overlap each other or what is taken. */
function chooseMentions(normal: string, taken: readonly Span[]): ConceptMention[] {
  const chosen: ConceptMention[] = [];
  const mentions = findConcepts(normal).filter(
    (mention) => mention.language === 'zh' && !CHINESE_STOP_WORDS.has(mention.name),
  );
  mentions.sort(
    (a, b) =>
      b.end - b.start - (a.end - a.start) || Number(isIndicator(b.entry)) - Number(isIndicator(a.entry)),
  );
  for (const mention of mentions) {
    if (!overlaps(taken, mention) && !overlaps(chosen, mention)) chosen.push(mention);
  }
  return chosen;
}

/** All names of the concept; the question's own word counts most. */
export function conceptWordings(mention: ConceptMention): Wording[] {
  const { entry, name } = mention;
  const own: Wording[] = mention.language === 'zh' ? [{ text: name, weight: 1 }] : [];
  const weight = mention.language === 'zh' ? 0.9 : 1;
  const rest = entry.zh
    .filter((word) => word !== name)
    .map((text, index) => ({ text, weight: weight - Math.min(index, 6) * 0.01 }));
  const weak = isIndicator(entry) ? (entry.weak ?? []).map((text) => ({ text, weight: 0.7 })) : [];
  return [...own, ...rest, ...weak];
}

function conceptWeight(mention: ConceptMention): number {
  const base = Math.max(...segmentWithOffsets(mention.name).map((word) => weightOf(word.text)), 0.15);
  return Math.min(1.3, isIndicator(mention.entry) ? base + 0.2 : base);
}

/** 一窗办理 in quotes: the whole, else its parts. */
function quotedWordings(text: string): Wording[] {
  return [{ text, weight: 1 }];
}

/** Words that only say that something is counted. */
const CLASS_NOUNS =
  /^(?:比例|比率|占比|比重|案件|案子|事项|人员|单位|机构|数量|件数|个数|项目|内容|信息|工作|活动)$/;

function weightOf(word: string): number {
  const weight = Math.min(1.2, wordWeight(word) / 9) * (CLASS_NOUNS.test(word) ? 0.5 : 1);
  return word.length === 1 ? weight * 0.4 : weight;
}

function overlaps(spans: readonly Span[], span: Span): boolean {
  return spans.some((other) => other.start < span.end && span.start < other.end);
}

/** Nouns say what a question is about, verbs a little less, the rest hardly anything. */
function kindWeight(tag: string): number {
  if (/^(?:n|vn|an|j|l|i|eng|nz|x)/.test(tag)) return 1;
  if (tag.startsWith('v')) return 0.7;
  if (tag.startsWith('a') || tag.startsWith('b')) return 0.6;
  return 0.3;
}

/** Taken parts as spaces, so that offsets stay. */
function blank(text: string, spans: readonly Span[]): string {
  const characters = [...Array(text.length).keys()].map((at) => text[at]!);
  for (const { start, end } of spans) characters.fill(' ', start, end);
  return characters.join('');
}

function escapePattern(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
