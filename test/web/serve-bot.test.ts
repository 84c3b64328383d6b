/** The bot with its server: updates by webhook, health and metrics, through HTTP from both sides. */
import { describe, expect, it } from 'vitest';
import type { ModelReport } from '../../src/answer/model-report.ts';
import { createServe } from '../../src/assemble.ts';
import { parseConfig } from '../../src/config.ts';
import { findFreePort } from '../support/find-free-port.ts';
import { createFixedAssistant } from '../support/fixed-assistant.ts';
import { startBot } from '../support/start-bot.ts';
import { startTelegramServer, type TelegramServer } from '../support/telegram-server.ts';

/** A bot on a free port, to which Telegram delivers where `webhook` is set. */
async function serveBot(
  telegram: TelegramServer,
  options: { webhook?: boolean; secret?: string; model?: () => ModelReport } = {},
) {
  const port = await findFreePort();
  const { model } = options;
  const assistant = { ...createFixedAssistant(), ...(model ? { model } : {}) };
  const serve = createServe(parseConfig({ PORT: String(port), LOG_LEVEL: 'silent' }), assistant);
  const url = `http://127.0.0.1:${port}`;
  const webhook = options.webhook ? { webhook: { publicUrl: url, secret: options.secret } } : {};
  return { ...startBot(telegram, { assistant, ...(serve ? { serve } : {}), ...webhook }), url, assistant };
}

async function metricsOf(url: string): Promise<readonly string[]> {
  return (await (await fetch(`${url}/metrics`)).text()).split('\n');
}

describe('a bot with a webhook', () => {
  it('says where to deliver, takes deliveries with the secret, and answers them', async () => {
    await using telegram = await startTelegramServer();
    await using bot = await serveBot(telegram, { webhook: true, secret: 'a-secret' });

    expect(await telegram.nextCall('setWebhook')).toMatchObject({
      fields: {
        url: `${bot.url}/telegram`,
        secret_token: 'a-secret',
        allowed_updates: [
          'message',
          'edited_message',
          'callback_query',
          'inline_query',
          'my_chat_member',
          'stopped_message_generation',
        ],
      },
    });
    telegram.userSays('一', { userId: 1 });
    telegram.userSays('二', { userId: 1 });
    telegram.userSays('三', { userId: 2 });

    for (let count = 0; count < 3; count += 1) await telegram.nextMessage();
    expect(bot.assistant.asked.map(({ question }) => question).sort()).toEqual(['一', '三', '二']);
    expect(telegram.deliveries().map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(telegram.calls.map(({ method }) => method)).not.toContain('getUpdates');
  });

  it('makes a secret of its own where none is set, and answers a delivery once that comes twice', async () => {
    await using telegram = await startTelegramServer();
    await using bot = await serveBot(telegram, { webhook: true });
    const { fields } = await telegram.nextCall('setWebhook');
    telegram.userSays('一');
    await telegram.nextMessage();
    const [delivered] = telegram.deliveries();

    const again = async (secret: string) => {
      const chat = { id: 7, type: 'private', first_name: 'Reader' };
      const message = { message_id: 1, date: 1, chat, from: { ...chat, is_bot: false }, text: '一' };
      const response = await fetch(`${bot.url}/telegram`, {
        method: 'POST',
        headers: { 'x-telegram-bot-api-secret-token': secret },
        body: JSON.stringify({ update_id: delivered?.update_id, message }),
      });
      return response.status;
    };
    expect(await again('guessed')).toBe(401);
    expect(await again(String(fields.secret_token))).toBe(200);
    telegram.userSays('二');
    await telegram.nextMessage();

    expect(fields.secret_token).toMatch(/^[\w-]{43,256}$/);
    expect(bot.assistant.asked.map(({ question }) => question)).toEqual(['一', '二']);
  });

  it('ends with advice when Telegram does not deliver there', async () => {
    await using telegram = await startTelegramServer();
    const webhook = { publicUrl: 'http://example.org', secret: undefined };

    await expect(startBot(telegram, { webhook }).ended).rejects.toMatchObject({
      code: 'telegram-webhook-refused',
    });
  });
});

describe('a bot with a port', () => {
  it('is healthy while Telegram is reached, and tells the state of library, model and Telegram', async () => {
    await using telegram = await startTelegramServer();
    await using bot = await serveBot(telegram);
    await telegram.nextCall('getUpdates');

    const response = await fetch(`${bot.url}/health`);

    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      healthy: true,
      library: { state: 'open', reports: 2 },
      model: { state: 'none' },
      embeddings: { state: 'none' },
      telegram: { receiving: 'polling', state: 'connected', since: expect.any(String), waiting: 0 },
    });
  });

  it('is healthy with a model that fails, and says why and since when', async () => {
    await using telegram = await startTelegramServer();
    const since = '2026-01-01T00:00:00.000Z';
    let state: ModelReport['state'] = { state: 'ready', name: 'writer-1' };
    const counts = { written: 1, cached: 0, repaired: 0, composed: {}, faults: {}, ms: 20 };
    const tokens = { input: 10, output: 5 };
    const model = () => ({ name: 'writer-1', state, ...counts, tokens });
    await using bot = await serveBot(telegram, { model });
    await telegram.nextCall('getUpdates');

    const ready = await fetch(`${bot.url}/health`);
    state = { state: 'failing', name: 'writer-1', reason: 'model-slow', since };
    const failing = await fetch(`${bot.url}/health`);

    expect(await ready.json()).toMatchObject({ model: { state: 'ready', name: 'writer-1' } });
    expect(failing.status).toBe(200);
    expect(await failing.json()).toMatchObject({
      healthy: true,
      model: { state: 'failing', name: 'writer-1', reason: 'model-slow', since },
    });
    expect(await metricsOf(bot.url)).toContain('zhibao_model_tokens_total{direction="input"} 10');
  });

  it('is not healthy while Telegram is not reached, and again when it is', async () => {
    await using telegram = await startTelegramServer();
    telegram.failAtRandom({ rate: 1, seed: 1, kinds: ['dropped'] });
    await using bot = await serveBot(telegram);
    for (let count = 0; count < 5; count += 1) await telegram.nextCall('getMe');

    const lost = await fetch(`${bot.url}/health`);
    telegram.failAtRandom(undefined);
    await telegram.nextCall('getUpdates');
    const found = await fetch(`${bot.url}/health`);

    expect(lost.status).toBe(503);
    expect(await lost.json()).toMatchObject({ healthy: false, telegram: { state: 'unreachable' } });
    expect(found.status).toBe(200);
  });

  it('counts updates, answers and calls', async () => {
    await using telegram = await startTelegramServer();
    telegram.fail('sendMessage', 'broken');
    await using bot = await serveBot(telegram);
    telegram.userSays('一');
    await telegram.nextMessage();
    // The first is over before the second of the same chat begins.
    telegram.userSays('/help');
    await telegram.nextMessage();

    const metrics = await metricsOf(bot.url);

    const handled = /^zhibao_updates_total\{kind="message",outcome="handled"\} [12]$/;
    expect(metrics.some((line) => handled.test(line))).toBe(true);
    expect(metrics).toContain('zhibao_answer_milliseconds_count{kind="refusal"} 1');
    expect(metrics).toContain('zhibao_api_calls_total{method="sendMessage",outcome="500"} 1');
    expect(metrics).toContain('zhibao_api_calls_total{method="getMe",outcome="ok"} 1');
    expect(metrics.some((line) => /^zhibao_inbox_updates [01]$/.test(line))).toBe(true);
    expect(metrics.some((line) => line.startsWith('process_resident_memory_bytes '))).toBe(true);
  });
});
