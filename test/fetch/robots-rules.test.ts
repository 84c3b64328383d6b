import { describe, expect, it } from 'vitest';
import { parseRobots, type RobotsRules } from '../../src/fetch/robots-rules.ts';

const place = new URL('https://example.org/robots.txt');

function read(text: string): RobotsRules {
  const rules = parseRobots(place, text);
  if (!rules) throw new Error('Not gone by');
  return rules;
}

function allows(text: string, path: string): boolean {
  return read(text).isAllowed(new URL(path, place));
}

describe('parseRobots()', () => {
  it('goes by the rules for everybody', () => {
    const text = 'User-agent: *\nDisallow: /private/\nAllow: /private/open';

    expect(allows(text, '/report.html')).toBe(true);
    expect(allows(text, '/private/a')).toBe(false);
    expect(allows(text, '/private/open/a')).toBe(true);
  });

  it('goes by its own rules alone where there are any', () => {
    const text = 'User-agent: *\nDisallow: /\n\nUser-agent: zhibao/2.0\nDisallow: /drafts';

    expect(allows(text, '/report.html')).toBe(true);
    expect(allows(text, '/drafts/1')).toBe(false);
  });

  it('heeds no rules for others', () => {
    expect(allows('User-agent: other\nUser-agent: more\nDisallow: /', '/a')).toBe(true);
    expect(allows('User-agent: other\nUser-agent: Zhibao\nUser-agent: more\nDisallow: /', '/a')).toBe(false);
  });

  it('knows wildcards and the end of an address', () => {
    const text = 'User-agent: *\nDisallow: /*.pdf$';

    expect(allows(text, '/a/b.pdf')).toBe(false);
    expect(allows(text, '/a/b.pdf?x')).toBe(true);
  });

  it('takes an empty rule, an empty file, a page and a mark of byte order for what they are', () => {
    expect(allows('User-agent: *\nDisallow:', '/a')).toBe(true);
    expect(allows('', '/a')).toBe(true);
    expect(allows('<html><body style="a:b">Disallow: /</body></html>', '/a')).toBe(true);
    expect(allows('\uFEFFUser-agent: *\r\nDisallow: / # all', '/a')).toBe(false);
  });

  it('reads the delay in seconds', () => {
    expect(read('User-agent: *\nCrawl-delay: 2.5').crawlDelayMs).toBe(2_500);
    expect(read('User-agent: *\nCrawl-delay: -1').crawlDelayMs).toBe(0);
    expect(read('User-agent: *\nCrawl-delay: soon').crawlDelayMs).toBe(0);
    expect(read('User-agent: *\nCrawl-delay: Infinity').crawlDelayMs).toBe(0);
  });

  it('reads ten thousand names over ten thousand rules as one', () => {
    const names = Array.from({ length: 10_000 }, (_, index) => `User-agent: a${index}\n:\n`);
    const text = `${names.join('')}User-agent: *\n${'Disallow: /x\n'.repeat(10_000)}`;

    expect(allows(text, '/x')).toBe(false);
    expect(allows(text, '/y')).toBe(true);
  });

  it('does not go by patterns that would take seconds', () => {
    const pattern = `Disallow: /${'*a'.repeat(500)}b\n`;

    expect(parseRobots(place, `User-agent: *\n${pattern.repeat(100)}`)).toBeUndefined();
    expect(read(`User-agent: *\n${pattern.repeat(10)}`)).toBeDefined();
  });
});
