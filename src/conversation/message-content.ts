/** What a message of a chat asks about, apart from region, year and words that only point back. */
import type { Question, QuestionTerm } from '../retrieval/question.ts';
import type { Message } from './read-message.ts';
import type { Settled } from './settle-scope.ts';
import { splitMatter } from './split-matter.ts';

const CHANGE =
  /(?:比|较)(?:上|去|前)(?:一)?年|同比|(?:升|降|涨|增|减|多|少)了(?:多少|几)|(?:增长|下降|上升|减少|增加)(?:了)?多少|是升是降|\bup or down\b|\bby how (?:much|many)\b|\bthan (?:the (?:year before|previous year)|last year|a year (?:ago|earlier))\b|\byear[- ]on[- ]year\b/i;

/** Whether a message asks for the change of the last figure: `比上年降了多少`, `up or down, by how much`. */
export function asksForChange(own: string): boolean {
  return CHANGE.test(own);
}

/** The terms that say something; empty when the matter is the last one. */
export function contentOf(question: Question, message: Message, settled: Settled): QuestionTerm[] {
  const names = settled.kind === 'reports' ? settled.mentions.map((mention) => mention.text) : [];
  return question.terms.filter((term) => {
    if (names.includes(term.surface)) return false;
    if (
      message.refersToMatter &&
      /^(?:比例|比率|指标|数字|数据|情况|内容|率|figures?|rates?|numbers?|same|indicators?)$/i.test(
        term.surface,
      )
    )
      return false;
    if (
      asksForChange(message.own) &&
      /^(?:[升降涨增减多少比较]了?|下降|上升|增长|减少|增加|幅度|up|down|more|less|fewer|increase|decrease|change)$/i.test(
        term.surface,
      )
    )
      return false;
    // 计划控制在几件以内: the plan for the last measure.
    if (
      question.asks.length > 0 &&
      /^(?:控制|以内|以下|以上|计划|打算|目标|准备|力争|争取)$/.test(term.surface)
    )
      return false;
    return (
      term.weight > 0.05 &&
      !/^(?:百分之|percent|say|(?:last|next|this|previous)(?: year)?|(?:较|比)?上一?年度?|上年同期|去年|上年|明年|今年|前年|同比|上年|before|previous|earlier|back|meant|year)$/i.test(
        term.surface,
      )
    );
  });
}

/** `明年呢`: nothing but what is to come. */
export function isPlanAlone(question: Question, content: readonly QuestionTerm[]): boolean {
  return (
    (question.relativeYear === 1 || question.intent === 'plans') &&
    question.asks.length === 0 &&
    content.every((term) => /计划|打算|安排|工作|plan|next/i.test(term.surface)) &&
    (question.years.length === 0 || question.regions.length > 0) &&
    (question.relativeYear === 1 || content.length === 0 || question.regions.length > 0)
  );
}

/** The words of a message without region and year. */
export function matterOf(question: Question, settled: Settled): string {
  return splitMatter(question, settled.kind === 'reports' ? settled.mentions : question.regions);
}
