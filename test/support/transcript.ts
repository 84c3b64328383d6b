/** `docs/transcript.md`: one chat with the program, each question with its reply as the terminal prints it. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Answer } from '../../src/answer/answer.ts';
import type { Assistant } from '../../src/answer/assistant.ts';
import { openTerminalSession } from '../../src/chat/terminal-session.ts';

/** A question and its reply. */
export interface TranscriptTurn {
  readonly question: string;
  /** `command` for what is answered without asking the assistant. */
  readonly kind: Answer['kind'] | 'command';
  readonly reply: string;
}

const pathOf = (name: string) => fileURLToPath(new URL(`../../docs/${name}`, import.meta.url));

/** Where the transcript stands. */
export const transcriptPath = pathOf('transcript.md');

/** The questions that the transcript is made of, one a line, in the order they are asked. */
export function readTranscriptQuestions(): readonly string[] {
  return readFileSync(pathOf('transcript-questions.txt'), 'utf8').trimEnd().split('\n');
}

/** Asks the questions one after the other in one chat. */
export async function askTranscript(
  assistant: Assistant,
  questions: readonly string[],
): Promise<readonly TranscriptTurn[]> {
  let kind: TranscriptTurn['kind'] = 'command';
  const watched: Assistant = {
    ...assistant,
    ask: async (question, chat) => {
      const answer = await assistant.ask(question, chat);
      kind = answer.kind;
      return answer;
    },
  };
  const session = openTerminalSession({ assistant: watched, color: false, language: 'zh' });
  const turns: TranscriptTurn[] = [];
  for (const question of questions) {
    kind = 'command';
    const reply = await session.reply(question);
    turns.push({ question, kind, reply });
  }
  return turns;
}

const heading = /^## \d+\. (?<question>.*) · (?<kind>[a-z]+)$/gm;

/** The turns as Markdown: `## 1. 你好 · help` and the reply in a block. */
export function renderTranscript(turns: readonly TranscriptTurn[]): string {
  return turns
    .map(
      ({ question, kind, reply }, index) =>
        `## ${index + 1}. ${question} · ${kind}\n\n\`\`\`text\n${reply}\n\`\`\`\n`,
    )
    .join('\n');
}

/** The questions of a transcript with the kinds of their replies. */
export function parseTranscript(markdown: string): readonly Pick<TranscriptTurn, 'question' | 'kind'>[] {
  return [...markdown.matchAll(heading)].map(({ groups }) => ({
    question: groups?.question ?? '',
    kind: (groups?.kind ?? 'command') as TranscriptTurn['kind'],
  }));
}
