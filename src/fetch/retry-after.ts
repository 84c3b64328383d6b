/** How long a host asks to wait. */

/**
 * Reads a `retry-after` header: whole seconds, or a date.
 *
 * @returns Milliseconds from now, never negative; `undefined` where the header says nothing.
 */
export function readRetryAfter(header: string | undefined, now = Date.now()): number | undefined {
  const value = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1_000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
