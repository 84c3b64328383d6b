/** Right replies to mutate and to measure false alarms with: composed from the graded questions, and written by hand. */
import { vocabularyOf } from '../../../src/answer/answer-question.ts';
import { citeParagraph } from '../../../src/answer/cite.ts';
import { loadPrompts } from '../../../src/answer/writing/load-prompts.ts';
import { readGradedQuestions } from '../../../src/evaluation/graded-question.ts';
import type { Library } from '../../../src/library/library.ts';
import { understand } from '../../../src/retrieval/understand.ts';
import type { Rewording } from '../read-rewordings.ts';
import type { AllReports } from './all-reports.ts';
import { type RightReply, rightReply } from './right-replies.ts';

const prompts = loadPrompts();
const instructionsOf = (language: 'zh' | 'en') =>
  [prompts.answer, prompts.compare, prompts.summarise, prompts.repair]
    .map((prompt) => prompt[language].instructions)
    .join('\n');

/** One reply to each graded question that a model would write a reply to. */
export async function repliesToGraded(
  { library, assistant }: AllReports,
  file: string,
): Promise<RightReply[]> {
  const vocabulary = vocabularyOf(library);
  const replies: RightReply[] = [];
  for (const { id, q } of await readGradedQuestions([file], {})) {
    const question = understand(q, vocabulary);
    const answer = await assistant.ask(q);
    const reply = rightReply(id, answer, question, library, instructionsOf(question.language));
    if (reply) replies.push(reply);
  }
  return replies;
}

/** Replies written by hand, with the paragraphs that they were written from. */
export function writtenReplies(library: Library, rewordings: readonly Rewording[]): RightReply[] {
  const vocabulary = vocabularyOf(library);
  return rewordings.map(({ id, q, lang, evidence, reply }) => ({
    id,
    text: reply,
    proof: {
      library,
      question: understand(q, vocabulary),
      language: lang,
      evidence: evidence.map(({ file, paragraph }, index) => {
        const held = library.reports().find((report) => report.file.endsWith(file))!;
        const report = library.report(held.id)!;
        return { number: index + 1, citation: citeParagraph(report, report.paragraphs[paragraph - 1]!) };
      }),
      required: [],
      computed: [],
      instructions: instructionsOf(lang),
    },
  }));
}
