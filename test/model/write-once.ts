/**
 * A process of its own that asks a model once, and prints every host that it connected to as JSON: the settings of
 * LangSmith are read when LangChain is loaded.
 */
import { subscribe } from 'node:diagnostics_channel';
import { awaitAllCallbacks } from '@langchain/core/callbacks/promises';
import { ChatPromptTemplate } from '@langchain/core/prompts';
import { openModelEmbeddings } from '../../src/library/model-embeddings.ts';
import { openChatModel } from '../../src/model/open-chat-model.ts';

const origins = new Set<string>();
subscribe('undici:request:create', (message) => {
  origins.add(String((message as { request: { origin: unknown } }).request.origin));
});
const connected = new Set<string>();
subscribe('net.client.socket', (message) => {
  const { socket } = message as { socket: import('node:net').Socket };
  socket.on('lookup', (_error, _address, _family, host) => connected.add(host));
  socket.once('connect', () => connected.add(`${socket.remoteAddress}:${socket.remotePort}`));
});

const [baseUrl = ''] = process.argv.slice(2);
const endpoint = { baseUrl, apiKey: 'sk-test-key-123', timeoutMs: 10_000 };
const prompt = ChatPromptTemplate.fromMessages([['human', '{question}']]);
await openChatModel({ endpoint, model: 'm' }).write({ prompt, values: { question: '综合纠错率' } });
await (await openModelEmbeddings({ endpoint, model: 'e' })).embedQuery('综合纠错率');
await awaitAllCallbacks();
process.stdout.write(JSON.stringify([...new Set([...origins, ...connected])]));
