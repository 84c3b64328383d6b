/**
 * The threads that read files which may be hostile.
 *
 * A thread is started when a file comes, kept for the next ones, and let go when none comes for a while. One
 * that takes too long or too much memory is stopped, and only its file is lost.
 */

import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { ReportError } from '../errors.ts';
import type { ReadingBudget } from './reading-budget.ts';
import type { ReadingJob, ReadingResult } from './reading-job.ts';
import type { Report } from './report.ts';

/** What a thread may take. */
export interface ReadingLimits {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
  /** Shared with other files. */
  readonly budget?: ReadingBudget;
}

/** A busy machine takes seconds to load the readers; the file is not to blame. */
const START_MS = 60_000;
const HEAP_MB = 768;
/** What the process may grow by while a file is read: buffers do not count as heap. */
const GROWTH_BYTES = 1024 * 1024 * 1024;
const WATCH_MS = 50;
const IDLE_MS = 5_000;
const CURE = 'Save the text of the report as plain text and try again';

/** A few threads, each reading one file at a time. */
export class ReadingThreads {
  readonly #idle: Thread[] = [];
  readonly #waiting: (() => void)[] = [];
  #busy = 0;

  constructor(private readonly most = Math.min(4, Math.max(1, availableParallelism() - 1))) {}

  /** Whether a file given now would be read at once. */
  get isFree(): boolean {
    return this.#busy < this.most;
  }

  /** @throws ReportError; the signal's reason when it is aborted. */
  async read(job: ReadingJob, { timeoutMs, signal, budget }: ReadingLimits): Promise<Report> {
    if (this.#busy >= this.most) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#busy += 1;
    try {
      signal?.throwIfAborted();
      const leftMs = budget?.leftMs ?? timeoutMs;
      if (budget && leftMs === 0) throw usedUp(job.file, budget);
      const thread = this.#idle.pop() ?? new Thread(() => this.#forget(thread));
      const result = await thread.read(job, Math.min(timeoutMs, leftMs), signal);
      budget?.spend(thread.spentMs);
      if (thread.isAlive) this.#idle.push(thread);
      if ('report' in result) return result.report;
      throw new ReportError(job.file, result.reason, result.cure);
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#busy -= 1;
      else next();
    }
  }

  #forget(thread: Thread): void {
    const at = this.#idle.indexOf(thread);
    if (at !== -1) this.#idle.splice(at, 1);
  }
}

class Thread {
  readonly #worker = new Worker(new URL('./start-reading-worker.mjs', import.meta.url), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, stackSizeMb: 4 },
  });
  #end: ((result: ReadingResult | Error) => void) | undefined;
  #idle: NodeJS.Timeout | undefined;
  #timer: NodeJS.Timeout | undefined;
  #timeoutMs = 0;
  #isReady = false;
  #begun = 0;
  isAlive = true;

  constructor(private readonly onEnd: () => void) {
    this.#worker.on('message', (result: ReadingResult | 'ready') => {
      if (result !== 'ready') return this.#end?.(result);
      this.#isReady = true;
      this.#startTimer();
    });
    this.#worker.on('error', (error: Error & { code?: string }) => {
      const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      this.#stop(isMemory ? tooMuchMemory() : { reason: `its reader failed (${error.message})`, cure: CURE });
    });
    this.#worker.on('exit', () => this.#stop({ reason: 'its reader ended', cure: CURE }));
    this.#worker.unref();
  }

  async read(job: ReadingJob, timeoutMs: number, signal: AbortSignal | undefined): Promise<ReadingResult> {
    clearTimeout(this.#idle);
    this.#worker.ref();
    const before = process.memoryUsage.rss();
    this.#timeoutMs = timeoutMs;
    this.#startTimer();
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > GROWTH_BYTES) this.#stop(tooMuchMemory());
    }, WATCH_MS);
    const onAbort = () => this.#stop(signal?.reason instanceof Error ? signal.reason : new Error('Aborted'));
    signal?.addEventListener('abort', onAbort, { once: true });
    try {
      const result = await new Promise<ReadingResult | Error>((resolve) => {
        this.#end = resolve;
        this.#worker.postMessage(job);
      });
      if (result instanceof Error) throw result;
      return result;
    } finally {
      this.#end = undefined;
      clearTimeout(this.#timer);
      clearInterval(watch);
      signal?.removeEventListener('abort', onAbort);
      this.#worker.unref();
      this.#idle = setTimeout(
        () => this.#stop({ reason: 'its reader was idle', cure: CURE }),
        IDLE_MS,
      ).unref();
    }
  }

  /** How long the last file has been read. */
  get spentMs(): number {
    return performance.now() - this.#begun;
  }

  #startTimer(): void {
    clearTimeout(this.#timer);
    this.#begun = performance.now();
    const timeoutMs = this.#timeoutMs;
    this.#timer = setTimeout(
      () => this.#stop(tooLong(timeoutMs)),
      timeoutMs + (this.#isReady ? 0 : START_MS),
    );
  }

  /** Ends the thread, and with it what it reads. */
  #stop(result: ReadingResult | Error): void {
    clearTimeout(this.#idle);
    if (this.isAlive) {
      this.isAlive = false;
      void this.#worker.terminate();
      this.onEnd();
    }
    this.#end?.(result);
  }
}

function usedUp(file: string, { totalMs }: ReadingBudget): ReportError {
  const reason = `the files of its archive before it took more than ${Math.round(totalMs / 1000)} s to read`;
  return new ReportError(file, reason, 'Pack fewer files into one archive');
}

function tooLong(timeoutMs: number): ReadingResult {
  return { reason: `reading it took more than ${Math.round(timeoutMs / 1000)} s`, cure: CURE };
}

function tooMuchMemory(): ReadingResult {
  return { reason: 'reading it takes more memory than any report needs', cure: CURE };
}
