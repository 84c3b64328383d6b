/** Holds a stream before each token until a test lets it go on, so that no test has to sleep. */

export interface TokenGate {
  /** Lets so many (1) more tokens pass; resolves when the last of them has been sent. */
  pass(tokens?: number): Promise<void>;
  /** Holds nothing any more. */
  open(): void;
}

/** The server's side of a gate. */
export interface GatedStream extends TokenGate {
  hold(): void;
  /** Resolves when the next token may be sent, with what to call after that; `undefined` when `signal` aborts. */
  enter(signal: AbortSignal): Promise<(() => void) | undefined>;
}

/** Starts open. */
export function createGate(): GatedStream {
  let isHolding = false;
  let permits: (() => void)[] = [];
  let waiting: ((sent: () => void) => void)[] = [];
  const free = () => {};

  return {
    hold() {
      isHolding = true;
    },
    open() {
      isHolding = false;
      for (const resolve of waiting.splice(0)) resolve(free);
    },
    async pass(tokens = 1) {
      await Promise.all(
        Array.from({ length: tokens }, () => {
          return new Promise<void>((sent) => {
            const next = waiting.shift();
            if (next) next(sent);
            else permits = [...permits, sent];
          });
        }),
      );
    },
    async enter(signal) {
      if (!isHolding) return free;
      const [permit, ...others] = permits;
      if (permit) {
        permits = others;
        return permit;
      }
      return new Promise((resolve) => {
        const take = (sent: () => void) => resolve(sent);
        waiting.push(take);
        signal.addEventListener('abort', () => {
          waiting = waiting.filter((one) => one !== take);
          resolve(undefined);
        });
      });
    },
  };
}
