/** What the person at the keyboard reads when a command cannot go on. */
import { UserError } from '../errors.ts';

/** Words an error: message and cure where it is meant for a person; otherwise, as a bug, with its stack. */
export function describeFailure(error: unknown): string {
  if (error instanceof UserError)
    return [error.message, error.cure ?? ''].filter((line) => line !== '').join('\n');
  return `This is a bug: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}

/** Prints an error on standard error. */
export function printError(error: unknown): void {
  process.stderr.write(`${describeFailure(error)}\n`);
}
