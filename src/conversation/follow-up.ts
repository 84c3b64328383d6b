/**
 * Reads a message as a continuation of its chat: the ways in which it may be meant, the likeliest first.
 *
 * A message inherits only what it leaves out. What is complete in itself, or fits no reading, gets none here and is
 * answered as it stands.
 */

import { statedFigures } from '../answer/figures/stated-figures.ts';
import { asksWhy } from '../answer/passages/answer-reason.ts';
import type { Intent, Question, QuestionTerm } from '../retrieval/question.ts';
import { understand } from '../retrieval/understand.ts';
import { chooseReport } from './choose-report.ts';
import { findVariant } from './find-variant.ts';
import type { FollowUpContext, MakeDraft } from './follow-up-context.ts';
import { exceptLast, NEAR_OWN, NEAR_PART, nearOf, pastYear, quoteOf } from './go-on-nearby.ts';
import { asksForChange, contentOf, isPlanAlone, matterOf } from './message-content.ts';
import { isElliptical, type Message } from './read-message.ts';
import { severalMeasures, togetherDraft } from './read-together.ts';
import { PASSING } from './remember-turn.ts';
import { type Settled, settleScope, speaksOfPlan } from './settle-scope.ts';
import type { Draft } from './whole-question.ts';

/** Never about the topic, whatever was asked before. */
const STANDS_ALONE: ReadonlySet<Intent> = new Set<Intent>([...PASSING, 'mentions']);
/** Never the name of a choice: `its 2022 plan`. */
const SECTION_INTENTS: ReadonlySet<Intent> = new Set<Intent>([
  'summary',
  'problems',
  'plans',
  'metadata',
  'where',
]);
const SHARE_OF =
  /^[^,，]{0,6}占[^,，]{1,14}(?:多少|百分之几|几成|多大比例|比例)|\bwhat (?:share|percentage|percent|proportion) of (?:the|all)\b.{0,40}\b(?:is|was|were|are) (?:that|it|this|they|those)\b|\bas a (?:share|percentage|proportion) of\b/i;
const ALL_REGIONS =
  /(?:所有|全部|各|哪些|哪几|哪个|每个)(?:的)?(?:地区|报告|地方|区县|县区|单位)|\b(?:which|all|any) (?:reports?|regions?|places?|districts?|of the reports)\b/i;
const INHERITED = 0.6;
const INHERITED_PART = 0.2;

/** The readings of a message, the likeliest first; empty when it stands alone. */
export function readFollowUp(context: FollowUpContext): Draft[] {
  const { message, topic, vocabulary } = context;
  const question = understand(message.own, vocabulary);
  if (message.own === '' || STANDS_ALONE.has(question.intent) || ALL_REGIONS.test(message.own)) return [];
  const chosen = chosenDraft(question, context);
  if (chosen) return [chosen];
  const together = togetherDraft(question, context);
  if (together) return [together];
  const settled = settleScope(
    asksForChange(message.own) ? withoutRelative(question) : question,
    topic,
    context.library,
  );
  if (!settled) return [];
  const content = contentOf(question, message, settled);
  if (isComplete(question, content, settled)) return [];
  const draft = (texts: readonly string[], more: Partial<Draft> = {}): Draft => ({
    texts,
    language: context.language,
    inherited: INHERITED,
    ...(settled.kind === 'reports'
      ? { within: settled.reports }
      : { regions: settled.regions, years: settled.years }),
    ...more,
  });
  const several = severalMeasures(message.own, topic);
  if (several[0] && several.length > 1) return [draft(several[0], { several })];
  if (message.isNewTopic) return content.length > 0 ? newTopic(question, settled, message, draft) : [];
  if (isPlanAlone(question, content) && !isOfNextReport(question, content, settled, context))
    return [
      draft([context.language === 'zh' ? '下一步工作计划有哪些' : 'What are the plans for next year?'], {
        intent: 'plans',
      }),
    ];
  if (content.length === 0) return withoutContent(question, settled, context, draft);
  return withContent(question, content, settled, context, draft);
}

