import { ChatPromptTemplate } from '@langchain/core/prompts';
import { describe, expect, it } from 'vitest';
import type { ModelError, WriteRequest } from '../../src/model/chat-model.ts';
import { CircuitBreaker } from '../../src/model/circuit-breaker.ts';
import { type ChatModelOptions, openChatModel } from '../../src/model/open-chat-model.ts';
import { openTokenBudget } from '../../src/model/token-budget.ts';
import { z } from '../../src/schema.ts';
import { type ModelServerOptions, startModelServer } from '../support/model-server.ts';
import type { Fault, FaultKind } from '../support/model-server-faults.ts';

const prompt = ChatPromptTemplate.fromMessages([
  ['system', '只据依据回答。'],
  ['human', '{question}'],
]);
const request: WriteRequest = { prompt, values: { question: '综合纠错率是多少?' } };
const form = z.object({ years: z.array(z.number()) });
const key = 'sk-test-key-123';

type Options = Partial<ChatModelOptions> & { readonly timeoutMs?: number };

async function start({ timeoutMs = 10_000, ...options }: Options = {}, serverOptions?: ModelServerOptions) {
  const server = await startModelServer(serverOptions);
  const endpoint = { baseUrl: server.url, apiKey: key, timeoutMs };
  const model = openChatModel({ endpoint, model: 'm', backoffMs: 1, ...options });
  return { server, model, [Symbol.asyncDispose]: () => server.close() };
}

/** What a promise is rejected with. */
async function errorOf(promise: Promise<unknown>): Promise<ModelError> {
  const [result] = await Promise.allSettled([promise]);
  if (result.status === 'fulfilled') throw new Error('Nothing was thrown');
  return result.reason;
}

