import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { printDrafts } from '../../src/chat/print-drafts.ts';
import { createFixedAssistant, makeAnswer } from '../support/fixed-assistant.ts';

/** What is printed while an assistant hands out these drafts. */
async function printed(...drafts: readonly string[]): Promise<string> {
  const output = new PassThrough();
  const fixed = createFixedAssistant({ 问: makeAnswer() });
  const assistant = {
    ...fixed,
    ask: async (...[question, chat, options]: Parameters<typeof fixed.ask>) => {
      for (const draft of drafts) options?.onDraft?.(draft);
      return fixed.ask(question, chat);
    },
  };

  expect(await printDrafts(assistant, output).ask('问', 'chat')).toEqual(makeAnswer());

  output.end();
  return String(output.read() ?? '');
}

describe('printDrafts()', () => {
  it('prints what is new of each draft, and an empty line when the reply is there', async () => {
    expect(await printed('花都区2019年\n一。', '花都区2019年\n一。二。')).toBe('花都区2019年\n一。二。\n\n');
  });

  it('prints nothing where nothing is written', async () => {
    expect(await printed()).toBe('');
  });

  it('leaves out a draft that begins in another way', async () => {
    expect(await printed('一。', '二。三。', '一。二。')).toBe('一。二。\n\n');
  });

  it('lets a draft not steer the terminal', async () => {
    expect(await printed('一\u001b[2J。')).toBe('一[2J。\n\n');
  });
});
