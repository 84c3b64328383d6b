import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openModelStore } from '../../src/database/open-model-store.ts';
import type { UserError } from '../../src/errors.ts';
import type { BuildProgress } from '../../src/library/build-progress.ts';
import { type ModelEmbeddingsOptions, openModelEmbeddings } from '../../src/library/model-embeddings.ts';
import { CircuitBreaker } from '../../src/model/circuit-breaker.ts';
import { type ModelServer, startModelServer } from '../support/model-server.ts';
import { reportText, temporaryLibrary } from './temporary-library.ts';

type Options = Partial<Omit<ModelEmbeddingsOptions, 'endpoint' | 'database'>>;

/** A folder for `model.sqlite`, removed when the test ends. */
function temporaryStore(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhibao-vectors-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Opens embeddings anew, as a new start of the program does. */
async function openAt(server: ModelServer, folder: string, options: Options = {}) {
  const database = openModelStore(folder);
  onTestFinished(() => database.close());
  const endpoint = { baseUrl: server.url, apiKey: 'k', timeoutMs: 10_000 };
  return openModelEmbeddings({ endpoint, model: 'e', database, backoffMs: 1, ...options });
}

async function errorOf(promise: Promise<unknown>): Promise<UserError> {
  const [result] = await Promise.allSettled([promise]);
  if (result.status === 'fulfilled') throw new Error('Nothing was thrown');
  return result.reason;
}

/** Every text that was asked for, in order. */
const asked = (server: ModelServer) => server.embeddings.flatMap(({ texts }) => texts);
const texts = (count: number) => Array.from({ length: count }, (_, index) => `第${index}段`);

describe('openModelEmbeddings()', () => {
  it('names the model with its endpoint, and asks for the dimension once', async () => {
    await using server = await startModelServer({ dimension: 24 });
    const folder = temporaryStore();

    const first = await openAt(server, folder);
    const again = await openAt(server, folder);

    expect(first.name).toBe(`e@${new URL(server.url).host}`);
    expect([first.dimension, again.dimension]).toEqual([24, 24]);
    expect(server.embeddings).toHaveLength(1);
  });

  it('takes the dimension of the library where nobody answers', async () => {
    await using server = await startModelServer();
    await server.close();

    expect((await openAt(server, temporaryStore(), { dimension: 24 })).dimension).toBe(24);
  });

  it('says what to check when nobody answers', async () => {
    await using server = await startModelServer();
    server.fails(401, 9, 'embeddings');

    const error = await errorOf(openAt(server, temporaryStore()));

    expect(error).toMatchObject({ name: 'LibraryError', code: 'embeddings-failed' });
    expect(error.message).toContain('status 401');
    expect(error.cure).toContain('EMBEDDING_MODEL');
  });
});

describe('embedDocuments()', () => {
  it('asks for floats and gives vectors of unit length, also when base64 is not understood', async () => {
    await using server = await startModelServer({ alwaysFloat: true });
    const embeddings = await openAt(server, temporaryStore());

    const vectors = await embeddings.embedDocuments(['甲乙', '丙丁', '甲乙']);

    expect(server.embeddings.every(({ body }) => body.encoding_format === 'float')).toBe(true);
    for (const vector of vectors) expect(Math.hypot(...vector)).toBeCloseTo(1, 10);
    expect(vectors[2]).toEqual(vectors[0]);
    expect(server.embeddings.at(-1)?.texts).toEqual(['甲乙', '丙丁']);
  });

  it('pays for a text once, over all starts', async () => {
    await using server = await startModelServer();
    const folder = temporaryStore();
    const first = await (await openAt(server, folder)).embedDocuments(texts(100));
    const before = server.embeddings.length;

    const again = await (await openAt(server, folder)).embedDocuments([...texts(100), '新']);

    expect(server.embeddings.slice(before).map((request) => request.texts)).toEqual([['新']]);
    expect(again).toHaveLength(101);
    for (const [index, value] of first[0]!.entries()) expect(again[0]![index]).toBeCloseTo(value, 6);
  });

  it('keeps vectors of different models and endpoints apart', async () => {
    await using server = await startModelServer();
    await using other = await startModelServer();
    const folder = temporaryStore();

    await (await openAt(server, folder)).embedDocuments(['甲']);
    await (await openAt(server, folder, { model: 'f' })).embedDocuments(['甲']);
    await (await openAt(other, folder)).embedDocuments(['甲']);
    await (await openAt(server, folder)).embedDocuments(['甲']);

    expect(server.embeddings.filter((one) => one.texts.includes('甲')).map(({ model }) => model)).toEqual([
      'e',
      'f',
    ]);
    expect(other.embeddings.filter((one) => one.texts.includes('甲'))).toHaveLength(1);
  });

  it('keeps what came before a failure, and resumes there', async () => {
    await using server = await startModelServer();
    const folder = temporaryStore();
    const embeddings = await openAt(server, folder);
    // Of three batches at once the last is refused.
    server.embeds((text) => (text === '第140段' ? [] : new Array(64).fill(1)));
    const error = await errorOf(embeddings.embedDocuments(texts(150)));
    server.embeds(() => new Array(64).fill(1));
    const before = server.embeddings.length;

    await (await openAt(server, folder)).embedDocuments(texts(150));

    expect(error.code).toBe('model-unreadable');
    expect(server.embeddings.slice(before).flatMap((request) => request.texts)).toEqual(
      texts(150).slice(128),
    );
  });

  it('waits as it is asked to, and tries again', async () => {
    await using server = await startModelServer();
    const embeddings = await openAt(server, temporaryStore());
    server.fails({ status: 429, retryAfter: 0.01 }, 2, 'embeddings');
    server.fails(500, 1, 'embeddings');
    server.fails('reset', 1, 'embeddings');

    await embeddings.embedDocuments(['甲']);

    expect(asked(server).filter((text) => text === '甲')).toHaveLength(5);
  });

  it('hands over fewer texts where the server takes fewer', async () => {
    await using server = await startModelServer();
    const embeddings = await openAt(server, temporaryStore());
    server.limitsTexts(10);

    const vectors = await embeddings.embedDocuments(texts(40));
    await embeddings.embedDocuments(['又']);

    expect(vectors).toHaveLength(40);
    expect(
      Math.max(...server.embeddings.slice(-5).map((request) => request.texts.length)),
    ).toBeLessThanOrEqual(10);
  });

  it('cuts a text that the server refuses as too long', async () => {
    await using server = await startModelServer();
    const embeddings = await openAt(server, temporaryStore());
    server.limitsCharacters(1_000);

    const [vector] = await embeddings.embedDocuments(['长'.repeat(3_000)]);

    expect(vector).toHaveLength(64);
    expect(asked(server).at(-1)).toHaveLength(750);
  });

  it.each([
    ['empty vectors', () => []],
    ['zeros', () => new Array<number>(64).fill(0)],
    ['what is no number', () => [null as never, ...new Array<number>(63).fill(1)]],
  ])('refuses %s', async (_, makeVector) => {
    await using server = await startModelServer();
    const embeddings = await openAt(server, temporaryStore());
    server.embeds(makeVector);

    expect((await errorOf(embeddings.embedDocuments(['甲']))).code).toBe('model-unreadable');
  });

  it('refuses vectors of another length than before, and says what to do', async () => {
    await using server = await startModelServer();
    const embeddings = await openAt(server, temporaryStore());
    server.embeds(() => [1, 2, 3]);

    const error = await errorOf(embeddings.embedDocuments(['甲']));

    expect(error).toMatchObject({ name: 'LibraryError', code: 'embeddings-failed' });
    expect(error.message).toContain('they have 3 numbers, those before had 64');
    expect(error.cure).toContain('model.sqlite');
  });

  it('goes on without the kept vectors when their file is damaged', async () => {
    await using server = await startModelServer();
    const database = openModelStore(temporaryStore());
    database.exec('CREATE TABLE embedded_texts (nonsense TEXT)');
    const warned: string[] = [];
    const log = { debug() {}, info() {}, error() {}, warn: (_: object, said: string) => warned.push(said) };
    const endpoint = { baseUrl: server.url, apiKey: 'k', timeoutMs: 10_000 };

    const embeddings = await openModelEmbeddings({ endpoint, model: 'e', database, log });

    expect(await embeddings.embedDocuments(['甲'])).toHaveLength(1);
    expect(warned).toEqual(['Cannot use the kept vectors; going on without']);
    database.close();
  });
});

describe('embedQuery()', () => {
  it('asks for the same question once', async () => {
    await using server = await startModelServer();
    const embeddings = await openAt(server, temporaryStore());

    const [first, second] = await Promise.all([embeddings.embedQuery('问'), embeddings.embedQuery('问')]);

    expect(second).toEqual(first);
    expect(Math.hypot(...first)).toBeCloseTo(1, 10);
    expect(asked(server).filter((text) => text === '问')).toHaveLength(1);
  });

  it('fails soon, is counted, and rests after two failures', async () => {
    let now = 0;
    await using server = await startModelServer();
    const breaker = new CircuitBreaker({ now: () => now });
    const embeddings = await openAt(server, temporaryStore(), { breaker });
    server.fails(401, 2, 'embeddings');
    const codes = [];

    for (const question of ['一', '二', '三'])
      codes.push((await errorOf(embeddings.embedQuery(question))).code);

    expect(codes).toEqual(['model-refused', 'model-refused', 'model-resting']);
    expect(embeddings.failedQueries).toBe(3);
    expect(embeddings.state()).toMatchObject({ state: 'failing', reason: 'model-refused' });
    now = 30_000;
    expect(await embeddings.embedQuery('三')).toHaveLength(64);
    expect(embeddings.state().state).toBe('ready');
  });
});

describe('a library built with a model', () => {
  it('pays for a new paragraph alone at a rebuild, and for nothing when embeddings are switched back', async () => {
    await using server = await startModelServer();
    const { write, build, libraryDir } = temporaryLibrary();
    const built = async (options: Options, rebuild = false) => {
      const before = server.embeddings.length;
      const embeddings = await openAt(server, libraryDir, options);
      await build({ embeddings, rebuild });
      return server.embeddings.slice(before).flatMap((request) => request.texts).length;
    };

    const first = await built({});
    write('west-2021.txt', reportText('西河区', 2021, '#一、行政复议', '收到申请9件。'));
    const grown = await built({}, true);
    const other = await built({ model: 'f' });
    const back = await built({});

    expect(first).toBeGreaterThan(5);
    expect([grown, other, back]).toEqual([1, first + 1, 0]);
  });

  it('shows how far embedding is, when it is slow', async () => {
    await using server = await startModelServer();
    const lines = Array.from({ length: 250 }, (_, index) => `第${index}项工作。`);
    const { build } = temporaryLibrary({
      'east-2019.txt': reportText('东山县', 2019, '#一、工作', ...lines),
    });
    const embeddings = await openAt(server, temporaryStore());
    const slow = {
      name: 'slow',
      dimension: 64,
      batchTexts: 100,
      embedQuery: embeddings.embedQuery.bind(embeddings),
      embedDocuments: async (given: string[]) => {
        const end = performance.now() + 110;
        while (performance.now() < end);
        return embeddings.embedDocuments(given);
      },
    };
    const seen: BuildProgress[] = [];

    await build({ embeddings: slow, onProgress: (progress) => seen.push(progress) });

    const embedded = seen.filter(({ stage }) => stage === 'embed');
    expect(embedded.map(({ done, total }) => `${done}/${total}`)).toEqual(['100/250', '200/250', '250/250']);
  });
});