describe('write()', () => {
  it('hands out each piece as it comes, and the whole text with its tokens', async () => {
    await using started = await start();
    started.server.says('综合纠错率为 21.9%。');
    const pieces: string[] = [];

    const written = await started.model.write({ ...request, onText: (piece) => pieces.push(piece) });

    expect(written.text).toBe('综合纠错率为 21.9%。');
    expect(pieces.join('')).toBe(written.text);
    expect(pieces.length).toBeGreaterThan(5);
    expect(written.usage).toMatchObject({ output: pieces.length, isEstimated: false });
    expect(written.ms).toBeGreaterThanOrEqual(0);
  });

  it('sends prompt, key and temperature to the endpoint, and asks for the count of tokens', async () => {
    await using started = await start();

    await started.model.write(request);

    const [asked] = started.server.chats;
    expect(asked?.messages).toEqual([
      { role: 'system', content: '只据依据回答。' },
      { role: 'user', content: '综合纠错率是多少?' },
    ]);
    expect(asked?.headers.authorization).toBe(`Bearer ${key}`);
    expect(asked?.body).toMatchObject({
      model: 'm',
      stream: true,
      temperature: 0,
      stream_options: { include_usage: true },
    });
  });

  it('hands out a token before the next one is written', async () => {
    await using started = await start();
    started.server.says('一二三');
    const gate = started.server.holdTokens();
    let heard = (_: string): void => {};
    const first = new Promise<string>((resolve) => {
      heard = resolve;
    });

    const written = started.model.write({ ...request, onText: (piece) => heard(piece) });
    await gate.pass();

    expect(await first).toBe('一');
    gate.open();
    expect((await written).text).toBe('一二三');
  });

  it('estimates tokens where the server does not count, a Chinese character as one', async () => {
    await using started = await start({}, { usage: false });
    started.server.says('共四十五件');

    const { usage } = await started.model.write(request);

    expect(usage).toEqual({ input: 7 + 4 + 8 + 1 + 4, output: 5, isEstimated: true });
  });

  it('leaves out a parameter that is refused, from then on', async () => {
    await using started = await start({}, { refuses: ['temperature', 'stream_options'] });

    await started.model.write(request);
    await started.model.write(request);

    const sent = started.server.chats.map(({ body }) => ['temperature' in body, 'stream_options' in body]);
    expect(sent).toEqual([
      [true, true],
      [false, true],
      [false, false],
      [false, false],
    ]);
  });

  it('asks again for each of several requests that were refused the same parameter at once', async () => {
    await using started = await start({}, { refuses: ['temperature'] });

    const written = await Promise.all(Array.from({ length: 4 }, () => started.model.write(request)));

    expect(written.map(({ text }) => text)).toEqual(Array.from({ length: 4 }, () => written[0]!.text));
    expect(started.model.state()).toEqual({ state: 'ready', name: 'm' });
  });

  it('tells what a request took that broke off', async () => {
    await using started = await start();
    started.server.fails('cut');
    const taken: number[] = [];

    await errorOf(
      started.model.write({
        ...request,
        onText: () => {},
        onTaken: ({ usage }) => taken.push(usage.input, usage.output),
      }),
    );

    expect(taken).toHaveLength(2);
    expect(Math.min(...taken)).toBeGreaterThan(0);
  });

  it('ends the request at once when it is stopped', async () => {
    await using started = await start();
    const gate = started.server.holdTokens();
    const stop = new AbortController();
    const error = errorOf(started.model.write({ ...request, signal: stop.signal }));
    const asked = await started.server.nextChat();
    await gate.pass();

    stop.abort();

    expect(await error).toMatchObject({ name: 'ModelError', code: 'model-stopped' });
    expect(await asked.ended).toBe('broken-off');
    expect(started.model.state().state).toBe('ready');
  });

  it('sends nothing when it is stopped before', async () => {
    await using started = await start();

    const error = await errorOf(started.model.write({ ...request, signal: AbortSignal.abort() }));

    expect(error.code).toBe('model-stopped');
    expect(started.server.chats).toEqual([]);
  });

  it.each<[string, FaultKind | number | Fault, ModelError['code'], number]>([
    ['400', 400, 'model-refused', 1],
    ['401', 401, 'model-refused', 1],
    ['404', 404, 'model-refused', 1],
    ['429', 429, 'model-limited', 2],
    ['429 that asks for too long a wait', { status: 429, retryAfter: 3600 }, 'model-limited', 1],
    ['500', 500, 'model-broken', 2],
    ['a reset connection', 'reset', 'model-broken', 2],
    ['a stream that is cut', 'cut', 'model-broken', 2],
    ['a stream without its end', 'unfinished', 'model-broken', 2],
    ['an error within a stream', 'error-event', 'model-broken', 2],
    ['a stream that is no JSON', 'garbage', 'model-unreadable', 1],
    ['a page', 'page', 'model-unreadable', 1],
    ['an empty answer', 'empty', 'model-unreadable', 1],
    ['text that its filter stops', { status: 400, message: 'content_filter' }, 'model-unreadable', 1],
  ])(
    'says what %s means, tries again only where it may help, and tells no secret',
    async (_, fault, code, requests) => {
      await using started = await start();
      started.server.fails(fault, Number.POSITIVE_INFINITY);

      const error = await errorOf(started.model.write(request));

      expect(error).toMatchObject({ name: 'ModelError', code });
      expect(started.server.chats).toHaveLength(requests);
      expect(`${error.message} ${error.cure} ${error.cause}`).not.toMatch(/sk-test|纠错|依据/);
    },
  );

  it('tells no secret that the server repeats', async () => {
    await using started = await start();
    started.server.fails({ status: 401, message: `Incorrect key ${key} for 综合纠错率`, param: key });

    const error = await errorOf(started.model.write(request));

    expect(JSON.stringify([error, error.message, error.stack, error.cause])).not.toMatch(/sk-test|纠错/);
    expect(error.cure).toContain('OPENAI_API_KEY');
  });

  it('succeeds at the second try, having waited as it was asked to', async () => {
    await using started = await start();
    started.server.fails({ status: 429, retryAfter: 0.02 });
    started.server.says('好');

    expect((await started.model.write(request)).text).toBe('好');
    expect(started.model.state()).toEqual({ state: 'ready', name: 'm' });
  });

  it('does not try again once something was handed out', async () => {
    await using started = await start();
    started.server.fails('cut');
    const pieces: string[] = [];

    const error = await errorOf(started.model.write({ ...request, onText: (piece) => pieces.push(piece) }));

    expect(error.code).toBe('model-broken');
    expect(pieces).not.toEqual([]);
    expect(started.server.chats).toHaveLength(1);
  });

  it.each(['silent', 'stalled'] as const)('gives up a %s server', async (kind) => {
    await using started = await start({ timeoutMs: 50 });
    started.server.fails(kind);

    const error = await errorOf(started.model.write(request));

    expect(error.code).toBe('model-slow');
    expect(await (await started.server.nextChat()).ended).toBe('broken-off');
  });

  it('says that nobody listens', async () => {
    await using started = await start();
    await started.server.close();

    expect(await errorOf(started.model.write(request))).toMatchObject({
      code: 'model-broken',
      message: expect.stringContaining('ECONNREFUSED'),
    });
  });

  it('lets only so many write at once, counting streams to their end', async () => {
    await using started = await start({ concurrency: 2 });
    started.server.says('一二');
    const gate = started.server.holdTokens();

    const all = [1, 2, 3].map(() => started.model.write(request));
    await started.server.nextChat();
    await started.server.nextChat();
    await gate.pass(3);

    expect(started.server.chats).toHaveLength(2);
    gate.open();
    await Promise.all(all);
    expect(started.server.chats).toHaveLength(3);
  });

  it('lets one that waits for its turn be stopped', async () => {
    await using started = await start({ concurrency: 1 });
    const gate = started.server.holdTokens();
    const stop = new AbortController();
    const first = started.model.write(request);
    await started.server.nextChat();
    const second = errorOf(started.model.write({ ...request, signal: stop.signal }));

    stop.abort();

    expect((await second).code).toBe('model-stopped');
    gate.open();
    await first;
    expect(started.server.chats).toHaveLength(1);
  });
});

