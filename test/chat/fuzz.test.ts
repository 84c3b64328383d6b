/**
 * Anything that may come in, delivered over HTTP: the bot goes on, and sends nothing that Telegram refuses.
 *
 * The server refuses unescaped markup, long messages and wrong buttons; fast-check prints the seed of a failure.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Log } from '../../src/log.ts';
import { anyData, anyEntities, anyMessage, anyText, brokenUpdate } from '../support/arbitrary-updates.ts';
import { startReportBot } from '../support/start-report-bot.ts';
import { useReports } from '../support/use-reports.ts';
import { openWaitingLine } from '../support/wait-in-order.ts';

const reports = useReports('data/reports');
const timeout = 120_000;
/** Refusals that belong to pressing a button twice, or one under a message that is gone. */
const expected = /message is not modified|message to edit not found|message can't be edited/;

/** A bot over the real reports; what it logs as wrong, and what Telegram would refuse, is kept. */
async function startFuzzed() {
  const failures: unknown[] = [];
  const handled = openWaitingLine<number>('line in its log');
  const note = (facts: object, message: string) => void failures.push({ message, ...facts });
  const info = (facts: object, message: string) => {
    if (message === 'update' && 'update' in facts) handled.push(Number(facts.update));
  };
  const log: Log = { debug: () => {}, info, warn: note, error: note };
  const bot = await startReportBot(reports.library, {}, { log });
  const { telegram } = bot;
  let seen = 0;
  /** Waits until the bot is done with the update that was queued last. */
  const done = () => {
    const queued = telegram.pending().at(-1)?.update_id;
    return handled.next(15_000, (update) => update === queued);
  };
  return {
    telegram,
    done,
    /** What went wrong since the last call. */
    problems() {
      const refused = telegram.refusals.slice(seen).filter(({ description }) => !expected.test(description));
      seen = telegram.refusals.length;
      return [...failures.splice(0), ...refused];
    },
    async [Symbol.asyncDispose]() {
      await bot[Symbol.asyncDispose]();
    },
  };
}

describe('the bot', () => {
  it('answers any text with any entities, within the limits', { timeout }, async () => {
    await using fuzzed = await startFuzzed();
    const { telegram } = fuzzed;

    await fc.assert(
      fc.asyncProperty(anyText, fc.option(anyEntities, { nil: undefined }), async (text, entities) => {
        const before = telegram.sent.length;
        telegram.userSays(text, entities ? { entities } : {});
        await fuzzed.done();

        expect(telegram.sent.length).toBeGreaterThan(before);
        expect(fuzzed.problems()).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('takes any message in any chat, new or edited', { timeout }, async () => {
    await using fuzzed = await startFuzzed();
    const { telegram } = fuzzed;
    let id = 1000;

    await fc.assert(
      fc.asyncProperty(anyMessage, fc.option(anyText), async (message, edited) => {
        id += 1;
        telegram.update({ message: { ...message, message_id: id } });
        await fuzzed.done();
        if (edited !== null) {
          telegram.update({ edited_message: { ...message, message_id: id, text: edited } });
          await fuzzed.done();
        }

        expect(fuzzed.problems()).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('answers every press once, whatever the button sends', { timeout }, async () => {
    await using fuzzed = await startFuzzed();
    const { telegram } = fuzzed;
    telegram.userSays('花都2019年综合纠错率是多少?');
    await fuzzed.done();
    const under = telegram.messagesIn(7).at(-1);
    const messages = [under, { message_id: 1, date: 0, chat: { id: 7, type: 'private' } }, undefined];
    const from = { id: 7, is_bot: false, first_name: 'Reader' };
    let id = 0;

    await fc.assert(
      fc.asyncProperty(anyData, fc.constantFrom(...messages), async (data, message) => {
        id += 1;
        const inline = message ? {} : { inline_message_id: 'inline' };
        const press = { id: `press-${id}`, from, chat_instance: '1', data, ...inline };
        telegram.update({ callback_query: message ? { ...press, message } : press });
        await fuzzed.done();

        expect((await telegram.nextCallbackAnswer()).queryId).toBe(`press-${id}`);
        expect(fuzzed.problems()).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('answers every inline query with offers that Telegram takes', { timeout }, async () => {
    await using fuzzed = await startFuzzed();
    const { telegram } = fuzzed;

    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const queryId = telegram.userAsksInline(text.slice(0, 256));
        await fuzzed.done();

        expect((await telegram.nextInlineAnswer()).queryId).toBe(queryId);
        expect(fuzzed.problems()).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('goes on after updates of a shape that it does not know', { timeout }, async () => {
    await using fuzzed = await startFuzzed();
    const { telegram } = fuzzed;

    await fc.assert(
      fc.asyncProperty(fc.array(brokenUpdate, { minLength: 1, maxLength: 5 }), async (updates) => {
        for (const update of updates) telegram.update(update);
        const asked = telegram.userSays('花都2019年综合纠错率是多少?', { userId: 11 });

        const reply = await telegram.nextMessage({ chatId: 11 });
        expect(reply).toMatchObject({ replyTo: asked, text: expect.stringContaining('21.9%') });
      }),
      { numRuns: 100 },
    );
  });
});
