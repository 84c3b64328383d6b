/** Answers several remembered questions for one report and shows them together; what is not given says so. */
import type { Answer, Citation, StatedFigure } from '../answer/answer.ts';
import { answerQuestion, type Reasoning } from '../answer/answer-question.ts';
import { compose } from '../answer/compose.ts';
import { placeAndYear } from '../answer/place.ts';
import { subjectOf } from '../answer/refuse.ts';
import type { Library } from '../library/library.ts';
import type { Vocabulary } from '../retrieval/understand.ts';
import { WORDING } from '../wording/wording.ts';
import { type Draft, wholeQuestion } from './whole-question.ts';

/**
 * The questions of `draft.several` answered one by one; a refusal when the report gives none of them.
 *
 * @throws RangeError when the draft holds no question.
 */
export async function answerSeveral(
  library: Library,
  vocabulary: Vocabulary,
  draft: Draft,
): Promise<{ answer: Answer; reasoning: Reasoning }> {
  const lines: string[] = [];
  const citations: Citation[] = [];
  const figures: StatedFigure[] = [];
  const notes = new Set<string>();
  let last: { answer: Answer; reasoning: Reasoning } | undefined;
  for (const texts of draft.several ?? []) {
    const question = wholeQuestion({ ...draft, texts }, vocabulary);
    const reasoning: Reasoning = { question, sources: [], ...(draft.within ? { within: draft.within } : {}) };
    const answer = await answerQuestion(library, reasoning);
    last = { answer, reasoning };
    if (answer.kind !== 'refusal') for (const note of answer.notes) notes.add(note);
    const shift = citations.length;
    citations.push(...answer.citations);
    figures.push(
      ...answer.figures.map((figure) => ({
        ...figure,
        citation: figure.citation === null ? null : figure.citation + shift,
      })),
    );
    const value = answer.kind === 'refusal' ? WORDING.comparisons.notGiven[draft.language] : answer.answer;
    lines.push(`${subjectOf(question)}${WORDING.joins.colon[draft.language]}${value}`);
  }
  if (!last) throw new RangeError('A draft of several questions holds none');
  if (citations.length === 0) return last;
  const place = (draft.within ?? [])
    .map((report) => placeAndYear(report, draft.language))
    .join(WORDING.joins.places[draft.language]);
  const lead = `${place}\n${lines.map((line) => `· ${line}`).join('\n')}`;
  return {
    ...last,
    answer: compose({
      kind: 'compare',
      language: draft.language,
      answer: lines.join(WORDING.joins.answers[draft.language]),
      lead,
      citations,
      figures,
      notes: [...notes],
    }),
  };
}
