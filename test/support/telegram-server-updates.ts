/**
 * Updates until the bot confirms them: handed out by `getUpdates` or posted to a webhook.
 *
 * As at Telegram, an update is delivered again until a higher `offset`, or a response 2xx of the webhook,
 * confirms it. While a webhook is set `getUpdates` is refused, and of two at once the older one is.
 */
import { TelegramRefusal } from './telegram-server-refusal.ts';
import type { Fields } from './telegram-server-request.ts';
import { createWebhook, type Delivery } from './telegram-server-webhook.ts';

/** An update as the Bot API delivers it. */
export interface TelegramUpdate {
  readonly update_id: number;
  readonly [kind: string]: unknown;
}

export interface UpdateQueue {
  /** Queues an update; `undefined` when the bot does not ask for its kind. Returns its id. */
  push(update: Fields): number | undefined;
  /** Not yet confirmed. */
  pending(): readonly TelegramUpdate[];
  deliveries(): readonly Delivery[];
  /** The method `getUpdates`; ends early when `signal` aborts. */
  poll(fields: Fields, signal: AbortSignal): Promise<unknown>;
  setWebhook(fields: Fields): boolean;
  deleteWebhook(fields: Fields): boolean;
  webhookInfo(): object;
  close(): void;
}

/** Kinds that are not delivered unless asked for. */
const unasked = ['chat_member', 'message_reaction', 'message_reaction_count'];

/** @param runMethod - Carries out a method that stands in the response of the webhook. */
export function createUpdateQueue(runMethod: (fields: Fields) => void): UpdateQueue {
  let updates: readonly TelegramUpdate[] = [];
  let lastUpdateId = 0;
  let allowed: readonly string[] = [];
  let waiting: { readonly wake: () => void; readonly conflict: () => void } | undefined;
  const webhook = createWebhook({
    pending: () => updates,
    confirm(confirmed) {
      updates = updates.filter(({ update_id }) => update_id !== confirmed);
    },
    runMethod,
  });

  return {
    push(update) {
      const kind = Object.keys(update).find((name) => name !== 'update_id') ?? '';
      const isWanted = allowed.length > 0 ? allowed.includes(kind) : !unasked.includes(kind);
      if (!isWanted) return undefined;
      lastUpdateId += 1;
      updates = [...updates, { ...update, update_id: lastUpdateId }];
      waiting?.wake();
      webhook.deliver();
      return lastUpdateId;
    },
    pending: () => updates,
    deliveries: webhook.deliveries,
    poll,
    setWebhook(fields) {
      webhook.set(fields);
      remember(fields);
      if (webhook.url() !== '') waiting?.conflict();
      webhook.deliver();
      return true;
    },
    deleteWebhook(fields) {
      remember(fields);
      webhook.remove();
      return true;
    },
    webhookInfo: () => ({
      url: webhook.url(),
      has_custom_certificate: false,
      pending_update_count: updates.length,
      ...(allowed.length > 0 ? { allowed_updates: allowed } : {}),
      ...webhook.state(),
    }),
    close() {
      webhook.remove();
      waiting?.wake();
    },
  };

  function remember(fields: Fields): void {
    if (fields.drop_pending_updates === true) updates = [];
    if (Array.isArray(fields.allowed_updates)) allowed = fields.allowed_updates.map(String);
  }

  async function poll(fields: Fields, signal: AbortSignal): Promise<unknown> {
    if (webhook.url() !== '') {
      throw conflict(
        "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    }
    waiting?.conflict();
    remember({ allowed_updates: fields.allowed_updates });
    const offset = Number(fields.offset ?? 0);
    const timeoutMs = Math.min(Number(fields.timeout ?? 0), 50) * 1000;
    // An offset confirms everything before it, for good; a negative one counts from the end.
    updates = offset < 0 ? updates.slice(offset) : updates.filter(({ update_id }) => update_id >= offset);
    if (updates.length === 0 && timeoutMs > 0) await arrival(timeoutMs, signal);
    return updates.slice(0, Math.min(Math.max(Number(fields.limit ?? 100), 1), 100));
  }

  function arrival(timeoutMs: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(leave, timeoutMs);
      const mine = { wake: leave, conflict: refuse };
      waiting = mine;
      signal.addEventListener('abort', leave, { once: true });
      function leave(): void {
        clearTimeout(timer);
        signal.removeEventListener('abort', leave);
        if (waiting === mine) waiting = undefined;
        resolve();
      }
      function refuse(): void {
        reject(
          conflict('terminated by other getUpdates request; make sure that only one bot instance is running'),
        );
        leave();
      }
    });
  }
}

function conflict(what: string): TelegramRefusal {
  return new TelegramRefusal(409, `Conflict: ${what}`);
}
