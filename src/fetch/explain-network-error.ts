/** What an error of the network means for whoever asked for the page. */
import { FetchError } from './fetch-error.ts';

const TRY_LATER = 'Check the address, or try later';
const BY_HAND = 'Open the page in a browser, save it, and give the file';

/** Codes of OpenSSL, and of Node where the name is another's. */
const certificate =
  /^(?:ERR_TLS_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_(?:VERIFY|GET_ISSUER)|HOSTNAME_MISMATCH)/;
const secure = /^(?:ERR_SSL_|EPROTO$)/;

/** @returns The failure; what is already told, or is none of the network, as it is. */
export function explainNetworkError(error: unknown, url: URL): unknown {
  if (!(error instanceof Error) || error instanceof FetchError) return error;
  const code = codeOf(error);
  if (code === undefined) return error;
  const cause = error;
  if (code === 'ENOTFOUND') {
    const reason = `there is no host "${url.hostname}"`;
    return new FetchError({ code: 'url-unreachable', url, reason, cure: 'Check the address', cause });
  }
  if (certificate.test(code) || secure.test(code)) {
    const reason = certificate.test(code)
      ? `the certificate of "${url.hostname}" cannot be trusted (${code})`
      : `no secure connection to "${url.hostname}" comes about (${code})`;
    return new FetchError({ code: 'url-certificate', url, reason, cure: BY_HAND, cause });
  }
  if (code.startsWith('HPE_')) {
    const reason = `the answer is not one of the web (${code})`;
    return new FetchError({ code: 'url-unreachable', url, reason, cure: BY_HAND, cause });
  }
  const reason = `the connection failed or broke off (${code})`;
  return new FetchError({ code: 'url-unreachable', url, reason, cure: TRY_LATER, isPassing: true, cause });
}

/** Node tries all addresses of a name, and then throws their errors together. */
function codeOf(error: Error): string | undefined {
  if ('code' in error && typeof error.code === 'string') return error.code;
  const inner: unknown = error instanceof AggregateError ? error.errors[0] : undefined;
  return inner instanceof Error ? codeOf(inner) : undefined;
}
