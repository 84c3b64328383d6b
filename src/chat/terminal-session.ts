/** What one terminal chat remembers, and its replies to a line: commands, or an answer. */
import { randomUUID } from 'node:crypto';
import type { Answer } from '../answer/answer.ts';
import type { Assistant } from '../answer/assistant.ts';
import type { Language } from '../wording/language.ts';
import { WORDING } from '../wording/wording.ts';
import { askSafely } from './ask-safely.ts';
import { describeReports } from './describe-library.ts';
import { languageOf } from './language-of.ts';
import { readQuestion } from './read-question.ts';
import { renderOriginal, renderTerminal } from './render-terminal.ts';

/** A chat in the terminal, line by line. */
export interface TerminalSession {
  /**
   * The reply to a line: '' for a blank one, `quit` when the chat is to end.
   *
   * @param signal - Aborting it ends what is being written.
   */
  reply(line: string, signal?: AbortSignal): Promise<string>;
  /** The language of the last answer. */
  language(): Language;
}

/** Who answers, and how replies look. */
export interface TerminalSessionOptions {
  readonly assistant: Assistant;
  readonly color: boolean;
  readonly language: Language;
}

const originalCommand = /^\/?(?:原文|original)(?:\s+(-?\d+))?$/iu;

/** Opens a chat with its own memory. */
export function openTerminalSession(options: TerminalSessionOptions): TerminalSession {
  const { assistant, color } = options;
  // Every run is a chat of its own: who starts the program again starts over.
  const chat = `terminal:${randomUUID()}`;
  let language = options.language;
  let cited: Answer | undefined;

  return { reply, language: () => language };

  async function reply(line: string, signal?: AbortSignal): Promise<string> {
    const read = readQuestion(line);
    if (read.kind === 'blank') return '';
    const message = read.kind === 'question' ? read.text : line;
    const original = originalCommand.exec(message);
    if (original) {
      language = languageOf(message);
      return showOriginal(Number(original[1] ?? 1));
    }
    if (message.startsWith('/')) return runCommand(message);
    const answer = await askSafely(assistant, message, chat, { user: 'terminal', signal });
    language = answer.language;
    if (answer.citations.length > 0) cited = answer;
    return renderTerminal(answer, { color });
  }

  function showOriginal(position: number): string {
    if (!cited) return WORDING.chat.noOriginal[language];
    const citation = cited.citations[position - 1];
    return citation
      ? renderOriginal(citation, { color, language })
      : WORDING.chat.noSuchOriginal(cited.citations.length)[language];
  }

  function runCommand(message: string): string {
    const [command = ''] = message.toLowerCase().split(/\s/u);
    if (command === '/quit' || command === '/exit') return 'quit';
    if (command === '/help') return WORDING.chat.terminalHelp[language];
    if (command === '/reports') return describeReports(assistant.reports(), language);
    return WORDING.chat.unknownCommand(command)[language];
  }
}
