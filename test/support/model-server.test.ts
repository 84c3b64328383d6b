import { describe, expect, it } from 'vitest';
import { type ModelServer, startModelServer } from './model-server.ts';

const question = { model: 'm', messages: [{ role: 'user', content: '你好' }] };
const streaming = { ...question, stream: true, stream_options: { include_usage: true } };
const tool = { type: 'function', function: { name: 'extract', parameters: {} } };

interface Answer {
  readonly choices: readonly [{ readonly message: { readonly content: string } }];
}

function post(server: ModelServer, path: string, body: object, signal?: AbortSignal): Promise<Response> {
  return fetch(`${server.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer k' },
    body: JSON.stringify(body),
    ...(signal ? { signal } : {}),
  });
}

const ask = (server: ModelServer, body: object = question) => post(server, '/chat/completions', body);
const askPlain = async (server: ModelServer, body: object = question) =>
  (await ask(server, body)).json() as Promise<Answer>;

/** The data of all events, the last of which is `[DONE]`. */
async function readEvents(response: Response): Promise<string[]> {
  return [...(await response.text()).matchAll(/data: (.*)\n\n/g)].map(([, data]) => data ?? '');
}

describe('startModelServer()', () => {
  it('says what it is told to, and counts tokens', async () => {
    await using server = await startModelServer();
    server.says('共 45 件');

    expect(await askPlain(server)).toMatchObject({
      object: 'chat.completion',
      choices: [{ message: { role: 'assistant', content: '共 45 件' }, finish_reason: 'stop' }],
      usage: { prompt_tokens: 2, completion_tokens: 3, total_tokens: 5 },
    });
  });

  it('answers by what is asked, and once otherwise', async () => {
    await using server = await startModelServer();
    server.says(({ text }) => `${text}!`);
    server.saysNext('一次');

    expect((await askPlain(server)).choices[0].message.content).toBe('一次');
    expect((await askPlain(server)).choices[0].message.content).toBe('你好!');
  });

  it('streams token by token, the usage at the end', async () => {
    await using server = await startModelServer();
    server.says('共 45 件');

    const events = await readEvents(await ask(server, streaming));

    const chunks = events.slice(0, -1).map((event) => JSON.parse(event));
    expect(chunks.map(({ choices }) => choices[0]?.delta.content)).toEqual([
      '共',
      ' 45',
      ' 件',
      undefined,
      undefined,
    ]);
    expect(chunks.at(-2)).toMatchObject({ choices: [{ finish_reason: 'stop' }] });
    expect(chunks.at(-1)).toMatchObject({ choices: [], usage: { completion_tokens: 3 } });
    expect(events.at(-1)).toBe('[DONE]');
  });

  it('leaves the usage out where nobody wants it or it does not count', async () => {
    await using server = await startModelServer({ usage: false });
    const { stream_options: _, ...unasked } = streaming;

    expect((await readEvents(await ask(server, unasked))).join()).not.toContain('usage');
    expect((await readEvents(await ask(server, streaming))).join()).not.toContain('usage');
    expect(await askPlain(server)).not.toHaveProperty('usage');
  });

  it('fills in a form by the function offered, whole and streamed, or as JSON', async () => {
    await using server = await startModelServer();
    server.says({ fields: { year: 2019 } });

    const whole = await askPlain(server, { ...question, tools: [tool] });
    const streamed = await readEvents(await ask(server, { ...streaming, tools: [tool] }));
    const json = await askPlain(server, { ...question, response_format: { type: 'json_object' } });

    expect(whole.choices[0]).toMatchObject({
      finish_reason: 'tool_calls',
      message: { tool_calls: [{ function: { name: 'extract', arguments: '{"year":2019}' } }] },
    });
    const calls = streamed
      .slice(0, -1)
      .flatMap((event) => JSON.parse(event).choices[0]?.delta.tool_calls ?? []);
    expect(calls[0]).toMatchObject({ index: 0, id: 'call_1', function: { name: 'extract' } });
    expect(calls.map((call) => call.function.arguments).join('')).toBe('{"year":2019}');
    expect(json.choices[0].message.content).toBe('{"year":2019}');
  });

  it('keeps what is asked of it', async () => {
    await using server = await startModelServer();

    const waiting = server.nextChat();
    await askPlain(server, { ...question, temperature: 0 });
    await post(server, '/embeddings', { model: 'e', input: ['一', '二'] });

    expect(await waiting).toMatchObject({
      model: 'm',
      messages: question.messages,
      stream: false,
      format: 'text',
      body: { temperature: 0 },
      headers: { authorization: 'Bearer k' },
    });
    expect(server.chats).toHaveLength(1);
    expect(await server.nextEmbeddings()).toMatchObject({ model: 'e', texts: ['一', '二'], format: 'float' });
    expect(server.requests.map(({ kind }) => kind)).toEqual(['chat', 'embeddings']);
  });

  it('holds a stream between two tokens for as long as a test wants', async () => {
    await using server = await startModelServer();
    server.says('一二三四');
    const gate = server.holdTokens();
    const response = await ask(server, streaming);
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    const readMore = async () => (await reader.read()).value ?? '';

    await gate.pass();
    const first = await readMore();
    await gate.pass(2);
    const between = await readMore();
    gate.open();
    let rest = '';
    for (let text = await readMore(); text !== ''; text = await readMore()) rest += text;

    expect(first).toContain('一');
    expect(first).not.toContain('二');
    expect(between).not.toContain('四');
    expect(between + rest).toContain('四');
    expect(rest).toContain('[DONE]');
  });

  it('sees that a client has gone', async () => {
    await using server = await startModelServer();
    const gate = server.holdTokens();
    const client = new AbortController();
    const response = await post(server, '/chat/completions', streaming, client.signal);
    await gate.pass();

    client.abort();

    expect(await (await server.nextChat()).ended).toBe('broken-off');
    await expect(response.text()).rejects.toThrow();
  });

  it('refuses a wrong key, an unknown model, path and parameter', async () => {
    await using server = await startModelServer({ key: 'k', models: ['m'], refuses: ['temperature'] });
    const noKey = await fetch(`${server.url}/models`);

    expect(noKey.status).toBe(401);
    expect((await ask(server, { ...question, model: 'x' })).status).toBe(404);
    expect((await post(server, '/completions', {})).status).toBe(404);
    const refused = await ask(server, { ...question, temperature: 0 });
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ error: { param: 'temperature' } });
    expect((await ask(server)).status).toBe(200);
  });

  it('lists its models', async () => {
    await using server = await startModelServer({ models: ['m', 'e'] });

    const { data } = (await (await fetch(`${server.url}/models`)).json()) as { data: { id: string }[] };

    expect(data.map(({ id }) => id)).toEqual(['m', 'e']);
  });

  it('fails as often as it is told to, with the header that says when to come back', async () => {
    await using server = await startModelServer();
    server.fails({ status: 429, retryAfter: 3 }, 2);
    server.fails(500);

    const limited = await ask(server);

    expect(limited.status).toBe(429);
    expect(limited.headers.get('retry-after')).toBe('3');
    expect(await limited.json()).toMatchObject({ error: { type: 'rate_limit_exceeded' } });
    expect((await ask(server)).status).toBe(429);
    expect((await ask(server)).status).toBe(500);
    expect((await ask(server)).status).toBe(200);
  });

  it('recovers when it is told to', async () => {
    await using server = await startModelServer();
    server.fails(500, Number.POSITIVE_INFINITY);
    await ask(server);

    server.recovers();

    expect((await ask(server)).status).toBe(200);
  });

  it('breaks connections and refuses them, until it listens again', async () => {
    await using server = await startModelServer();
    server.fails('reset');

    await expect(ask(server)).rejects.toThrow('fetch failed');
    await server.close();
    await expect(ask(server)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
    await server.listen();
    expect((await ask(server)).status).toBe(200);
  });

  it('never answers, or stops answering after some tokens', async () => {
    await using server = await startModelServer();
    server.says('一二三');
    server.fails('silent');
    server.fails('stalled');
    const client = new AbortController();

    const silent = post(server, '/chat/completions', streaming, client.signal);
    const { ended } = await server.nextChat();
    client.abort();
    await expect(silent).rejects.toThrow();
    expect(await ended).toBe('broken-off');

    const stalled = (await ask(server, streaming)).body!.pipeThrough(new TextDecoderStream()).getReader();
    let got = '';
    while (!got.includes('二')) got += (await stalled.read()).value;
    expect(got).not.toContain('三');
  });

  it('cuts a stream, ends it early, and puts an error or no JSON in it', async () => {
    await using server = await startModelServer();
    server.says('一二三');
    for (const fault of ['cut', 'unfinished', 'error-event', 'garbage'] as const) server.fails(fault);

    await expect((await ask(server, streaming)).text()).rejects.toThrow();
    const unfinished = await (await ask(server, streaming)).text();
    expect(unfinished).not.toMatch(/三|DONE|"finish_reason":"/);
    expect((await readEvents(await ask(server, streaming)))[2]).toContain('server_error');
    expect((await readEvents(await ask(server, streaming)))[2]).toBe('{"choices": [{"del');
  });

  it('answers with no JSON, a page and nothing at all', async () => {
    await using server = await startModelServer();
    server.fails('garbage');
    server.fails('page');
    server.fails('empty');

    await expect(askPlain(server)).rejects.toThrow('JSON');
    expect((await ask(server)).headers.get('content-type')).toBe('text/html');
    expect((await askPlain(server)).choices[0].message.content).toBe('');
  });

  it('embeds texts as floats and as base64, equal texts alike', async () => {
    await using server = await startModelServer({ dimension: 4 });
    const embed = async (input: string[], encoding_format: string) => {
      const response = await post(server, '/embeddings', { model: 'e', input, encoding_format });
      return ((await response.json()) as { data: { embedding: never }[] }).data.map((one) => one.embedding);
    };

    const [first, second, again] = await embed(['甲乙', '丙丁', '甲乙'], 'float');
    const [bytes] = await embed(['甲乙'], 'base64');

    expect(first).toHaveLength(4);
    expect(again).toEqual(first);
    expect(second).not.toEqual(first);
    expect([...new Float32Array(new Uint8Array(Buffer.from(bytes!, 'base64')).buffer)]).toEqual(first);
  });

  it('refuses more or longer texts than it is told to take', async () => {
    await using server = await startModelServer();
    server.limitsTexts(2);
    server.limitsCharacters(3);
    const status = async (...input: string[]) =>
      (await post(server, '/embeddings', { model: 'e', input })).status;

    expect([await status('一', '二'), await status('一', '二', '三'), await status('一二三四')]).toEqual([
      200, 400, 400,
    ]);
  });

  it('embeds as it is told to, also wrongly', async () => {
    await using server = await startModelServer();
    server.embeds(() => []);
    server.fails('empty', 1, 'embeddings');

    const embed = async () => (await post(server, '/embeddings', { model: 'e', input: '一' })).json();

    expect(await embed()).toMatchObject({ data: [] });
    expect(await embed()).toMatchObject({ data: [{ embedding: [] }] });
  });
});
