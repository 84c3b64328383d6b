/**
 * A Bot API server on loopback, for tests: people speak to the bot through it, and it keeps what the bot
 * sends. It refuses what Telegram refuses, in Telegram's words, and fails where a test tells it to.
 *
 * The parts: `-request` reads calls, `-faults` fails them, `-updates` and `-webhook` deliver, `-messages`,
 * `-queries` and `-settings` are the methods, `-people` is what users do, `-chats` what all of them know.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createChats, type TelegramMessage } from './telegram-server-chats.ts';
import {
  createFaultPlan,
  type Failure,
  type Fault,
  type FaultKind,
  type RandomFaults,
} from './telegram-server-faults.ts';
import { type Method, messageMethods, type SentMessage } from './telegram-server-messages.ts';
import { createPeople, findEntities, type People, type Sender } from './telegram-server-people.ts';
import { type CallbackAnswer, createQueries, type InlineAnswer } from './telegram-server-queries.ts';
import { TelegramRefusal } from './telegram-server-refusal.ts';
import { type Fields, readFields } from './telegram-server-request.ts';
import { createBotSettings, type PublishedCommands } from './telegram-server-settings.ts';
import { createUpdateQueue, type TelegramUpdate } from './telegram-server-updates.ts';
import type { Delivery } from './telegram-server-webhook.ts';
import { openWaitingLine } from './wait-in-order.ts';

/** A method call as it came in. */
interface Call {
  readonly method: string;
  readonly fields: Fields;
  /** The fault that the test wanted, where the call met one. */
  readonly fault?: Fault['kind'];
}

/** A call that Telegram would have refused too. */
interface Refused extends Call {
  readonly description: string;
}

/** A document that a person sends. */
interface SentDocument {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly caption?: string;
  /** What `getFile` gives. */
  readonly path?: string;
}

/** Which answer to wait for, and how long. */
interface Awaited {
  readonly chatId?: number;
  /** 15,000 unless given. */
  readonly timeoutMs?: number;
}

export interface TelegramServerOptions {
  /** In groups the bot gets only commands, mentions and replies to it, as Telegram does by default. */
  readonly privacyMode?: boolean;
}

export interface TelegramServer extends AsyncDisposable, People {
  readonly url: string;
  /** The only token that is accepted. */
  readonly token: string;
  readonly calls: readonly Call[];
  /** Calls refused for what they hold; planned faults, and refusals for who blocked the bot, are not here. */
  readonly refusals: readonly Refused[];
  /** The next message that the bot sends, in order; rejects after `timeoutMs`. */
  nextMessage(awaited?: Awaited | number): Promise<SentMessage>;
  /** The next message that the bot edits. */
  nextEdit(awaited?: Awaited): Promise<SentMessage>;
  /** The next answer to a pressed button. */
  nextCallbackAnswer(awaited?: Pick<Awaited, 'timeoutMs'>): Promise<CallbackAnswer>;
  /** The next answer to an inline query. */
  nextInlineAnswer(awaited?: Pick<Awaited, 'timeoutMs'>): Promise<InlineAnswer>;
  /** Waits until a method, or any, is called the next time. */
  nextCall(method?: string): Promise<Call>;
  /** Every message of the bot in the order sent, and every edit. */
  readonly sent: readonly SentMessage[];
  /** What now stands in a chat, of people and of the bot. */
  messagesIn(chatId: number): readonly TelegramMessage[];
  /** Somebody deletes a message; the bot is not told. */
  deletes(chatId: number, messageId: number): void;
  /** The person who blocked the bot lets it write again. */
  userUnblocks(chatId: number): void;
  /** Lets an unanswered query become too old. */
  expires(queryId: string): void;
  /** Updates that the bot has not confirmed. */
  pending(): readonly TelegramUpdate[];
  /** Tries to hand updates to the webhook. */
  deliveries(): readonly Delivery[];
  commands(): readonly PublishedCommands[];
  /** Puts a file where `getFile` finds it; `path` is what `getFile` gives, of its own making unless given. */
  addFile(fileId: string, bytes: Uint8Array, path?: string): void;
  /** Somebody sends a document; returns the message's id. */
  userSendsDocument(document: SentDocument, sender?: Sender): number;
  /** Lets the next call of a method fail. */
  failNext(method: string, failure: Failure): void;
  /** Lets the next `times` (1) calls of a method fail. */
  fail(method: string, fault: FaultKind | Failure, times?: number): void;
  /** Lets a share of all calls fail from now on; `undefined` ends it. */
  failAtRandom(faults: RandomFaults | undefined): void;
}

const generousMs = 15_000;

