/** Long polling: fetches updates, keeps them in the inbox, and only then asks for the next ones. */
import { setTimeout as wait } from 'node:timers/promises';
import type { UpdateSupplier } from '@grammyjs/runner';
import { type Api, GrammyError, HttpError } from 'grammy';
import type { Update } from 'grammy/types';
import { describeError, type Log } from '../../log.ts';
import { isServerError } from '../calls/retry-calls.ts';
import type { UpdateInbox } from './update-inbox.ts';
import { updateKinds } from './update-kind.ts';

/** Seconds that Telegram holds a request open until something comes. */
const pollSeconds = 30;
const firstWaitMs = 250;
const maxWaitMs = 15_000;

type RunnerSignal = Parameters<UpdateSupplier<Update>['supply']>[1];

/**
 * A supplier of new updates for the runner. It waits for the network, for errors of the server and for a full
 * disk as long as it takes.
 *
 * The offset that acknowledges updates is sent with the next request, so that what could not be kept comes again.
 *
 * @returns A supplier that throws GrammyError when Telegram refuses the token (401, 404) or another poller took
 * over (409).
 */
export function createUpdateSupplier(api: Api, inbox: UpdateInbox, log: Log): UpdateSupplier<Update> {
  let offset = 0;
  let waitMs = firstWaitMs;

  const tryAgain = async (error: unknown, signal: RunnerSignal) => {
    // The runner's polyfill does what Node's own signals do.
    const nodeSignal = signal as unknown as AbortSignal;
    if (signal.aborted || !isPassing(error)) throw error;
    if (!(error instanceof GrammyError || error instanceof HttpError))
      log.error({ error: describeError(error) }, 'updates cannot be kept, trying again');
    const limited = error instanceof GrammyError ? error.parameters.retry_after : undefined;
    await wait(limited === undefined ? waitMs : limited * 1000, undefined, { signal: nodeSignal });
    waitMs = Math.min(maxWaitMs, waitMs * 2);
  };

  return {
    async supply(batchSize, signal) {
      const limit = Math.max(1, Math.min(batchSize, 100));
      for (;;) {
        try {
          const updates = await api.getUpdates(
            { offset, limit, timeout: pollSeconds, allowed_updates: updateKinds },
            signal,
          );
          const fresh = inbox.add(updates);
          const last = updates.at(-1);
          // After a quiet week Telegram numbers anew, also lower.
          if (last) offset = last.update_id + 1;
          waitMs = firstWaitMs;
          return fresh;
        } catch (error) {
          await tryAgain(error, signal);
        }
      }
    },
  };
}

function isPassing(error: unknown): boolean {
  if (!(error instanceof GrammyError)) return true;
  return error.error_code === 429 || isServerError(error.error_code);
}
