import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { createManners } from '../../src/fetch/manners.ts';
import { failureOf, fetchFrom } from './fetch-from.ts';
import { hangUp, page, redirect, startPageServer, status } from './page-server.ts';
import { createSkippingClock } from './skipping-clock.ts';

const report = page('a report');

function startWithRobots(robots: string, answers = {}) {
  return startPageServer({ '/robots.txt': page(robots), '/': report, ...answers });
}

describe('manners', () => {
  it('ask robots.txt first, once for a host', async () => {
    await using server = await startPageServer({ '/a': report, '/b': report });
    const manners = createManners(createSkippingClock());

    await fetchFrom(`${server.url}/a`, { manners });
    await fetchFrom(`${server.url}/b`, { manners });

    expect(server.asked).toEqual(['/robots.txt', '/a', '/b']);
  });

  it('name the project in every request', async () => {
    await using server = await startWithRobots('');

    await fetchFrom(`${server.url}/`);

    expect(server.headers.map((headers) => headers['user-agent'])).toEqual([
      expect.stringMatching(/^Zhibao\//),
      expect.stringMatching(/^Zhibao\//),
    ]);
  });

  it('leave alone what robots.txt does not allow', async () => {
    await using server = await startWithRobots('User-agent: *\nDisallow: /closed');

    const error = await failureOf(`${server.url}/closed/report.html`);

    expect(error.code).toBe('url-robots');
    expect(error.cure).toContain('save it');
    expect(server.asked).toEqual(['/robots.txt']);
    await expect(fetchFrom(`${server.url}/`)).resolves.toMatchObject({ contentType: 'text/html' });
  });

  it('heed robots.txt of the place that a redirect leads to', async () => {
    await using closed = await startWithRobots('User-agent: *\nDisallow: /');
    await using server = await startPageServer({ '/': redirect(`${closed.url}/`) });

    const error = await failureOf(`${server.url}/`);

    expect(error.code).toBe('url-robots');
    expect(error.message).toContain(`it redirects to "${closed.url}/"`);
    expect(closed.asked).toEqual(['/robots.txt']);
  });

  it('follow robots.txt where it was moved to, and hold it for the host that was asked', async () => {
    await using server = await startPageServer({
      '/robots.txt': redirect('/rules.txt', 301),
      '/rules.txt': page('User-agent: *\nDisallow: /closed'),
      '/': report,
    });

    expect((await failureOf(`${server.url}/closed`)).code).toBe('url-robots');
    await expect(fetchFrom(`${server.url}/`)).resolves.toBeDefined();
  });

  it.each([401, 403, 404, 410])('take status %i of robots.txt for leave', async (code) => {
    await using server = await startPageServer({ '/robots.txt': status(code), '/': report });

    await expect(fetchFrom(`${server.url}/`)).resolves.toBeDefined();
  });

  it.each([
    ['status 500', status(500)],
    ['redirects without end', redirect('/robots.txt')],
  ])('take %s of robots.txt for refusal, and tell the reason', async (_, answer) => {
    await using server = await startPageServer({ '/robots.txt': answer, '/': report });

    const error = await failureOf(`${server.url}/`);

    expect(error.code).toBe('url-robots-unreachable');
    expect(error.message).toMatch(/robots\.txt: (?:the server answered with status 500|more than 5)/);
    expect(server.asked).not.toContain('/');
  });

  it('ask for nothing else where robots.txt cannot be gone by', async () => {
    await using server = await startWithRobots(`User-agent: *\nDisallow: /${'*a'.repeat(50_000)}`);

    const error = await failureOf(`${server.url}/`);

    expect(error.code).toBe('url-robots-unreachable');
    expect(server.asked).toEqual(['/robots.txt']);
  });

  it('ask for nothing else where the connection for robots.txt breaks', async () => {
    await using server = await startPageServer({ '/robots.txt': hangUp, '/': report });

    const error = await failureOf(`${server.url}/`);

    expect(error).toMatchObject({ code: 'url-unreachable', url: `${server.url}/` });
    expect(server.asked).toEqual(['/robots.txt', '/robots.txt']);
  });

  it('ask a host that failed again after a minute, one that did not after a day', async () => {
    await using server = await startPageServer({ '/robots.txt': [status(500), page('')], '/': report });
    const clock = createSkippingClock();
    const manners = createManners(clock);

    await failureOf(`${server.url}/`, { manners });
    await failureOf(`${server.url}/`, { manners });
    await clock.wait(60_000);
    await fetchFrom(`${server.url}/`, { manners });
    await clock.wait(23 * 3_600_000);
    await fetchFrom(`${server.url}/`, { manners });
    await clock.wait(2 * 3_600_000);
    await fetchFrom(`${server.url}/`, { manners });

    expect(server.asked).toEqual(['/robots.txt', '/robots.txt', '/', '/', '/robots.txt', '/']);
  });

  it('read as much of robots.txt as they must, and no more', async () => {
    const filler = `# ${'x'.repeat(600_000)}\n`;
    await using server = await startWithRobots(`User-agent: *\nDisallow: /closed\n${filler}Disallow: /late`);

    expect((await failureOf(`${server.url}/closed`)).code).toBe('url-robots');
    expect((await failureOf(`${server.url}/late`)).code).toBe('url-status');
  });

  it('rest two seconds between requests to a host', async () => {
    await using server = await startPageServer({ '/': redirect('/a'), '/a': report });
    const clock = createSkippingClock();

    await fetchFrom(`${server.url}/`, { manners: createManners(clock) });

    expect(clock.waits).toEqual([2_000, 2_000]);
  });

  it('rest as long as robots.txt asks for, up to half a minute', async () => {
    await using server = await startWithRobots('User-agent: *\nCrawl-delay: 5');
    await using slow = await startWithRobots('User-agent: *\nCrawl-delay: 86400');
    const clocks = [createSkippingClock(), createSkippingClock()] as const;

    await fetchFrom(`${server.url}/`, { manners: createManners(clocks[0]) });
    await fetchFrom(`${slow.url}/`, { manners: createManners(clocks[1]) });

    expect(clocks.map(({ waits }) => waits)).toEqual([[5_000], [30_000]]);
  });

  it('do not rest between hosts', async () => {
    await using server = await startPageServer({ '/': report });
    const clock = createSkippingClock();
    const options = {
      manners: createManners(clock),
      lookup: async () => [{ address: '127.0.0.1', family: 4 }],
    };

    await fetchFrom(`http://a.example:${server.port}/`, options);
    await fetchFrom(`http://b.example:${server.port}/`, options);

    expect(clock.waits).toEqual([2_000, 2_000]);
  });

  it('ask one thing at a time of a host', async () => {
    let open = 0;
    let most = 0;
    const counting = (_: unknown, response: ServerResponse) => {
      most = Math.max(most, ++open);
      once(response, 'close').then(() => {
        open--;
      });
      setImmediate(() => response.end('a report'));
    };
    await using server = await startPageServer({ '/a': counting, '/b': counting, '/c': counting });
    const manners = createManners(createSkippingClock());

    await Promise.all(['/a', '/b', '/c'].map((path) => fetchFrom(`${server.url}${path}`, { manners })));

    expect(most).toBe(1);
    expect(server.asked).toEqual(['/robots.txt', '/a', '/b', '/c']);
  });

  it('go on with the next after a failure', async () => {
    await using server = await startPageServer({ '/a': status(500), '/b': report });
    const manners = createManners(createSkippingClock());

    const failed = failureOf(`${server.url}/a`, { manners });
    const fetched = fetchFrom(`${server.url}/b`, { manners });

    expect((await failed).code).toBe('url-status');
    await expect(fetched).resolves.toBeDefined();
  });

  it('try a broken connection once more, after a rest', async () => {
    await using server = await startPageServer({ '/': [hangUp, report] });
    const clock = createSkippingClock();

    await fetchFrom(`${server.url}/`, { manners: createManners(clock) });

    expect(server.asked).toEqual(['/robots.txt', '/', '/']);
    expect(clock.waits).toEqual([2_000, 2_000]);
  });

  it('give up when it breaks again', async () => {
    await using server = await startPageServer({ '/': hangUp });

    const error = await failureOf(`${server.url}/`);

    expect(error.code).toBe('url-unreachable');
    expect(server.asked).toEqual(['/robots.txt', '/', '/']);
  });

  it.each([429, 503])('wait once as long as status %i asks', async (code) => {
    await using server = await startPageServer({ '/': [status(code, { 'retry-after': '7' }), report] });
    const clock = createSkippingClock();

    await fetchFrom(`${server.url}/`, { manners: createManners(clock) });

    expect(clock.waits).toEqual([2_000, 7_000]);
  });

  it('do not wait twice, nor longer than a minute, nor for nothing', async () => {
    await using server = await startPageServer({
      '/twice': status(503, { 'retry-after': '7' }),
      '/long': status(429, { 'retry-after': '3600' }),
      '/none': status(503),
    });

    expect((await failureOf(`${server.url}/twice`)).message).toContain(
      'status 503 and asks to come back later (7)',
    );
    expect((await failureOf(`${server.url}/long`)).message).toContain('come back later (3600)');
    expect((await failureOf(`${server.url}/none`)).status).toBe(503);
    expect(server.asked.filter((path) => path !== '/robots.txt')).toEqual([
      '/twice',
      '/twice',
      '/long',
      '/none',
    ]);
  });

  it('let go of a queue that nobody waits for any more', async () => {
    await using server = await startPageServer({ '/a': () => {}, '/b': report });
    const manners = createManners(createSkippingClock());
    const control = new AbortController();
    const stopped = new Error('Nobody waits');

    const first = fetchFrom(`${server.url}/a`, { manners, signal: control.signal });
    const second = fetchFrom(`${server.url}/b`, { manners, signal: control.signal });
    control.abort(stopped);

    await expect(first).rejects.toBe(stopped);
    await expect(second).rejects.toBe(stopped);
    await expect(fetchFrom(`${server.url}/b`, { manners })).resolves.toBeDefined();
    expect(server.asked.filter((path) => path === '/b')).toHaveLength(1);
  });
});
