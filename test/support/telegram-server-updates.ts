/**
 * Updates until the bot confirms them: handed out by `getUpdates` or posted to a webhook.
 *
 * As at Telegram, an update is delivered again until a higher `offset` or a response 2xx confirms it;
 * a webhook gets the updates of one chat one after another, those of different chats side by side.
 */
import { badRequest, TelegramRefusal } from './telegram-server-refusal.ts';
import type { Fields } from './telegram-server-request.ts';

/** An update as the Bot API delivers it. */
export interface TelegramUpdate {
  readonly update_id: number;
  readonly [kind: string]: unknown;
}

/** One try to hand an update to the webhook; `status` is missing where nobody answered. */
export interface Delivery {
  readonly update_id: number;
  readonly status: number | undefined;
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
/** Telegram waits longer; a test does not. */
const retryDelayMs = 25;

/** @param runMethod - Carries out a method that stands in the response of the webhook. */
export function createUpdateQueue(runMethod: (fields: Fields) => void): UpdateQueue {
  let updates: TelegramUpdate[] = [];
  let lastUpdateId = 0;
  let allowed: readonly string[] = [];
  let waiting: { wake: () => void; conflict: () => void } | undefined;
  let webhook: (Fields & { readonly url: string }) | undefined;
  let lastError: { last_error_date: number; last_error_message: string } | undefined;
  const inFlight = new Map<string, number>();
  const deliveries: Delivery[] = [];
  const timers = new Set<NodeJS.Timeout>();

  const isWanted = (update: Fields): boolean => {
    const kind = Object.keys(update).find((name) => name !== 'update_id') ?? '';
    return allowed.length > 0 ? allowed.includes(kind) : !unasked.includes(kind);
  };
  const confirm = (updateId: number): void => {
    updates = updates.filter(({ update_id }) => update_id !== updateId);
  };

  return {
    push(update) {
      if (!isWanted(update)) return undefined;
      lastUpdateId = Math.max(lastUpdateId + 1, Number(update.update_id ?? 0));
      updates.push({ ...update, update_id: lastUpdateId });
      waiting?.wake();
      deliver();
      return lastUpdateId;
    },
    pending: () => updates,
    deliveries: () => deliveries,
    poll,
    setWebhook(fields) {
      const url = String(fields.url ?? '');
      if (url !== '' && !URL.canParse(url)) throw badRequest('bad webhook: invalid webhook URL specified');
      const isLoopback = url !== '' && ['127.0.0.1', 'localhost'].includes(new URL(url).hostname);
      if (url !== '' && !url.startsWith('https:') && !isLoopback) {
        throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
      }
      const secret = String(fields.secret_token ?? '');
      if (!/^[\w-]{0,256}$/u.test(secret)) throw badRequest('secret token contains unallowed characters');
      remember(fields);
      if (url !== '') waiting?.conflict();
      webhook = url === '' ? undefined : { ...fields, url };
      lastError = undefined;
      deliver();
      return true;
    },
    deleteWebhook(fields) {
      if (fields.drop_pending_updates === true) updates = [];
      webhook = undefined;
      return true;
    },
    webhookInfo: () => ({
      url: webhook?.url ?? '',
      has_custom_certificate: false,
      pending_update_count: updates.length,
      ...(webhook ? { max_connections: webhook.max_connections ?? 40 } : {}),
      ...(allowed.length > 0 ? { allowed_updates: allowed } : {}),
      ...lastError,
    }),
    close() {
      webhook = undefined;
      waiting?.wake();
      for (const timer of timers) clearTimeout(timer);
    },
  };

  function remember(fields: Fields): void {
    if (fields.drop_pending_updates === true) updates = [];
    if (Array.isArray(fields.allowed_updates)) allowed = fields.allowed_updates.map(String);
  }

  async function poll(fields: Fields, signal: AbortSignal): Promise<unknown> {
    if (webhook) {
      const advice =
        "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";
      throw new TelegramRefusal(409, `Conflict: ${advice}`);
    }
    waiting?.conflict();
    remember(fields);
    const [offset, limit, timeout] = [fields.offset ?? 0, fields.limit ?? 100, fields.timeout ?? 0].map(
      Number,
    ) as [number, number, number];
    // An offset confirms everything before it, for good; a negative one counts from the end.
    updates = offset < 0 ? updates.slice(offset) : updates.filter(({ update_id }) => update_id >= offset);
    if (updates.length === 0 && timeout > 0) await arrival(Math.min(timeout, 50) * 1000, signal);
    return updates.slice(0, Math.min(Math.max(limit, 1), 100));
  }

  function arrival(timeoutMs: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(leave, timeoutMs);
      const mine = { wake: leave, conflict };
      waiting = mine;
      signal.addEventListener('abort', leave, { once: true });
      function leave(): void {
        clearTimeout(timer);
        signal.removeEventListener('abort', leave);
        if (waiting === mine) waiting = undefined;
        resolve();
      }
      function conflict(): void {
        const what =
          'terminated by other getUpdates request; make sure that only one bot instance is running';
        reject(new TelegramRefusal(409, `Conflict: ${what}`));
        leave();
      }
    });
  }

  /** Posts what may be posted now: the first update of every chat that is not being delivered. */
  function deliver(): void {
    if (!webhook) return;
    for (const update of updates) {
      if (inFlight.size >= Number(webhook.max_connections ?? 40)) return;
      const queue = queueOf(update);
      if (inFlight.has(queue)) continue;
      inFlight.set(queue, update.update_id);
      void post(webhook, update).then((delivered) => {
        if (delivered) confirm(update.update_id);
        const next = (): void => {
          inFlight.delete(queue);
          deliver();
        };
        if (delivered) return next();
        const timer = setTimeout(() => {
          timers.delete(timer);
          next();
        }, retryDelayMs);
        timers.add(timer);
      });
    }
  }

  async function post(hook: Fields & { readonly url: string }, update: TelegramUpdate): Promise<boolean> {
    const { update_id } = update;
    try {
      const response = await fetch(hook.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(hook.secret_token ? { 'x-telegram-bot-api-secret-token': String(hook.secret_token) } : {}),
        },
        body: JSON.stringify(update),
      });
      const body = await response.text();
      deliveries.push({ update_id, status: response.status });
      if (response.ok) {
        const isCall = response.headers.get('content-type')?.startsWith('application/json');
        if (isCall && body.includes('"method"')) runMethod(JSON.parse(body) as Fields);
        return true;
      }
      lastError = errorNow(`Wrong response from the webhook: ${response.status} ${response.statusText}`);
    } catch {
      deliveries.push({ update_id, status: undefined });
      lastError = errorNow('Connection refused');
    }
    return false;
  }
}

function errorNow(last_error_message: string) {
  return { last_error_date: Math.floor(Date.now() / 1000), last_error_message };
}

/** Telegram keeps the order within a chat, or within a person's queries. */
function queueOf(update: TelegramUpdate): string {
  for (const value of Object.values(update)) {
    if (typeof value !== 'object' || value === null) continue;
    const { chat, from, message } = value as Record<
      string,
      { id?: number; chat?: { id?: number } } | undefined
    >;
    return String(chat?.id ?? message?.chat?.id ?? from?.id ?? '');
  }
  return '';
}
