/** Runs a command of this project as a person does: a process of its own, with an environment of its own. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Finished {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunningCommand {
  readonly process: ChildProcessWithoutNullStreams;
  /** Resolves when the process has ended. */
  readonly finished: Promise<Finished>;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Set but empty, so that a `.env` of the person who runs the tests sets nothing. */
const unset = Object.fromEntries(
  [...readFileSync(join(root, '.env.example'), 'utf8').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => [
    name,
    '',
  ]),
);

/**
 * Starts a script, such as `src/main.ts`, from the root of the project.
 *
 * @param environment - Settings; nothing else of ours reaches the process, `.env` neither.
 */
export function startCommand(
  script: string,
  commandArguments: readonly string[],
  environment: Readonly<Record<string, string>>,
): RunningCommand {
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...commandArguments], {
    cwd: root,
    env: { PATH: process.env.PATH, ...unset, ...environment },
  });
  return { process: child, finished: collect(child) };
}

/** Runs a script to its end with the given standard input. */
export function runCommand(
  script: string,
  commandArguments: readonly string[],
  environment: Readonly<Record<string, string>>,
  input = '',
): Promise<Finished> {
  const { process: child, finished } = startCommand(script, commandArguments, environment);
  child.stdin.end(input);
  return finished;
}

async function collect(child: ChildProcessWithoutNullStreams): Promise<Finished> {
  const parts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (part: string) => {
      parts[name] += part;
    });
  }
  // A process that ends early leaves its input unread.
  child.stdin.on('error', () => {});
  const [exitCode] = (await once(child, 'close')) as [number | null];
  return { exitCode, ...parts };
}
