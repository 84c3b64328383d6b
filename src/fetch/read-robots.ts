/** Fetches `robots.txt` of a host, with the redirects that it may have. */
import { checkUrl, type UrlRules } from './check-url.ts';
import { FetchError, type FetchErrorCode } from './fetch-error.ts';
import { MAX_REDIRECTS } from './limits.ts';
import { redirectTarget } from './redirect-target.ts';
import type { Page } from './request-page.ts';
import { noRules, parseRobots, type RobotsRules } from './robots-rules.ts';

/** Rules, or why the host may not be asked for anything. */
export type Robots =
  | { readonly kind: 'rules'; readonly rules: RobotsRules }
  | {
      readonly kind: 'unreachable';
      readonly code: FetchErrorCode;
      readonly reason: string;
      readonly cure: string | undefined;
    };

const TRY_LATER = 'Try later, or save the page and give its file';

/** These would befall every page of the host. */
const ofHost: ReadonlySet<FetchErrorCode> = new Set(['url-private', 'url-unreachable', 'url-certificate']);

/**
 * Reads what the host of `page` allows.
 *
 * @param request - Makes one request.
 * @throws Whatever is no FetchError.
 */
export async function readRobots(
  page: URL,
  urlRules: UrlRules,
  request: (url: URL) => Promise<Page>,
): Promise<Robots> {
  const origin = new URL('/robots.txt', page);
  let url = origin;
  try {
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      const answer = await request(url);
      const { status } = answer;
      if (status === 200) {
        const rules = parseRobots(origin, new TextDecoder().decode(answer.bytes));
        return rules ? { kind: 'rules', rules } : unreadable('it holds more patterns than can be gone by');
      }
      const target = redirectTarget(answer);
      if (target === undefined) return readStatus(status);
      url = checkUrl(target, urlRules, url);
    }
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    const { code, reason, cure } = error;
    if (error.url === origin.href && ofHost.has(code)) return { kind: 'unreachable', code, reason, cure };
    return unreadable(reason, cure);
  }
  return unreadable(`more than ${MAX_REDIRECTS} redirects`);
}

function readStatus(status: number): Robots {
  if (status >= 400 && status < 500) return { kind: 'rules', rules: noRules };
  return unreadable(`the server answered with status ${status}`);
}

function unreadable(why: string, cure: string | undefined = TRY_LATER): Robots {
  const reason = `what its host allows to programs cannot be read from robots.txt: ${why}`;
  return { kind: 'unreachable', code: 'url-robots-unreachable', reason, cure };
}
