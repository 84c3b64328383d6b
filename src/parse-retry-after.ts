/** How long a server asks to wait: endpoints of models and hosts of pages say it in the same header. */

/**
 * Reads a `retry-after` header: seconds, or a date (RFC 9110 §10.2.3); fractions of seconds, which some
 * endpoints send, are read too.
 *
 * @param now - Milliseconds since 1970.
 * @returns Milliseconds from now, never negative, without upper bound; `undefined` where the header says nothing.
 */
export function parseRetryAfter(header: string | null | undefined, now = Date.now()): number | undefined {
  const value = header?.trim() ?? '';
  if (value === '') return undefined;
  if (/^\d+(?:\.\d+)?$/.test(value)) return Number(value) * 1_000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
