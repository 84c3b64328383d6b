/** Who and where, as the file keeps it: hashed, so that it does not name who chats. */
import { createHash } from 'node:crypto';

/** 43 characters; no two keys meet. */
export function hashKey(key: string | number): string {
  return createHash('sha256').update(String(key)).digest('base64url');
}
