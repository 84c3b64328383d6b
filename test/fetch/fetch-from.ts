/** Fetching as the tests do: from loopback, without waiting, and with what went wrong as a value. */
import { FetchError } from '../../src/fetch/fetch-error.ts';
import { type FetchedReport, type FetchOptions, fetchReport } from '../../src/fetch/fetch-report.ts';
import { createManners } from '../../src/fetch/manners.ts';
import { createSkippingClock } from './skipping-clock.ts';

/** Every call knows no host yet, unless given manners. */
export function fetchFrom(url: string, options: Partial<FetchOptions> = {}): Promise<FetchedReport> {
  return fetchReport(url, { allowPrivate: true, manners: createManners(createSkippingClock()), ...options });
}

export async function failureOf(url: string, options: Partial<FetchOptions> = {}): Promise<FetchError> {
  try {
    await fetchFrom(url, options);
  } catch (error) {
    if (error instanceof FetchError) return error;
    throw error;
  }
  throw new Error('Nothing was refused');
}
