/**
 * The door through which Telegram delivers updates.
 *
 * Source: `secret_token` at https://core.telegram.org/bots/api#setwebhook
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';

/** The door for Telegram's deliveries. */
export interface Webhook {
  readonly path: string;
  /** What Telegram sends along; without it nothing is read. */
  readonly secret: string;
  /** Keeps a delivery for good; resolves to `false` for what is none. */
  readonly receive: (body: unknown) => Promise<boolean>;
}

/** An update is some kilobytes; nothing near this is one. */
const maxBodyBytes = 1024 * 1024;

/** Answers 200 once a delivery is kept; Telegram repeats what gets anything else. */
export function receiveDeliveries({ secret, receive }: Webhook): Hono {
  const app = new Hono();
  app.post(
    '/',
    async (request, next) => {
      const given = request.req.header('x-telegram-bot-api-secret-token');
      if (given === undefined || !isSame(given, secret)) return request.body(null, 401);
      await next();
      return undefined;
    },
    bodyLimit({ maxSize: maxBodyBytes }),
    async (request) => {
      let body: unknown;
      try {
        body = await request.req.json();
      } catch {
        return request.body(null, 400);
      }
      return request.body(null, (await receive(body)) ? 200 : 400);
    },
  );
  return app;
}

/** Compares in constant time, whatever the lengths. */
function isSame(given: string, secret: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(secret));
}
