/** Values in the order they came, each to one reader who waits for one like it. */

export interface WaitingLine<T> {
  push(value: T): void;
  /** The first value nobody has taken that `fits`; rejects after `timeoutMs`. */
  next(timeoutMs: number, fits?: (value: T) => boolean): Promise<T>;
}

/** Opens an empty line. @param what - Named in the error of who waits in vain. */
export function openWaitingLine<T>(what: string): WaitingLine<T> {
  const values: T[] = [];
  const waiting = new Set<{ readonly fits: (value: T) => boolean; readonly take: (value: T) => void }>();
  return {
    push(value) {
      for (const reader of waiting) {
        if (reader.fits(value) && waiting.delete(reader)) return reader.take(value);
      }
      values.push(value);
    },
    next(timeoutMs, fits = () => true) {
      const index = values.findIndex(fits);
      if (index >= 0) return Promise.resolve(values.splice(index, 1)[0] as T);
      const { stack } = new Error();
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(reader);
          // The stack of the timer would say nothing about the test that waits.
          const error = new Error(`The bot sent no ${what} in ${timeoutMs} ms`);
          reject(Object.assign(error, { stack: `${error.message}\n${stack}` }));
        }, timeoutMs);
        const reader = {
          fits,
          take: (value: T): void => {
            clearTimeout(timer);
            resolve(value);
          },
        };
        waiting.add(reader);
      });
    },
  };
}
