/** Places that a question names besides the report's own. */
import type { RegionMention } from '../language/region.ts';
import type { StoredReport } from '../library/stored-report.ts';
import { isPartOf } from '../retrieval/held-region.ts';
import type { Question, QuestionTerm } from '../retrieval/question.ts';

/** Places that belong to the matter (a court's, a partner's) are words to look for. */
export function withPlaces(
  question: Question,
  places: readonly RegionMention[],
  [report]: readonly StoredReport[],
): Question {
  const terms = places.map((place): QuestionTerm => {
    const names = [place.text, ...place.candidates.flatMap((candidate) => [candidate.name, candidate.short])];
    const wordings = [...new Set(names)]
      .filter((text) => text.length >= 2)
      .map((text) => ({ text, weight: 1 }));
    return {
      surface: place.text,
      // Of a county inside the region only what is printed of that county answers.
      kind: report && place.candidates.some((candidate) => isPartOf(candidate, report)) ? 'place' : 'word',
      wordings,
      weight: 0.8,
      focus: false,
      start: place.start,
      end: place.end,
    };
  });
  return { ...question, terms: [...question.terms, ...terms] };
}
