/**
 * Posts updates to the bot's webhook until it answers 2xx: those of one chat one after another, those of
 * different chats side by side, as Telegram does.
 */
import { badRequest } from './telegram-server-refusal.ts';
import type { Fields } from './telegram-server-request.ts';
import type { TelegramUpdate } from './telegram-server-updates.ts';

/** One try to hand an update to the webhook; `status` is missing where nobody answered. */
export interface Delivery {
  readonly update_id: number;
  readonly status: number | undefined;
}

export interface Webhook {
  /** '' while none is set. */
  url(): string;
  /** @throws TelegramRefusal for an address or secret that Telegram does not take. */
  set(fields: Fields): void;
  remove(): void;
  /** Posts what may be posted now. */
  deliver(): void;
  deliveries(): readonly Delivery[];
  /** The fields of `getWebhookInfo` that tell of deliveries. */
  state(): object;
}

export interface WebhookOptions {
  readonly pending: () => readonly TelegramUpdate[];
  readonly confirm: (updateId: number) => void;
  /** Carries out a method that stands in the response of the webhook. */
  readonly runMethod: (fields: Fields) => void;
}

/** Telegram waits longer before it tries again; a test does not. */
const retryDelayMs = 25;
const defaultConnections = 40;

/** Starts without an address. */
export function createWebhook({ pending, confirm, runMethod }: WebhookOptions): Webhook {
  let hook: (Fields & { readonly url: string }) | undefined;
  let lastError: object = {};
  const inFlight = new Set<string>();
  const deliveries: Delivery[] = [];

  return {
    url: () => hook?.url ?? '',
    set(fields) {
      const url = String(fields.url ?? '');
      assertAccepted(url, String(fields.secret_token ?? ''));
      hook = url === '' ? undefined : { ...fields, url };
      lastError = {};
    },
    remove() {
      hook = undefined;
    },
    deliver,
    deliveries: () => deliveries,
    state: () => ({
      ...(hook ? { max_connections: hook.max_connections ?? defaultConnections } : {}),
      ...lastError,
    }),
  };

  function deliver(): void {
    if (!hook) return;
    for (const update of pending()) {
      if (inFlight.size >= Number(hook.max_connections ?? defaultConnections)) return;
      const queue = queueOf(update);
      if (inFlight.has(queue)) continue;
      inFlight.add(queue);
      void post(hook, update).then((isDelivered) => {
        if (isDelivered) confirm(update.update_id);
        setTimeout(
          () => {
            inFlight.delete(queue);
            deliver();
          },
          isDelivered ? 0 : retryDelayMs,
        ).unref();
      });
    }
  }

  async function post(to: Fields & { readonly url: string }, update: TelegramUpdate): Promise<boolean> {
    const { update_id } = update;
    const secret = to.secret_token
      ? { 'x-telegram-bot-api-secret-token': String(to.secret_token) }
      : undefined;
    try {
      const headers = { 'content-type': 'application/json', ...secret };
      const response = await fetch(to.url, { method: 'POST', headers, body: JSON.stringify(update) });
      const body = await response.text();
      deliveries.push({ update_id, status: response.status });
      if (response.ok) {
        if (body.startsWith('{') && body.includes('"method"')) runMethod(JSON.parse(body) as Fields);
        return true;
      }
      failed(`Wrong response from the webhook: ${response.status} ${response.statusText}`);
    } catch {
      deliveries.push({ update_id, status: undefined });
      failed('Connection refused');
    }
    return false;
  }

  function failed(last_error_message: string): void {
    lastError = { last_error_date: Math.floor(Date.now() / 1000), last_error_message };
  }
}

function assertAccepted(url: string, secret: string): void {
  if (!/^[\w-]{0,256}$/u.test(secret)) throw badRequest('secret token contains unallowed characters');
  if (url === '') return;
  if (!URL.canParse(url)) throw badRequest('bad webhook: invalid webhook URL specified');
  const { protocol, hostname } = new URL(url);
  // A Bot API server of one's own takes plain HTTP, which is what loopback speaks.
  if (protocol === 'https:' || ['127.0.0.1', 'localhost'].includes(hostname)) return;
  throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
}

/** Telegram keeps the order within a chat, or within a person's queries. */
function queueOf(update: TelegramUpdate): string {
  for (const value of Object.values(update)) {
    if (typeof value !== 'object' || value === null) continue;
    const { chat, from, message } = value as Readonly<
      Record<string, { readonly id?: number; readonly chat?: { readonly id?: number } } | undefined>
    >;
    return String(chat?.id ?? message?.chat?.id ?? from?.id ?? '');
  }
  return '';
}
