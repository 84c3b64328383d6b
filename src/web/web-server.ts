/** What is reached over HTTP: health, metrics, and the door through which Telegram delivers updates. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { UserError } from '../errors.ts';
import { describeError, type Log } from '../log.ts';
import { receiveDeliveries, type Webhook } from './receive-deliveries.ts';

/** Whether everything works, and the state of each part. */
export interface Health {
  readonly healthy: boolean;
  readonly library: object;
  readonly model: object;
  readonly telegram: object;
}

/** What the server answers with. */
export interface WebServerOptions {
  /** 0 takes a free one. */
  readonly port: number;
  readonly health: () => Health;
  readonly metrics: () => Promise<{ readonly text: string; readonly type: string }>;
  readonly webhook?: Webhook;
  readonly log: Log;
}

/** A server that listens. */
export interface WebServer {
  readonly port: number;
  /** Ends connections and frees the port; answers being sent are finished first. */
  close(): Promise<void>;
}

/** How long a request being answered may hold up the end. */
const closeTimeoutMs = 1000;

/**
 * Starts the server on all addresses of the machine.
 *
 * @throws UserError `port-taken` when something else listens there.
 */
export async function startWebServer(options: WebServerOptions): Promise<WebServer> {
  const server = createServer(getRequestListener(createApp(options).fetch));
  server.listen(options.port);
  try {
    await once(server, 'listening');
  } catch (cause) {
    throw new UserError(
      'port-taken',
      `Cannot listen on port ${options.port}: ${(cause as NodeJS.ErrnoException).code}`,
      'Set PORT to another number, or stop what listens there',
      { cause },
    );
  }
  return { port: (server.address() as AddressInfo).port, close: () => close(server) };
}

function createApp({ health, metrics, webhook, log }: WebServerOptions): Hono {
  const app = new Hono();
  app.onError((error, request) => {
    if (error instanceof HTTPException) return error.getResponse();
    log.error({ path: request.req.path, error: describeError(error) }, 'request failed');
    return request.body(null, 500);
  });
  app.get('/health', (request) => {
    const state = health();
    return request.json(state, state.healthy ? 200 : 503, { 'cache-control': 'no-store' });
  });
  app.get('/metrics', async (request) => {
    const { text, type } = await metrics();
    return request.body(text, 200, { 'content-type': type });
  });
  if (webhook) app.route(webhook.path, receiveDeliveries(webhook));
  return app;
}

async function close(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  // Telegram and proxies keep theirs open.
  server.closeIdleConnections();
  const late = setTimeout(() => server.closeAllConnections(), closeTimeoutMs);
  await closed;
  clearTimeout(late);
}
