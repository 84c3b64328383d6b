/**
 * Lets a server that fails rest: after two failures in a row nothing is sent for half a minute, then one request
 * tries whether it is back.
 */
import { ModelError, type ModelErrorCode } from './chat-model.ts';

/** When a server rests, and for how long. */
export interface CircuitBreakerOptions {
  /** Failures in a row after which it rests; default 2. */
  readonly maxFailures?: number;
  /** How long it rests, in milliseconds; default 30,000. */
  readonly restMs?: number;
  /** The time in milliseconds since 1970; default: the clock. */
  readonly now?: () => number;
}

/** One request, from its start to what came of it. */
export interface Visit {
  succeeded(): void;
  failed(code: ModelErrorCode): void;
  /** It ended without telling how the server is: stopped, or refused for what it asked. */
  undecided(): void;
}

/** The last failure, and when the first of those in a row was. */
export interface Failing {
  readonly reason: ModelErrorCode;
  /** ISO date and time. */
  readonly since: string;
}

/** Counts the failures of one server. */
export class CircuitBreaker {
  readonly #maxFailures: number;
  readonly #restMs: number;
  readonly #now: () => number;
  #failures = 0;
  #failing: Failing | undefined;
  #restsUntil = 0;
  #trial: Visit | undefined;

  constructor(options: CircuitBreakerOptions = {}) {
    this.#maxFailures = options.maxFailures ?? 2;
    this.#restMs = options.restMs ?? 30_000;
    this.#now = options.now ?? Date.now;
  }

  /** The failures since the last success; `undefined` where there are none. */
  get failing(): Failing | undefined {
    return this.#failing;
  }

  /** @throws ModelError `model-resting` */
  assertAwake(): void {
    if (this.#failures < this.#maxFailures) return;
    if (this.#trial === undefined && this.#now() >= this.#restsUntil) return;
    throw new ModelError('model-resting', 'Did not ask the model: it failed a moment ago and rests');
  }

  /**
   * Begins a request; after a rest it is the one that tries.
   *
   * @throws ModelError `model-resting`
   */
  enter(): Visit {
    this.assertAwake();
    const leave = () => {
      if (this.#trial === visit) this.#trial = undefined;
    };
    const visit: Visit = {
      succeeded: () => {
        leave();
        this.#failures = 0;
        this.#failing = undefined;
      },
      failed: (reason) => {
        leave();
        this.#failures += 1;
        const now = this.#now();
        this.#failing = { reason, since: this.#failing?.since ?? new Date(now).toISOString() };
        if (this.#failures >= this.#maxFailures) this.#restsUntil = now + this.#restMs;
      },
      undecided: leave,
    };
    if (this.#failures >= this.#maxFailures) this.#trial = visit;
    return visit;
  }
}
