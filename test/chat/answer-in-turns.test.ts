import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
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
});
