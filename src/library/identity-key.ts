/** Tells whether what is known of a file has changed, so that it must be read again although its bytes stayed. */
import { createHash } from 'node:crypto';
import type { RegisterEntry } from './register.ts';

/** A hash of what an entry says about how its file is read; `undefined` where it says nothing. */
export function identityKey(entry: RegisterEntry | undefined): string | undefined {
  if (entry === undefined) return undefined;
  const { id, region, year, title, url, published, contentType } = entry;
  const said = [id, region, year, title, url, published, contentType].map((value) => value ?? null);
  if (said.every((value) => value === null)) return undefined;
  return createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 16);
}
