/**
 * Which addresses of the Internet Protocol a page may be fetched from.
 *
 * Everything that is not known as public is refused, so that a range which is set apart later is not let through.
 * Source: the special-purpose registries of IANA, as `ipaddr.js` holds them.
 */
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/**
 * `public`: anybody may reach it. `private`: of this machine or its network. `special`: never a web server, or the one
 * that hands out the credentials of a cloud machine.
 */
export type AddressKind = 'public' | 'private' | 'special';

type Address = ReturnType<typeof ipaddr.parse>;
type IPv6 = Extract<Address, { kind(): 'ipv6' }>;

const privateRanges: ReadonlySet<string> = new Set(['loopback', 'private', 'carrierGradeNat', 'uniqueLocal']);

/** Proxies that answer names themselves hand out addresses of the range for benchmarks. */
const BENCHMARK = ipaddr.parseCIDR('198.18.0.0/15');
const GLOBAL_UNICAST = ipaddr.parseCIDR('2000::/3');
/** Gives IPv4 servers an IPv6 address where a network has no IPv4. */
const TRANSLATED = ipaddr.parseCIDR('64:ff9b::/96');

/** Metadata services that stand in private ranges: of Alibaba Cloud, and of Amazon over IPv6. */
const metadata: ReadonlySet<string> = new Set(['100.100.100.200', 'fd00:ec2::254']);

/** Tells what an address is for; what is no address is `special`. */
export function kindOfAddress(address: string): AddressKind {
  const written = normalForm(address);
  if (written === undefined) return 'special';
  const parsed = unwrap(ipaddr.process(written));
  if (metadata.has(parsed.toString())) return 'special';
  const range: string = parsed.range();
  if (privateRanges.has(range)) return 'private';
  if (parsed.kind() === 'ipv4' && parsed.match(BENCHMARK)) return 'private';
  if (range !== 'unicast') return 'special';
  return parsed.kind() === 'ipv4' || parsed.match(GLOBAL_UNICAST) ? 'public' : 'special';
}

/** The parser takes `::8.8.8.8` for 8.8.8.8 and knows more spellings than connections do: only one is given to it. */
function normalForm(address: string): string | undefined {
  const host = isIP(address) === 6 ? `[${address}]` : address;
  if (isIP(address) === 0 || !URL.canParse(`http://${host}/`)) return undefined;
  return new URL(`http://${host}/`).hostname.replace(/^\[|\]$/g, '');
}

function unwrap(address: Address): Address {
  if (address.kind() !== 'ipv6' || !address.match(TRANSLATED)) return address;
  return ipaddr.fromByteArray((address as IPv6).toByteArray().slice(-4));
}
