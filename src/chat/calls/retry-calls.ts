/**
 * Calls are made again while Telegram or the network fails, so that what a reader waits for arrives.
 *
 * A call whose connection broke may have been carried out all the same; made again it may show a reply twice. That is
 * accepted: a reply twice is a nuisance, none at all is a failure.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { autoRetry } from '@grammyjs/auto-retry';
import { HttpError, type Transformer } from 'grammy';

/** How long broken calls wait before they are made again, in milliseconds. */
export interface RetryOptions {
  /** The first wait, doubled at each further one. Default: 250. */
  readonly firstWaitMs?: number;
}

const maxWaitMs = 30_000;
/** A reader who has waited longer has asked again. */
const maxLimitedSeconds = 300;

/** How often a call may fail; the network alone may fail for ever where `network` says so. */
interface Patience {
  readonly tries: number;
  readonly network: number;
}

const none: Patience = { tries: 1, network: 1 };
const some: Patience = { tries: 4, network: 4 };
/** Half an hour of errors of the server. */
const replies: Patience = { tries: 65, network: Number.POSITIVE_INFINITY };
const endless: Patience = { tries: Number.POSITIVE_INFINITY, network: Number.POSITIVE_INFINITY };

/** `getUpdates` has a loop of its own; the others are shown for a moment and worth nothing later. */
const courtesies = new Set(['getUpdates', 'sendChatAction', 'sendMessageDraft']);
/** What a reader waits for. */
const awaited = /^(?:send(?:Message|Photo|Document|MediaGroup)|editMessageText)$/;
/** Without these the bot cannot run at all. */
const starting = new Set(['getMe', 'setWebhook']);

/** Waits as long as Telegram asks for (429), at most five minutes, and makes the call again. */
export function retryWhenLimited(): Transformer {
  const retry = autoRetry({
    maxDelaySeconds: maxLimitedSeconds,
    rethrowInternalServerErrors: true,
    rethrowHttpErrors: true,
  });
  return (previous, method, payload, signal) =>
    courtesies.has(method) ? previous(method, payload, signal) : retry(previous, method, payload, signal);
}

/** Makes a call again after a broken connection or an error of the server (5xx), at growing intervals. */
export function retryWhenBroken({ firstWaitMs = 250 }: RetryOptions = {}): Transformer {
  return async (previous, method, payload, signal) => {
    const patience = patienceFor(method);
    for (let tries = 1; ; tries += 1) {
      try {
        const response = await previous(method, payload, signal);
        if (response.ok || !isServerError(response.error_code) || tries >= patience.tries) return response;
      } catch (error) {
        if (!(error instanceof HttpError) || signal?.aborted) throw error;
        if (tries >= (isNetworkFailure(error) ? patience.network : patience.tries)) throw error;
      }
      await wait(Math.min(maxWaitMs, firstWaitMs * 2 ** Math.min(tries - 1, 20)), undefined, {
        ...(signal ? { signal: signal as unknown as AbortSignal } : {}),
      });
    }
  };
}

/** Whether a call failed on its way, so that nothing but the network is to blame. */
function isNetworkFailure(error: unknown): boolean {
  if (!(error instanceof HttpError)) return false;
  const cause = error.error;
  // A server that answers with something else than JSON was reached.
  return !(cause instanceof Error && 'type' in cause && cause.type === 'invalid-json');
}

/** Whether the server says that it failed; one that gives no code at all has failed too. */
export function isServerError(code: number | undefined): boolean {
  return code === undefined || code >= 500;
}

function patienceFor(method: string): Patience {
  if (courtesies.has(method)) return none;
  if (starting.has(method)) return endless;
  return awaited.test(method) ? replies : some;
}
