/** One door between what people type and the assistant, the same for every place. */
import type { Answer } from '../answer/answer.ts';
import type { AskOptions, Assistant } from '../answer/assistant.ts';
import { WORDING } from '../wording/wording.ts';
import { languageOf } from './language-of.ts';
import { maxQuestionCharacters, readQuestion } from './read-question.ts';

/**
 * Answers a message as it came in. What is blank or too long is answered here and not passed on.
 *
 * @param chat - Messages with the same chat share memory.
 */
export async function askSafely(
  assistant: Assistant,
  message: string,
  chat?: string,
  options: AskOptions = {},
): Promise<Answer> {
  const question = readQuestion(message);
  if (question.kind === 'question') return assistant.ask(question.text, chat, options);
  return unasked(message, options.language);
}

/** The reply to a message that is not passed on; `undefined` for one that is. */
export function replyUnasked(message: string): Answer | undefined {
  return readQuestion(message).kind === 'question' ? undefined : unasked(message);
}

function unasked(message: string, chosen?: Answer['language']): Answer {
  const question = readQuestion(message);
  const language = chosen ?? (question.kind === 'blank' ? 'zh' : languageOf(message));
  const text =
    question.kind === 'too-long'
      ? WORDING.chat.tooLong(question.characters, maxQuestionCharacters)[language]
      : WORDING.chat.blank[language];
  return {
    kind: question.kind === 'too-long' ? 'refusal' : 'help',
    answer: text,
    text,
    citations: [],
    figures: [],
    notes: [],
    language,
    suggestions: [],
  };
}
