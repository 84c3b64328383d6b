import type { LookupAddress } from 'node:dns';
import { describe, expect, it } from 'vitest';
import { failureOf, fetchFrom } from './fetch-from.ts';
import { page, redirect, startPageServer } from './page-server.ts';

function answering(...addresses: readonly string[]): readonly LookupAddress[] {
  return addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
}

describe('the addresses of a name', () => {
  it.each([
    ['127.0.0.1'],
    ['::1'],
    ['::ffff:127.0.0.1'],
    ['10.0.0.5'],
    ['169.254.169.254'],
    ['0.0.0.0'],
    ['8.8.8.8', '127.0.0.1'],
    ['not an address'],
  ])('are refused when one of them is %s %s', async (...addresses) => {
    await using server = await startPageServer({ '/': page('secret') });

    const error = await failureOf(`http://report.example:${server.port}/`, {
      allowPrivate: false,
      allowedPorts: [server.port],
      lookup: async () => answering(...addresses),
    });

    expect(error.code).toBe('url-private');
    expect(server.asked).toEqual([]);
  });

  it('are refused by the system’s own lookup, too', async () => {
    await using server = await startPageServer({ '/': page('secret') });

    const error = await failureOf(`http://localhost:${server.port}/`, {
      allowPrivate: false,
      allowedPorts: [server.port],
    });

    expect(error.message).toContain('"localhost" has the address');
    expect(error.cure).toContain('ALLOW_PRIVATE_URLS=on');
    expect(server.asked).toEqual([]);
  });

  it('are those connected to', async () => {
    await using server = await startPageServer({ '/': page('a report') });

    const report = await fetchFrom(`http://report.example:${server.port}/`, {
      lookup: async () => answering('127.0.0.1'),
    });

    expect(new TextDecoder().decode(report.bytes)).toBe('a report');
    expect(server.headers.at(-1)?.host).toBe(`report.example:${server.port}`);
  });

  it('are checked anew for every connection: a name that changes its address is refused', async () => {
    await using server = await startPageServer({ '/': page('secret') });
    const turns = [answering('127.0.0.1'), answering('169.254.169.254')];

    const error = await failureOf(`http://report.example:${server.port}/`, {
      lookup: async () => turns.shift() ?? [],
    });

    expect(error.code).toBe('url-private');
    expect(server.asked).toEqual(['/robots.txt']);
    expect(turns).toEqual([]);
  });

  it('are looked up once for a connection', async () => {
    await using server = await startPageServer({ '/': page('a report') });
    const names: string[] = [];

    await fetchFrom(`http://report.example:${server.port}/`, {
      lookup: async (name) => {
        names.push(name);
        return answering('127.0.0.1');
      },
    });

    expect(names).toEqual(['report.example', 'report.example']);
  });

  it('are checked where a redirect leads', async () => {
    await using server = await startPageServer({ '/': redirect('http://inside.example/admin?key=1') });

    const error = await failureOf(`http://report.example:${server.port}/`, {
      lookup: async (name) => answering(name === 'inside.example' ? '169.254.169.254' : '127.0.0.1'),
    });

    expect(error.code).toBe('url-private');
    expect(error.message).toBe(
      `Cannot fetch "http://report.example:${server.port}/": it redirects to "http://inside.example/admin?…": ` +
        '"inside.example" has the address 169.254.169.254, which is not one of the public web',
    );
  });

  it.each(['http://169.254.169.254/', 'http://[::ffff:169.254.169.254]/', 'http://0xa9fea9fe/', '//0/'])(
    'are checked where a redirect leads to %s itself',
    async (target) => {
      await using server = await startPageServer({ '/': redirect(target) });

      const error = await failureOf(`${server.url}/`);

      expect(error.code).toBe('url-private');
    },
  );

  it('are checked where robots.txt redirects to', async () => {
    await using server = await startPageServer({
      '/robots.txt': redirect('http://169.254.169.254/'),
      '/': page('a report'),
    });

    const error = await failureOf(`${server.url}/`);

    expect(error.code).toBe('url-robots-unreachable');
    expect(server.asked).toEqual(['/robots.txt']);
  });

  it('that do not exist are told as such', async () => {
    const lookup = async () => {
      throw Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' });
    };

    const error = await failureOf('http://nowhere.example/', { lookup });

    expect(error.message).toContain('there is no host "nowhere.example"');
  });
});
