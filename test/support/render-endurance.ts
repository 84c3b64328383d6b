/** The tables of a soak and of kills. */
import { renderTable } from '../../src/evaluation/render-table.ts';
import type { RepliesJudged } from './judge-replies.ts';
import type { IngestKillsFigures } from './run-ingest-kills.ts';
import type { KillsFigures } from './run-kills.ts';
import type { SoakFigures } from './run-soak.ts';

type Row = readonly [string, string | number];

/** @param seed - That the soak was run with. */
export function renderSoak(figures: SoakFigures, seed: number): string {
  const { memory, faults, calls } = figures;
  const failed = Object.values(faults).reduce((sum, count) => sum + count, 0);
  const megabytes = (name: 'residentMb' | 'heapUsedMb') =>
    memory.map((sample) => sample[name].toFixed(0)).join(' ');
  return render([
    ['soak, seed', seed],
    ['chats', figures.chats],
    ...judged(figures),
    ['seconds', figures.seconds.toFixed(0)],
    ['questions a second', (figures.questions / figures.seconds).toFixed(0)],
    ['wait for the reply, ms p50', figures.waitP50Ms.toFixed(0)],
    ['wait for the reply, ms p95', figures.waitP95Ms.toFixed(0)],
    ['wait for the reply, ms at most', figures.waitMaxMs.toFixed(0)],
    ['API calls', calls],
    ...Object.entries(faults).map(([kind, count]): Row => [`API calls ${kind} on purpose`, count]),
    ['API calls failed on purpose, %', ((100 * failed) / calls).toFixed(1)],
    ['API calls that Telegram would refuse', figures.refusals.length],
    ['memory after each tenth, MB', megabytes('residentMb')],
    ['heap after each tenth, MB', megabytes('heapUsedMb')],
    ['heap, least in the first half, MB', least(memory.slice(0, memory.length / 2))],
    ['heap, least in the second half, MB', least(memory.slice(memory.length / 2))],
    ['exit code', String(figures.exitCode)],
    ['errors logged', countLines(figures.stderr)],
  ]);
}

/** @param seed - That the kills were run with. */
export function renderIngestKills(figures: IngestKillsFigures, seed: number): string {
  const { killedAfter, heldAfterKill } = figures;
  return render([
    ['kills of an ingest, seed', seed],
    ['reports to enter', figures.reports],
    ['kills', figures.kills],
    ['ingests that ended before they were killed', figures.rounds],
    ['seconds', figures.seconds.toFixed(0)],
    ['killed after, s', `${Math.min(...killedAfter).toFixed(1)} to ${Math.max(...killedAfter).toFixed(1)}`],
    ['reports held after a kill', [...new Set(heldAfterKill)].sort((a, b) => a - b).join(' ')],
    ['questions asked meanwhile', figures.asked],
    ['questions that ended in an error', figures.failures.length],
    ['questions answered otherwise than before', figures.changed.length],
    ['reports of the libraries that answered', figures.librariesSeen.join(' ')],
    ['libraries that were not whole', figures.broken.length],
    ['the ingest after the last kill', figures.lastTable],
    ['the ingest after that', figures.tableAfter],
    ['reports held at the end', figures.heldAtEnd],
    ['files left over', figures.leftovers.length],
  ]);
}

/** @param seed - That the kills were run with. */
export function renderKills(figures: KillsFigures, seed: number): string {
  const { callsBeforeKill: calls, killedAt } = figures;
  const at = new Map<string, number>();
  for (const method of killedAt) at.set(method, (at.get(method) ?? 0) + 1);
  return render([
    ['kills, seed', seed],
    ['kills', figures.kills],
    ['chats', figures.chats],
    ...judged(figures),
    ['replies of one chat repeated after one kill, at most', figures.mostRepeatedInChat],
    ['seconds', figures.seconds.toFixed(0)],
    ['API calls before a kill', `${Math.min(...calls)} to ${Math.max(...calls)}`],
    ...[...at].map(([method, count]): Row => [`kills at ${method}`, count]),
    ['API calls that Telegram would refuse', figures.refusals.length],
    ['exit code of the last bot', String(figures.exitCode)],
    ['errors logged', countLines(figures.stderr)],
  ]);
}

function judged(figures: RepliesJudged): readonly Row[] {
  return [
    ['questions', figures.questions],
    ['questions without a reply', figures.unanswered],
    ['replies sent again', figures.repeated],
    ['replies out of order in their chat', figures.outOfOrder],
    ['longest message, characters', figures.longest],
  ];
}

/** Right after a collection the heap holds only what is in use; the least comes nearest to that. */
function least(memory: SoakFigures['memory']): string {
  return Math.min(...memory.map(({ heapUsedMb }) => heapUsedMb)).toFixed(0);
}

function countLines(text: string): number {
  return text.split('\n').filter((line) => line !== '').length;
}

function render(rows: readonly Row[]): string {
  return renderTable(rows.map(([name, value]) => [name, String(value)]));
}
