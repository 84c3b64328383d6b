/**
 * Builds the whole question that a message of a chat means: its own words, what it inherits with less weight, and
 * the reports that the chat has settled.
 */
import type { Near } from '../answer/prefer-near.ts';
import type { RegionMention } from '../language/region.ts';
import type { StoredReport } from '../library/stored-report.ts';
import type { Ask, Intent, Question, QuestionTerm } from '../retrieval/question.ts';
import { understand, type Vocabulary } from '../retrieval/understand.ts';
import type { Language } from '../wording/language.ts';
import { mentionOf } from './settle-scope.ts';

/** One reading of a message as a whole question. */
export interface Draft {
  /** The own text first, then those it inherits from, nearest first; without regions and years. */
  readonly texts: readonly string[];
  readonly language: Language;
  /** The reports to answer from; absent where region or year have yet to be resolved. */
  readonly within?: readonly StoredReport[];
  readonly regions?: readonly RegionMention[];
  readonly years?: readonly number[];
  readonly near?: Near;
  readonly intent?: Intent;
  /** Whether a reason is asked for, in whatever words. */
  readonly asksReason?: boolean;
  /** What an inherited word counts against an own one, from 0 to 1. */
  readonly inherited: number;
  /** Whether a message that asks for no number asks for one, as the last question did. */
  readonly asksNumber?: 'share' | 'any';
  /** Questions to be answered one by one and shown together. */
  readonly several?: readonly (readonly string[])[];
}

/** The question of a draft. */
export function wholeQuestion(draft: Draft, vocabulary: Vocabulary): Question {
  const parts = draft.texts.map((text) => understand(text, vocabulary));
  const [own, ...rest] = parts;
  if (!own) throw new RangeError('A draft needs a text of its own');
  let normal = '';
  const section = sectionIntent(own);
  const terms: QuestionTerm[] = [];
  const offsets = new Map<Question, number>();
  for (const [index, part] of [...parts.entries()].reverse()) {
    const offset = normal === '' ? 0 : normal.length + 2;
    offsets.set(part, offset);
    normal = normal === '' ? part.normal : `${normal}, ${part.normal}`;
    const weight = draft.inherited ** index;
    for (const term of part.terms)
      terms.push({
        ...term,
        weight: term.weight * weight,
        focus: term.focus && index === 0,
        start: term.start + offset,
        end: term.end + offset,
      });
  }
  const asks =
    own.asks.length > 0
      ? shifted(own, offsets)
      : draft.asksNumber
        ? inheritedAsks(rest, normal, draft.asksNumber)
        : [];
  const mentions = draft.within ? draft.within.map(mentionOf) : (draft.regions ?? own.regions);
  return {
    ...own,
    text: draft.texts.toReversed().join(', '),
    normal,
    language: draft.language,
    intent: draft.intent ?? section ?? (asks.length > 0 && own.intent === 'fact' ? 'figure' : own.intent),
    regions: mentions,
    years:
      draft.years ?? (draft.within ? [...new Set(draft.within.map((report) => report.year))] : own.years),
    indicators: [...new Set(parts.flatMap((part) => part.indicators))],
    terms: terms.filter(
      (term, index) =>
        !(section && SUMMING.test(term.surface)) &&
        !terms.some((other, at) => at > index && other.surface === term.surface),
    ),
    asks,
  };
}

/** The words that ask for a summary. */
export const SUMMING = /总结|概括|归纳|概述|summar|overview/i;

/** `总结…的问题与不足` wants the section, not a summary of the year. */
export function sectionIntent(question: Question): Intent | undefined {
  if (question.intent !== 'summary') return undefined;
  if (/问题|不足|短板|薄弱|困难|shortcoming|weakness|problem|deficienc/i.test(question.normal))
    return 'problems';
  return /下一步|计划|打算|安排|\bplans?\b|next year/i.test(question.normal) ? 'plans' : undefined;
}

function shifted(question: Question, offsets: ReadonlyMap<Question, number>): Ask[] {
  const by = offsets.get(question) ?? 0;
  return question.asks.map((ask) => ({
    ...ask,
    at: ask.at + by,
    ...(ask.own ? { own: { start: ask.own.start + by, end: ask.own.end + by } } : {}),
  }));
}

/** One number of any unit: `公证呢` after 几件 may be counted in 宗. */
function inheritedAsks(rest: readonly Question[], normal: string, kind: 'share' | 'any'): Ask[] {
  if (kind === 'share') return [{ at: normal.length, unit: 'share' }];
  const asked = rest.find((part) => part.asks.length > 0)?.asks[0];
  if (!asked) return [{ at: normal.length }];
  return [
    {
      at: normal.length,
      ...(asked.unit === 'money' || asked.unit === 'share' || asked.unit === undefined
        ? {}
        : { unit: asked.unit }),
    },
  ];
}
