/** One after the other: `enter` resolves when everybody before has left, with the way to leave. */
interface Turnstile {
  enter(): Promise<() => void>;
}

/** Opens a turnstile that nobody has entered. */
export function openTurnstile(): Turnstile {
  let last: Promise<void> = Promise.resolve();
  return {
    async enter() {
      const before = last;
      let leave = (): void => {};
      last = new Promise((resolve) => (leave = resolve));
      await before;
      return leave;
    },
  };
}
