/**
 * A question understood without a model: language, regions, years, what is asked for, and about what.
 *
 * Nothing here looks at a report; what the library holds is only used to recognise names and English words.
 */
import type { Span } from '../language/clauses.ts';
import { findConcepts, isIndicator, longestMentions } from '../language/concepts.ts';
import { departmentField, fieldNamed } from '../language/department-fields.ts';
import { findRegions } from '../language/find-regions.ts';
import type { Indicator } from '../language/lexicon.ts';
import { normalText } from '../language/normal-form.ts';
import type { Region, RegionMention } from '../language/region.ts';
import { toSimplified } from '../language/traditional.ts';
import { kindOfUnit } from '../report/measure-words.ts';
import { scanNumbers } from '../report/scan-numbers.ts';
import type { Language } from '../wording/language.ts';
import { bodyBehind, bodyBeside } from './body-behind.ts';
import { chineseTerms } from './chinese-terms.ts';
import { detectIntent } from './detect-intent.ts';
import { type Dictionary, englishTerms } from './english-terms.ts';
import { findAsks } from './find-asks.ts';
import { findExcluded } from './find-excluded.ts';
import { findYears, fullYears } from './find-years.ts';
import type { Ask, Intent, Premise, Question, QuestionTerm } from './question.ts';

/** What a library knows, with which questions are understood. */
export interface Vocabulary {
  /** Regions of the reports held. */
  readonly known: readonly Region[];
  readonly dictionary: Dictionary;
}

/** Longest question that is understood; what is beyond is cut. */
export const MAX_QUESTION_CHARACTERS = 2000;

/** Understands one question. Never throws on any text. */
export function understand(text: string, vocabulary: Vocabulary): Question {
  const normal = normaliseQuestion(text);
  const language = languageOf(normal);
  const mentions = findRegions(normal, { known: vocabulary.known });
  const { years, contentYears, spans, relativeYear, reportYear } = findYears(normal);
  const { excluded, spans: excludedSpans } = findExcluded(normal);
  const indicators = indicatorsIn(normal, excludedSpans);
  const asks = withBareAsk(
    countingPersons(findAsks(normal, language), normal, indicators),
    normal,
    language,
    indicators,
  );
  const outside = mentions.filter((mention) => !insideQuotes(normal, mention));
  const regions = outside.length > 0 ? outside : mentions;
  const masked = [
    ...regions.map((mention) => ownSpan(normal, mention)),
    ...spans,
    ...fillerSpans(normal, language),
    ...excludedSpans,
    ...departmentSpans(normal, language, regions, vocabulary.known),
  ];
  const terms = (
    language === 'zh'
      ? chineseTerms(normal, masked, asks)
      : englishTerms(normal, masked, asks, vocabulary.dictionary)
  ).filter((term) => !excluded.some((word) => term.surface.includes(word)));
  return {
    text,
    normal,
    language,
    intent: namesWhole(normal, [...regions, ...spans])
      ? 'summary'
      : settleIntent(detectIntent(normal, language, asks), terms, asks),
    regions,
    years,
    contentYears,
    ...(relativeYear === undefined ? {} : { relativeYear }),
    ...(reportYear === undefined ? {} : { reportYear }),
    indicators,
    terms,
    excluded,
    asks,
    premises: premisesIn(normal),
  };
}

/** Of 高州市场主体 only 高州 is the region's: 市场 is a word of its own. */
function ownSpan(normal: string, { start, end }: RegionMention): Span {
  const isShared = /(?:市[场民容]|区[域块间]|县域)$/.test(normal.slice(start, end + 1));
  return { start, end: isShared && end - start > 2 ? end - 1 : end };
}

/** Beside a place of which that department's report is held, the department's name is no matter of its own. */
function departmentSpans(
  normal: string,
  language: Language,
  regions: readonly RegionMention[],
  known: readonly Region[],
): Span[] {
  return regions.flatMap((mention) => {
    const body = language === 'en' ? bodyBeside(normal, mention) : chineseBody(normal, mention);
    const asked = body && fieldNamed(body.field);
    const isHeld = known.some(
      ({ name, level, parents }) =>
        level === 'department' &&
        mention.candidates.some((candidate) => candidate.name === parents.at(-1)) &&
        (asked === undefined || departmentField(name) === asked),
    );
    return body !== undefined && isHeld ? [{ start: body.start, end: body.end }] : [];
  });
}

