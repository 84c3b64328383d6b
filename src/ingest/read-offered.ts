/** Reads an offered file, unless its bytes are held and nothing new is said of them. */
import { ReportError } from '../errors.ts';
import { readKnown } from '../library/read-known.ts';
import { hashBytes } from '../library/scan-reports.ts';
import type { Report } from '../report/report.ts';
import type { HeldReports } from './held-reports.ts';
import { givenOf, isSameGiven, type OfferedFile } from './offered-file.ts';
import type { GivenIdentity } from './report-source.ts';

/** What an offered file holds. */
export type ReadOffer =
  | {
      readonly kind: 'report';
      readonly report: Report;
      readonly bytes: Uint8Array;
      readonly given: GivenIdentity;
    }
  /** Held as it is. */
  | { readonly kind: 'held'; readonly hash: string }
  | { readonly kind: 'refused'; readonly error: ReportError; readonly given: GivenIdentity };

/**
 * Reads the file with what is given, what came with it, and, where its bytes are held, what was given then.
 *
 * @throws The signal's reason.
 */
export async function readOffered(
  offered: OfferedFile,
  given: GivenIdentity,
  held: HeldReports,
  signal?: AbortSignal,
): Promise<ReadOffer> {
  const { name, source, refusal, budget } = offered;
  const said = { ...offered.given, ...given };
  let all: GivenIdentity = { ...offered.sent, ...said };
  try {
    if (refusal !== undefined) throw refusal;
    const bytes = await offered.read();
    const hash = hashBytes(bytes);
    const known = held.findBytes(hash);
    if (known) {
      const before = givenOf(known.entry);
      all = { ...withoutType(offered.sent), ...before, ...said };
      if (isSameGiven(before, all)) return { kind: 'held', hash };
    }
    const bounds = { isOffered: true, ...(signal && { signal }), ...(budget && { budget }) };
    return { kind: 'report', report: await readKnown(bytes, name, all, bounds), bytes, given: all };
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof ReportError) return { kind: 'refused', error, given: all };
    // One file that no rule foresaw must not keep all others out.
    const said = error instanceof Error ? error.message : String(error);
    return { kind: 'refused', error: new ReportError(source, said, undefined, { cause: error }), given: all };
  }
}

/** A charset is of the bytes that it was sent with, and these were read without it. */
function withoutType({ contentType: _, ...sent }: GivenIdentity = {}): GivenIdentity {
  return sent;
}
