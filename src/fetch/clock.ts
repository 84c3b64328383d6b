/** Time, so that tests need not wait for it. */
import { setTimeout as pause } from 'node:timers/promises';

/** A clock that can be waited by. */
export interface Clock {
  /** Milliseconds from any one point; never goes back. */
  now(): number;
  /** @throws The signal's reason, as soon as it aborts. */
  wait(ms: number, signal?: AbortSignal): Promise<void>;
}

/** The machine's. */
export const systemClock: Clock = {
  now: () => performance.now(),
  async wait(ms, signal) {
    await pause(ms, undefined, signal ? { signal } : {}).catch(() => undefined);
    signal?.throwIfAborted();
  },
};
