/** Time that passes only by being waited for. */
import type { Clock } from '../../src/fetch/clock.ts';

export interface SkippingClock extends Clock {
  /** Milliseconds of every wait, in order. */
  readonly waits: readonly number[];
}

export function createSkippingClock(): SkippingClock {
  const waits: number[] = [];
  let time = 0;
  return {
    waits,
    now: () => time,
    async wait(ms, signal) {
      signal?.throwIfAborted();
      waits.push(ms);
      time += ms;
    },
  };
}
