/**
 * Fetches the page or file of a report: whole, from the public web, and politely.
 *
 * Every redirect is a new request with all its checks: scheme, port, address, `robots.txt`, and the host's rest.
 */
import { MIMEType } from 'node:util';
import { checkUrl, type UrlRules } from './check-url.ts';
import { FetchError, showUrl } from './fetch-error.ts';
import { nameFile } from './file-name.ts';
import { type Lookup, lookupWithSystem } from './guard-lookup.ts';
import { defaultLimits, type FetchLimits, MAX_REDIRECTS } from './limits.ts';
import { createManners, type Manners } from './manners.ts';
import { redirectTarget } from './redirect-target.ts';
import type { Page, PageRequest } from './request-page.ts';

/** How a report is fetched. */
export interface FetchOptions {
  /** Whether addresses of this machine and its network may be used, and any port. */
  readonly allowPrivate: boolean;
  /** Default: 80 and 443. */
  readonly allowedPorts?: readonly number[];
  readonly limits?: Partial<FetchLimits>;
  /** Stops it at any moment; then the signal's reason is thrown. */
  readonly signal?: AbortSignal;
  /** Default: those of the process, so that all who fetch take turns. */
  readonly manners?: Manners;
  /** Default: the system's. */
  readonly lookup?: Lookup;
}

/** A report as its server gave it. */
export interface FetchedReport {
  /** Unpacked, never empty. */
  readonly bytes: Uint8Array;
  /** Where it stands after all redirects, without a fragment. */
  readonly url: string;
  /** Such as `text/html`, in lower case. */
  readonly contentType: string | null;
  /** As the header names it, in lower case; the page may say otherwise. */
  readonly charset: string | null;
  /** One name without a folder, safe to write, with an extension where the kind is known. */
  readonly fileName: string;
  /** ISO 8601, UTC. */
  readonly lastModified: string | null;
}

const processManners = createManners();

const BY_HAND = 'Open the page in a browser, save it, and give the file';

/**
 * Fetches one report.
 *
 * @throws FetchError with code and cure; it names the address without credentials and query.
 */
export async function fetchReport(address: string, options: FetchOptions): Promise<FetchedReport> {
  const { allowPrivate, allowedPorts = [80, 443], manners = processManners, signal } = options;
  const urlRules: UrlRules = { allowPrivate, allowedPorts };
  const limits = { ...defaultLimits, ...options.limits };
  const asked: PageRequest = { limits, allowPrivate, lookup: options.lookup ?? lookupWithSystem, signal };
  const first = checkUrl(address, urlRules);
  const passed = new Set<string>();
  let url = first;
  for (;;) {
    passed.add(url.href);
    const from = url;
    const step = async () => {
      const page = await manners.request(from, asked, urlRules);
      const target = redirectTarget(page);
      return target === undefined ? readPage(from, page) : checkUrl(target, urlRules, from);
    };
    const reached = await step().catch((error: unknown) => {
      throw tellOfRedirect(error, first);
    });
    if (!(reached instanceof URL)) return reached;
    if (passed.has(reached.href)) throw lost(first, 'its redirects lead in a circle');
    if (passed.size > MAX_REDIRECTS) throw lost(first, `it redirects more than ${MAX_REDIRECTS} times`);
    url = reached;
  }
}

function lost(url: URL, reason: string): FetchError {
  return new FetchError({ code: 'url-redirects', url, reason, cure: BY_HAND });
}

/** Names what was asked for, too, where the failure is another place's. */
function tellOfRedirect(error: unknown, first: URL): unknown {
  if (!(error instanceof FetchError) || error.url === showUrl(first)) return error;
  const { code, cure, status, isPassing, cause } = error;
  const reason = `it redirects to "${error.url}": ${error.reason}`;
  return new FetchError({ code, url: first, reason, cure, status, isPassing, cause });
}

function readPage(url: URL, { status, headers, bytes }: Page): FetchedReport {
  if (status !== 200) throw refused(url, status, headers['retry-after']);
  if (bytes.length === 0) {
    const cure = 'Check the address in a browser';
    throw new FetchError({ code: 'url-empty', url, reason: 'the page is empty', cure });
  }
  const type = parseType(headers['content-type']);
  const modified = Date.parse(headers['last-modified'] ?? '');
  return {
    bytes,
    url: url.href,
    contentType: type?.essence ?? null,
    charset: type?.params.get('charset')?.toLowerCase() ?? null,
    fileName: nameFile(url, type?.essence, headers['content-disposition']),
    lastModified: Number.isNaN(modified) ? null : new Date(modified).toISOString(),
  };
}

function parseType(header: string | undefined): MIMEType | undefined {
  try {
    return header === undefined ? undefined : new MIMEType(header);
  } catch {
    return undefined;
  }
}

function refused(url: URL, status: number, retryAfter: string | undefined): FetchError {
  const later = retryAfter === undefined ? '' : ` and asks to come back later (${retryAfter.slice(0, 40)})`;
  return new FetchError({
    code: 'url-status',
    url,
    status,
    reason: `the server answered with status ${status}${later}`,
    cure: cureOf(status),
  });
}

/** Many government sites answer programs with 412 or 403, and browsers with the page. */
function cureOf(status: number): string {
  if (status === 404 || status === 410) return 'Check the address: the page is not there';
  if (status === 429 || status >= 500) return 'Try later, or save the page and give its file';
  return BY_HAND;
}
