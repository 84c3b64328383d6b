import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { failureOf, fetchFrom } from './fetch-from.ts';
import { hangUp, page, redirect, startPageServer, status } from './page-server.ts';

const text = '2020年法治政府建设年度报告\n'.repeat(100);

function textOf({ bytes }: { readonly bytes: Uint8Array }): string {
  return new TextDecoder().decode(bytes);
}

describe('fetchReport()', () => {
  it('gives the bytes and what the server says of them', async () => {
    await using server = await startPageServer({
      '/zwgk/t2020_1.html?id=7': page(text, {
        'content-type': 'Text/HTML; Charset="GB2312"',
        'last-modified': 'Wed, 01 Apr 2020 08:00:00 GMT',
      }),
    });

    const report = await fetchFrom(`${server.url}/zwgk/t2020_1.html?id=7#top`);

    expect(textOf(report)).toBe(text);
    expect(report).toMatchObject({
      url: `${server.url}/zwgk/t2020_1.html?id=7`,
      contentType: 'text/html',
      charset: 'gb2312',
      fileName: 't2020_1.html',
      lastModified: '2020-04-01T08:00:00.000Z',
    });
  });

  it('says nothing where the server does not', async () => {
    await using server = await startPageServer({
      '/a': (_, response) => response.end(text),
      '/b': page(text, { 'content-type': 'nonsense', 'last-modified': 'yesterday' }),
    });
    const nothing = { contentType: null, charset: null, lastModified: null };

    expect(await fetchFrom(`${server.url}/a`)).toMatchObject({ ...nothing, fileName: 'a' });
    expect(await fetchFrom(`${server.url}/b`)).toMatchObject(nothing);
  });

  it('takes the name that the server gives', async () => {
    await using server = await startPageServer({
      '/download': page(text, {
        'content-type': 'application/pdf',
        'content-disposition': "attachment; filename*=UTF-8''%E6%8A%A5%E5%91%8A.pdf",
      }),
    });

    expect((await fetchFrom(`${server.url}/download`)).fileName).toBe('报告.pdf');
  });

  it.each([
    ['gzip', gzipSync(text)],
    ['x-gzip', gzipSync(text)],
    ['br', brotliCompressSync(text)],
    ['deflate', deflateSync(text)],
    ['identity', Buffer.from(text)],
  ])('unpacks %s', async (encoding, bytes) => {
    await using server = await startPageServer({ '/': page(bytes, { 'content-encoding': encoding }) });

    expect(textOf(await fetchFrom(`${server.url}/`))).toBe(text);
  });

  it.each(['zstd', 'gzip, gzip', 'constructor'])('refuses the packing "%s"', async (encoding) => {
    await using server = await startPageServer({ '/': page(text, { 'content-encoding': encoding }) });

    expect((await failureOf(`${server.url}/`)).code).toBe('url-encoding');
  });

  it('refuses what cannot be unpacked', async () => {
    await using server = await startPageServer({
      '/gzip': page(text, { 'content-encoding': 'gzip' }),
      '/br': page(text, { 'content-encoding': 'br' }),
    });

    expect((await failureOf(`${server.url}/gzip`)).code).toBe('url-encoding');
    expect((await failureOf(`${server.url}/br`)).code).toBe('url-encoding');
  });
});

