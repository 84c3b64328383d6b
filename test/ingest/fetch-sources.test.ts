import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createManners } from '../../src/fetch/manners.ts';
import { fetchSources, isAddress } from '../../src/ingest/fetch-sources.ts';
import { page, startPageServer } from '../fetch/page-server.ts';
import { createSkippingClock } from '../fetch/skipping-clock.ts';

const html = readFileSync(new URL('../report-kinds/files/021_5e90d2b7c1f8463a.html', import.meta.url));
const options = () => ({ allowPrivate: true, manners: createManners(createSkippingClock()) });

describe('fetchSources()', () => {
  it('gives the bytes of a page with its address and what the server said of them', async () => {
    await using server = await startPageServer({
      '/report.html': page(html, { 'content-type': 'text/html; charset=UTF-8' }),
    });

    const { sources, skipped } = await fetchSources([`${server.url}/report.html`], options());

    expect(skipped).toEqual([]);
    expect(sources).toMatchObject([
      {
        kind: 'bytes',
        name: 'report.html',
        url: `${server.url}/report.html`,
        contentType: 'text/html; charset=utf-8',
      },
    ]);
  });

  it('names an address that gives nothing, and fetches the others', async () => {
    await using server = await startPageServer({ '/report.html': page(html) });
    const [missing, there] = [`${server.url}/missing.html`, `${server.url}/report.html`];

    const { sources, skipped } = await fetchSources([missing, there], options());

    expect(skipped).toMatchObject([{ source: missing, reason: expect.stringContaining('404') }]);
    expect(sources).toHaveLength(1);
  });

  it('refuses an address of this machine where that is not allowed', async () => {
    const { skipped } = await fetchSources(['http://127.0.0.1/report.html'], {
      ...options(),
      allowPrivate: false,
    });

    expect(skipped).toHaveLength(1);
  });
});

describe('isAddress()', () => {
  it.each([
    ['https://example.org/1.html', true],
    ['HTTP://example.org', true],
    ['data/reports', false],
    ['http.txt', false],
  ])('says of %s: %s', (path, is) => {
    expect(isAddress(path)).toBe(is);
  });
});
