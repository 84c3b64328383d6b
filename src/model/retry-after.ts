/** How long a server asks to wait. */

/**
 * Reads a `retry-after` header: seconds, or a date.
 *
 * @returns Milliseconds from now, never negative; `undefined` where the header says nothing.
 */
export function parseRetryAfter(header: string | null | undefined, now = Date.now()): number | undefined {
  const value = header?.trim() ?? '';
  if (value === '') return undefined;
  if (/^\d+(?:\.\d+)?$/.test(value)) return Number(value) * 1_000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