/** Starts the server on a free port. */
export async function startTelegramServer(options: TelegramServerOptions = {}): Promise<TelegramServer> {
  const token = '42:test-token';
  const calls: Call[] = [];
  const refusals: Refused[] = [];
  const sent: SentMessage[] = [];
  const lines = {
    messages: openWaitingLine<SentMessage>('message'),
    edits: openWaitingLine<SentMessage>('edit'),
    callbacks: openWaitingLine<CallbackAnswer>('answer to a button'),
    inline: openWaitingLine<InlineAnswer>('answer to an inline query'),
  };
  let documents = 0;
  const watchers = new Set<{
    readonly method?: string | undefined;
    readonly resolve: (call: Call) => void;
  }>();
  const chats = createChats();
  const faults = createFaultPlan();
  const settings = createBotSettings(chats);
  const queries = createQueries({ callback: lines.callbacks.push, inline: lines.inline.push });
  const updates = createUpdateQueue((fields) => void run(String(fields.method), fields, neverAborted));
  const people = createPeople(chats, queries, updates.push, options.privacyMode ?? false);
  const methods: Readonly<Record<string, Method>> = {
    ...settings.methods,
    ...queries.methods,
    ...messageMethods(chats, (message) => {
      sent.push(message);
      (message.method.startsWith('edit') ? lines.edits : lines.messages).push(message);
    }),
    setWebhook: updates.setWebhook,
    deleteWebhook: updates.deleteWebhook,
    getWebhookInfo: updates.webhookInfo,
    logOut: () => true,
    close: () => true,
  };

  const server = createServer((request, response) => {
    void answer(request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const matches =
    ({ chatId }: Awaited) =>
    (message: SentMessage) =>
      chatId === undefined || message.chatId === chatId;

  return {
    ...people,
    url: `http://127.0.0.1:${port}`,
    token,
    calls,
    refusals,
    sent,
    nextMessage(awaited = {}) {
      const given = typeof awaited === 'number' ? { timeoutMs: awaited } : awaited;
      return lines.messages.next(given.timeoutMs ?? generousMs, matches(given));
    },
    nextEdit: (awaited = {}) => lines.edits.next(awaited.timeoutMs ?? generousMs, matches(awaited)),
    nextCallbackAnswer: ({ timeoutMs = generousMs } = {}) => lines.callbacks.next(timeoutMs),
    nextInlineAnswer: ({ timeoutMs = generousMs } = {}) => lines.inline.next(timeoutMs),
    nextCall: (method) => new Promise((resolve) => watchers.add({ method, resolve })),
    messagesIn: chats.messages,
    deletes: (chatId, messageId) => void chats.remove(chatId, messageId),
    userUnblocks: chats.unblock,
    expires: queries.expire,
    pending: updates.pending,
    deliveries: updates.deliveries,
    commands: settings.commands,
    addFile: settings.addFile,
    userSendsDocument({ name, bytes, caption, path }, sender = {}) {
      documents += 1;
      const file_id = `document-${documents}`;
      settings.addFile(file_id, bytes, path);
      const document = { file_id, file_unique_id: file_id, file_name: name, file_size: bytes.length };
      const said = caption === undefined ? {} : { caption, caption_entities: findEntities(caption) };
      return people.userSays('', { ...sender, fields: { document, ...said, ...sender.fields } });
    },
    failNext: (method, failure) => faults.fail(method, failure, 1),
    fail: (method, fault, times = 1) => faults.fail(method, fault, times),
    failAtRandom: faults.failAtRandom,
    async [Symbol.asyncDispose]() {
      updates.close();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '').split('?')[0] ?? '';
    const [, isFile, given, name = ''] = /^(\/file)?\/bot([^/]+)\/(.+)$/u.exec(path) ?? [];
    if (given !== token) return reply(response, refused(401, 'Unauthorized'));
    if (isFile) return sendFile(response, decodeURIComponent(name));
    const fields = await readFields(request);
    const fault = faults.take(name);
    const call: Call = { method: name, fields, ...(fault ? { fault: fault.kind } : {}) };
    calls.push(call);
    for (const watcher of watchers) {
      if ((watcher.method ?? name) === name && watchers.delete(watcher)) watcher.resolve(call);
    }
    if (fault?.kind === 'dropped') return void response.destroy();
    if (fault?.kind === 'unavailable') {
      response.writeHead(502, { 'content-type': 'text/html' }).end('<html>502 Bad Gateway</html>');
      return;
    }
    if (fault && 'failure' in fault) return reply(response, { ok: false, ...fault.failure });
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const body = await run(name, fields, gone.signal);
    if (fault?.kind === 'lost') response.destroy();
    else reply(response, body);
  }

  /** Downloads fail as calls of `file`. */
  function sendFile(response: ServerResponse, path: string): void {
    const fault = faults.take('file');
    calls.push({ method: 'file', fields: { path }, ...(fault ? { fault: fault.kind } : {}) });
    const bytes = settings.download(path);
    if (!fault) sendBytes(response, bytes);
    else if ('failure' in fault) reply(response, { ok: false, ...fault.failure });
    else {
      // Cut in the middle.
      response.writeHead(200, { 'content-length': bytes?.length ?? 1 }).write(bytes?.subarray(0, 10) ?? '');
      response.destroy();
    }
  }

  async function run(name: string, fields: Fields, signal: AbortSignal): Promise<Body> {
    const method = name === 'getUpdates' ? () => updates.poll(fields, signal) : methods[name];
    try {
      if (!method) throw new TelegramRefusal(404, 'Not Found: method not found');
      return { ok: true, result: await method(fields) };
    } catch (error) {
      if (!(error instanceof TelegramRefusal)) throw error;
      const { code, message, parameters } = error;
      if (code !== 403 && code !== 409 && !parameters)
        refusals.push({ method: name, fields, description: message });
      return refused(code, message, parameters);
    }
  }
}

type Body = { readonly ok: true; readonly result: unknown } | ({ readonly ok: false } & Failure);

const neverAborted = new AbortController().signal;

function refused(error_code: number, description: string, parameters?: Fields): Body {
  return { ok: false, error_code, description, ...(parameters ? { parameters } : {}) };
}

function reply(response: ServerResponse, body: Body): void {
  const status = body.ok ? 200 : body.error_code;
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function sendBytes(response: ServerResponse, bytes: Uint8Array | undefined): void {
  if (bytes) response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(bytes);
  else reply(response, refused(404, 'Not Found: file not found'));
}
