import { describe, expect, it } from 'vitest';
import { createLog } from '../../src/log.ts';
import { startWebServer, type WebServerOptions } from '../../src/web/web-server.ts';

async function startServer(options: Partial<WebServerOptions> = {}) {
  const server = await startWebServer({
    port: 0,
    health: () => ({ healthy: true, library: {}, model: {}, embeddings: {}, telegram: {} }),
    metrics: async () => ({ text: 'zhibao_updates_total 1\n', type: 'text/plain; version=0.0.4' }),
    log: createLog('silent'),
    ...options,
  });
  return {
    ...server,
    url: `http://127.0.0.1:${server.port}`,
    [Symbol.asyncDispose]: () => server.close(),
  };
}

/** A webhook that keeps what it gets. */
function createWebhook() {
  const received: unknown[] = [];
  const receive = async (body: unknown) => {
    received.push(body);
    return true;
  };
  return { received, webhook: { path: '/telegram', secret: 'right-secret', receive } };
}

const post = (url: string, secret: string | undefined, body = '{"update_id":1}') =>
  fetch(`${url}/telegram`, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      ...(secret === undefined ? {} : { 'x-telegram-bot-api-secret-token': secret }),
    },
  });

describe('startWebServer()', () => {
  it('answers 200 where everything works and 503 where not, with the state of each part', async () => {
    let healthy = true;
    const telegram = { state: 'connected' };
    await using server = await startServer({
      health: () => ({
        healthy,
        library: { reports: 5 },
        model: { state: 'none' },
        embeddings: { state: 'none' },
        telegram,
      }),
    });

    const good = await fetch(`${server.url}/health`);
    healthy = false;
    const bad = await fetch(`${server.url}/health`);

    expect(good.status).toBe(200);
    expect(await good.json()).toEqual({
      healthy: true,
      library: { reports: 5 },
      model: { state: 'none' },
      embeddings: { state: 'none' },
      telegram,
    });
    expect(bad.status).toBe(503);
    expect(bad.headers.get('cache-control')).toBe('no-store');
  });

  it('serves metrics in the form that they come in', async () => {
    await using server = await startServer();

    const response = await fetch(`${server.url}/metrics`);

    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4');
    expect(await response.text()).toBe('zhibao_updates_total 1\n');
  });

  it('takes deliveries with the right secret only, and reads no other', async () => {
    const { webhook, received } = createWebhook();
    await using server = await startServer({ webhook });

    const refused = [undefined, '', 'wrong', 'right-secreT', 'right-secret-and-more', '秘'.normalize()].map(
      async (secret) => (await post(server.url, secret && encodeURIComponent(secret))).status,
    );

    expect(await Promise.all(refused)).toEqual(refused.map(() => 401));
    expect(received).toEqual([]);
    expect((await post(server.url, 'right-secret')).status).toBe(200);
    expect(received).toEqual([{ update_id: 1 }]);
  });

  it('refuses what is no JSON, too large, or no delivery', async () => {
    const { webhook } = createWebhook();
    await using server = await startServer({ webhook: { ...webhook, receive: async () => false } });
    const secret = 'right-secret';

    expect((await post(server.url, secret, '{"update_id":')).status).toBe(400);
    expect((await post(server.url, secret, '{}')).status).toBe(400);
    expect((await fetch(`${server.url}/telegram`)).status).toBe(404);
    expect((await fetch(`${server.url}/`)).status).toBe(404);
    const large = post(server.url, secret, `"${'x'.repeat(2_000_000)}"`);
    // The server may hang up before all of it was sent.
    expect([413, 'cut off']).toContain(await large.then(({ status }) => status).catch(() => 'cut off'));
  });

  it('answers 500 to a delivery that cannot be kept, so that it comes again', async () => {
    const { webhook } = createWebhook();
    const receive = () => Promise.reject(new Error('no disk'));
    await using server = await startServer({ webhook: { ...webhook, receive } });

    expect((await post(server.url, 'right-secret')).status).toBe(500);
  });

  it('has no door for deliveries where updates are fetched', async () => {
    await using server = await startServer();

    expect((await post(server.url, 'right-secret')).status).toBe(404);
  });

  it('says what to do when the port is taken', async () => {
    await using server = await startServer();

    await expect(startServer({ port: server.port })).rejects.toMatchObject({
      code: 'port-taken',
      message: `Cannot listen on port ${server.port}: EADDRINUSE`,
    });
  });
});
