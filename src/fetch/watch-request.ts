/** Ends a request that takes too long, or that whoever asked does not want any more. */
import { FetchError } from './fetch-error.ts';
import type { FetchLimits } from './limits.ts';

/** Watches over one request. */
export interface RequestWatch {
  /** Aborts when a time is over or the request is stopped; its reason says which. */
  readonly signal: AbortSignal;
  /** The connection stands: from now on something must come. */
  connected(): void;
  /** Something came. */
  touch(): void;
  close(): void;
}

/** Starts the clocks. @param stop - Of whoever asked. */
export function watchRequest(url: URL, limits: FetchLimits, stop?: AbortSignal): RequestWatch {
  const { connectTimeoutMs, idleTimeoutMs, wholeTimeoutMs } = limits;
  const control = new AbortController();
  const end = (reason: string, isPassing: boolean) =>
    control.abort(
      new FetchError({
        code: 'url-slow',
        url,
        reason,
        isPassing,
        cure: 'Try later, or save the page and give its file',
      }),
    );
  const onStop = () => control.abort(stop?.reason);
  const seconds = (ms: number) => `${ms / 1_000} s`;
  const whole = setTimeout(end, wholeTimeoutMs, `it did not end within ${seconds(wholeTimeoutMs)}`, false);
  let step = setTimeout(end, connectTimeoutMs, `no connection within ${seconds(connectTimeoutMs)}`, true);
  if (stop?.aborted) onStop();
  stop?.addEventListener('abort', onStop, { once: true });
  return {
    signal: control.signal,
    connected() {
      clearTimeout(step);
      step = setTimeout(end, idleTimeoutMs, `nothing came for ${seconds(idleTimeoutMs)}`, false);
    },
    touch() {
      step.refresh();
    },
    close() {
      clearTimeout(whole);
      clearTimeout(step);
      stop?.removeEventListener('abort', onStop);
    },
  };
}