describe('a redirect', () => {
  it.each([301, 302, 303, 307, 308])('of status %i is followed', async (code) => {
    await using server = await startPageServer({ '/': redirect('a/b?c=1', code), '/a/b?c=1': page(text) });

    expect((await fetchFrom(`${server.url}/`)).url).toBe(`${server.url}/a/b?c=1`);
  });

  it('may be written in bytes that are not ASCII', async () => {
    const path = '/报告';
    await using server = await startPageServer({
      '/': (_, response) => {
        response.writeHead(302, ['location', Buffer.from(path).toString('latin1')]).end();
      },
      [encodeURI(path)]: page(text),
    });

    expect((await fetchFrom(`${server.url}/`)).fileName).toBe('报告.html');
  });

  it('is followed five times, not six', async () => {
    const steps = Object.fromEntries(
      [1, 2, 3, 4, 5, 6].map((step) => [`/${step}`, redirect(`/${step + 1}`)] as const),
    );
    await using server = await startPageServer({ ...steps, '/7': page(text) });

    expect((await fetchFrom(`${server.url}/2`)).url).toBe(`${server.url}/7`);
    expect(await failureOf(`${server.url}/1`)).toMatchObject({
      code: 'url-redirects',
      url: `${server.url}/1`,
    });
    expect(server.asked.filter((path) => path === '/7')).toHaveLength(1);
  });

  it('in a circle is told as one', async () => {
    await using server = await startPageServer({ '/a': redirect('/b'), '/b': redirect('/a#again') });

    const error = await failureOf(`${server.url}/a`);

    expect(error.message).toBe(`Cannot fetch "${server.url}/a": its redirects lead in a circle`);
    expect(server.asked).toEqual(['/robots.txt', '/a', '/b']);
  });

  it.each([
    ['file:///etc/passwd', 'url-invalid'],
    ['http://user:hunter2@example.org/', 'url-credentials'],
    ['http://[', 'url-invalid'],
  ])('to %s is refused', async (target, code) => {
    await using server = await startPageServer({ '/': redirect(target) });

    const error = await failureOf(`${server.url}/`);

    expect(error.code).toBe(code);
    expect(error.message).not.toContain('hunter2');
  });

  it('without a target is a status like any other', async () => {
    await using server = await startPageServer({ '/': status(302) });

    expect(await failureOf(`${server.url}/`)).toMatchObject({ code: 'url-status', status: 302 });
  });
});

describe('a status other than 200', () => {
  it.each([
    [404, 'the page is not there'],
    [403, 'save it'],
    [412, 'save it'],
    [500, 'Try later'],
    [204, 'save it'],
    [206, 'save it'],
  ])('%i comes with a cure', async (code, cure) => {
    await using server = await startPageServer({ '/': status(code) });

    const error = await failureOf(`${server.url}/`);

    expect(error).toMatchObject({ code: 'url-status', status: code });
    expect(error.cure).toContain(cure);
  });

  it('is told without the query', async () => {
    await using server = await startPageServer({});

    const error = await failureOf(`${server.url}/a?token=hunter2`);

    expect(error.message).toBe(`Cannot fetch "${server.url}/a?…": the server answered with status 404`);
  });
});

describe('a page that is too large', () => {
  const limits = { maxBytes: 1_000_000 };

  it('is refused before it comes where its size is told', async () => {
    await using server = await startPageServer({
      '/': (_, response) => response.writeHead(200, { 'content-length': '1000001' }).flushHeaders(),
    });

    const error = await failureOf(`${server.url}/`, { limits });

    expect(error.message).toContain('it is larger than 1 MB');
  });

  it('is left as soon as it is, where it never ends', async () => {
    let leave = () => {};
    const left = new Promise<void>((resolve) => {
      leave = resolve;
    });
    await using server = await startPageServer({
      '/': (_, response) => {
        const write = () => {
          while (!response.destroyed && response.write(Buffer.alloc(65_536))) {}
        };
        response.on('drain', write).on('close', leave);
        write();
      },
    });

    expect((await failureOf(`${server.url}/`, { limits })).code).toBe('url-too-large');
    await left;
  });

  it.each([
    ['gzip', gzipSync(Buffer.alloc(200_000_000))],
    ['br', brotliCompressSync(Buffer.alloc(50_000_000))],
  ])('is refused when %s makes it so', async (encoding, bomb) => {
    await using server = await startPageServer({ '/': page(bomb, { 'content-encoding': encoding }) });

    expect(bomb.length).toBeLessThan(limits.maxBytes);
    expect((await failureOf(`${server.url}/`, { limits })).code).toBe('url-too-large');
  });

  it('may be as large as the limit', async () => {
    await using server = await startPageServer({ '/': page(Buffer.alloc(1_000_000)) });

    expect((await fetchFrom(`${server.url}/`, { limits })).bytes).toHaveLength(1_000_000);
  });
});

