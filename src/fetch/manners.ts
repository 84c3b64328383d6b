/**
 * Good manners towards hosts: one request at a time, time between two, and what their `robots.txt` says.
 *
 * One of these is shared by everything that fetches; it remembers where we were last and what we were told.
 */

import { parseRetryAfter } from '../parse-retry-after.ts';
import type { UrlRules } from './check-url.ts';
import { type Clock, systemClock } from './clock.ts';
import { FetchError } from './fetch-error.ts';
import { createHostTurns, type Visit } from './host-turns.ts';
import { type Robots, readRobots } from './read-robots.ts';
import { type Page, type PageRequest, requestPage } from './request-page.ts';
import { ROBOTS_BYTES, type RobotsRules } from './robots-rules.ts';

/** Asks hosts politely. */
export interface Manners {
  /**
   * Makes one request, and once more where the network failed or the host asked for patience.
   *
   * @throws FetchError, `url-robots` and `url-robots-unreachable` among them; the signal's reason.
   */
  request(url: URL, asked: PageRequest, urlRules: UrlRules): Promise<Page>;
}

/** RFC 9309 has rules looked at anew after a day; a host that failed may be well in a minute. */
const RULES_HOLD_MS = 24 * 3_600_000;
const FAILURE_HOLDS_MS = 60_000;

/** Knows no host yet. */
export function createManners(clock: Clock = systemClock): Manners {
  const turns = createHostTurns(clock);
  const known = new Map<string, { readonly robots: Robots; readonly untilMs: number }>();

  async function robotsOf(url: URL, asked: PageRequest, urlRules: UrlRules, visit: Visit): Promise<Robots> {
    const before = known.get(url.origin);
    if (before && before.untilMs > clock.now()) return before.robots;
    const limits = { ...asked.limits, maxBytes: ROBOTS_BYTES };
    const robots = await readRobots(url, urlRules, (place) =>
      requestPatiently(place, { ...asked, limits, overflow: 'cut' }, limits.delayMs, visit),
    );
    const holdsMs = robots.kind === 'rules' ? RULES_HOLD_MS : FAILURE_HOLDS_MS;
    known.set(url.origin, { robots, untilMs: clock.now() + holdsMs });
    return robots;
  }

  async function requestPatiently(
    url: URL,
    asked: PageRequest,
    delayMs: number,
    visit: Visit,
  ): Promise<Page> {
    const ask = () => visit(delayMs, () => requestPage(url, asked));
    const page = await ask().catch((error: unknown) => {
      if (error instanceof FetchError && error.isPassing) return ask();
      throw error;
    });
    if (page.status !== 429 && page.status !== 503) return page;
    const waitMs = parseRetryAfter(page.headers['retry-after']);
    if (waitMs === undefined || waitMs > asked.limits.maxRetryAfterMs) return page;
    await clock.wait(waitMs, asked.signal);
    return ask();
  }

  return {
    request: (url, asked, urlRules) =>
      turns.take(url.hostname, asked.signal, async (visit) => {
        const rules = allow(url, await robotsOf(url, asked, urlRules, visit));
        const { delayMs, maxCrawlDelayMs } = asked.limits;
        const restMs = Math.max(delayMs, Math.min(rules.crawlDelayMs, maxCrawlDelayMs));
        return requestPatiently(url, asked, restMs, visit);
      }),
  };
}

function allow(url: URL, robots: Robots): RobotsRules {
  if (robots.kind === 'unreachable') {
    const { code, reason, cure } = robots;
    throw new FetchError({ code, url, reason, cure });
  }
  if (robots.rules.isAllowed(url)) return robots.rules;
  const reason = `robots.txt of "${url.host}" does not allow programs to read it`;
  const cure = 'Open the page in a browser, save it, and give the file';
  throw new FetchError({ code: 'url-robots', url, reason, cure });
}
