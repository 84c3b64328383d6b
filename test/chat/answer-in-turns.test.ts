import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import type { AskOptions } from '../../src/answer/assistant.ts';
import { answerInTurns } from '../../src/chat/answer-in-turns.ts';
import type { Conversation } from '../../src/conversation/create-conversation.ts';
import { createFixedAssistant, makeRefusal } from '../support/fixed-assistant.ts';
import { openWaitingLine } from '../support/wait-in-order.ts';

/** Notes what is begun, and goes on when it is told to. */
function createHeldAssistant() {
  const begun = openWaitingLine<string>('question');
  const held = new Map<string, () => void>();
  const hold = (name: string) => {
    begun.push(name);
    return new Promise<void>((resolve) => held.set(name, resolve));
  };
  const assistant: Conversation = {
    ...createFixedAssistant(),
    async ask(question) {
      await hold(question);
      if (question === '坏') throw new Error('no disk');
      return makeRefusal(question);
    },
    async followUps(chat) {
      await hold(`after ${chat}`);
      return [];
    },
  };
  return { assistant, next: () => begun.next(5000), go: (name: string) => held.get(name)?.() };
}

/** What many wait at, until it is opened for good. */
function openGate() {
  let open = () => {};
  let count = 0;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const watchers = new Map<number, () => void>();
  return {
    open: () => open(),
    pass() {
      count += 1;
      watchers.get(count)?.();
      return opened;
    },
    reached: (wanted: number) => new Promise<void>((resolve) => watchers.set(wanted, resolve)),
  };
}

/** Keeps the processor busy before and after it writes, and counts how often it does so at the same time. */
function createBusyAssistant(write: (options: AskOptions) => Promise<void>) {
  let busy = 0;
  let most = 0;
  const work = async () => {
    busy += 1;
    most = Math.max(most, busy);
    await setImmediate();
    busy -= 1;
  };
  const assistant: Conversation = {
    ...createFixedAssistant(),
    async ask(question, _chat, options = {}) {
      await work();
      if (!options.isOffline) await write(options);
      await work();
      return makeRefusal(question);
    },
  };
  return { assistant, most: () => most };
}

describe('answerInTurns()', () => {
  it('begins with the earliest questions, and with the next when one is over', async () => {
    const { assistant, next, go } = createHeldAssistant();
    const inTurns = answerInTurns(assistant, 2);

    const answers = ['一', '坏', '三', '四'].map((question) => inTurns.ask(question).catch(() => undefined));
    expect([await next(), await next()]).toEqual(['一', '坏']);
    go('坏');
    expect(await next()).toBe('三');
    go('三');
    expect(await next()).toBe('四');
    for (const question of ['一', '四']) go(question);

    const texts = (await Promise.all(answers)).map((answer: Answer | undefined) => answer?.text);
    expect(texts).toEqual(['一', undefined, '三', '四']);
  });

  it('finishes a reply before it begins with another question', async () => {
    const { assistant, next, go } = createHeldAssistant();
    const inTurns = answerInTurns(assistant, 1);

    const first = inTurns.ask('一');
    await next();
    const second = inTurns.ask('二');
    const further = inTurns.followUps('chat', makeRefusal('一'));
    go('一');

    expect(await next()).toBe('after chat');
    go('after chat');
    expect(await next()).toBe('二');
    go('二');
    await Promise.all([first, second, further]);
  });

  it('lets five hundred wait for a slow model at once, works on four of them, and answers others meanwhile', async () => {
    const model = openGate();
    const busy = createBusyAssistant(async (options) => {
      await options.whileWaiting?.(() => model.pass());
    });
    const inTurns = answerInTurns(busy.assistant, 4);

    const answers = Array.from({ length: 500 }, (_, index) => inTurns.ask(`问${index}`));
    await model.reached(500);
    const other = await inTurns.ask('不用模型', undefined, { isOffline: true });
    model.open();
    const texts = (await Promise.all(answers)).map(({ text }) => text);

    expect(other.text).toBe('不用模型');
    expect(texts).toEqual(Array.from({ length: 500 }, (_, index) => `问${index}`));
    expect(busy.most()).toBe(4);
  });

  it('keeps its turns where waits fail, lie side by side, or outlast their question', async () => {
    const model = openGate();
    const left: Promise<unknown>[] = [];
    const busy = createBusyAssistant(async ({ whileWaiting }) => {
      await whileWaiting!(() => Promise.reject(new Error('model is gone'))).catch(() => {});
      await Promise.all([1, 2].map(() => whileWaiting!(() => setImmediate())));
      left.push(whileWaiting!(() => model.pass()));
    });
    const inTurns = answerInTurns(busy.assistant, 2);

    await Promise.all(Array.from({ length: 20 }, (_, index) => inTurns.ask(`问${index}`)));
    model.open();
    await Promise.all(left);
    await Promise.all(Array.from({ length: 20 }, (_, index) => inTurns.ask(`再问${index}`)));

    expect(busy.most()).toBe(2);
  });
});
