import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

function audit(...parameters: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const command = ['--import', 'tsx', 'scripts/audit.ts', ...parameters];
    const environment = { ...process.env, NO_COLOR: '1', REPORTS_DIR: 'data/reports' };
    execFile(process.execPath, command, { cwd: root, env: environment }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}

describe('npm run audit', () => {
  it('lists each contradiction with its words, headings and computation', async () => {
    const { code, stdout } = await audit('data/reports/000_3c115c7df20157ef.txt');

    expect(code).toBe(0);
    expect(stdout).toContain('38件 ÷ 59件 = 64.41%');
    expect(stdout).toContain('“新区共收到行政诉讼59件。负责人出庭38件,负责人出庭率为86%”');
    expect(stdout).toContain('一、工作开展情况 › (四)');
  });

  it('prints one JSON object a report of the region named', async () => {
    const { stdout } = await audit('--json', '--region', '花都区');

    const objects = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { region: string; findings: unknown[] });
    expect(objects.map(({ region }) => region)).toEqual(['花都区']);
    expect(objects[0]?.findings).toHaveLength(3);
  });

  it('says which file it cannot read and goes on', async () => {
    const { code, stdout, stderr } = await audit('missing.txt', 'data/reports/003_fbf732c6178dedf1.txt');

    expect(code).toBe(1);
    expect(stderr).toContain('Cannot read the report "missing.txt": ENOENT');
    expect(stdout).toContain('121345');
  });
});
