/**
 * Asks the assistant of an installation through its Telegram bot while its model does one thing or another, and says
 * what was sent. Each question meets each fault with servers, settings and a circuit breaker of its own.
 */
import pLimit from 'p-limit';
import type { Answer } from '../../src/answer/answer.ts';
import { createAssistant } from '../../src/answer/answer-question.ts';
import { checkAnswer } from '../../src/answer/verify-answer.ts';
import { openWriter } from '../../src/assemble.ts';
import { parseConfig } from '../../src/config.ts';
import { type ChatMemory, openMemory } from '../../src/conversation/chat-memory.ts';
import { createConversation } from '../../src/conversation/create-conversation.ts';
import { type Library, openLibrary } from '../../src/library/library.ts';
import { judgeReplies } from './judge-replies.ts';
import { MODEL_FAULTS, type ModelFault, piecesOf } from './model-fault-rows.ts';
import { startModelServer } from './model-server.ts';
import type { TokenGate } from './model-server-gate.ts';
import { startBot } from './start-bot.ts';
import { startTelegramServer } from './telegram-server.ts';
import { writeFromPrompt } from './write-from-prompt.ts';

/** A question of each kind in each language. */
export const FAULT_QUESTIONS: readonly string[] = [
  '花都2019年综合纠错率是多少?',
  "What was Huadu's overall correction rate in 2019?",
  '平桥区2023年如何加强服务型行政执法培训?',
  'What did Pingqiao do to train law enforcement officers in 2023?',
  '花都和高州谁的综合纠错率更高?',
  'Which had the higher overall correction rate, Huadu or Gaozhou?',
  '总结一下平桥区2023年的报告',
  'Summarise the 2023 report of Pingqiao',
];

/** What became of one question. */
export interface FaultOutcome {
  readonly fault: ModelFault;
  readonly question: string;
  /** Requests that the model server got. */
  readonly requests: number;
  /** Written, repaired, or composed and why. */
  readonly sent: string;
  /** What of the reply no report bears out. */
  readonly violations: readonly string[];
  /** Whether the answer is the one that is given without a model. */
  readonly isOffline: boolean;
  /** Replies to the message in Telegram. */
  readonly replies: number;
}

export interface FaultRun {
  readonly libraryDir: string;
  readonly faults?: readonly ModelFault[];
  /** Asks the two of one kind at each fault, the next two at the next; all of them unless set. */
  readonly inTurn?: boolean;
  readonly onStep?: (step: string) => void;
}

/** Asks each question at each fault. */
export async function runModelFaults(run: FaultRun): Promise<readonly FaultOutcome[]> {
  const { libraryDir, faults = MODEL_FAULTS, inTurn = false, onStep } = run;
  const opened = await openLibrary({ libraryDir });
  // One for all: what was prepared for one reply need not be for the next.
  const library = { ...opened, close: () => {} };
  const memory = openMemory({ libraryDir });
  const offline = createAssistant(library);
  // What waits costs nothing; what is proved holds up all others.
  const limit = pLimit(8);
  try {
    const outcomes = faults.map(async (fault, row) => {
      const first = (2 * row) % FAULT_QUESTIONS.length;
      const questions = inTurn ? FAULT_QUESTIONS.slice(first, first + 2) : FAULT_QUESTIONS;
      const asked = questions.map((question, column) =>
        limit(async () => {
          const composed = await offline.ask(question);
          return askAtFault({
            fault,
            question,
            composed,
            library,
            libraryDir,
            memory,
            id: 100 * row + column + 1,
          });
        }),
      );
      const answered = await Promise.all(asked);
      onStep?.(fault.name);
      return answered;
    });
    return (await Promise.all(outcomes)).flat();
  } finally {
    memory.close();
    opened.close();
  }
}

interface Cell {
  readonly fault: ModelFault;
  readonly question: string;
  readonly composed: Answer;
  readonly library: Library;
  readonly libraryDir: string;
  readonly memory: ChatMemory;
  /** The chat, and part of the model's name, so that no text is kept for another. */
  readonly id: number;
}

async function askAtFault(cell: Cell): Promise<FaultOutcome> {
  const { fault, question, composed, library, memory, id } = cell;
  await using server = await startModelServer();
  await using telegram = await startTelegramServer();
  server.says((request) => {
    const said = (fault.says ?? writeFromPrompt)(request);
    return typeof said === 'string' ? { tokens: piecesOf(said) } : said;
  });
  await fault.plan?.(server);
  const opened = await openWriter(
    parseConfig({
      LIBRARY_DIR: cell.libraryDir,
      OPENAI_BASE_URL: server.url,
      CHAT_MODEL: `writer-${id}`,
      MODEL_TIMEOUT_SECONDS: String(fault.timeoutSeconds ?? 20),
      LOG_LEVEL: 'silent',
    }),
  );
  const assistant = createConversation(library, memory, opened?.writer);
  const answers: Answer[] = [];
  const ask: typeof assistant.ask = async (...asked) => {
    const answer = await assistant.ask(...asked);
    answers.push(answer);
    return answer;
  };
  const end = fault.paceMs === undefined ? undefined : letTokensPass(server.holdTokens(), fault.paceMs);
  let messageId = 0;
  {
    await using _ = startBot(telegram, { assistant: { ...assistant, ask } });
    messageId = telegram.userSays(question, { chatId: id, userId: id });
    await telegram.nextMessage({ chatId: id, timeoutMs: 60_000 });
  }
  end?.();
  opened?.close();
  const { unanswered, repeated } = judgeReplies([{ chatId: id, messageId }], telegram.sent);
  const [answer] = answers;
  const report = assistant.model?.();
  if (!answer || !report) throw new Error(`Nothing was answered to "${question}"`);
  const [reason] = Object.keys(report.composed);
  return {
    fault,
    question,
    requests: server.chats.length,
    sent: reason !== undefined ? `composed: ${reason}` : report.repaired > 0 ? 'repaired' : 'written',
    violations: checkAnswer(answer, library, question).map(({ kind, detail }) => `${kind}: ${detail}`),
    isOffline: JSON.stringify(answer) === JSON.stringify(composed),
    replies: 1 - unanswered + repeated,
  };
}

/** Lets one token pass each time so many milliseconds have gone by: to be slow is what is asked of the server here. */
function letTokensPass(gate: TokenGate, everyMs: number): () => void {
  const timer = setInterval(() => void gate.pass(), everyMs);
  return () => clearInterval(timer);
}
