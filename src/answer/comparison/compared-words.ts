/** What a question compares, without the words that compare, list or ask. */
import type { Question, QuestionTerm } from '../../retrieval/question.ts';
import { comparingSpans } from './comparing-words.ts';

const AMOUNT_NOUN =
  /^(?:数量|数目|总数|总量|数字|数值|百分比|具体数|多少|件数|人数|条数|次数|份数|项数|户数|个数|numbers?|figures?|rates?|total)$/i;
const TELLING = 0.45;

/** The question without the words that compare; offsets stay. */
export function withoutComparing(question: Question): Question {
  const spans = comparingSpans(question.normal, question.language);
  const inside = (term: QuestionTerm) =>
    spans.some((span) => span.start <= term.start && term.end <= span.end);
  const overlaps = (term: QuestionTerm) =>
    spans.some((span) => span.start < term.end && term.start < span.end);
  const isComparing = (term: QuestionTerm) =>
    term.kind === 'word' ? overlaps(term) : term.kind === 'concept' && inside(term);
  const keeps = question.terms
    .filter((term) => !isComparing(term))
    .filter((term) => !AMOUNT_NOUN.test(term.surface));
  const telling = keeps.filter(isTelling);
  const held =
    telling.length > 0 ? keeps.filter((term) => term.weight >= 0.3 || term.kind !== 'word') : keeps;
  const terms = [...held, ...hotlines(question.normal, held)].sort((a, b) => a.start - b.start);
  const characters = Array.from({ length: question.normal.length }, (_, at) => question.normal[at]!);
  for (const span of spans)
    if (!terms.some((term) => term.start < span.end && span.start < term.end))
      characters.fill(' ', span.start, span.end);
  // By how many points it changed is no score.
  const asks = question.asks.filter(
    (ask) =>
      (ask.unit !== undefined && ask.unit !== 'score' && ask.unit !== 'thing') ||
      !spans.some((span) => span.start <= ask.at && ask.at < span.end),
  );
  return { ...question, normal: characters.join(''), terms, asks };
}

/** 12345: the number is the name of the line. */
function hotlines(normal: string, terms: readonly QuestionTerm[]): QuestionTerm[] {
  return [...normal.matchAll(/(?<!\d)1[12]\d{3}(?!\d)/g)].flatMap((match) => {
    const [start, end] = [match.index, match.index + match[0].length];
    if (terms.some((term) => term.start < end && start < term.end)) return [];
    return [
      {
        surface: match[0],
        kind: 'quoted' as const,
        wordings: [{ text: match[0], weight: 1 }],
        weight: 1,
        focus: true,
        start,
        end,
      },
    ];
  });
}

/** Whether a term says what is compared. */
export const isTelling = (term: QuestionTerm) =>
  term.weight >= TELLING || term.kind === 'indicator' || term.kind === 'quoted';
