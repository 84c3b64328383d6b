/**
 * An OpenAI-compatible server on loopback, for tests: it says what it is told to, keeps every request, and fails
 * where a test wants it to.
 *
 * The parts: `-protocol` is Chat Completions, `-embeddings` Embeddings, `-faults` what goes wrong, `-gate` holds a
 * stream between two tokens.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type EmbeddingsRequest,
  embeddingsAnswer,
  type MakeVector,
  pairVectors,
} from './model-server-embeddings.ts';
import {
  createFaultPlan,
  type Endpoint,
  type Fault,
  type FaultKind,
  refusalBody,
} from './model-server-faults.ts';
import { createGate, type TokenGate } from './model-server-gate.ts';
import {
  type ChatRequest,
  type Completion,
  closingChunks,
  completeReply,
  type Reply,
  tokenChunk,
  wholeAnswer,
} from './model-server-protocol.ts';
import { readChatRequest, readEmbeddingsRequest, readJson } from './model-server-request.ts';
import { openWaitingLine } from './wait-in-order.ts';

/** What is said to a request: always the same, or chosen by what is asked. */
type Says = Reply | ((request: ChatRequest) => Reply | Promise<Reply>);

export interface ModelServerOptions {
  /** The only key that is accepted; any unless given. */
  readonly key?: string;
  /** The only models there are; any unless given. */
  readonly models?: readonly string[];
  /** Parameters refused with 400 and their name, such as `temperature` or `tools`. */
  readonly refuses?: readonly string[];
  /** Whether tokens are counted; they are unless `false`. */
  readonly usage?: boolean;
  /** Length of the vectors; 64 unless given. */
  readonly dimension?: number;
  /** Whether floats are sent although base64 is asked for, as some servers do. */
  readonly alwaysFloat?: boolean;
}

export interface ModelServer extends AsyncDisposable {
  /** For `OPENAI_BASE_URL`; ends in `/v1`. */
  readonly url: string;
  /** All requests in the order they came, also those that met a fault. */
  readonly requests: readonly (ChatRequest | EmbeddingsRequest)[];
  readonly chats: readonly ChatRequest[];
  readonly embeddings: readonly EmbeddingsRequest[];
  /** What is said from now on. Before the first call it is 好的。 */
  says(says: Says): void;
  /** What is said once, to the next request that nothing else is planned for; then as before. */
  saysNext(says: Says): void;
  /** How texts become vectors from now on. */
  embeds(makeVector: MakeVector): void;
  /** Refuses more texts at once with 400. */
  limitsTexts(most: number): void;
  /** Refuses a longer text with 400. */
  limitsCharacters(most: number): void;
  /** Lets the next `times` (1) requests fail. A number is a status. */
  fails(fault: FaultKind | number | Fault, times?: number, endpoint?: Endpoint): void;
  /** Ends all faults that are planned. */
  recovers(): void;
  /** Holds every stream before each token from now on. */
  holdTokens(): TokenGate;
  /** The next request nobody has waited for yet; rejects after 15 s. */
  nextChat(): Promise<ChatRequest>;
  nextEmbeddings(): Promise<EmbeddingsRequest>;
  /** Refuses connections, until `listen`; breaks off those that are open. */
  close(): Promise<void>;
  /** Takes connections again at the same address. */
  listen(): Promise<void>;
}

const generousMs = 15_000;

