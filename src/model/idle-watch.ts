/** Ends a request when nothing has come of it for a while, when it takes far too long, or when whoever asked stops it. */

/** Watches over one request. */
export interface IdleWatch {
  /** Aborts when the time is over or the request is stopped. */
  readonly signal: AbortSignal;
  /** Why it was ended; `undefined` while it was not. */
  readonly ended: 'slow' | 'stopped' | undefined;
  /** Something came: the time begins anew. */
  touch(): void;
  /** What the promise gives, or a rejection as soon as the signal aborts, whether the promise heeds it or not. */
  until<Value>(promise: Promise<Value>): Promise<Value>;
  /** Stops the clock. */
  close(): void;
}

/** A reply that dribbles takes no longer than so many times as long as its next piece may. */
const MOST_PIECES = 6;

/** Starts the clock. @param stop - Whoever asked does not want it any more. */
export function watchIdle(timeoutMs: number, stop?: AbortSignal): IdleWatch {
  const control = new AbortController();
  let ended: IdleWatch['ended'];
  const end = (why: 'slow' | 'stopped') => {
    ended ??= why;
    control.abort();
  };
  const onStop = () => end('stopped');
  let timer = setTimeout(end, timeoutMs, 'slow');
  const whole = setTimeout(end, MOST_PIECES * timeoutMs, 'slow');
  let fail: (error: Error) => void = () => {};
  const aborted = new Promise<never>((_, reject) => {
    fail = reject;
  });
  // Nobody may be waiting when it aborts.
  aborted.catch(() => undefined);
  control.signal.addEventListener('abort', () => fail(new Error(`The request was ended: ${ended}`)), {
    once: true,
  });
  if (stop?.aborted) onStop();
  stop?.addEventListener('abort', onStop, { once: true });
  return {
    signal: control.signal,
    get ended() {
      return ended;
    },
    touch() {
      clearTimeout(timer);
      timer = setTimeout(end, timeoutMs, 'slow');
    },
    until(promise) {
      promise.catch(() => undefined);
      return Promise.race([promise, aborted]);
    },
    close() {
      clearTimeout(timer);
      clearTimeout(whole);
      stop?.removeEventListener('abort', onStop);
    },
  };
}
