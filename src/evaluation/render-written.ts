/** What came of the replies that a model wrote, beside the composed ones. */
import type { ModelReport } from '../answer/model-report.ts';
import type { Evaluation, WrittenEvaluation } from './evaluation.ts';
import { renderEvaluation, renderSideBySide } from './render-evaluation.ts';

/** The table of answers side by side, that of retrieval, and what the model did. */
export function renderWritten(evaluation: Evaluation, { tally, report }: WrittenEvaluation): string {
  const names = ['offline', report.name] as const;
  const offline = { tally: evaluation.tally, retrieval: [] };
  return [
    renderSideBySide(offline, { tally, retrieval: [] }, { head: 'offline/model', names }),
    renderEvaluation({ tally: { ...tally, rows: [] }, retrieval: evaluation.retrieval }),
    renderReport(report),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function renderReport({ written, cached, repaired, composed, faults, tokens, ms }: ModelReport): string {
  const sent = written + repaired;
  const instead = sum(composed);
  return [
    `replies ${sent + cached + instead}: written ${written}, repaired ${repaired}, kept from before ${cached}, composed instead ${instead}${listed(composed)}`,
    `faults caught ${sum(faults)}${listed(faults)}`,
    `tokens in ${tokens.input}, out ${tokens.output} · ms per written reply ${sent > 0 ? (ms / sent).toFixed(0) : '–'}`,
  ].join('\n');
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}

/** ` (figure 3, unit 1)`, the most frequent first. */
function listed(counts: Readonly<Record<string, number>>): string {
  const sorted = Object.entries(counts).sort(([, a], [, b]) => b - a);
  return sorted.length > 0 ? ` (${sorted.map(([kind, count]) => `${kind} ${count}`).join(', ')})` : '';
}
