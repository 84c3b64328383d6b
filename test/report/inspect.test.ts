import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const REPORT = 'data/reports/004_a9bec1d6296ff772.txt';
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhibao-inspect-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function inspect(...parameters: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const command = ['--import', 'tsx', 'scripts/inspect.ts', ...parameters];
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      command,
      { cwd: ROOT, env: { ...process.env, NO_COLOR: '1' } },
      (error, stdout, stderr) => {
        resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
      },
    );
  });
}

describe('npm run inspect', () => {
  it('prints one JSON object a file with the documented keys', async () => {
    const { code, stdout } = await inspect('--json', REPORT, 'data/reports/001_3f0a2276b96b94a9.txt');
    const objects = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);

    expect(code).toBe(0);
    expect(objects).toHaveLength(2);
    expect(Object.keys(objects[0] ?? {})).toEqual([
      'file',
      'region',
      'parents',
      'aliases',
      'body',
      'year',
      'title',
      'titlePrinted',
      'issuer',
      'issued',
      'published',
      'headings',
      'paragraphs',
      'figures',
      'dropped',
      'problems',
    ]);
    expect(objects[0]).toMatchObject({ region: '花都区', year: 2019, published: '2020-04-01' });
    expect(objects[0]?.headings).toContainEqual({ level: 3, text: '1.发挥复议功能' });
  });

  it('shows headings, numbered paragraphs and dropped lines to a person', async () => {
    const { stdout } = await inspect(REPORT);

    expect(stdout).toContain('广东省 › 广州市 › 花都区');
    expect(stdout).toContain('1.发挥复议功能。');
    expect(stdout).toContain('¶25');
    expect(stdout).toContain('dropped line 107');
  });

  it('reports a broken file on standard error, reads the others and ends with code 1', async () => {
    const broken = join(folder, 'empty.txt');
    writeFileSync(broken, '');
    const { code, stdout, stderr } = await inspect('--json', broken, join(folder, 'missing.txt'), REPORT);

    expect(code).toBe(1);
    expect(stdout.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain('"empty.txt": it is empty');
    expect(stderr).toContain('missing.txt');
  });

  it('explains itself', async () => {
    expect((await inspect('--help')).stdout).toContain('--json');
  });
});
