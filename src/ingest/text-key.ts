/** Tells whether two files print the same report, whatever kind of file they are and however they are laid out. */
import { createHash } from 'node:crypto';
import type { Paragraph } from '../report/report.ts';

/** A hash of the words of a report's paragraphs. */
export function textKey(paragraphs: readonly Pick<Paragraph, 'text'>[]): string {
  const words = paragraphs.map(({ text }) => text.normalize('NFKC').replace(/\s+/g, '')).join('\n');
  return createHash('sha256').update(words).digest('hex');
}
