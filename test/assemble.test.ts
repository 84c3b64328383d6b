/** The assistant with embeddings of an endpoint that works, fails at the first build, or fails later. */
import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createIngest, openAssistant } from '../src/assemble.ts';
import { parseConfig } from '../src/config.ts';
import { readManifest } from '../src/library/manifest.ts';
import { type ModelServer, startModelServer } from './support/model-server.ts';
import { runCommand } from './support/run-command.ts';

const reports = fileURLToPath(new URL('../data/reports', import.meta.url));
const question = '花都2019年综合纠错率是多少?';

/** Settings over some of the reports, and what changes them. */
function installation(server: ModelServer) {
  const folder = mkdtempSync(join(tmpdir(), 'zhibao-assemble-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [reportsDir, libraryDir] = [join(folder, 'reports'), join(folder, 'library')];
  mkdirSync(reportsDir);
  const files = readdirSync(reports)
    .filter((file) => file.endsWith('.txt'))
    .sort();
  const add = (file: string) => copyFileSync(join(reports, file), join(reportsDir, file));
  const [last = '', ...others] = files;
  for (const file of others) add(file);
  const variables = {
    REPORTS_DIR: reportsDir,
    LIBRARY_DIR: libraryDir,
    OPENAI_BASE_URL: server.url,
    CHAT_MODEL: 'm',
    EMBEDDING_MODEL: 'e',
    LOG_LEVEL: 'silent',
  };
  const embedding = async () => (await readManifest(libraryDir))?.embedding.name;
  return {
    variables,
    config: parseConfig(variables),
    addLast: () => add(last),
    embedding,
    count: files.length,
  };
}

describe('openAssistant()', () => {
  it('embeds the reports and each question at the endpoint', async () => {
    await using server = await startModelServer();
    const { config, embedding } = installation(server);

    const assistant = await openAssistant(config);
    const before = server.embeddings.length;
    const { text } = await assistant.ask(question);
    assistant.close();

    expect(await embedding()).toBe(`e@${new URL(server.url).host}`);
    expect(text).toContain('21.9%');
    expect(server.embeddings.slice(before).every(({ texts }) => texts.length === 1)).toBe(true);
  });

  it('serves the library as it was when the endpoint fails later, and takes up what is new when it is back', async () => {
    await using server = await startModelServer();
    const { config, addLast, embedding, count } = installation(server);
    (await openAssistant(config)).close();
    addLast();
    server.fails(401, Number.POSITIVE_INFINITY, 'embeddings');

    const meanwhile = await openAssistant(config);
    const { text } = await meanwhile.ask(question);
    const held = meanwhile.reports().length;
    meanwhile.close();
    server.recovers();
    const back = await openAssistant(config);

    expect(held).toBe(count - 1);
    expect(text).toContain('21.9%');
    expect(back.reports()).toHaveLength(count);
    expect(await embedding()).toContain('e@');
    back.close();
  });

  it('answers with local embeddings, and says why in the log alone, when the endpoint fails at the first build', async () => {
    await using server = await startModelServer();
    const { variables, embedding } = installation(server);
    server.fails(401, Number.POSITIVE_INFINITY, 'embeddings');

    const { exitCode, stdout, stderr } = await runCommand('scripts/ask.ts', [question], {
      ...variables,
      LOG_LEVEL: 'warn',
    });

    expect(exitCode).toBe(0);
    expect(stdout).toContain('21.9%');
    expect(stdout).not.toMatch(/embed|401/);
    expect(stderr).toContain('building with local embeddings instead');
    expect(stderr).toContain('status 401');
    expect(await embedding()).toBe('local-1');
  });
});

describe('createIngest()', () => {
  it('builds with no other embeddings than those that are set', async () => {
    await using server = await startModelServer();
    const { config, embedding } = installation(server);
    server.fails(401, 1, 'embeddings');

    await expect(createIngest(config).enter([])).rejects.toMatchObject({ code: 'embeddings-failed' });
    await createIngest(config).enter([]);

    expect(await embedding()).toContain('e@');
  });
});

describe('a start without an endpoint', () => {
  it('loads nothing of it', async () => {
    await using server = await startModelServer();
    const { variables } = installation(server);
    const main = JSON.stringify(new URL('../src/assemble.ts', import.meta.url).href);
    const config = JSON.stringify(new URL('../src/config.ts', import.meta.url).href);
    const script = `
      import { createRequire } from 'node:module';
      const { openAssistant } = await import(${main});
      const { parseConfig } = await import(${config});
      const assistant = await openAssistant(parseConfig(${JSON.stringify({ ...variables, OPENAI_BASE_URL: '' })}));
      await assistant.ask('你好');
      assistant.close();
      const loaded = Object.keys(createRequire(import.meta.url).cache);
      process.stdout.write(JSON.stringify({
        core: loaded.some((path) => path.includes('@langchain/core')),
        openai: loaded.filter((path) => /node_modules.(?:openai|@langchain.openai|p-limit)/.test(path)),
      }));`;

    const { stdout } = await promisify(execFile)(process.execPath, [
      '--import',
      import.meta.resolve('tsx'),
      '--input-type=module',
      '-e',
      script,
    ]);

    expect(JSON.parse(stdout)).toEqual({ core: true, openai: [] });
    expect(server.requests).toEqual([]);
  });
});
