import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDraftPace } from '../../../src/chat/calls/draft-pace.ts';

describe('createDraftPace()', () => {
  it('lets a chat be shown one draft an interval, and others meanwhile', () => {
    let now = 0;
    const pace = createDraftPace({ perSecond: 0, now: () => now });

    const first = [pace.wait(1, 400), pace.wait(1, 400), pace.wait(2, 400)];
    now = 300;
    const early = pace.wait(1, 400);
    now = 400;

    expect(first).toEqual([0, 400, 0]);
    expect(early).toBe(100);
    expect(pace.wait(1, 400)).toBe(0);
  });

  it('shows a chat nothing for as long as Telegram asks', () => {
    let now = 0;
    const pace = createDraftPace({ perSecond: 0, now: () => now });
    pace.wait(1, 400);
    pace.pause(1, 30);
    pace.pause(1, 3);

    now = 29_000;

    expect(pace.wait(1, 400)).toBe(1000);
    expect(pace.wait(2, 400)).toBe(0);
  });

  it('lets no more than its share leave in a second, over any number of chats', () => {
    const chats = fc.array(fc.record({ chat: fc.integer({ min: 1, max: 3000 }), after: fc.nat(20) }), {
      minLength: 500,
      maxLength: 3000,
    });
    fc.assert(
      fc.property(chats, fc.integer({ min: 1, max: 30 }), (asked, perSecond) => {
        let now = 0;
        const pace = createDraftPace({ perSecond, now: () => now });
        let shown = 0;
        for (const { chat, after } of asked) {
          now += after;
          if (pace.wait(chat, 400) === 0) shown += 1;
        }

        expect(shown).toBeLessThanOrEqual(perSecond + (now / 1000) * perSecond);
      }),
      { numRuns: 20 },
    );
  });
});
