/** A log that is kept in memory. */
import type { Log } from '../../src/log.ts';

export interface RecordedLog extends Log {
  readonly lines: readonly { readonly level: string; readonly facts: object; readonly message: string }[];
}

/** A log to be looked at. */
export function recordLog(): RecordedLog {
  const lines: { level: string; facts: object; message: string }[] = [];
  const at = (level: string) => (facts: object, message: string) =>
    void lines.push({ level, facts, message });
  return { lines, debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}
