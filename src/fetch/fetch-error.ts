/** Why a page could not be fetched, and how its address is shown. */
import { UserError } from '../errors.ts';

/** What went wrong; stable. */
export type FetchErrorCode =
  | 'url-invalid'
  | 'url-credentials'
  | 'url-port'
  | 'url-private'
  | 'url-robots'
  | 'url-robots-unreachable'
  | 'url-redirects'
  | 'url-status'
  | 'url-slow'
  | 'url-too-large'
  | 'url-truncated'
  | 'url-empty'
  | 'url-encoding'
  | 'url-certificate'
  | 'url-unreachable';

/** Facts of a failure. */
export interface FetchFailure {
  readonly code: FetchErrorCode;
  readonly url: URL | string;
  /** What stands after the colon of the message. */
  readonly reason: string;
  readonly cure?: string | undefined;
  /** Whether the same request may succeed in a moment. */
  readonly isPassing?: boolean;
  /** Set where the server answered. */
  readonly status?: number | undefined;
  readonly cause?: unknown;
}

/** A page that cannot be fetched; nothing of it is kept. */
export class FetchError extends UserError {
  override readonly name = 'FetchError';
  declare readonly code: FetchErrorCode;
  /** Without credentials, query, and fragment. */
  readonly url: string;
  readonly reason: string;
  readonly isPassing: boolean;
  readonly status: number | undefined;

  constructor({ code, url, reason, cure, isPassing = false, status, cause }: FetchFailure) {
    const shown = showUrl(url);
    super(code, `Cannot fetch "${shown}": ${reason}`, cure, cause === undefined ? undefined : { cause });
    this.url = shown;
    this.reason = reason;
    this.isPassing = isPassing;
    this.status = status;
  }
}

const LONGEST_SHOWN = 200;

/** An address as it may be printed: credentials and fragment left out, a query replaced by `…`. */
export function showUrl(url: URL | string): string {
  const shown = typeof url === 'string' && !URL.canParse(url) ? stripText(url) : stripUrl(new URL(url));
  return shown.length > LONGEST_SHOWN ? `${shown.slice(0, LONGEST_SHOWN)}…` : shown;
}

function stripUrl(url: URL): string {
  const bare = new URL(url);
  bare.username = '';
  bare.password = '';
  bare.hash = '';
  bare.search = '';
  return url.search === '' ? bare.href : `${bare.href}?…`;
}

/** Where nobody knows which part is which, everything before the last `@` goes. */
function stripText(text: string): string {
  const [place = '', ...query] = (text.split('#', 1)[0] ?? '').split('?');
  const bare = place.slice(place.lastIndexOf('@') + 1).replace(/\p{Cc}/gu, '');
  return query.length > 0 ? `${bare}?…` : bare;
}
