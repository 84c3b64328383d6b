/** How much and how long, at most. */

/** Bounds of fetching. */
export interface FetchLimits {
  /** Of a page as sent, and again of a page unpacked. Default: 30 MB. */
  readonly maxBytes: number;
  /** From the first step to a connection that stands, the lookup of the name included. Default: 10 s. */
  readonly connectTimeoutMs: number;
  /** In which something must come. Default: 20 s. */
  readonly idleTimeoutMs: number;
  /** Of one request with its answer. Default: 120 s. */
  readonly wholeTimeoutMs: number;
  /** Between two requests to one host. Default: 2 s. */
  readonly delayMs: number;
  /** Of the delay that a host's `robots.txt` asks for, no more than this is kept. Default: 30 s. */
  readonly maxCrawlDelayMs: number;
  /** A host that asks to come back later than this is not waited for. Default: 60 s. */
  readonly maxRetryAfterMs: number;
}

/** Of every page, unless told otherwise. */
export const defaultLimits: FetchLimits = {
  maxBytes: 30_000_000,
  connectTimeoutMs: 10_000,
  idleTimeoutMs: 20_000,
  wholeTimeoutMs: 120_000,
  delayMs: 2_000,
  maxCrawlDelayMs: 30_000,
  maxRetryAfterMs: 60_000,
};

/** Redirects that are followed for one page. */
export const MAX_REDIRECTS = 5;
