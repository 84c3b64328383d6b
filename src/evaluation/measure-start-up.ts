/** How long `npm run ask` takes as a whole: starting, opening, answering, ending. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { percentile } from './percentile.ts';

/**
 * The median of several runs over a built library, in milliseconds.
 *
 * @throws Error when a run fails.
 */
export async function measureStartUp(
  reportsDir: string,
  libraryDir: string,
  question: string,
  runs = 5,
): Promise<number> {
  // Set by npm in what it runs; without it npm's own start is not measured.
  const npm = process.env.npm_execpath;
  const script = npm ? [npm, 'run', '--silent', 'ask', '--'] : ['--import', 'tsx', 'scripts/ask.ts'];
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const started = performance.now();
    const child = spawn(process.execPath, [...script, question], {
      env: { ...process.env, REPORTS_DIR: reportsDir, LIBRARY_DIR: libraryDir },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const [exitCode] = await once(child, 'close');
    if (exitCode !== 0) throw new Error(`Cannot measure the start: the process ended with ${exitCode}`);
    times.push(performance.now() - started);
  }
  return percentile(times, 0.5);
}
