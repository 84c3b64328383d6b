/** Addresses become sources of reports; one that cannot be fetched is named with its reason, and the others go on. */

import { UserError } from '../errors.ts';
import { type FetchOptions, fetchReport } from '../fetch/fetch-report.ts';
import type { SkippedSource } from './ingest-result.ts';
import type { ReportSource } from './report-source.ts';

/** How addresses are fetched. */
export interface FetchSourcesOptions extends FetchOptions {
  /** Told before each address is asked for: a host is not asked more often than its manners allow. */
  readonly onFetch?: (address: string, done: number, total: number) => void;
}

/** What came of addresses. */
export interface FetchedSources {
  readonly sources: readonly ReportSource[];
  readonly skipped: readonly SkippedSource[];
}

/** Whether a path on the command line is an address. */
export function isAddress(path: string): boolean {
  return /^https?:\/\//i.test(path);
}

/**
 * Fetches one address after the other.
 *
 * @throws The signal's reason when it is aborted.
 */
export async function fetchSources(
  addresses: readonly string[],
  { onFetch, ...options }: FetchSourcesOptions,
): Promise<FetchedSources> {
  const sources: ReportSource[] = [];
  const skipped: SkippedSource[] = [];
  for (const [done, address] of addresses.entries()) {
    onFetch?.(address, done, addresses.length);
    try {
      const { bytes, url, contentType, charset, fileName } = await fetchReport(address, options);
      const type = contentType && charset ? `${contentType}; charset=${charset}` : contentType;
      sources.push({ kind: 'bytes', name: fileName, bytes, url, ...(type ? { contentType: type } : {}) });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      const cure = error.cure === undefined ? '' : `. ${error.cure}`;
      skipped.push({ source: address, reason: `${error.message}${cure}` });
    }
  }
  return { sources, skipped };
}
