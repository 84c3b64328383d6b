/** The Chat Completions protocol as a server speaks it: whole answers, and chunks of a stream. */

/** A chat completion as it was asked for. */
export interface ChatRequest {
  readonly kind: 'chat';
  readonly model: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly stream: boolean;
  /** Names of the functions that may be called. */
  readonly tools: readonly string[];
  /** `json_schema` and `json_object` ask for JSON without a function. */
  readonly format: 'text' | 'json_object' | 'json_schema';
  /** Contents of all messages, for tests that look for a word. */
  readonly text: string;
  /** Everything that was sent. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** How it ended: answered to its end, or given up by the client or cut by the server. */
  readonly ended: Promise<'answered' | 'broken-off'>;
}

/** What the model says, where a text does not suffice. */
interface FullReply {
  readonly text?: string;
  /** The text as it is streamed, token by token; unless given, words and single Chinese characters. */
  readonly tokens?: readonly string[];
  /** A filled-in form: arguments of the function that is offered, else JSON as text. A string is sent as it is. */
  readonly fields?: unknown;
  /** Why it ended; `stop` unless given. */
  readonly finish?: 'stop' | 'length' | 'content_filter';
  /** Tokens as counted by the server; `null` leaves them out. */
  readonly usage?: { readonly input: number; readonly output: number } | null;
}

/** A text, or more. */
export type Reply = string | FullReply;

/** A reply, cut into tokens and counted. */
export interface Completion {
  readonly tokens: readonly string[];
  /** Name of the function, where the tokens are its arguments. */
  readonly tool?: string;
  readonly finish: string;
  readonly usage: { readonly input: number; readonly output: number } | undefined;
}

/** Words with the space before them, and every other character alone. */
function splitTokens(text: string): string[] {
  return [...text.matchAll(/\s*[A-Za-z0-9.,%]+|\s*[\s\S]/gu)].map(([token]) => token);
}

/** Lays a reply out for a request. */
export function completeReply(reply: Reply, request: ChatRequest, countsUsage: boolean): Completion {
  const full = typeof reply === 'string' ? { text: reply } : reply;
  const isForm = full.fields !== undefined;
  const form = typeof full.fields === 'string' ? full.fields : JSON.stringify(full.fields);
  const tokens = full.tokens ?? splitTokens(isForm ? form : (full.text ?? ''));
  const counted = full.usage ?? { input: splitTokens(request.text).length, output: tokens.length };
  const tool = isForm ? request.tools[0] : undefined;
  return {
    tokens,
    ...(tool === undefined ? {} : { tool }),
    finish: full.finish ?? (tool === undefined ? 'stop' : 'tool_calls'),
    usage: countsUsage && full.usage !== null ? counted : undefined,
  };
}

/** The answer to a request that does not stream. */
export function wholeAnswer({ tokens, tool, finish, usage }: Completion, model: string): object {
  const written = tokens.join('');
  const message =
    tool === undefined
      ? { role: 'assistant', content: written }
      : { role: 'assistant', content: null, tool_calls: [toolCall(tool, written)] };
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1_760_000_000,
    model,
    choices: [{ index: 0, message, finish_reason: finish, logprobs: null }],
    ...(usage ? { usage: usageOf(usage) } : {}),
  };
}

/** The chunk that carries one token. */
export function tokenChunk({ tool }: Completion, model: string, token: string, isFirst: boolean): object {
  if (tool === undefined) {
    return chunk(model, { ...(isFirst ? { role: 'assistant' } : {}), content: token }, null);
  }
  const call = isFirst
    ? { index: 0, ...toolCall(tool, token) }
    : { index: 0, function: { arguments: token } };
  return chunk(model, { ...(isFirst ? { role: 'assistant', content: null } : {}), tool_calls: [call] }, null);
}

/** The chunks after the last token; the one with the usage only where the request wants it. */
export function closingChunks({ finish, usage }: Completion, request: ChatRequest): object[] {
  const options = request.body.stream_options as { include_usage?: boolean } | undefined;
  const last = chunk(request.model, {}, finish);
  if (!options?.include_usage || !usage) return [last];
  return [last, { ...last, choices: [], usage: usageOf(usage) }];
}

function chunk(model: string, delta: object, finish: string | null) {
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion.chunk',
    created: 1_760_000_000,
    model,
    choices: [{ index: 0, delta, finish_reason: finish, logprobs: null }],
  };
}

function toolCall(name: string, written: string) {
  return { id: 'call_1', type: 'function', function: { name, arguments: written } };
}

function usageOf({ input, output }: { readonly input: number; readonly output: number }) {
  return { prompt_tokens: input, completion_tokens: output, total_tokens: input + output };
}
