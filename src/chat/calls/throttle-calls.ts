/**
 * Messages leave no faster than Telegram takes them; what comes too fast waits instead of being refused.
 *
 * Source: https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this (30 messages a second
 * overall, one a second in a chat with short bursts allowed, 20 a minute in a group).
 */
import { apiThrottler } from '@grammyjs/transformer-throttler';
import type { Transformer } from 'grammy';

/** Messages of one chat that may leave at once: a long answer is up to three. */
const burst = 3;

/** Holds back calls that show a message; all others, such as "typing", pass at once. */
export function throttleCalls(callsPerSecond: number): Transformer {
  const throttle = apiThrottler({
    global: {
      reservoir: callsPerSecond,
      reservoirRefreshAmount: callsPerSecond,
      reservoirRefreshInterval: 1000,
    },
    out: { maxConcurrent: 1, ...refilled(burst, 1, 1000) },
    group: { maxConcurrent: 1, ...refilled(5, 5, 15_000), reservoirIncreaseMaximum: 20 },
  });
  return (previous, method, payload, signal) =>
    showsMessage(method) ? throttle(previous, method, payload, signal) : previous(method, payload, signal);
}

/** A bucket of `size` that gains `amount` every `intervalMs`. */
function refilled(size: number, amount: number, intervalMs: number) {
  return {
    reservoir: size,
    reservoirIncreaseAmount: amount,
    reservoirIncreaseInterval: intervalMs,
    reservoirIncreaseMaximum: size,
  };
}

function showsMessage(method: string): boolean {
  return /^(?:send|edit|copy|forward)/.test(method) && !/^send(?:ChatAction|MessageDraft)$/.test(method);
}
