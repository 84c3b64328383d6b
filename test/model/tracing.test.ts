import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { startModelServer } from '../support/model-server.ts';
import { startTraceServer } from './trace-server.ts';

/** Asks a model once in a process with these variables; returns the hosts that it connected to. */
async function writeOnce(baseUrl: string, variables: Record<string, string>): Promise<string[]> {
  const program = fileURLToPath(new URL('write-once.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), program, baseUrl],
    { env: { PATH: process.env.PATH, ...variables } },
  );
  return JSON.parse(stdout);
}

/** The bodies as text. */
function unpack(bodies: readonly Buffer[]): string {
  return bodies.map((body) => (body[0] === 0x1f ? gunzipSync(body) : body).toString('utf8')).join('\n');
}

describe('tracing', () => {
  it('connects to nobody but the endpoint, also with an address of LangSmith and a key', async () => {
    await using server = await startModelServer();
    await using langSmith = await startTraceServer();

    const hosts = await writeOnce(server.url, {
      LANGSMITH_ENDPOINT: langSmith.url,
      LANGSMITH_API_KEY: 'ls-key',
    });

    const { host } = new URL(server.url);
    expect([...new Set(hosts.map((one) => one.replace('http://', '')))]).toEqual([host]);
    expect(langSmith.bodies).toEqual([]);
  });

  it('sends prompt and answer to LangSmith, never the key, where LANGSMITH_TRACING asks for it', async () => {
    await using server = await startModelServer();
    await using langSmith = await startTraceServer();

    await writeOnce(server.url, {
      LANGSMITH_TRACING: 'true',
      LANGSMITH_ENDPOINT: langSmith.url,
      LANGSMITH_API_KEY: 'ls-key',
    });

    const sent = unpack(langSmith.bodies);
    expect(sent).toContain('综合纠错率');
    expect(sent).toContain('好的。');
    expect(sent).not.toContain('sk-test');
  });
});
