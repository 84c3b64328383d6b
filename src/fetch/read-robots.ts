/** Fetches `robots.txt` of a host, with the redirects that it may have. */
import { checkUrl, type UrlRules } from './check-url.ts';
import { FetchError } from './fetch-error.ts';
import { MAX_REDIRECTS } from './limits.ts';
import { redirectTarget } from './redirect-target.ts';
import type { Page } from './request-page.ts';
import { noRules, parseRobots, type RobotsRules } from './robots-rules.ts';

/** Rules, or why there are none to go by. */
export type Robots =
  | { readonly kind: 'rules'; readonly rules: RobotsRules }
  | { readonly kind: 'unreachable'; readonly reason: string; readonly cure: string | undefined };

const TRY_LATER = 'Try later, or save the page and give its file';

/**
 * Reads what the host of `page` allows.
 *
 * @param request - Makes one request.
 * @throws FetchError where the host itself must not be fetched from; whatever is no FetchError.
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
        return { kind: 'rules', rules: parseRobots(origin, new TextDecoder().decode(answer.bytes)) };
      }
      const target = redirectTarget(answer);
      if (target === undefined) return readStatus(status);
      url = checkUrl(target, urlRules, url);
    }
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    if (error.code === 'url-private' && url === origin) throw error;
    return { kind: 'unreachable', reason: error.reason, cure: error.cure };
  }
  return { kind: 'unreachable', reason: `more than ${MAX_REDIRECTS} redirects`, cure: TRY_LATER };
}

function readStatus(status: number): Robots {
  if (status >= 400 && status < 500) return { kind: 'rules', rules: noRules };
  return { kind: 'unreachable', reason: `the server answered with status ${status}`, cure: TRY_LATER };
}
