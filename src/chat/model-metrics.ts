/** What a model wrote, for Prometheus: read from its report whenever the metrics are asked for. */
import { Counter, Gauge, type Registry } from 'prom-client';
import type { ModelReport } from '../answer/model-report.ts';

/** Where the report is read; `undefined` where no model is used. */
export type ModelSource = () => ModelReport | undefined;

/** Adds the counts of a model; without one they stay without a line. */
export function countModel(registry: Registry, source: ModelSource): void {
  const registers = [registry];

  const count = <Label extends string>(
    name: string,
    help: string,
    labelNames: readonly Label[],
    read: (report: ModelReport) => readonly (readonly [Readonly<Record<Label, string>>, number])[],
  ): void => {
    new Counter({
      name,
      help,
      labelNames: [...labelNames],
      registers,
      collect() {
        const report = source();
        this.reset();
        for (const [labels, value] of report ? read(report) : []) this.inc(labels, value);
      },
    });
  };

  count(
    'zhibao_model_replies_total',
    'Replies that a model was asked to write, by what was sent; reason says why one was composed instead',
    ['outcome', 'reason'],
    ({ written, cached, repaired, composed }) => [
      [{ outcome: 'written', reason: '' }, written],
      [{ outcome: 'cached', reason: '' }, cached],
      [{ outcome: 'repaired', reason: '' }, repaired],
      ...Object.entries(composed).map(
        ([reason, replies]) => [{ outcome: 'composed', reason }, replies] as const,
      ),
    ],
  );
  count(
    'zhibao_model_faults_total',
    'What texts of a model said and no evidence bore out, by kind',
    ['kind'],
    ({ faults }) => Object.entries(faults).map(([kind, times]) => [{ kind }, times] as const),
  );
  count(
    'zhibao_model_tokens_total',
    'Tokens of all requests to a model, by direction',
    ['direction'],
    ({ tokens }) => [
      [{ direction: 'input' }, tokens.input],
      [{ direction: 'output' }, tokens.output],
    ],
  );
  count(
    'zhibao_model_milliseconds_total',
    'Time that a model took to write the replies that were sent',
    [],
    ({ ms }) => [[{}, ms]],
  );
  new Gauge({
    name: 'zhibao_model_failing',
    help: 'Whether the model fails: 1 since it did the last time, 0 while it writes',
    labelNames: ['reason'],
    registers,
    collect() {
      const state = source()?.state;
      this.reset();
      if (state) this.set({ reason: state.reason ?? '' }, state.state === 'failing' ? 1 : 0);
    },
  });
}
