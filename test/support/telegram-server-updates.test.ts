import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { callTelegram } from './call-telegram.ts';
import { startTelegramServer } from './telegram-server.ts';

interface Update {
  readonly update_id: number;
  readonly message: { readonly text: string };
}

async function updatesOf(...given: Parameters<typeof callTelegram>): Promise<readonly string[]> {
  const { result } = await callTelegram(...given);
  return (result as readonly Update[]).map(({ message }) => message.text);
}

describe('getUpdates', () => {
  it('delivers an update again until a higher offset confirms it', async () => {
    await using telegram = await startTelegramServer();
    for (const text of ['一', '二', '三']) telegram.userSays(text);

    expect(await updatesOf(telegram, 'getUpdates', { limit: 2 })).toEqual(['一', '二']);
    expect(await updatesOf(telegram, 'getUpdates')).toEqual(['一', '二', '三']);
    expect(await updatesOf(telegram, 'getUpdates', { offset: 3 })).toEqual(['三']);
    expect(await updatesOf(telegram, 'getUpdates', { offset: 0 })).toEqual(['三']);
    expect(telegram.pending()).toHaveLength(1);
  });

  it('forgets all but the last with a negative offset', async () => {
    await using telegram = await startTelegramServer();
    for (const text of ['一', '二', '三']) telegram.userSays(text);

    expect(await updatesOf(telegram, 'getUpdates', { offset: -1 })).toEqual(['三']);
    expect(telegram.pending()).toHaveLength(1);
  });

  it('waits for an update up to its timeout', async () => {
    await using telegram = await startTelegramServer();

    const called = telegram.nextCall('getUpdates');
    const waiting = updatesOf(telegram, 'getUpdates', { timeout: 50 });
    await called;
    telegram.userSays('一');

    expect(await waiting).toEqual(['一']);
  });

  it('leaves out the kinds that the bot does not ask for, from then on', async () => {
    await using telegram = await startTelegramServer();

    telegram.update({ chat_member: {} });
    telegram.userSays('一');
    await callTelegram(telegram, 'getUpdates', { allowed_updates: ['inline_query'] });
    telegram.userSays('二');
    telegram.userAsksInline('三');

    const { result } = await callTelegram(telegram, 'getUpdates');
    expect((result as readonly object[]).map((update) => Object.keys(update)[0])).toEqual([
      'message',
      'inline_query',
    ]);
  });

  it('ends the older of two calls with a conflict', async () => {
    await using telegram = await startTelegramServer();
    const called = telegram.nextCall('getUpdates');
    const first = callTelegram(telegram, 'getUpdates', { timeout: 50 });
    await called;

    void callTelegram(telegram, 'getUpdates', { timeout: 50 }).catch(() => {});

    expect(await first).toMatchObject({ error_code: 409, description: /terminated by other getUpdates/ });
  });
});

/** A bot's webhook that answers with the given statuses, then with 200. */
async function startWebhook(...statuses: number[]) {
  const got: { readonly secret: unknown; readonly text: string }[] = [];
  let seen = (): void => {};
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    const { message } = JSON.parse(body) as Update;
    got.push({ secret: request.headers['x-telegram-bot-api-secret-token'], text: message.text });
    response.writeHead(statuses.shift() ?? 200).end();
    seen();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/telegram`,
    got,
    async until(count: number): Promise<void> {
      while (got.length < count) await new Promise<void>((resolve) => (seen = resolve));
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

describe('setWebhook', () => {
  it('posts with the secret until the bot answers 2xx, a chat in order and others meanwhile', async () => {
    await using telegram = await startTelegramServer();
    await using webhook = await startWebhook(500, 503);
    telegram.userSays('一');
    telegram.userSays('二');

    await callTelegram(telegram, 'setWebhook', { url: webhook.url, secret_token: 'geheim' });
    await webhook.until(4);
    telegram.userSays('三', { userId: 8 });
    await webhook.until(5);

    expect(webhook.got.map(({ text }) => text)).toEqual(['一', '一', '一', '二', '三']);
    expect(new Set(webhook.got.map(({ secret }) => secret))).toEqual(new Set(['geheim']));
    expect(
      telegram
        .deliveries()
        .slice(0, 3)
        .map(({ status }) => status),
    ).toEqual([500, 503, 200]);
    const { result } = await callTelegram(telegram, 'getWebhookInfo');
    expect(result).toMatchObject({ url: webhook.url, last_error_message: /503/ });
  });

  it('refuses getUpdates until it is deleted', async () => {
    await using telegram = await startTelegramServer();
    await callTelegram(telegram, 'setWebhook', { url: 'https://example.org/' });

    expect(await callTelegram(telegram, 'getUpdates')).toMatchObject({ error_code: 409 });
    await callTelegram(telegram, 'deleteWebhook');
    expect(await callTelegram(telegram, 'getUpdates')).toEqual({ ok: true, result: [] });
  });

  it('drops what is pending when it is told to', async () => {
    await using telegram = await startTelegramServer();
    telegram.userSays('一');

    await callTelegram(telegram, 'deleteWebhook', { drop_pending_updates: true });

    expect(telegram.pending()).toEqual([]);
  });

  it('refuses plain HTTP elsewhere than on loopback, and a secret with other characters', async () => {
    await using telegram = await startTelegramServer();

    expect(await callTelegram(telegram, 'setWebhook', { url: 'http://example.org' })).toMatchObject({
      description: /HTTPS URL must be provided/,
    });
    expect(
      await callTelegram(telegram, 'setWebhook', { url: 'https://example.org', secret_token: '密' }),
    ).toMatchObject({ description: /unallowed characters/ });
  });
});
