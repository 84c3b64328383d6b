/** The table of what was sent at each fault of a model. */
import { renderTable } from '../../src/evaluation/render-table.ts';
import type { FaultOutcome } from './run-model-faults.ts';

/** A row for each fault, over all questions. */
export function renderModelFaults(outcomes: readonly FaultOutcome[]): string {
  const faults = [...new Set(outcomes.map(({ fault }) => fault))];
  const rows = faults.map((fault) => {
    const own = outcomes.filter((outcome) => outcome.fault === fault);
    const share = (holds: (outcome: FaultOutcome) => boolean) => `${own.filter(holds).length}/${own.length}`;
    const composed = own.filter(({ sent }) => sent.startsWith('composed'));
    return [
      fault.name,
      each(own.map(({ requests }) => String(requests))),
      each(own.map(({ sent }) => sent)),
      composed.length === 0
        ? ''
        : `${composed.filter(({ isOffline }) => isOffline).length}/${composed.length}`,
      share(({ violations }) => violations.length === 0),
      share(({ replies }) => replies === 1),
    ];
  });
  return renderTable([
    ['the model', 'requests', 'what was sent', 'as without a model', 'reply verified', 'one reply'],
    ...rows,
  ]);
}

/** What all have, or what each of them has how often. */
function each(values: readonly string[]): string {
  const kinds = [...new Set(values)];
  if (kinds.length === 1) return kinds[0]!;
  return kinds.map((kind) => `${kind} (${values.filter((value) => value === kind).length})`).join(', ');
}
