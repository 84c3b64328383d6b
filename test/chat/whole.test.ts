/** The whole product on the reports in `data/reports`: settings, library, answers, terminal and Telegram. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand, startCommand } from '../support/run-command.ts';
import { startTelegramServer } from '../support/telegram-server.ts';

const question = '花都2019年综合纠错率是多少?';

let environment: Record<string, string>;

beforeAll(async () => {
  environment = { LIBRARY_DIR: await mkdtemp(join(tmpdir(), 'zhibao-whole-')) };
  await runCommand('scripts/ask.ts', [question], environment);
});

afterAll(async () => {
  await rm(environment.LIBRARY_DIR ?? '', { recursive: true, force: true });
});

describe('npm start', () => {
  it('answers a question from a pipe with figure, report, section and sentence, and exits with 0', async () => {
    const { stdout, stderr, exitCode } = await runCommand(
      'src/main.ts',
      [],
      environment,
      `${question}\n原文\n`,
    );

    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
    expect(stdout.split('\n')[0]).toContain('21.9%');
    expect(stdout).toMatch(/›.*1\.发挥复议功能.* › ¶\d+\n/);
    expect(stdout).toContain('综合纠错率21.9%');
  });

  it('answers over Telegram with figure and section, and stops when it is told to', async () => {
    await using telegram = await startTelegramServer();
    const bot = startCommand('src/main.ts', [], {
      ...environment,
      TELEGRAM_BOT_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.url,
    });

    telegram.userSays(question);

    const reply = await telegram.nextMessage(20_000);
    expect(reply.text).toContain('21.9%');
    expect(reply.text).toContain('1.发挥复议功能');
    bot.process.kill('SIGTERM');
    const { exitCode, stdout, stderr } = await bot.finished;
    expect(exitCode).toBe(0);
    expect(stdout).toBe('');
    expect(stderr).toContain('bot started');
    expect(stderr).not.toMatch(new RegExp(`${telegram.token}|花都`));
  });

  it('says what is wrong and what to do, without a stack', async () => {
    const missing = await runCommand('src/main.ts', [], { ...environment, REPORTS_DIR: '/nowhere/reports' });
    const wrong = await runCommand('src/main.ts', [], { ...environment, PORT: 'x', LOG_LEVEL: 'loud' });

    expect(missing.exitCode).toBe(1);
    expect(missing.stderr).toContain('"/nowhere/reports"');
    expect(missing.stderr).not.toMatch(/^\s+at /m);
    expect(wrong.exitCode).toBe(1);
    expect(wrong.stderr).toMatch(/PORT="x"[\s\S]*LOG_LEVEL="loud"[\s\S]*\.env\.example/);
  });
});

describe('npm run ask', () => {
  it('prints the reply', async () => {
    const { stdout, exitCode } = await runCommand('scripts/ask.ts', [question], environment);

    expect(exitCode).toBe(0);
    expect(stdout).toContain('21.9%');
  });

  it('prints one JSON object with --json', async () => {
    const { stdout, exitCode } = await runCommand('scripts/ask.ts', ['--json', question], environment);

    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ kind: 'answer', answer: expect.stringContaining('21.9%') });
  });

  it('explains with --explain', async () => {
    const { stdout } = await runCommand('scripts/ask.ts', ['--explain', '--json', question], environment);

    expect((JSON.parse(stdout) as { steps: string[] }).steps.length).toBeGreaterThan(0);
  });

  it('answers lines in order with --jsonl, and goes on after a bad one', async () => {
    const lines = [
      { id: 'one', q: question },
      { id: 'long', q: '字'.repeat(100_000) },
      { id: 'odd', q: "\u0000\u001b[2J😀<b>'; DROP TABLE reports; --" },
      { id: 'two', q: question, chat: 'c' },
    ].map((line) => JSON.stringify(line));
    const input = [lines[0], '{"id": "broken"', '', '{"id": "none"}', ...lines.slice(1)].join('\n');

    const { stdout, stderr, exitCode } = await runCommand('scripts/ask.ts', ['--jsonl'], environment, input);

    const answers = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(answers.map(({ id }) => id)).toEqual(['one', 'long', 'odd', 'two']);
    expect(answers.map(({ kind }) => kind)).toEqual([
      'answer',
      'refusal',
      expect.not.stringMatching(/^answer$/),
      'answer',
    ]);
    expect(answers[3]).toMatchObject({ chat: 'c', ms: expect.any(Number) });
    const errors = stderr
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(errors.map(({ line }) => line)).toEqual([2, 4]);
    expect(exitCode).toBe(1);
  });

  it('shows its usage and exits with 2 where there is no question', async () => {
    const { stdout, stderr, exitCode } = await runCommand('scripts/ask.ts', [], environment);

    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('Usage: ask');
  });
});
