/**
 * When the server fails on purpose: planned for the next calls of a method, or at random by a seed.
 *
 * A `dropped` connection ends before the call is carried out, a `lost` one after it, so that only the
 * response is missing.
 */
import { createRandom } from './create-random.ts';

/** An error response as given by a test. */
export interface Failure {
  readonly error_code: number;
  readonly description: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
}

/** `limited` is 429, `broken` is 500, `unavailable` is 502 in HTML as a proxy sends it. */
export type FaultKind = 'limited' | 'broken' | 'unavailable' | 'dropped' | 'lost';

/** What becomes of a call. */
export type Fault =
  | { readonly kind: 'limited' | 'broken' | 'given'; readonly failure: Failure }
  | { readonly kind: 'unavailable' | 'dropped' | 'lost' };

/** Faults of a share of all calls. */
export interface RandomFaults {
  /** Share of calls that fail, from 0 to 1. */
  readonly rate: number;
  readonly seed: number;
  /** Chosen evenly; 429, 500 and dropped connections unless given. */
  readonly kinds?: readonly FaultKind[];
  /** Seconds that a 429 asks to wait; 1 unless given. */
  readonly retryAfter?: number;
  /** Which methods may fail; all unless given. */
  readonly methods?: readonly string[];
}

export interface FaultPlan {
  /** Plans a fault for the next calls of a method. */
  fail(method: string, fault: FaultKind | Failure, times: number): void;
  /** Lets calls fail at random from now on; `undefined` ends it. */
  failAtRandom(faults: RandomFaults | undefined): void;
  /** Decides over a call. */
  take(method: string): Fault | undefined;
}

/** Starts without any fault. */
export function createFaultPlan(): FaultPlan {
  const planned = new Map<string, Fault[]>();
  let random: (() => number) | undefined;
  let chosen: RandomFaults | undefined;

  return {
    fail(method, fault, times) {
      const one =
        typeof fault === 'string' ? makeFault(fault, 1) : ({ kind: 'given', failure: fault } as const);
      planned.set(method, [...(planned.get(method) ?? []), ...Array.from({ length: times }, () => one)]);
    },
    failAtRandom(faults) {
      chosen = faults;
      random = faults ? createRandom(faults.seed) : undefined;
    },
    take(method) {
      const next = planned.get(method)?.shift();
      if (next || !chosen || !random) return next;
      if (chosen.methods && !chosen.methods.includes(method)) return undefined;
      if (random() >= chosen.rate) return undefined;
      const kinds = chosen.kinds ?? ['limited', 'broken', 'dropped'];
      const kind = kinds[Math.floor(random() * kinds.length)];
      return kind ? makeFault(kind, chosen.retryAfter ?? 1) : undefined;
    },
  };
}

function makeFault(kind: FaultKind, retryAfter: number): Fault {
  if (kind === 'broken') {
    return { kind, failure: { error_code: 500, description: 'Internal Server Error' } };
  }
  if (kind !== 'limited') return { kind };
  const description = `Too Many Requests: retry after ${retryAfter}`;
  const parameters = { retry_after: retryAfter };
  return { kind, failure: { error_code: 429, description, parameters } };
}
