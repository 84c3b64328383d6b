/**
 * What is compared: the measures of a question, shared by all sides or each side's own.
 *
 * `甲的可网办率和乙的一网通办率` has one measure a side, `甲和乙的申请、受理各多少` two for both.
 */

import { findConcepts, isIndicator } from '../../language/concepts.ts';
import type { Indicator } from '../../language/lexicon.ts';
import { kindOfUnit, type UnitKind } from '../../report/measure-words.ts';
import type { Ask, Question, QuestionTerm } from '../../retrieval/question.ts';
import { kindsOf, unitOf } from '../figures/indicator-units.ts';
import type { Side } from './compare-sides.ts';
import { isTelling, withoutComparing } from './compared-words.ts';
import { ownParts, type Part } from './side-parts.ts';

/** One thing to look up in a report, as a question of its own. */
export interface Measure {
  readonly name: string;
  readonly question: Question;
  /** Whether the question is for a number: how many, 人数, a rate. */
  readonly isNumber: boolean;
  /** What its values can be counted in, where the lexicon alone says so. */
  readonly kinds?: ReadonlySet<UnitKind>;
}

/** 人员总数, 案件数, 信息条数: the measure word that is counted in. */
const COUNT_NOUN =
  /(人次|人|件|宗|起|条|份|场次|场|次|台|户|个|项|名|家|处|篇)(?:员|们)?(?:的)?(?:总)?数(?:量)?/;
const PEOPLE =
  /(?:人员|律师|调解员|队员|人大代表|志愿者|干部|人)$|\b(?:officers|lawyers|mediators|staff|people|persons|officials)$/i;
/** 审计项目数是多少: a number, in whatever measure word. */
const COUNTED = /[\u4e00-\u9fff]{2}(?<!指)数(?=[是有为,，。?？的都各]|$)/;
const LONGEST_NAME = 30;
const LONGEST_ENGLISH_NAME = 48;

/** The measures of each side, in the order of the sides; with no side given, of any report. */
export function findMeasures(question: Question, sides: readonly Side[]): Measure[][] {
  const plain = withoutComparing(question);
  const parts = ownParts(plain, sides);
  if (parts) return sides.map((side) => [toMeasure(plain, parts.get(side.mention!.start)!)]);
  const measures = splitMeasures(plain).map((terms) => toMeasure(plain, { terms, span: undefined }));
  return sides.map(() => measures);
}

/** The measures of a question about every report. */
export function measuresOf(question: Question): Measure[] {
  const plain = withoutComparing(question);
  return splitMeasures(plain).map((terms) => toMeasure(plain, { terms, span: undefined }));
}

/** A measure for an indicator of the lexicon, as it is looked up under all its names. */
export function indicatorMeasure(question: Question, indicator: Indicator): Measure {
  const name = question.language === 'zh' ? indicator.zh[0]! : (indicator.en[0] ?? indicator.zh[0]!);
  const wordings = [
    ...indicator.zh.map((text, index) => ({ text, weight: 1 - Math.min(index, 9) * 0.01 })),
    ...(indicator.weak ?? []).map((text) => ({ text, weight: 0.7 })),
  ];
  const normal = indicator.zh[0]!;
  const term: QuestionTerm = {
    surface: normal,
    kind: 'indicator',
    wordings,
    weight: 1.3,
    focus: true,
    start: 0,
    end: normal.length,
  };
  const unit = unitOf(indicator);
  const ask: Ask = { at: normal.length, ...(unit ? { unit } : {}) };
  return {
    name,
    isNumber: true,
    kinds: kindsOf(indicator),
    question: {
      ...question,
      text: normal,
      normal,
      intent: 'figure',
      regions: [],
      terms: [term],
      asks: [ask],
      indicators: [indicator],
      premises: [],
    },
  };
}

/** Whether a measure has an abbreviation that stands for nothing known here. */
export function isUnknown({ question }: Measure): boolean {
  return question.terms.some((term) => term.wordings.length === 0 && /^[A-Z]{2,}$/.test(term.surface));
}

