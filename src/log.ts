/**
 * What happened, for the person who runs the bot: JSON lines on standard error.
 *
 * Nothing a person wrote is logged unless the level is `debug`, and never a token. An error is logged by name, code
 * and place, because its message may quote the question or an address that holds the token.
 */
import { pino } from 'pino';
import type { LogLevel } from './config.ts';

/** The part of a logger that we use. */
export interface Log {
  /** The only place for what a person wrote. */
  debug(facts: object, message: string): void;
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/** What is safe to log of an error. */
export interface LoggedError {
  readonly name: string;
  readonly code?: string | number;
  /** The innermost stack frames, without the message. */
  readonly at: readonly string[];
}

/** Opens a log on standard error. `silent` writes nothing. */
export function createLog(level: LogLevel): Log {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 2, sync: true }),
  );
}

/** Names an error without its message. */
export function describeError(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { name: typeof error, at: [] };
  const code = 'error_code' in error ? error.error_code : 'code' in error ? error.code : undefined;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    name: error.name,
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    at: frames.slice(0, 4).map((line) => line.trim()),
  };
}