/** Starts the server on a free port; `await using` closes it. */
export async function startModelServer(options: ModelServerOptions = {}): Promise<ModelServer> {
  const requests: (ChatRequest | EmbeddingsRequest)[] = [];
  const lines = {
    chat: openWaitingLine<ChatRequest>('request for a chat completion'),
    embeddings: openWaitingLine<EmbeddingsRequest>('request for embeddings'),
  };
  const faults = createFaultPlan();
  const gate = createGate();
  const planned: Says[] = [];
  const most = { texts: Number.POSITIVE_INFINITY, characters: Number.POSITIVE_INFINITY };
  let says: Says = '好的。';
  let makeVector = pairVectors(options.dimension ?? 64);

  const server = createServer((request, response) => {
    void answer(request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  const isChat = (request: ChatRequest | EmbeddingsRequest): request is ChatRequest =>
    request.kind === 'chat';
  const close = async () => {
    if (!server.listening) return;
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };

  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    get chats() {
      return requests.filter(isChat);
    },
    get embeddings() {
      return requests.filter((request) => request.kind === 'embeddings');
    },
    says(given) {
      says = given;
    },
    saysNext: (given) => void planned.push(given),
    embeds(given) {
      makeVector = given;
    },
    limitsTexts(texts) {
      most.texts = texts;
    },
    limitsCharacters(characters) {
      most.characters = characters;
    },
    fails(given, times = 1, endpoint = 'chat') {
      const fault =
        typeof given === 'number' ? { status: given } : typeof given === 'string' ? { kind: given } : given;
      faults.plan(fault, times, endpoint);
    },
    recovers: faults.end,
    holdTokens() {
      gate.hold();
      return gate;
    },
    nextChat: () => lines.chat.next(generousMs),
    nextEmbeddings: () => lines.embeddings.next(generousMs),
    close,
    async listen() {
      server.listen(port, '127.0.0.1');
      await once(server, 'listening');
    },
    [Symbol.asyncDispose]: close,
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '').split('?')[0];
    const body = await readJson(request);
    const refuse = (fault: Fault) => sendJson(response, fault.status ?? 500, refusalBody(fault));
    if (options.key !== undefined && request.headers.authorization !== `Bearer ${options.key}`) {
      return refuse({ status: 401, message: `Incorrect API key: ${request.headers.authorization}` });
    }
    if (path === '/v1/models') {
      const data = (options.models ?? []).map((id) => ({ id, object: 'model', owned_by: 'test' }));
      return sendJson(response, 200, { object: 'list', data });
    }
    const asked =
      path === '/v1/chat/completions'
        ? readChatRequest(request, response, body)
        : path === '/v1/embeddings'
          ? readEmbeddingsRequest(request, body)
          : undefined;
    if (!asked) return refuse({ status: 404, message: `Unknown path ${path}` });
    requests.push(asked);
    if (isChat(asked)) lines.chat.push(asked);
    else lines.embeddings.push(asked);
    const fault =
      faults.take(asked.kind) ?? refusedParameter(body) ?? unknownModel(asked.model) ?? tooMuch(asked);
    if (fault?.status !== undefined) {
      if (fault.retryAfter !== undefined) response.setHeader('retry-after', String(fault.retryAfter));
      return refuse(fault);
    }
    if (fault?.kind === 'silent') return;
    if (fault?.kind === 'reset') return void request.socket.resetAndDestroy();
    if (fault?.kind === 'page') {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Welcome</html>');
      return;
    }
    if (isChat(asked)) return complete(asked, response, fault);
    if (fault?.kind === 'garbage') return sendText(response, '{"data": [');
    if (fault?.kind === 'empty') return sendJson(response, 200, { object: 'list', data: [] });
    const format = options.alwaysFloat ? 'float' : asked.format;
    sendJson(response, 200, embeddingsAnswer({ ...asked, format }, makeVector));
  }

  async function complete(request: ChatRequest, response: ServerResponse, fault: Fault | undefined) {
    const chosen = planned.shift() ?? says;
    const reply = typeof chosen === 'function' ? await chosen(request) : chosen;
    const said = fault?.kind === 'empty' ? { text: '' } : reply;
    const completion = completeReply(said, request, options.usage ?? true);
    if (request.stream) return stream(completion, request, response, fault);
    if (fault?.kind === 'garbage') return sendText(response, '{"choices": [');
    if (fault?.kind === 'stalled' || fault?.kind === 'cut') {
      response.writeHead(200, { 'content-type': 'application/json' }).write('{"choices": [');
      if (fault.kind === 'cut') response.destroy();
      return;
    }
    if (fault?.kind === 'error-event') return sendJson(response, 200, refusalBody({ status: 500 }));
    sendJson(response, 200, wholeAnswer(completion, request.model));
  }

  async function stream(
    completion: Completion,
    request: ChatRequest,
    response: ServerResponse,
    fault: Fault | undefined,
  ): Promise<void> {
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
    const send = (text: string) =>
      new Promise<void>((resolve) => response.write(`data: ${text}\n\n`, () => resolve()));
    const end = fault?.kind ? (fault.after ?? 2) : completion.tokens.length;
    for (const [index, token] of completion.tokens.slice(0, end).entries()) {
      const sent = await gate.enter(gone.signal);
      if (!sent) return;
      await send(JSON.stringify(tokenChunk(completion, request.model, token, index === 0)));
      sent();
    }
    if (fault?.kind === 'stalled') return;
    if (fault?.kind === 'cut') return void response.destroy();
    if (fault?.kind === 'unfinished') return void response.end();
    if (fault?.kind === 'garbage') await send('{"choices": [{"del');
    if (fault?.kind === 'error-event') await send(JSON.stringify(refusalBody({ status: 500 })));
    for (const chunk of closingChunks(completion, request)) await send(JSON.stringify(chunk));
    response.end('data: [DONE]\n\n');
  }

  function refusedParameter(body: Readonly<Record<string, unknown>>): Fault | undefined {
    const param = options.refuses?.find((name) => body[name] !== undefined);
    if (param === undefined) return undefined;
    return {
      status: 400,
      param,
      message: `Unsupported parameter: '${param}' is not supported with this model.`,
    };
  }

  function tooMuch(asked: ChatRequest | EmbeddingsRequest): Fault | undefined {
    if (isChat(asked)) return undefined;
    const isTooMuch =
      asked.texts.length > most.texts || asked.texts.some((text) => text.length > most.characters);
    return isTooMuch ? { status: 400, message: 'The input is too large' } : undefined;
  }

  function unknownModel(model: string): Fault | undefined {
    if (!options.models || options.models.includes(model)) return undefined;
    return { status: 404, message: `The model '${model}' does not exist` };
  }
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function sendText(response: ServerResponse, body: string): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(body);
}
