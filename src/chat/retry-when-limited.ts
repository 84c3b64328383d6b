/** Waits and sends again when Telegram asks to slow down (error 429 with `retry_after`). */
import { setTimeout as wait } from 'node:timers/promises';
import type { Transformer } from 'grammy';

const maxAttempts = 3;

/** A longer wait is not worth it: the reader has asked again by then. */
const maxWaitSeconds = 30;

/** Sends a call up to three times while Telegram limits it; `getUpdates` is left to grammY's own loop. */
export const retryWhenLimited: Transformer = async (previous, method, payload, signal) => {
  for (let attempt = 1; ; attempt += 1) {
    const response = await previous(method, payload, signal);
    const seconds = response.ok ? undefined : response.parameters?.retry_after;
    const limited = seconds !== undefined && seconds <= maxWaitSeconds && method !== 'getUpdates';
    if (!limited || attempt === maxAttempts || signal?.aborted) return response;
    await wait(seconds * 1000, undefined, { ref: false });
  }
};
