/** Names of originals in the folder of reports: readable, safe on every file system, and never taken twice. */
import { extname } from 'node:path';

/** File systems allow 255 bytes, and a Chinese character takes three. */
const MAX_STEM_BYTES = 150;
const HASH_DIGITS = 12;

/**
 * `花都区2019年报告.3c1a9f20b4d1.html`: the name it came under, and the beginning of the hash of its bytes.
 *
 * @param hash - SHA-256, hex.
 */
export function ownName(original: string, hash: string): string {
  const name = original.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const extension = /^\.[a-z0-9]{1,8}$/i.test(extname(name)) ? extname(name).toLowerCase() : '';
  const stem = name
    .slice(0, name.length - extension.length)
    .replace(/[^\p{L}\p{N}()（）〔〕《》_-]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return `${cutToBytes(stem) || 'report'}.${hash.slice(0, HASH_DIGITS)}${extension}`;
}

function cutToBytes(text: string): string {
  let bytes = 0;
  const kept: string[] = [];
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > MAX_STEM_BYTES) break;
    kept.push(character);
  }
  return kept.join('');
}
