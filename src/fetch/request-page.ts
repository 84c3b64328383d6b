/**
 * One request and its answer, whole or not at all.
 *
 * Every request has its own connection: one that was kept could belong to another name.
 */
import { type IncomingHttpHeaders, type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { explainNetworkError } from './explain-network-error.ts';
import { assertAddress, guardLookup, type Lookup } from './guard-lookup.ts';
import type { FetchLimits } from './limits.ts';
import { readBody } from './read-body.ts';
import { type RequestWatch, watchRequest } from './watch-request.ts';

/** Names the project to the people who run the server; its first word is what `robots.txt` calls it. */
export const USER_AGENT = 'Zhibao/0.1 (reads annual reports on law-based government; one page at a time)';

/** How a page is asked for. */
export interface PageRequest {
  readonly limits: FetchLimits;
  readonly allowPrivate: boolean;
  readonly lookup: Lookup;
  readonly signal?: AbortSignal | undefined;
  /** What becomes of a longer body. Default: `refuse`. */
  readonly overflow?: 'refuse' | 'cut';
}

/** What a server answered. */
export interface Page {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Unpacked; empty unless the status is 200. */
  readonly bytes: Uint8Array;
}

const headers = {
  'user-agent': USER_AGENT,
  accept: 'text/html,application/pdf,text/plain;q=0.9,*/*;q=0.8',
  'accept-language': 'zh-CN,zh;q=0.9,en;q=0.5',
  'accept-encoding': 'gzip, br',
};

/**
 * Asks once; follows nothing.
 *
 * @throws FetchError; the signal's reason when it aborts.
 */
export async function requestPage(url: URL, asked: PageRequest): Promise<Page> {
  const { limits, signal, overflow = 'refuse' } = asked;
  const watch = watchRequest(url, limits, signal);
  try {
    const response = await connect(url, asked, watch);
    const { statusCode: status = 0, headers } = response;
    if (status !== 200) {
      response.destroy();
      return { status, headers, bytes: new Uint8Array() };
    }
    try {
      const bytes = await readBody(response, { url, maxBytes: limits.maxBytes, overflow, watch });
      return { status, headers, bytes };
    } finally {
      response.destroy();
    }
  } catch (error) {
    if (watch.signal.aborted) throw watch.signal.reason;
    throw explainNetworkError(error, url);
  } finally {
    watch.close();
  }
}

function connect(
  url: URL,
  { lookup, allowPrivate }: PageRequest,
  watch: RequestWatch,
): Promise<IncomingMessage> {
  const isSecure = url.protocol === 'https:';
  return new Promise((resolve, reject) => {
    const request = (isSecure ? requestHttps : requestHttp)(url, {
      agent: false,
      headers,
      lookup: guardLookup(url, lookup, allowPrivate),
      signal: watch.signal,
    });
    request.on('socket', (socket) => {
      // Before anything is sent: what was connected to is looked at once more.
      socket.once('connect', () => {
        try {
          assertAddress(socket.remoteAddress ?? '', url, allowPrivate);
        } catch (error) {
          request.destroy(error as Error);
        }
      });
      socket.once(isSecure ? 'secureConnect' : 'connect', () => watch.connected());
    });
    request.once('response', (response) => {
      watch.touch();
      resolve(response);
    });
    request.on('error', reject);
    request.end();
  });
}
