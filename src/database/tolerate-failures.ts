/** What is kept for convenience may fail without taking down what uses it. */
import { describeError, type Log } from '../log.ts';

/**
 * Makes a function that runs work and gives `undefined` where it throws.
 *
 * @param message - Logged as a warning at the first failure, with its reason; later ones are silent, as they would
 * come with every use.
 */
export function tolerateFailures(
  message: string,
  log?: Log,
): <Value>(work: () => Value) => Value | undefined {
  let isReported = false;
  return (work) => {
    try {
      return work();
    } catch (error) {
      if (!isReported) log?.warn({ error: describeError(error) }, message);
      isReported = true;
      return undefined;
    }
  };
}
