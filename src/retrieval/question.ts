/** A question as it was understood, before anything is searched. */
import type { Indicator } from '../language/lexicon.ts';
import type { RegionMention } from '../language/region.ts';
import type { UnitKind } from '../report/measure-words.ts';
import type { Language } from '../wording/language.ts';

/** What kind of reply the question asks for. */
export type Intent =
  | 'figure'
  | 'fact'
  | 'where'
  | 'problems'
  | 'plans'
  | 'metadata'
  | 'define'
  | 'reports'
  | 'mentions'
  | 'summary'
  | 'compare'
  | 'trend'
  | 'audit'
  | 'greeting'
  | 'help'
  | 'opinion'
  | 'private'
  | 'instruction'
  | 'off-topic'
  | 'unreadable';

/** One wording of a term, as reports may print it. */
export interface Wording {
  readonly text: string;
  /** 1 for the question's own word or an exact synonym, less for a guess. */
  readonly weight: number;
}

/** Something the answer has to be about, under all the words reports may use for it. */
export interface QuestionTerm {
  /** The words of the question. */
  readonly surface: string;
  readonly wordings: readonly Wording[];
  /** How much it tells, from about 0.05 to 1.5. */
  readonly weight: number;
  /** Whether it stands next to the words that ask (多少, how many). */
  readonly focus: boolean;
  readonly kind: 'indicator' | 'concept' | 'word' | 'quoted' | 'place';
  /** Offset in `Question.normal`. */
  readonly start: number;
  readonly end: number;
}

/** One number that is asked for. */
export interface Ask {
  /** What is counted, where the question says so. */
  readonly unit?: UnitKind;
  /** The measure word itself. */
  readonly unitWord?: string;
  /** Of `从…压缩至…`, which of the two. */
  readonly aspect?: 'before' | 'after';
  /** Offset of the asking words in `Question.normal`. */
  readonly at: number;
  /** The words of the question that belong to this ask and no other; absent when it is the only one. */
  readonly own?: { readonly start: number; readonly end: number };
}

/** A figure that the question itself states, to be confirmed or put right. */
export interface Premise {
  readonly raw: string;
  readonly value: number;
  readonly unit: string;
}

/** What a person asked, understood. */
export interface Question {
  /** As asked. */
  readonly text: string;
  /** Normal form: half width, simplified, one space between words. */
  readonly normal: string;
  readonly language: Language;
  readonly intent: Intent;
  readonly regions: readonly RegionMention[];
  /** Years that say which report is meant. */
  readonly years: readonly number[];
  /** 今年 0, 去年 -1, 前年 -2, 明年 1: counted from the report the chat is about. */
  readonly relativeYear?: number;
  /** Years that are part of what is asked about (`2016-2019年的文件`), not of which report. */
  readonly contentYears: readonly number[];
  /** The year that is called the report's, so that the others only belong to the matter. */
  readonly reportYear?: number;
  /** A year that is not held, to be answered from what the next year's report prints of it. */
  readonly comparedYear?: number;
  /** A year that is not held, to be answered from the plans of the report before. */
  readonly plannedYear?: number;
  readonly indicators: readonly Indicator[];
  readonly terms: readonly QuestionTerm[];
  /** Words that the question says it does not mean (`不是微博`). */
  readonly excluded: readonly string[];
  readonly asks: readonly Ask[];
  readonly premises: readonly Premise[];
}
