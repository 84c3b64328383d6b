/** Answers what a report means to do about one matter, from the sentences that speak of what is to come. */
import { isPlanHeading } from '../../report/plan-heading.ts';
import type { Question } from '../../retrieval/question.ts';
import type { ReportEvidence } from '../../retrieval/retrieve.ts';
import { scoreSentences } from '../../retrieval/score-sentences.ts';
import type { Answer } from '../answer.ts';
import { citeParagraph } from '../cite.ts';
import { compose } from '../compose.ts';
import { placeAndYear } from '../place.ts';

const PLAN_SENTENCE = /下一步|下步|今后|明年|将(?!近)|力争|拟|计划|打算|继续/;
/** Least share of the question's terms, inherited ones counting less, in or near the sentence. */
const LEAST_SUPPORT = 0.12;

/** Composes the reply; `undefined` when the report says nothing of it. */
export function answerPlan(question: Question, source: ReportEvidence): Answer | undefined {
  const { report, prepared, terms } = source;
  const isNext = (text: string) => PLAN_SENTENCE.test(text) || text.includes(`${report.year + 1}年`);
  const underHeading = prepared.paragraphs.filter((paragraph) =>
    paragraph.headings.some((heading) => isPlanHeading(heading, report.year)),
  );
  const scored = scoreSentences(
    { ...question, intent: 'plans' },
    terms,
    underHeading.length > 0 ? underHeading : prepared.paragraphs,
  );
  const [best] = scored.filter(
    (one) => (underHeading.length > 0 || isNext(one.sentence.text)) && one.support >= LEAST_SUPPORT,
  );
  if (!best) return undefined;
  const quote = best.paragraph.paragraph.text.slice(best.sentence.start, best.sentence.end);
  return compose({
    kind: 'answer',
    language: question.language,
    answer: quote,
    lead: placeAndYear(report, question.language),
    citations: [citeParagraph(report, best.paragraph.paragraph, quote)],
  });
}
