/** Tells of every single call, made again or not, how it went. */
import type { Transformer } from 'grammy';
import { isServerError } from './retry-calls.ts';

/** Told of each call when it is over. */
export interface CallWatcher {
  /**
   * @param outcome - `ok`, the error code of a refusal, or `network`.
   * @param reached - Whether Telegram answered, and not with an error of its own.
   */
  called(method: string, outcome: string, reached: boolean): void;
}

/** Watches calls; those that a stop cut short are not told. */
export function watchCalls(watcher: CallWatcher): Transformer {
  return async (previous, method, payload, signal) => {
    try {
      const response = await previous(method, payload, signal);
      const code = response.ok ? 'ok' : String(response.error_code ?? 'unknown');
      watcher.called(method, code, response.ok || !isServerError(response.error_code));
      return response;
    } catch (error) {
      if (!signal?.aborted) watcher.called(method, 'network', false);
      throw error;
    }
  };
}
