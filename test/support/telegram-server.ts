/**
 * A Bot API server on loopback, for tests: it hands out what users say and keeps what the bot sends.
 *
 * It refuses what Telegram refuses: a wrong token (401), unknown methods (404), broken HTML, blank
 * texts and texts over 4,096 characters (400).
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseTelegramHtml } from './parse-telegram-html.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A message of the bot, as its reader sees it. */
interface SentMessage {
  readonly method: 'sendMessage' | 'editMessageText';
  readonly chatId: number;
  /** Without markup. */
  readonly text: string;
  /** As sent. */
  readonly raw: string;
  /** All parameters of the call. */
  readonly fields: Fields;
}

/** A method call as it came in. */
interface Call {
  readonly method: string;
  readonly fields: Fields;
}

/** Who speaks and where; a private chat in Chinese unless told otherwise. */
interface Sender {
  readonly userId?: number;
  readonly chatId?: number;
  readonly chatType?: 'private' | 'group';
  readonly language?: string;
  /** Further fields of the message, such as a sticker. */
  readonly fields?: Fields;
}

interface Failure {
  readonly error_code: number;
  readonly description: string;
  readonly parameters?: Fields;
}

export interface TelegramServer extends AsyncDisposable {
  readonly url: string;
  /** The only token that is accepted. */
  readonly token: string;
  readonly calls: readonly Call[];
  /** Queues a message for the bot; returns its id. */
  userSays(text: string, sender?: Sender): number;
  /** The next message that the bot sends, in order; rejects after `timeoutMs` (5,000). */
  nextMessage(timeoutMs?: number): Promise<SentMessage>;
  /** Waits until a method is called the next time. */
  nextCall(method: string): Promise<Call>;
  /** Lets the next call of a method fail. */
  failNext(method: string, failure: Failure): void;
}

const bot = { id: 42, is_bot: true, first_name: 'Zhibao', username: 'zhibao_test_bot' };

/** Starts the server on a free port. */
export async function startTelegramServer(): Promise<TelegramServer> {
  const token = '42:test-token';
  const updates: { readonly update_id: number }[] = [];
  const sent = createQueue<SentMessage>();
  const calls: Call[] = [];
  const failures = new Map<string, Failure[]>();
  const watchers = new Set<{ readonly method: string; readonly resolve: (call: Call) => void }>();
  const polls = new Set<() => void>();
  let lastId = 0;

  const methods: Readonly<Record<string, (fields: Fields) => unknown>> = {
    getMe: () => ({ ...bot, can_join_groups: true, can_read_all_group_messages: false }),
    getUpdates: (fields) => pollUpdates(fields),
    sendMessage: (fields) => acceptMessage('sendMessage', fields),
    editMessageText: (fields) => acceptMessage('editMessageText', fields),
    sendChatAction: () => true,
    answerCallbackQuery: () => true,
    setMyCommands: () => true,
    deleteWebhook: () => true,
  };

  const server = createServer(async (request, response) => {
    const reply = (status: number, body: object): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    const fail = ({ error_code, ...rest }: Failure): void =>
      reply(error_code, { ok: false, error_code, ...rest });
    const [, given, name = ''] = /^\/bot([^/]+)\/(\w+)$/u.exec(request.url ?? '') ?? [];
    if (given !== token) return fail({ error_code: 401, description: 'Unauthorized' });
    const method = methods[name];
    if (!method) return fail({ error_code: 404, description: 'Not Found: method not found' });
    const call: Call = { method: name, fields: await readFields(request) };
    calls.push(call);
    for (const watcher of watchers) {
      if (watcher.method === name && watchers.delete(watcher)) watcher.resolve(call);
    }
    const failure = failures.get(name)?.shift();
    if (failure) return fail(failure);
    try {
      reply(200, { ok: true, result: await method(call.fields) });
    } catch (error) {
      fail({ error_code: 400, description: `Bad Request: ${(error as Error).message}` });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}`,
    token,
    calls,
    nextMessage: (timeoutMs = 5000) => sent.next(timeoutMs),
    nextCall: (method) => new Promise((resolve) => watchers.add({ method, resolve })),
    userSays(text, sender = {}) {
      lastId += 1;
      const { userId = 7, chatId = userId, chatType = 'private', language = 'zh-hans' } = sender;
      const message = {
        message_id: lastId,
        date: 1_700_000_000 + lastId,
        chat: { id: chatId, type: chatType, first_name: 'Reader' },
        from: { id: userId, is_bot: false, first_name: 'Reader', language_code: language },
        ...(text === '' ? {} : { text }),
        ...(/^\/\w+/u.test(text)
          ? { entities: [{ type: 'bot_command', offset: 0, length: text.split(/\s/u)[0]?.length }] }
          : {}),
        ...sender.fields,
      };
      updates.push(Object.assign({ update_id: lastId }, { message }));
      for (const answer of polls) answer();
      return lastId;
    },
    failNext(method, failure) {
      failures.set(method, [...(failures.get(method) ?? []), failure]);
    },
    async [Symbol.asyncDispose]() {
      for (const answer of polls) answer();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };

  async function pollUpdates({ offset = 0, timeout = 0, limit = 100 }: Fields): Promise<unknown> {
    // An offset confirms everything before it, for good.
    while (updates[0] && updates[0].update_id < Number(offset)) updates.shift();
    if (updates.length === 0 && Number(timeout) > 0) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(answer, Number(timeout) * 1000);
        polls.add(answer);
        function answer(): void {
          clearTimeout(timer);
          polls.delete(answer);
          resolve();
        }
      });
    }
    return updates.slice(0, Number(limit));
  }

  function acceptMessage(method: SentMessage['method'], fields: Fields): unknown {
    const raw = String(fields.text ?? '');
    const text = fields.parse_mode === 'HTML' ? parseTelegramHtml(raw) : raw;
    if (text.trim() === '') throw new Error('message text is empty');
    if (text.length > 4096) throw new Error('message is too long');
    const chatId = Number(fields.chat_id);
    sent.push({ method, chatId, text, raw, fields });
    lastId += 1;
    return {
      message_id: lastId,
      date: 1_700_000_000,
      chat: { id: chatId, type: 'private' },
      from: bot,
      text,
    };
  }
}

async function readFields(request: IncomingMessage): Promise<Fields> {
  let body = '';
  for await (const part of request) body += part;
  return body === '' ? {} : (JSON.parse(body) as Fields);
}

/** Values in the order they came, to those who wait for them. */
function createQueue<T>() {
  const values: T[] = [];
  const waiting: ((value: T) => void)[] = [];
  return {
    push(value: T): void {
      const reader = waiting.shift();
      if (reader) reader(value);
      else values.push(value);
    },
    next(timeoutMs: number): Promise<T> {
      const [value] = values.splice(0, 1);
      if (value !== undefined) return Promise.resolve(value);
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.splice(waiting.indexOf(take), 1);
          reject(new Error(`The bot sent no message in ${timeoutMs} ms`));
        }, timeoutMs);
        const take = (given: T): void => {
          clearTimeout(timer);
          resolve(given);
        };
        waiting.push(take);
      });
    },
  };
}
