/** Splits a question into which report it is about and what it asks: `东山县2019年综合纠错率是多少` asks `综合纠错率是多少`. */
import type { RegionMention } from '../language/region.ts';
import type { Question } from '../retrieval/question.ts';

const RELATIVE_YEAR = /今年|去年|前年|明年|上一?年度?|\b(?:this|last|next) year\b/gi;

/** The words of a question in normal form without the regions given and without the years of the report. */
export function splitMatter(question: Question, mentions: readonly RegionMention[]): string {
  let matter = question.normal;
  for (const { start, end } of [...mentions].sort((a, b) => b.start - a.start)) {
    if (end > start) matter = `${matter.slice(0, start)} ${matter.slice(end)}`;
  }
  for (const year of question.years)
    matter = matter.replace(new RegExp(`(?:\\b(?:in|of|for|during) )?${year}(?:年度?)?`, 'gi'), ' ');
  if (question.relativeYear !== undefined) matter = matter.replace(RELATIVE_YEAR, ' ');
  return matter
    .replace(/\s+/g, ' ')
    .replace(/^[\s,，的:：']+(?:s\b)?/, '')
    .trim();
}
