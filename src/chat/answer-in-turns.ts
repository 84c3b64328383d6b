/**
 * The assistant, asked a few questions at a time, the earliest first.
 *
 * Answering keeps the processor busy. Forty questions at once would all be answered at the end, with no reply on its
 * way before that, and a process that dies meanwhile would have to begin all of them again.
 */
import { setImmediate as letOthersIn } from 'node:timers/promises';
import type { Conversation } from '../conversation/create-conversation.ts';

/** Asks `atOnce` questions at the same time, at most; who waits lets the process look at the network first. */
export function answerInTurns(assistant: Conversation, atOnce: number): Conversation {
  const waiting: (() => void)[] = [];
  let working = 0;

  async function inTurn<Result>(
    work: () => Promise<Result>,
    wait: (go: () => void) => void,
  ): Promise<Result> {
    if (working >= atOnce) {
      await new Promise<void>(wait);
      await letOthersIn();
    } else working += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else working -= 1;
    }
  }
  const last = (go: () => void) => void waiting.push(go);
  const first = (go: () => void) => void waiting.unshift(go);

  return {
    ...assistant,
    ask: (question, chat, options) => inTurn(() => assistant.ask(question, chat, options), last),
    choose: (question, choice, options) => inTurn(() => assistant.choose(question, choice, options), last),
    // The reply that it belongs to has had its turn.
    followUps: (chat, answer) => inTurn(() => assistant.followUps(chat, answer), first),
  };
}
