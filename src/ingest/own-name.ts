/**
 * Names of originals in the folder of reports: that under which a file came, as far as every file system takes it and
 * no other file has it.
 */
import { extname } from 'node:path';
import { isReportName } from '../library/scan-reports.ts';

/** File systems allow 255 bytes, and a Chinese character takes three. */
const MAX_STEM_BYTES = 180;
const HASH_DIGITS = 12;

/**
 * `花都区2019年报告.html`, or `花都区2019年报告.3c1a9f20b4d1.html` where the first is taken.
 *
 * @param hash - SHA-256 of the bytes, hex.
 */
export function ownName(original: string, hash: string, isTaken: (name: string) => boolean): string {
  const name = original.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const extension = /^\.[a-z0-9]{1,8}$/i.test(extname(name)) ? extname(name) : '';
  const stem = cutToBytes(
    name
      .slice(0, name.length - extension.length)
      .replace(/[\p{Cc}\p{Cf}:*?"<>|]+/gu, '-')
      .replace(/^[\s.~$-]+|[\s.~-]+$/gu, ''),
  );
  const digits = hash.slice(0, HASH_DIGITS);
  const first = `${stem || `report.${digits}`}${extension}`;
  const plain = isReportName(first) ? first : `report-${stem.replaceAll('.', '-')}.txt`;
  if (!isTaken(plain)) return plain;
  const kept = extname(plain);
  return `${plain.slice(0, plain.length - kept.length)}.${digits}${kept}`;
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