/** Several places, or one that is not held or not told from others: the resolver knows best what to say. */
function isComplete(question: Question, content: readonly QuestionTerm[], settled: Settled): boolean {
  const isOpen = settled.kind === 'open' && content.some((term) => term.kind === 'indicator');
  return content.length > 0 && (question.regions.length > 1 || (isOpen && question.regions.length > 0));
}

/** 下一年呢 after a figure asks for the figure of the report of that year, where it is held. */
function isOfNextReport(
  question: Question,
  content: readonly QuestionTerm[],
  settled: Settled,
  { topic }: FollowUpContext,
): boolean {
  if (content.length > 0 || topic.texts.length === 0) return false;
  if (speaksOfPlan(question.normal.replace(/next year/i, ''))) return false;
  return (
    question.relativeYear === 1 &&
    settled.kind === 'reports' &&
    settled.reports.every((report) => topic.reports.every((last) => report.year === last.year + 1))
  );
}

/** A new topic in the same report. */
function newTopic(question: Question, settled: Settled, message: Message, draft: MakeDraft): Draft[] {
  const texts = [matterOf(question, settled)];
  return isElliptical(message.own) && question.asks.length === 0
    ? [draft(texts, { asksNumber: 'any' }), draft(texts)]
    : [draft(texts)];
}

/** `那东山县呢`, `2021年呢`, `多少项?`, `比上年降了多少?`: the matter is the last one. */
function withoutContent(
  question: Question,
  settled: Settled,
  { message, topic, library }: FollowUpContext,
  draft: MakeDraft,
): Draft[] {
  if (topic.texts.length === 0) return [];
  if (question.intent === 'summary' && question.regions.length > 0)
    return [draft([message.own], { intent: 'summary' })];
  if (question.asks.length > 0 || asksForChange(message.own)) {
    const near = nearOf(topic, settled, NEAR_PART);
    if (!near)
      return settled.kind === 'reports' && settled.mentions.length > 0
        ? [draft([matterOf(question, settled), ...topic.texts], { inherited: 1 })]
        : [];
    const change = asksForChange(message.own);
    return [
      draft([matterOf(question, settled), ...topic.texts], {
        inherited: 1,
        near: { ...near, only: true, ...exceptLast(topic), change },
        asksNumber: 'any',
      }),
    ];
  }
  if (settled.kind === 'open' && question.relativeYear === -1)
    return [draft(topic.texts), ...pastYear(question, topic, library, draft)];
  const hasScope =
    question.regions.length > 0 || question.years.length > 0 || question.relativeYear !== undefined;
  return hasScope || message.refersToMatter ? [draft(topic.texts)] : [];
}

/** A part, a variant or a neighbour of the last matter, or a matter of its own in the same report. */
function withContent(
  question: Question,
  content: readonly QuestionTerm[],
  settled: Settled,
  context: FollowUpContext,
  draft: MakeDraft,
): Draft[] {
  const { message, topic, vocabulary } = context;
  const own = matterOf(question, settled);
  const base = topic.texts.filter((text) => text !== own);
  const elliptical = isElliptical(message.own);
  const hasIndicator = content.some((term) => term.kind === 'indicator');
  const isThin = elliptical || message.refersToPart || message.refersToMatter;
  const last = topic.texts[0] === undefined ? undefined : understand(topic.texts[0], vocabulary);
  const variant =
    last && !hasIndicator && !message.refersToPart && content.length <= 2 && !asksOtherUnit(question, topic)
      ? findVariant(content, last.terms)
      : undefined;
  if (variant !== undefined)
    return [draft([context.language === 'zh' ? `${variant}是多少` : `what is the ${variant}`])];
  // 为什么是35%: a figure that the report may not give is put right before a reason is looked for.
  if (asksWhy(question.normal) && statedFigures(question).length === 0)
    return [draft([own, ...base], { inherited: INHERITED_PART, asksReason: true })];
  if (speaksOfPlan(question.normal) && question.asks.length === 0)
    return [draft([own, ...base, ...quoteOf(topic)], { inherited: INHERITED, intent: 'plans' })];
  const near = nearOf(topic, settled, isThin ? NEAR_PART : NEAR_OWN);
  if (near && topic.figure !== undefined && SHARE_OF.test(message.own))
    return [draft([own], { near: { ...near, strength: NEAR_PART, ...exceptLast(topic), share: true } })];
  const moved = near === undefined;
  const isSame = namesLastFigure(question, context);
  const placed = near ? { near: { ...near, ...(isThin && !isSame ? exceptLast(topic) : {}) } } : {};
  const asksNumber =
    elliptical &&
    (topic.figure !== undefined || base.some((text) => understand(text, vocabulary).asks.length > 0));
  const asks = asksNumber ? { asksNumber: 'any' as const } : {};
  const alone = draft([own], { ...placed, ...asks });
  const joined = draft([own, ...base], { ...placed, inherited: moved ? INHERITED : INHERITED_PART, ...asks });
  const share =
    asksNumber && topic.figure?.endsWith('%') ? [{ ...joined, asksNumber: 'share' as const }] : [];
  const passage = asksNumber ? [draft([own], placed)] : [];
  // After a row of a table the next measure is that row's, where the table has it.
  const inRow: Draft[] =
    near && isOfRow(content, context) && (asksNumber || question.asks.length > 0)
      ? [{ ...joined, near: { ...near, only: true } }]
      : [];
  if (inRow.length > 0 && /\b(?:it|its)\b/i.test(message.own)) return inRow;
  if (hasIndicator && !message.refersToMatter) return [...inRow, alone, ...passage];
  if (isThin && (!moved || message.refersToMatter || message.refersToPart))
    return [...inRow, ...share, joined, alone, ...passage];
  return moved && !elliptical ? [alone] : [...inRow, alone, joined, ...passage];
}