/** 资规局 behind 平江县; of 平江县的局 no field is known. */
function chineseBody(normal: string, { end }: RegionMention) {
  const body = bodyBehind(normal, end);
  return body && fieldNamed(body.field) ? { field: body.field, start: end, end: body.end } : undefined;
}

/** Half width, simplified, control characters gone, runs of white space one space, at most 2,000 characters. */
export function normaliseQuestion(text: string): string {
  const cut = text.slice(0, MAX_QUESTION_CHARACTERS);
  return fullYears(
    toSimplified(normalText(cut.toWellFormed()))
      .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
}

/** Chinese as soon as the question has Chinese words of its own outside quotation marks. */
function languageOf(normal: string): Language {
  const unquoted = normal.replace(/["“'‘][^"”'’]*["”'’]/g, '');
  const chinese = (unquoted.match(/[\u4e00-\u9fff]/g) ?? []).length;
  const latin = (unquoted.match(/[A-Za-z]{2,}/g) ?? []).length;
  return chinese > 0 && chinese >= latin ? 'zh' : latin > 0 ? 'en' : 'zh';
}

const ASKS_OTHERWISE =
  /什么|哪|几|谁|为何|怎|如何|何时|是否|吗|有没有|总结|概括|比较|对比|问题|不足|计划|打算|介绍|\b(?:what|which|who|whom|why|how|when|where|did|does|do|is|are|was|were|can|list|describe|summar\w*|compare|explain)\b/i;
/** What a question that only names a measure ends with: 大件运输许可 数量. */
const NAMES_NUMBER =
  /\b(?:total|number|count|rate|amount)\b|(?:数量|总数|[件次人户宗起例案]数|金额|总额|比例|[\u4e00-\u9fff]{2}率)[\s?!。.]*$/i;
/** What was the approval time: a rate, amount, time or score has a number. */
const WHAT_WAS_IT = /^(?:and |so )?what(?:'s|'re|s| (?:was|is|were|are))(?: the)? /i;
/** `高州 综合纠错率`, "legality reviews done, total?": a measure that is only named is asked for. */
function withBareAsk(
  asks: readonly Ask[],
  normal: string,
  language: Language,
  indicators: readonly Indicator[],
): readonly Ask[] {
  const [indicator] = indicators;
  const isMeasureAsked = indicator && indicator.kind !== 'count' && WHAT_WAS_IT.test(normal);
  if (asks.length > 0 || (ASKS_OTHERWISE.test(normal) && !isMeasureAsked)) return asks;
  if (!indicator && !NAMES_NUMBER.test(normal)) return asks;
  const unit = indicator && indicator.kind !== 'count' ? kindOfUnit(indicator.units[0] ?? '') : undefined;
  return [{ at: language === 'zh' ? normal.length : 0, ...(unit ? { unit } : {}) }];
}

/** 公职律师几个 asks for persons: its 个 is no 19个单位. */
function countingPersons(
  asks: readonly Ask[],
  normal: string,
  indicators: readonly Indicator[],
): readonly Ask[] {
  const [indicator, other] = indicators;
  if (!indicator || other || !indicator.units.every((unit) => kindOfUnit(unit) === 'person')) return asks;
  const isCounted = ({ at }: Ask) => {
    const behind = /^(?:多少|几)个\s?(.*)/.exec(normal.slice(at))?.[1];
    return (
      behind !== undefined &&
      (!/^\p{L}/u.test(behind) || indicator.zh.some((name) => behind.startsWith(name)))
    );
  };
  return asks.map((ask) => (isCounted(ask) ? { at: ask.at, unit: 'person' as const } : ask));
}

/** What is left of 绵阳2022年工作总结要点 without region and year names the report as a whole. */
const WHOLE =
  /^[\s,，]*(?:的|度|年度|政府|部门|法治政府建设|法治建设|依法行政|法治|全年|整体|主要)*(?:工作|情况|报告|总结|的)*(?:总结|要点|概要|摘要|概述|小结|梗概|概况)(?:是什么|是啥|有哪些|有什么|呢|吧)?[\s。.!！?？]*$/;

function namesWhole(normal: string, spans: readonly Span[]): boolean {
  if (spans.length === 0) return false;
  const rest = spans.reduce(
    (text, { start, end }) => `${text.slice(0, start)}${' '.repeat(end - start)}${text.slice(end)}`,
    normal,
  );
  return WHOLE.test(rest.replace(/\s+/g, ''));
}

const METADATA_WORDS =
  /报告|总结|日期|时间|发布|印发|落款|公布|公开|单位|机关|机构|部门|标题|题目|全称|来源|署名|出具|政府|网上|网站|online|website|report|publish|issue|release|date|sign|title|author|law|government|body|summary/i;

/** 规范性文件清理决定是哪天印发的 asks for a date in the report, not the date of the report. */
function settleIntent(intent: Intent, terms: readonly QuestionTerm[], asks: readonly Ask[]): Intent {
  if (intent !== 'metadata') return intent;
  const about = terms.filter((term) => term.weight >= 0.5 && !METADATA_WORDS.test(term.surface));
  return about.length === 0 ? 'metadata' : asks.length > 0 ? 'figure' : 'fact';
}

function insideQuotes(normal: string, mention: RegionMention): boolean {
  const before = normal.slice(0, mention.start);
  return (
    before.lastIndexOf('“') > before.lastIndexOf('”') || before.lastIndexOf('《') > before.lastIndexOf('》')
  );
}

/** 报告里写的, 请问: said in every question. */
function fillerSpans(normal: string, language: Language): { start: number; end: number }[] {
  const pattern =
    language === 'zh'
      ? /法治政府建设(?:工作)?(?:情况)?(?:年度)?(?:报告|总结)?|依法行政(?:工作)?(?:情况)?报告|(?:年度|工作|情况)?报告(?:里|中|上)?(?:写的?|说的?|印的?|提到的?|给的?|显示)?|请问|麻烦(?:您|你)?|帮我|(?:截至|截止|到)?(?:\d{1,2}|[一二三四五六七八九十]{1,2})(?:月份?)?(?:[-至到~]\d{1,2})?月(?:份)?(?:\d{1,2}[日号])?(?:[-至到]\d{1,2}月)?|前[一二三四五六七八九十\d]+个月|[上下]半年|[前第][一二三四]个?季度/g
      : /,? (?:is that )?(?:right|correct|true|yes|isn't it|wasn't it|didn't (?:it|they)|haven't they|hasn't it)\s?\?+$|\b(?:law[- ]based government|rule[- ]of[- ]law government|annual report|according to the report|in the report|the report)\b/gi;
  // 审计结果报告 is a measure: its 报告 is no filler.
  const measures = findConcepts(normal).filter(({ entry }) => isIndicator(entry));
  return [...normal.matchAll(pattern)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter((filler) => !measures.some(({ start, end }) => start < filler.start && end >= filler.end));
}

function indicatorsIn(normal: string, excluded: readonly Span[]): Indicator[] {
  const isMeant = ({ start, end }: Span) => !excluded.some((span) => start >= span.start && end <= span.end);
  const longest = longestMentions(findConcepts(normal).filter(({ entry }) => isIndicator(entry))).filter(
    isMeant,
  );
  const seen = new Map(longest.map((mention) => [mention.id, mention.entry as Indicator]));
  return [...seen.values()];
}

function premisesIn(normal: string): Premise[] {
  return scanNumbers(normal)
    .filter(
      (number) =>
        number.unit !== '' && !/^[一两二三四五六七八九十]/.test(normal.slice(number.start, number.end)),
    )
    .map((number) => ({
      raw: normal.slice(number.start, number.end),
      value: number.value,
      unit: number.unit,
    }));
}
