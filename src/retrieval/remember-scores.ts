/**
 * Scores of one question, remembered: ranking the evidence and choosing from it score the same paragraphs.
 */
import type { FittedTerm } from './fit-terms.ts';
import type { PreparedParagraph } from './prepare-report.ts';
import type { Question } from './question.ts';

type ByParagraph<Score> = WeakMap<PreparedParagraph, readonly Score[]>;

/** A memory of scores by question, terms and paragraph; each of them by identity. It keeps none of them alive. */
export function rememberScores<Score>(): (
  question: Question,
  terms: readonly FittedTerm[],
  paragraph: PreparedParagraph,
  score: () => readonly Score[],
) => readonly Score[] {
  const memory = new WeakMap<Question, WeakMap<readonly FittedTerm[], ByParagraph<Score>>>();
  return (question, terms, paragraph, score) => {
    const byTerms = memory.get(question) ?? new WeakMap<readonly FittedTerm[], ByParagraph<Score>>();
    memory.set(question, byTerms);
    const byParagraph = byTerms.get(terms) ?? new WeakMap<PreparedParagraph, readonly Score[]>();
    byTerms.set(terms, byParagraph);
    const remembered = byParagraph.get(paragraph);
    if (remembered) return remembered;
    const scores = score();
    byParagraph.set(paragraph, scores);
    return scores;
  };
}
