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

/** Characters of rules with `*`, each of which is held against every end of an address: 0.2 s for a long one. */
const MAX_PATTERNS = 50_000;

const PRODUCT = USER_AGENT.split('/')[0]?.toLowerCase() ?? '';

/** Everything is allowed. */
export const noRules: RobotsRules = { isAllowed: () => true, crawlDelayMs: 0 };

/**
 * Reads the file.
 *
 * @param url - Where it stands: it speaks for this origin alone.
 * @returns `undefined` for a file that would take seconds to go by.
 */
export function parseRobots(url: URL, text: string): RobotsRules | undefined {
  const lines = joinAgents(text.replace(/^\uFEFF/, ''));
  if (lengthOfPatterns(lines) > MAX_PATTERNS) return undefined;
  const robots = robotsParser(url.href, lines.join('\n'));
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
function joinAgents(text: string): readonly string[] {
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
  return kept;
}

function lengthOfPatterns(lines: readonly string[]): number {
  const patterns = lines.filter((line) => line.includes('*'));
  return patterns.reduce((sum, { length }) => sum + length, 0);
}

function productOf(name: string): string {
  const product = name.trim().split('/')[0]?.trim().toLowerCase() ?? '';
  return product === '*' || product === PRODUCT ? product : 'others';
}
