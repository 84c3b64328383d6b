/** The updates that are being worked on, for the runner's sink and for a stop that waits for them. */
import { setTimeout as wait } from 'node:timers/promises';
import type { UpdateConsumer } from '@grammyjs/runner';
import type { Update } from 'grammy/types';

/** Knows the updates that are being worked on. */
export interface InFlight extends UpdateConsumer<Update> {
  /** Resolves when nothing is worked on any more, after `timeoutMs` in any case. */
  settled(timeoutMs: number): Promise<void>;
}

/** Passes updates on to `handle` and knows which are not over. */
export function createInFlight(handle: (update: Update) => Promise<void>): InFlight {
  const working = new Set<Promise<void>>();
  return {
    consume(update) {
      const work = handle(update);
      working.add(work);
      const over = () => working.delete(work);
      work.then(over, over);
      return work;
    },
    async settled(timeoutMs) {
      if (working.size === 0) return;
      // Without `ref: false` the timer alone would hold the process for its whole time.
      await Promise.race([Promise.allSettled(working), wait(timeoutMs, undefined, { ref: false })]);
    },
  };
}
