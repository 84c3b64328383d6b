/** Where an answer sends us. */
import type { Page } from './request-page.ts';

const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/**
 * @returns The header as it stands, possibly relative; `undefined` where the answer is no redirect. Bytes that are not
 * ASCII are written as `%E5`, as servers should, whatever encoding they are in.
 */
export function redirectTarget({ status, headers }: Page): string | undefined {
  if (!redirects.has(status) || headers.location === undefined) return undefined;
  return headers.location.replace(
    /[\u0080-\u00ff]/g,
    (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
