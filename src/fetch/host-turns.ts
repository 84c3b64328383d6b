/** One request at a time to a host, with time between two. */
import pLimit, { type LimitFunction } from 'p-limit';
import type { Clock } from './clock.ts';

/** Makes a request when the host has had its rest: `delayMs` since the end of the last. */
export type Visit = <Value>(delayMs: number, request: () => Promise<Value>) => Promise<Value>;

/** The queues of all hosts. */
export interface HostTurns {
  /** Does the work when nobody else is at the host; all its requests go through `visit`. */
  take<Value>(
    host: string,
    signal: AbortSignal | undefined,
    work: (visit: Visit) => Promise<Value>,
  ): Promise<Value>;
}

/** Nobody has been anywhere. */
export function createHostTurns(clock: Clock): HostTurns {
  const queues = new Map<string, LimitFunction>();
  const lastVisits = new Map<string, number>();

  function queueOf(host: string): LimitFunction {
    const queue = queues.get(host) ?? pLimit(1);
    queues.set(host, queue);
    return queue;
  }

  return {
    take(host, signal, work) {
      const visit: Visit = async (delayMs, request) => {
        const rest = (lastVisits.get(host) ?? Number.NEGATIVE_INFINITY) + delayMs - clock.now();
        if (rest > 0) await clock.wait(rest, signal);
        try {
          return await request();
        } finally {
          lastVisits.set(host, clock.now());
        }
      };
      return queueOf(host)(() => {
        signal?.throwIfAborted();
        return work(visit);
      });
    },
  };
}