describe('a page that does not come whole', () => {
  it('is refused where it ends before its length', async () => {
    await using server = await startPageServer({
      '/': (request, response) => {
        response.writeHead(200, { 'content-length': '1000' });
        response.write('half', () => request.socket.end());
      },
    });

    const error = await failureOf(`${server.url}/`);

    expect(error.code).toBe('url-truncated');
    expect(server.asked).toEqual(['/robots.txt', '/', '/']);
  });

  it('is refused where it ends without its last part', async () => {
    await using server = await startPageServer({
      '/': (request, response) => {
        response.write('half', () => request.socket.destroy());
      },
    });

    expect((await failureOf(`${server.url}/`)).code).toBe('url-truncated');
  });

  it.each([
    ['gzip', gzipSync(text)],
    ['br', brotliCompressSync(text)],
  ])('is refused where the packing (%s) ends early', async (encoding, bytes) => {
    const half = bytes.subarray(0, bytes.length - 8);
    await using server = await startPageServer({ '/': page(half, { 'content-encoding': encoding }) });

    expect((await failureOf(`${server.url}/`)).code).toBe('url-truncated');
  });

  it('is refused where nothing comes at all', async () => {
    await using server = await startPageServer({ '/': page('') });

    expect((await failureOf(`${server.url}/`)).code).toBe('url-empty');
  });

  it('is whole after it broke off once', async () => {
    await using server = await startPageServer({ '/': [hangUp, page(text)] });

    expect(textOf(await fetchFrom(`${server.url}/`))).toBe(text);
  });

  it('is refused where the answer is not one of the web', async () => {
    await using server = await startPageServer({
      '/': (request) => {
        request.socket.end('220 mail.example ESMTP\r\n');
      },
    });

    expect((await failureOf(`${server.url}/`)).message).toContain('the answer is not one of the web (HPE_');
  });
});

describe('a page that is slow', () => {
  it('is given up when no answer begins', async () => {
    await using server = await startPageServer({ '/': () => {} });

    const error = await failureOf(`${server.url}/`, { limits: { idleTimeoutMs: 100 } });

    expect(error.message).toBe(`Cannot fetch "${server.url}/": nothing came for 0.1 s`);
  });

  it('is given up when it stops half way, and nothing of it is handed out', async () => {
    await using server = await startPageServer({
      '/': (_, response) => {
        response.write('half');
      },
    });

    expect((await failureOf(`${server.url}/`, { limits: { idleTimeoutMs: 100 } })).code).toBe('url-slow');
  });

  it('is given up when it drips without end', async () => {
    await using server = await startPageServer({
      '/': (_, response) => {
        const drip = setInterval(() => response.write('.'), 10);
        response.on('close', () => clearInterval(drip));
      },
    });

    const error = await failureOf(`${server.url}/`, {
      limits: { idleTimeoutMs: 5_000, wholeTimeoutMs: 300 },
    });

    expect(error.message).toContain('it did not end within 0.3 s');
  });

  it('is given up when no connection comes about', async () => {
    const error = await failureOf('http://report.example/', {
      limits: { connectTimeoutMs: 50 },
      lookup: () => new Promise(() => {}),
    });

    expect(error.message).toContain('no connection within 0.05 s');
  });

  it('is left when whoever asked stops it', async () => {
    const control = new AbortController();
    const stopped = new Error('Stopped');
    await using server = await startPageServer({
      '/': (_, response) => {
        response.write('half', () => control.abort(stopped));
      },
    });

    await expect(fetchFrom(`${server.url}/`, { signal: control.signal })).rejects.toBe(stopped);
  });

  it('is not begun when it was stopped before', async () => {
    await using server = await startPageServer({ '/': page(text) });
    const stopped = new Error('Stopped');

    await expect(fetchFrom(`${server.url}/`, { signal: AbortSignal.abort(stopped) })).rejects.toBe(stopped);
    expect(server.asked).toEqual([]);
  });
});

describe('a secure page', () => {
  it('is refused where the server speaks no TLS', async () => {
    await using server = await startPageServer({});

    const error = await failureOf(`https://127.0.0.1:${server.port}/`);

    expect(error.code).toBe('url-certificate');
    expect(error.message).toContain('no secure connection to "127.0.0.1" comes about');
  });
});

describe('a host that refuses connections', () => {
  it('is told as such', async () => {
    const server = await startPageServer({});
    await server[Symbol.asyncDispose]();

    expect((await failureOf(`${server.url}/`)).message).toContain('failed or broke off (ECONNREFUSED)');
  });
});
