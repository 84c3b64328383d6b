/** Counts what becomes of the replies that a model is asked to write. */
import type { ModelState, TokenUsage } from '../../model/chat-model.ts';
import type { ModelReport } from '../model-report.ts';
import type { FaultKind } from './proof.ts';

/** Told of each reply as it ends; counts since the start of the process. */
export interface ModelCounts {
  /** A reply that was sent as the model wrote it. */
  sent(how: 'written' | 'cached' | 'repaired', ms: number): void;
  /** A reply that was composed instead. */
  composed(reason: string): void;
  fault(kind: FaultKind): void;
  used(usage: TokenUsage): void;
  report(state: ModelState): ModelReport;
}

/** Counts from zero. */
export function createModelCounts(): ModelCounts {
  const sent = { written: 0, cached: 0, repaired: 0 };
  const composed: Record<string, number> = {};
  const faults: Record<string, number> = {};
  const tokens = { input: 0, output: 0 };
  let ms = 0;
  const add = (counts: Record<string, number>, key: string) => {
    counts[key] = (counts[key] ?? 0) + 1;
  };
  return {
    sent(how, took) {
      sent[how] += 1;
      if (how !== 'cached') ms += took;
    },
    composed: (reason) => add(composed, reason),
    fault: (kind) => add(faults, kind),
    used({ input, output }) {
      tokens.input += input;
      tokens.output += output;
    },
    report: (state) => ({
      name: state.name,
      state,
      ...sent,
      composed: { ...composed },
      faults: { ...faults },
      tokens: { ...tokens },
      ms,
    }),
  };
}
