/**
 * Looks names up and lets only addresses through that may be fetched from.
 *
 * It is given to the connection itself: the addresses that were checked are the ones connected to, so a name that
 * resolves to something else the second time gains nothing.
 */
import type { LookupAddress } from 'node:dns';
import { lookup as lookupName } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { kindOfAddress } from './address-kind.ts';
import { FetchError } from './fetch-error.ts';

/** Resolves a name to all its addresses. */
export type Lookup = (hostname: string) => Promise<readonly LookupAddress[]>;

/** Asks the system, as other programs do. */
export const lookupWithSystem: Lookup = (hostname) => lookupName(hostname, { all: true, verbatim: true });

/**
 * Refuses an address that a page must not be fetched from.
 *
 * @throws FetchError `url-private`.
 */
export function assertAddress(address: string, url: URL, allowPrivate: boolean): void {
  const kind = kindOfAddress(address);
  if (kind === 'public' || (kind === 'private' && allowPrivate)) return;
  const name = url.hostname.replace(/^\[|\]$/g, '');
  const whose =
    name === address ? `the address ${address}` : `"${url.hostname}" has the address ${address}, which`;
  throw new FetchError({
    code: 'url-private',
    url,
    reason: kind === 'private' ? `${whose} is private` : `${whose} is not one of the public web`,
    cure:
      kind === 'private'
        ? 'Set ALLOW_PRIVATE_URLS=on if your own network is meant, or behind a proxy that answers names itself'
        : 'Save the page and give its file',
  });
}

/**
 * Makes the lookup of a connection for `url`. One address that must not be used refuses the name, whatever its
 * others are.
 */
export function guardLookup(url: URL, lookup: Lookup, allowPrivate: boolean): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname).then(
      (found) => {
        try {
          if (found.length === 0) throw Object.assign(new Error('No address'), { code: 'ENOTFOUND' });
          for (const { address } of found) assertAddress(address, url, allowPrivate);
        } catch (error) {
          callback(error as Error, '');
          return;
        }
        const addresses = found.map(({ address }) => ({ address, family: isIP(address) }));
        if (options.all) callback(null, addresses);
        else callback(null, addresses[0]?.address ?? '', addresses[0]?.family);
      },
      (error: Error) => callback(error, ''),
    );
  };
}
