/**
 * What a host's `robots.txt` says to us.
 *
 * Source: RFC 9309. Not found means that everything is allowed, a server that fails that nothing is.
 */
import robotsModule from 'robots-parser';
import { USER_AGENT } from './request-page.ts';

/** Its types tell of an ES module, which it is not. */
const robotsParser = robotsModule as unknown as typeof robotsModule.default;

/** Rules of one origin. */
export interface RobotsRules {
  isAllowed(url: URL): boolean;
  /** What it asks for between two requests, at least 0. */
  readonly crawlDelayMs: number;
}

/** As much as RFC 9309 demands to read. */
export const ROBOTS_BYTES = 500 * 1024;

const PRODUCT = USER_AGENT.split('/')[0]?.toLowerCase() ?? '';

/** Everything is allowed. */
export const noRules: RobotsRules = { isAllowed: () => true, crawlDelayMs: 0 };

/** Reads the file. @param url - Where it stands: it speaks for this origin alone. */
export function parseRobots(url: URL, text: string): RobotsRules {
  const robots = robotsParser(url.href, joinAgents(text.replace(/^\uFEFF/, '')));
  const seconds = robots.getCrawlDelay(PRODUCT) ?? 0;
  return {
    isAllowed: (page) => robots.isAllowed(page.href, PRODUCT) ?? true,
    crawlDelayMs: Number.isFinite(seconds) && seconds > 0 ? seconds * 1_000 : 0,
  };
}

/**
 * Gives all other programs one name. The parser keeps every rule once for every name above it: ten thousand names over
 * ten thousand rules would fill the memory.
 */
function joinAgents(text: string): string {
  const kept: string[] = [];
  let group = new Set<string>();
  for (const line of text.split(/\r\n|\r|\n/)) {
    const [rule = ''] = line.split('#', 1);
    const colon = rule.indexOf(':');
    const key = rule.slice(0, Math.max(0, colon)).trim().toLowerCase();
    if (key === '') continue;
    if (key !== 'user-agent') {
      group = new Set();
      kept.push(rule);
      continue;
    }
    const agent = productOf(rule.slice(colon + 1));
    if (!group.has(agent)) kept.push(`User-agent: ${agent}`);
    group.add(agent);
  }
  return kept.join('\n');
}

function productOf(name: string): string {
  const product = name.trim().split('/')[0]?.trim().toLowerCase() ?? '';
  return product === '*' || product === PRODUCT ? product : 'others';
}
