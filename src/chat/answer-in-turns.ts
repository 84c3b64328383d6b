/**
 * The assistant, asked a few questions at a time, the earliest first.
 *
 * Answering keeps the processor busy. Forty questions at once would all be answered at the end, with no reply on its
 * way before that, and a process that dies meanwhile would have to begin all of them again. Waiting for a model keeps
 * nothing busy here: meanwhile the next questions have their turn.
 */
import { setImmediate as letOthersIn } from 'node:timers/promises';
import type { AskOptions } from '../answer/assistant.ts';
import type { Conversation } from '../conversation/create-conversation.ts';

type WhileWaiting = NonNullable<AskOptions['whileWaiting']>;

/** Works on `atOnce` questions at the same time, at most; who waits lets the process look at the network first. */
export function answerInTurns(assistant: Conversation, atOnce: number): Conversation {
  const waiting: (() => void)[] = [];
  let working = 0;

  async function enter(wait: (go: () => void) => void): Promise<void> {
    if (working < atOnce) {
      working += 1;
      return;
    }
    await new Promise<void>(wait);
    await letOthersIn();
  }
  function leave(): void {
    const next = waiting.shift();
    if (next) next();
    else working -= 1;
  }
  const last = (go: () => void) => void waiting.push(go);
  const first = (go: () => void) => void waiting.unshift(go);

  async function inTurn<Result>(
    work: (whileWaiting: WhileWaiting) => Promise<Result>,
    wait: (go: () => void) => void,
  ): Promise<Result> {
    await enter(wait);
    let inside = Promise.resolve();
    let away = 0;
    let isOver = false;
    const whileWaiting: WhileWaiting = async (remote) => {
      away += 1;
      if (away === 1) {
        await inside;
        leave();
      }
      try {
        return await remote();
      } finally {
        away -= 1;
        // What was begun is finished before anything else is.
        if (away === 0 && !isOver) inside = enter(first);
        await inside;
      }
    };
    try {
      return await work(whileWaiting);
    } finally {
      isOver = true;
      if (away === 0) leave();
    }
  }
  const withWaiting = (options: AskOptions | undefined, whileWaiting: WhileWaiting): AskOptions => ({
    ...options,
    whileWaiting,
  });

  return {
    ...assistant,
    ask: (question, chat, options) =>
      inTurn((whileWaiting) => assistant.ask(question, chat, withWaiting(options, whileWaiting)), last),
    choose: (question, choice, options) =>
      inTurn((whileWaiting) => assistant.choose(question, choice, withWaiting(options, whileWaiting)), last),
    // The reply that it belongs to has had its turn.
    followUps: (chat, answer) => inTurn(() => assistant.followUps(chat, answer), first),
  };
}
