/** What the bot counts, for Prometheus. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { AskOptions, Assistant } from '../answer/assistant.ts';
import { countModel, type ModelSource } from './model-metrics.ts';
import type { Outcome } from './running/update-outcome.ts';

/** Told of what the bot does; renders the counts. */
export interface BotMetrics {
  updateHandled(kind: string, outcome: Outcome): void;
  /** @param kind - Of the answer, or `error`. */
  answered(kind: string, ms: number): void;
  called(method: string, outcome: string): void;
  /** Everything counted so far, in Prometheus' text form, and its media type. */
  render(): Promise<{ readonly text: string; readonly type: string }>;
}

/** What is counted besides updates, answers and calls. */
export interface MetricsOptions {
  /** Adds memory, CPU time and event loop of the process. */
  readonly process?: boolean;
  /** What a model wrote so far; nothing is counted of it where there is none. */
  readonly model?: ModelSource;
}

/** Starts counting at zero. */
export function createBotMetrics(inboxSize: () => number, options: MetricsOptions = {}): BotMetrics {
  const registry = new Registry();
  const registers = [registry];
  const updates = new Counter({
    name: 'zhibao_updates_total',
    help: 'Updates from Telegram, by what they are and what became of them',
    labelNames: ['kind', 'outcome'],
    registers,
  });
  const answers = new Histogram({
    name: 'zhibao_answer_milliseconds',
    help: 'Time to answer a question, without sending it',
    labelNames: ['kind'],
    buckets: [2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 30_000],
    registers,
  });
  const calls = new Counter({
    name: 'zhibao_api_calls_total',
    help: 'Calls to the Bot API, each try counted; outcome is ok, the error code, or network',
    labelNames: ['method', 'outcome'],
    registers,
  });
  new Gauge({
    name: 'zhibao_inbox_updates',
    help: 'Updates fetched and not handled yet',
    registers,
    collect() {
      this.set(inboxSize());
    },
  });
  if (options.model) countModel(registry, options.model);
  if (options.process) collectDefaultMetrics({ register: registry });

  return {
    updateHandled: (kind, outcome) => updates.inc({ kind, outcome }),
    answered: (kind, ms) => answers.observe({ kind }, ms),
    called: (method, outcome) => calls.inc({ method, outcome }),
    render: async () => ({ text: await registry.metrics(), type: registry.contentType }),
  };
}

/** The assistant, with the time of each answer counted. */
export function timeAnswers<Timed extends Assistant>(assistant: Timed, metrics: BotMetrics): Timed {
  return {
    ...assistant,
    async ask(question: string, chat?: string, options?: AskOptions) {
      const started = performance.now();
      let kind = 'error';
      try {
        const answer = await assistant.ask(question, chat, options);
        kind = answer.kind;
        return answer;
      } finally {
        metrics.answered(kind, performance.now() - started);
      }
    },
  };
}
