/** The place that a message goes on from: where the last answer was cited. */
import type { Near } from '../answer/prefer-near.ts';
import type { Library } from '../library/library.ts';
import type { Question } from '../retrieval/question.ts';
import type { MakeDraft } from './follow-up-context.ts';
import type { Settled } from './settle-scope.ts';
import type { Topic } from './topic.ts';
import type { Draft } from './whole-question.ts';

/** What standing beside the last answer is worth to a question of its own. */
export const NEAR_OWN = 0.16;
/** The same to a question for a part or neighbour of what was asked last. */
export const NEAR_PART = 0.3;

/** The last place, where the message stays in its report. */
export function nearOf(topic: Topic, settled: Settled, strength: number): Near | undefined {
  const { place } = topic;
  if (!place || place.paragraph === 0 || settled.kind !== 'reports') return undefined;
  const [report] = settled.reports;
  if (settled.reports.length !== 1 || report?.id !== place.report) return undefined;
  return { report: place.report, paragraph: place.paragraph, quote: place.quote, strength };
}

/** What was just given is not asked for again. */
export function exceptLast(topic: Topic): Pick<Near, 'except'> {
  return topic.figure === undefined ? {} : { except: topic.figure };
}

/** The words cited last, to inherit from. */
export function quoteOf(topic: Topic): string[] {
  return topic.place && topic.place.paragraph > 0 ? [topic.place.quote] : [];
}

/** The year before is not held, but its figure may stand beside the last one: `较2024年的896件增长14.7%`. */
export function pastYear(question: Question, topic: Topic, library: Library, draft: MakeDraft): Draft[] {
  const [report] = topic.reports;
  const near = topic.place;
  if (!report || !near || question.relativeYear === undefined) return [];
  const year = report.year + question.relativeYear;
  const paragraph = library.report(report.id)?.paragraphs[near.paragraph - 1];
  if (!paragraph || !new RegExp(`${year}年|上年|去年`).test(paragraph.text)) return [];
  const place: Near = { ...near, strength: NEAR_PART, only: true, ...exceptLast(topic) };
  return [
    draft([`上年 ${year}年`, ...topic.texts], {
      within: [report],
      near: place,
      inherited: 1,
      asksNumber: 'any',
    }),
  ];
}
