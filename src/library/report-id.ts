/** Ids of reports: readable, stable, unique. */
import { createHash } from 'node:crypto';
import { placePinyin } from '../language/place-pinyin.ts';
import type { Report } from '../report/report.ts';
import { shortRegion } from './embedding-text.ts';

const MAX_NAME_CHARACTERS = 24;

/**
 * The id of a report: pinyin of its region, its year, and the beginning of a hash of its file name.
 *
 * The same file gets the same id in every build; more of the hash is taken while `isTaken` says so.
 *
 * @throws Error when the whole hash is taken.
 */
export function reportId(report: Report, isTaken: (id: string) => boolean): string {
  const letters = placePinyin(shortRegion(report)).join('');
  const name =
    letters
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '')
      .slice(0, MAX_NAME_CHARACTERS) || 'report';
  const hash = createHash('sha256').update(report.file).digest('hex');
  for (let length = 4; length < hash.length; length++) {
    const id = `${name}-${report.year}-${hash.slice(0, length)}`;
    if (!isTaken(id)) return id;
  }
  throw new Error(`No id is left for "${report.file}"`);
}
