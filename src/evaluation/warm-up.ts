/** Loads what a first answer loads, so that milliseconds are of answers and not of starting. */
import type { Assistant } from '../answer/assistant.ts';
import type { GradedQuestion } from './graded-question.ts';

const QUESTIONS_A_LANGUAGE = 5;

/** Asks the first lone questions of each language once, without a chat, so that nothing is remembered of them. */
export async function warmUp(assistant: Assistant, questions: readonly GradedQuestion[]): Promise<void> {
  const lone = questions.filter((question) => question.chat === undefined);
  for (const language of ['zh', 'en']) {
    const first = lone.filter((question) => question.lang === language).slice(0, QUESTIONS_A_LANGUAGE);
    for (const { q } of first) await assistant.ask(q).catch(() => {});
  }
}
