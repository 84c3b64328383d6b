/** Against an OpenAI-compatible server that others wrote. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { ChatPromptTemplate } from '@langchain/core/prompts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openModelEmbeddings } from '../../src/library/model-embeddings.ts';
import type { Endpoint } from '../../src/model/endpoint.ts';
import { openChatModel } from '../../src/model/open-chat-model.ts';
import { findFreePort } from '../support/find-free-port.ts';

let program: ChildProcess;
let endpoint: Endpoint;

beforeAll(async () => {
  const port = await findFreePort();
  const main = fileURLToPath(import.meta.resolve('@dwmkerr/mock-llm/dist/main.js'));
  program = spawn(process.execPath, [main], {
    env: { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: program.stdout! }))
    if (line.includes('running on')) break;
  program.stdout!.resume();
  endpoint = { baseUrl: `http://127.0.0.1:${port}/v1`, apiKey: 'k', timeoutMs: 10_000 };
  const vector = (index: number) => ({ object: 'embedding', index, embedding: [index + 3, 4, 0] });
  const rule = {
    path: '/v1/embeddings',
    method: 'POST',
    response: { status: 200, content: JSON.stringify({ object: 'list', data: [vector(0)] }) },
  };
  const config = `http://127.0.0.1:${port}/config`;
  const { rules } = (await (await fetch(config)).json()) as { rules: readonly object[] };
  const answered = await fetch(config, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ streaming: { chunkSize: 4, chunkIntervalMs: 1 }, rules: [...rules, rule] }),
  });
  expect(answered.ok).toBe(true);
});

afterAll(async () => {
  const ended = once(program, 'exit');
  program.kill();
  await ended;
});

describe('@dwmkerr/mock-llm', () => {
  it('is written with, piece by piece', async () => {
    const model = openChatModel({ endpoint, model: 'gpt-5.2' });
    const pieces: string[] = [];

    const written = await model.write({
      prompt: ChatPromptTemplate.fromMessages([['human', '{question}']]),
      values: { question: '花都区2019年综合纠错率为21.9%。' },
      onText: (piece) => pieces.push(piece),
    });

    expect(written.text).toBe('花都区2019年综合纠错率为21.9%。');
    expect(pieces.length).toBeGreaterThan(1);
    expect(written.usage.input).toBeGreaterThan(0);
  });

  it('embeds', async () => {
    const embeddings = await openModelEmbeddings({ endpoint, model: 'e' });

    expect(embeddings.dimension).toBe(3);
    expect(await embeddings.embedDocuments(['甲'])).toEqual([[0.6, 0.8, 0]]);
    expect(await embeddings.embedQuery('甲')).toEqual([0.6, 0.8, 0]);
  });
});
