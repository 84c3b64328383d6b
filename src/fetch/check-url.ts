/**
 * What may be asked for at all, before any name is looked up.
 *
 * The standard's parser brings every spelling of a host into one form: `http://0x7f.1/`, `http://2130706433/` and
 * `http://017700000001/` are all 127.0.0.1.
 */
import { isIP } from 'node:net';
import { FetchError, type FetchErrorCode } from './fetch-error.ts';
import { assertAddress } from './guard-lookup.ts';

/** What an installation allows. */
export interface UrlRules {
  /** Whether private addresses may be fetched from, and then on any port. */
  readonly allowPrivate: boolean;
  readonly allowedPorts: readonly number[];
}

/** Longer ones are refused by many servers. */
const LONGEST = 2_000;

/**
 * Reads an address without its fragment. A host that is an address is checked here, since nothing looks it up.
 *
 * @param base - Where it was found, if it may be relative.
 * @throws FetchError `url-invalid`, `url-credentials`, `url-port`, `url-private`.
 */
export function checkUrl(text: string, { allowPrivate, allowedPorts }: UrlRules, base?: URL): URL {
  const trimmed = text.trim();
  if (!URL.canParse(trimmed, base?.href)) {
    const cure = 'Give one such as https://example.org/report.html';
    throw new FetchError({ code: 'url-invalid', url: trimmed, reason: 'it is not a web address', cure });
  }
  const url = new URL(trimmed, base?.href);
  const fail = (code: FetchErrorCode, reason: string, cure = 'Save the page and give its file') =>
    new FetchError({ code, url, reason, cure });
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw fail('url-invalid', `its scheme is "${url.protocol}"`, 'Give an address with http or https');
  }
  if (url.username !== '' || url.password !== '') {
    throw fail('url-credentials', 'it holds a user name or password');
  }
  if (url.href.length > LONGEST) {
    throw fail('url-invalid', `it is longer than ${LONGEST} characters`);
  }
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
  if (!allowPrivate && !allowedPorts.includes(port)) {
    throw fail('url-port', `port ${port} is not one that web pages are fetched from`);
  }
  url.hash = '';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0) assertAddress(host, url, allowPrivate);
  return url;
}
