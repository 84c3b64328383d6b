/** The bytes of an answer, unpacked while they come, so that a small answer cannot become a huge one. */
import type { IncomingMessage } from 'node:http';
import type { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { FetchError } from './fetch-error.ts';
import type { RequestWatch } from './watch-request.ts';

/** How a body is read. */
export interface BodyRules {
  readonly url: URL;
  readonly maxBytes: number;
  /** What becomes of a body that is longer. */
  readonly overflow: 'refuse' | 'cut';
  readonly watch: RequestWatch;
}

const unpackers: Readonly<Record<string, (() => Transform) | undefined>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  br: createBrotliDecompress,
  deflate: createInflate,
};

/**
 * Reads all of it.
 *
 * @throws FetchError `url-too-large`, `url-truncated`, `url-encoding`; errors of the network as they come.
 */
export async function readBody(response: IncomingMessage, rules: BodyRules): Promise<Uint8Array> {
  const { url, maxBytes, overflow, watch } = rules;
  const tooLarge = tooLargeFor(url, maxBytes);
  const unpacker = unpackerFor(response, url);
  const declared = Number(response.headers['content-length'] ?? 0);
  if (overflow === 'refuse' && declared > maxBytes) throw tooLarge;
  const parts: Buffer[] = [];
  const sent = { size: 0 };
  const kept = { size: 0 };
  const add = (count: { size: number }, part: Buffer) => {
    count.size += part.length;
    if (count.size > maxBytes) throw tooLarge;
  };
  async function* count(source: AsyncIterable<Buffer>) {
    for await (const part of source) {
      watch.touch();
      add(sent, part);
      yield part;
    }
  }
  async function keep(source: AsyncIterable<Buffer>) {
    for await (const part of source) {
      parts.push(part);
      add(kept, part);
    }
  }
  try {
    if (unpacker) await pipeline(response, count, unpacker, keep, { signal: watch.signal });
    else await pipeline(response, count, keep, { signal: watch.signal });
  } catch (error) {
    const isCut = error === tooLarge && overflow === 'cut';
    if (!isCut) throw explainBodyError(error, url);
    return new Uint8Array(Buffer.concat(parts).subarray(0, maxBytes));
  }
  if (!response.complete) throw truncated(url);
  return new Uint8Array(Buffer.concat(parts));
}

function unpackerFor(response: IncomingMessage, url: URL): Transform | undefined {
  const encoding = (response.headers['content-encoding'] ?? '').trim().toLowerCase();
  if (encoding === '' || encoding === 'identity') return undefined;
  const unpacker = Object.hasOwn(unpackers, encoding) ? unpackers[encoding] : undefined;
  if (unpacker) return unpacker();
  const reason = `it is packed in a way that was not asked for ("${encoding.slice(0, 40)}")`;
  throw new FetchError({ code: 'url-encoding', url, reason, cure: 'Save the page and give its file' });
}

function tooLargeFor(url: URL, maxBytes: number): FetchError {
  const reason = `it is larger than ${maxBytes / 1_000_000} MB`;
  return new FetchError({ code: 'url-too-large', url, reason, cure: 'Give the file of the report itself' });
}

function truncated(url: URL, cause?: unknown): FetchError {
  const reason = 'the connection ended before the page did';
  return new FetchError({ code: 'url-truncated', url, reason, cure: 'Try again', isPassing: true, cause });
}

function explainBodyError(error: unknown, url: URL): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'Z_BUF_ERROR' || code === 'ECONNRESET') return truncated(url, error);
  if (!/^(?:Z_|ERR_(?:_ERROR|BROTLI|ZLIB))/.test(code)) return error;
  const reason = `it cannot be unpacked (${code})`;
  return new FetchError({
    code: 'url-encoding',
    url,
    reason,
    cure: 'Save the page and give its file',
    cause: error,
  });
}
