/** Repeats an evaluation without the lexicon, in a process of its own: the lexicon is read once a process. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import type { EvaluationTables } from './evaluation.ts';

/**
 * Runs the same command again with `LEXICON=off`.
 *
 * @returns The tables of each folder of reports, in the order evaluated.
 * @param command - The script and its arguments, as the process was given them.
 * @throws Error when the other process fails.
 */
export async function evaluateWithoutLexicon(command: readonly string[]): Promise<EvaluationTables[]> {
  const repeated = command.filter((argument) => argument !== '--no-lexicon');
  const child = spawn(process.execPath, [...process.execArgv, ...repeated, '--json', '--min', '0'], {
    env: { ...process.env, LEXICON: 'off' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [printed, [exitCode]] = await Promise.all([text(child.stdout), once(child, 'close')]);
  if (exitCode !== 0)
    throw new Error(`Cannot evaluate without the lexicon: the process ended with ${exitCode}`);
  const lines = printed.split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as EvaluationTables);
}