/** 申请、受理各多少: indicators side by side are several measures; in brackets they are two names of one. */
function splitMeasures(question: Question): QuestionTerm[][] {
  const named = question.terms.filter((term) => term.kind === 'indicator');
  const others = question.terms.filter((term) => term.kind !== 'indicator');
  const bySide = named.every(
    (term, index) =>
      index === 0 ||
      /^\s*(?:率|数|情况)?\s*(?:和|与|及|以及|、|,|\band\b|&)?\s*(?:the |of )*\s*$/i.test(
        question.normal.slice(named[index - 1]!.end, term.start),
      ),
  );
  const distinct = new Set(named.map((term) => term.wordings[0]?.text)).size;
  if (
    named.length < 2 ||
    distinct < 2 ||
    !bySide ||
    named.some((term, index) => index > 0 && term.start === named[index - 1]!.end)
  )
    return [[...question.terms]];
  // What stands outside the row of indicators belongs to all of them.
  return named.map((term) =>
    [...others.filter((other) => other.weight >= 0.9 && !isTellingOnlyOf(other, named)), term].sort(
      (a, b) => a.start - b.start,
    ),
  );
}

const isTellingOnlyOf = (other: QuestionTerm, named: readonly QuestionTerm[]) =>
  named.some((term) => Math.abs(other.end - term.start) <= 1 || Math.abs(other.start - term.end) <= 1);

function toMeasure(question: Question, part: Part): Measure {
  const terms = part.terms.map((term) =>
    term.kind === 'indicator' || term.kind === 'quoted' ? { ...term, focus: true } : term,
  );
  const within = (at: number) => !part.span || (at >= part.span.start && at < part.span.end);
  const asked = question.asks.find((ask) => within(ask.at)) ?? question.asks[0];
  const near = terms.map((term) => term.surface).join('');
  const words = part.span ? question.normal.slice(part.span.start, part.span.end) : question.normal;
  const counted = COUNT_NOUN.exec(words)?.[1];
  const indicators = terms.flatMap((term) =>
    term.kind === 'indicator'
      ? findConcepts(term.surface)
          .map((mention) => mention.entry)
          .filter(isIndicator)
      : [],
  );
  const unit =
    asked?.unit ??
    (counted ? kindOfUnit(counted) : undefined) ??
    (terms.some((term) => term.kind === 'indicator' && PEOPLE.test(term.surface))
      ? ('person' as const)
      : undefined) ??
    unitOf(indicators.find((one) => one.kind === 'rate') ?? indicators[0]) ??
    (/(?:率|比例|占比|满意度)$|\b(?:rate|share|ratio)\b/i.test(near) ? ('share' as const) : undefined);
  const unitWord =
    asked?.unitWord ?? (unit === (counted ? kindOfUnit(counted) : undefined) ? counted : undefined);
  const end = terms.at(-1)?.end ?? question.normal.length;
  const ask: Ask = {
    at: asked?.at ?? end,
    ...(unit ? { unit } : {}),
    ...(unitWord ? { unitWord } : {}),
    ...(asked?.aspect ? { aspect: asked.aspect } : {}),
  };
  const name = nameOf(question, terms);
  const isNumber =
    question.asks.length > 0 ||
    indicators.some((one) => one.kind === 'rate') ||
    counted !== undefined ||
    unit === 'share' ||
    COUNTED.test(question.text) ||
    /数量|总数|\bnumbers?\b|\brate\b/i.test(question.text);
  const [single] = indicators;
  const kinds =
    single && indicators.length === 1 && unit === undefined && terms.filter(isTelling).length === 1
      ? { kinds: kindsOf(single) }
      : {};
  return {
    name,
    isNumber,
    ...kinds,
    question: {
      ...question,
      text: name || question.text,
      intent: 'figure',
      regions: [],
      years: [],
      terms,
      asks: [ask],
      indicators,
      premises: [],
    },
  };
}

/** The words of the measure as the question has them, between its first and last term. */
function nameOf(question: Question, terms: readonly QuestionTerm[]): string {
  const telling = terms.filter(isTelling);
  const [first] = telling;
  if (!first) return '';
  const sliced = question.normal.slice(first.start, telling.at(-1)!.end).replace(/\s+/g, ' ').trim();
  const others = question.terms.some(
    (term) => !terms.includes(term) && term.start >= first.start && term.end <= telling.at(-1)!.end,
  );
  const isWhole =
    sliced.length <= LONGEST_NAME &&
    !others &&
    !question.regions.some((region) => region.start >= first.start && region.end <= telling.at(-1)!.end);
  if (isWhole) return sliced;
  // The stems of a scattered name stand behind the question and are for no reader.
  const words = telling.filter((term) => term.start < question.normal.length).map((term) => term.surface);
  if (question.language === 'zh') return words.join('').slice(0, LONGEST_NAME);
  // Cut at the end of a word: "certificates i" is none.
  return words.reduce((name, word) =>
    name.length + 1 + word.length <= LONGEST_ENGLISH_NAME ? `${name} ${word}` : name,
  );
}
