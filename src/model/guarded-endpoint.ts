/**
 * Requests to one model with everything that keeps a bad server from harming us: a limit of requests at once, a time
 * in which something must come, another try where it may help, and rest after failures.
 */
import { setTimeout as wait } from 'node:timers/promises';
import pLimit, { type LimitFunction } from 'p-limit';
import { ModelError } from './chat-model.ts';
import { CircuitBreaker, type Failing } from './circuit-breaker.ts';
import { type IdleWatch, watchIdle } from './idle-watch.ts';
import { type Asked, type Failure, failure, readFailure } from './read-failure.ts';

/** The limits of the requests to one model. */
export interface GuardOptions {
  /** Model and host, for messages. */
  readonly asked: Asked;
  /** How long nothing may come, in milliseconds; also how long a request may wait for its turn. */
  readonly timeoutMs: number;
  /** Requests at once, at least 1; one that streams counts until its last token. */
  readonly concurrency: number;
  /** The wait before another try, doubled each time, in milliseconds; default 500. */
  readonly backoffMs?: number;
  /** Default: a breaker of its own. */
  readonly breaker?: CircuitBreaker;
}

/** How one request is made. */
export interface Attempts {
  readonly signal?: AbortSignal | undefined;
  /** Other than the endpoint's own. */
  readonly timeoutMs?: number;
  /** Tries after the first, for failures that pass; default 1. */
  readonly repeats?: number;
  /** The longest wait that a server may ask for, in milliseconds; default 10,000. */
  readonly maxWaitMs?: number;
  /** Whether nothing has been handed out yet, so that another try is allowed; default: always. */
  readonly mayRepeat?: () => boolean;
  /** Changes what will be sent because of a failure; `false` where nothing can be changed. */
  readonly adapt?: (failure: Failure) => boolean;
}

/** Failures carry more than their error until they leave this file. */
class FailedRequest extends Error {
  constructor(readonly failure: Failure) {
    super(failure.error.message);
  }
}

/** Asks one model of one server. */
export class GuardedEndpoint {
  readonly #options: GuardOptions;
  readonly #limit: LimitFunction;
  readonly #breaker: CircuitBreaker;

  constructor(options: GuardOptions) {
    this.#options = options;
    this.#limit = pLimit(options.concurrency);
    this.#breaker = options.breaker ?? new CircuitBreaker();
  }

  /** The failures since the last success; `undefined` where there are none. */
  get failing(): Failing | undefined {
    return this.#breaker.failing;
  }

  /**
   * What `attempt` gives, at one of its tries. It ends soon after its watch does.
   *
   * @throws ModelError
   */
  async run<Value>(attempt: (watch: IdleWatch) => Promise<Value>, attempts: Attempts = {}): Promise<Value> {
    this.#breaker.assertAwake();
    const leave = await this.#takePlace(attempts.signal);
    try {
      const visit = this.#breaker.enter();
      try {
        const value = await this.#try(attempt, attempts);
        visit.succeeded();
        return value;
      } catch (thrown) {
        const { error, isAboutRequest } = this.#read(thrown);
        if (isAboutRequest || error.code === 'model-stopped') visit.undecided();
        else visit.failed(error.code);
        throw error;
      }
    } finally {
      leave();
    }
  }

  async #try<Value>(
    attempt: (watch: IdleWatch) => Promise<Value>,
    { signal, timeoutMs, repeats = 1, maxWaitMs = 10_000, mayRepeat, adapt }: Attempts,
  ): Promise<Value> {
    const backoffMs = this.#options.backoffMs ?? 500;
    for (let repeated = 0; ; ) {
      const watch = watchIdle(timeoutMs ?? this.#options.timeoutMs, signal);
      let met: Failure;
      try {
        return await attempt(watch);
      } catch (thrown) {
        met = watch.ended ? this.#ended(watch.ended) : this.#read(thrown);
      } finally {
        watch.close();
      }
      const isOpen = mayRepeat?.() ?? true;
      if (isOpen && adapt?.(met)) continue;
      const waitMs = met.retryAfterMs ?? backoffMs * 2 ** repeated;
      if (!isOpen || !met.isPassing || repeated >= repeats || waitMs > maxWaitMs)
        throw new FailedRequest(met);
      repeated += 1;
      await wait(waitMs, undefined, signal ? { signal } : {}).catch(() => {
        throw new FailedRequest(this.#ended('stopped'));
      });
    }
  }

  /** Waits for a free place. @returns What gives it back. */
  async #takePlace(signal: AbortSignal | undefined): Promise<() => void> {
    let leave = (): void => {};
    const left = new Promise<void>((resolve) => {
      leave = resolve;
    });
    const begun = new Promise<void>((resolve) => {
      void this.#limit(() => {
        resolve();
        return left;
      });
    });
    const watch = watchIdle(this.#options.timeoutMs, signal);
    try {
      await watch.until(begun);
      return leave;
    } catch {
      leave();
      if (watch.ended === 'stopped') throw this.#ended('stopped').error;
      const { model } = this.#options.asked;
      throw new ModelError('model-slow', `Did not ask the model "${model}": too many requests wait for it`);
    } finally {
      watch.close();
    }
  }

  #read(thrown: unknown): Failure {
    return thrown instanceof FailedRequest ? thrown.failure : readFailure(thrown, this.#options.asked);
  }

  #ended(why: 'slow' | 'stopped'): Failure {
    const { model, host } = this.#options.asked;
    return failure(
      why === 'stopped'
        ? new ModelError('model-stopped', 'The request to the model was stopped')
        : new ModelError('model-slow', `Cannot use the model "${model}" at "${host}": nothing came in time`),
      {},
    );
  }
}

/** An error for `run` that tells of what was asked, not of the server: it does not count as a failure of it. */
export function aboutRequest(error: ModelError): Error {
  return new FailedRequest(failure(error, { isAboutRequest: true }));
}