/** Whether the last answer stood in a row of a table and the message names no other row of it. */
function isOfRow(content: readonly QuestionTerm[], { topic, library }: FollowUpContext): boolean {
  const { place } = topic;
  const paragraphs = (place && library.report(place.report)?.paragraphs) ?? [];
  const own = paragraphs[(place?.paragraph ?? 0) - 1];
  if (own?.row === undefined) return false;
  const names = paragraphs.flatMap((one) =>
    one !== own && one.row && !one.row.isHeader ? [one.text.split(' | ')[0] ?? ''] : [],
  );
  return !content.some(({ wordings }) =>
    wordings.some(({ text }) => text.length > 1 && names.some((name) => name.includes(text))),
  );
}

/** 行政复议案件有多少件 after a rate is no variant of the rate. */
function asksOtherUnit(question: Question, { figure, texts }: FollowUpContext['topic']): boolean {
  const wasShare = figure?.endsWith('%') || /(?:率|比例)(?!先)/.test(texts[0] ?? '');
  return wasShare && question.asks.some((ask) => ask.unit && ask.unit !== 'share');
}

/** 法律援助案件 after 援助多少件 names the same measure in full: its figure is meant again. */
function namesLastFigure(question: Question, { topic, vocabulary }: FollowUpContext): boolean {
  const { place, figure } = topic;
  const at = figure === undefined ? -1 : (place?.quote.indexOf(figure) ?? -1);
  if (!place || at < 0 || question.indicators.length !== 1) return false;
  const clause =
    place.quote
      .slice(0, at)
      .split(/[,，;；。、]/)
      .at(-1) ?? '';
  return understand(clause, vocabulary).indicators.includes(question.indicators[0]!);
}

/** The reply to the choices that were offered. */
function chosenDraft(question: Question, { message, topic, language }: FollowUpContext): Draft | undefined {
  if (topic.choices.length === 0 || message.own.length > 20 || question.asks.length > 0) return undefined;
  const chosen = chooseReport(message.own, question, topic.choices);
  const isWhole =
    SECTION_INTENTS.has(question.intent) || question.terms.some((term) => term.kind === 'indicator');
  if (chosen.length === 0 || isWhole) return undefined;
  return {
    texts: topic.texts,
    language: /[\p{L}]/u.test(message.own) ? language : topic.last.language,
    within: chosen,
    inherited: INHERITED,
    ...(chosen.length > 1 ? { intent: 'compare' as const } : {}),
  };
}

function withoutRelative(question: Question): Question {
  const { relativeYear: _, ...rest } = question;
  return rest;
}
