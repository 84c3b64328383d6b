/** Asks a person for what a file does not say, and reads it again with the answers. */
import { missingPart } from '../report/missing-identity.ts';
import type { HeldReports } from './held-reports.ts';
import type { IngestOptions } from './ingest-options.ts';
import type { OfferedFile } from './offered-file.ts';
import { type ReadOffer, readOffered } from './read-offered.ts';
import type { GivenIdentity } from './report-source.ts';

/** Region and year. */
const MOST_QUESTIONS = 2;

/** What the file holds with the answers; as it was where there are none. */
export async function askForMissing(
  offered: OfferedFile,
  refused: ReadOffer,
  held: HeldReports,
  { askFor, signal }: Pick<IngestOptions, 'askFor' | 'signal'>,
): Promise<ReadOffer> {
  let read = refused;
  for (let count = 0; count < MOST_QUESTIONS; count += 1) {
    const missing = read.kind === 'refused' ? missingPart(read.error) : undefined;
    if (read.kind !== 'refused' || missing === undefined) return read;
    const { given, error } = read;
    const answer = await askFor?.({ source: offered.source, missing, reason: error.reason, given });
    const more = answer === undefined ? undefined : readAnswer(missing, answer);
    if (more === undefined) return read;
    read = await readOffered(offered, { ...given, ...more }, held, signal);
  }
  return read;
}

function readAnswer(missing: 'region' | 'year', answer: string): GivenIdentity | undefined {
  const text = answer.normalize('NFKC').trim();
  if (missing === 'region') return text === '' ? undefined : { region: text };
  const year = /(?:19|20)\d{2}/.exec(text)?.[0];
  return year === undefined ? undefined : { year: Number(year) };
}