describe('the rest after failures', () => {
  it('sends nothing for a while after two failures in a row, then one trial', async () => {
    let now = 0;
    const breaker = new CircuitBreaker({ now: () => now });
    await using started = await start({ breaker });
    started.server.fails(401, 3);
    const code = async () => (await errorOf(started.model.write(request))).code;

    expect([await code(), await code(), await code()]).toEqual([
      'model-refused',
      'model-refused',
      'model-resting',
    ]);
    expect(started.server.chats).toHaveLength(2);
    expect(started.model.state()).toMatchObject({ state: 'failing', reason: 'model-refused' });
    now = 30_000;
    expect([await code(), await code()]).toEqual(['model-refused', 'model-resting']);
    now = 60_000;
    await started.model.write(request);
    expect(started.model.state().state).toBe('ready');
    expect(started.server.chats).toHaveLength(4);
  });

  it('does not rest because a form was filled in badly', async () => {
    await using started = await start();
    started.server.says({ fields: { years: '2019' } });
    const fill = () => errorOf(started.model.fill(request, form));

    await fill();
    await fill();

    expect((await fill()).code).toBe('model-unreadable');
    expect(started.model.state().state).toBe('ready');
  });
});

describe('fill()', () => {
  it('takes a form from the arguments of a function', async () => {
    await using started = await start();
    started.server.says({ fields: { years: [2019] } });

    const { value, usage } = await started.model.fill(request, form);

    expect(value).toEqual({ years: [2019] });
    expect(usage.isEstimated).toBe(false);
    expect(started.server.chats).toMatchObject([{ tools: ['extract'], stream: false }]);
  });

  it('asks once more for JSON where the server takes no functions, and for JSON alone from then on', async () => {
    await using started = await start({}, { refuses: ['tools'] });
    started.server.says({ fields: { years: [2019] } });

    const { value } = await started.model.fill(request, form);
    await started.model.fill(request, form);

    expect(value).toEqual({ years: [2019] });
    expect(started.server.chats.map(({ format, tools }) => `${format} ${tools.length}`)).toEqual([
      'text 1',
      'json_object 0',
      'json_object 0',
    ]);
    expect(started.server.chats[1]?.text).toContain('"years"');
  });

  it('asks for JSON where no function was called, unless the text is the form', async () => {
    await using started = await start();
    started.server.says(({ format }) => (format === 'text' ? '2019 年' : '```json\n{"years":[2019]}\n```'));

    expect((await started.model.fill(request, form)).value).toEqual({ years: [2019] });
    started.server.says('{"years":[2020]}');
    expect((await started.model.fill(request, form)).value).toEqual({ years: [2020] });
    expect(started.server.chats).toHaveLength(3);
  });

  it.each([
    ['a form that does not fit', { fields: { years: 'x' } }],
    ['arguments that are no JSON', { fields: '{"years": [20' }],
    ['a text', '2019 年'],
  ])('refuses %s', async (_, says) => {
    await using started = await start();
    started.server.says(says);

    expect((await errorOf(started.model.fill(request, form))).code).toBe('model-unreadable');
  });

  it('sends the effort that a model wants with functions', async () => {
    await using started = await start();
    started.server.fails({ status: 400, param: 'reasoning_effort', message: 'set reasoning_effort to none' });
    started.server.says({ fields: { years: [] } });

    await started.model.fill(request, form);

    expect(started.server.chats.map(({ body }) => body.reasoning_effort)).toEqual([undefined, 'none']);
  });

  it.each<[FaultKind | number, ModelError['code']]>([
    [401, 'model-refused'],
    ['garbage', 'model-unreadable'],
    ['page', 'model-unreadable'],
    ['cut', 'model-broken'],
    ['stalled', 'model-slow'],
    ['silent', 'model-slow'],
  ])('says what %s means', async (fault, code) => {
    await using started = await start({ timeoutMs: 300 });
    started.server.fails(fault, 2);

    expect((await errorOf(started.model.fill(request, form))).code).toBe(code);
  });
});

describe('the tokens of a user', () => {
  it('are counted, also for an answer that broke off, until they are spent', async () => {
    const budget = openTokenBudget({ tokensPerDay: 40 });
    await using started = await start({ budget }, { usage: false });
    const paid: WriteRequest = { ...request, user: 'telegram:7', onText: () => {} };
    started.server.says('一二三');
    started.server.fails('cut');

    await errorOf(started.model.write(paid));
    const first = budget.spent('telegram:7');
    await started.model.write(paid);
    const error = await errorOf(started.model.write(paid));

    expect(first).toBe(26);
    expect(error.code).toBe('tokens-spent');
    expect(error.message).not.toContain('telegram:7');
    expect(started.server.chats).toHaveLength(2);
    expect(budget.spent('telegram:8')).toBe(0);
  });

  it('are counted for an answer that the reader stops', async () => {
    const budget = openTokenBudget({ tokensPerDay: 40 });
    await using started = await start({ budget });
    const gate = started.server.holdTokens();
    const stop = new AbortController();
    let heard = (): void => {};
    const piece = new Promise<void>((resolve) => {
      heard = resolve;
    });
    const error = errorOf(
      started.model.write({ ...request, user: '7', signal: stop.signal, onText: () => heard() }),
    );
    await gate.pass();
    await piece;

    stop.abort();

    expect((await error).code).toBe('model-stopped');
    expect(budget.spent('7')).toBe(25);
  });
});
