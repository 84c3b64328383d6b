/** `npm run ask` with a model, as a person runs it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnswerLine } from '../../src/chat/answer-json.ts';
import { startModelServer } from '../support/model-server.ts';
import { runCommand } from '../support/run-command.ts';

const QUESTION = '花都2019年综合纠错率是多少?';
const RIGHT = '广州市花都区2019年行政复议案件的综合纠错率为21.9%[1]。';
const WRONG = '广州市花都区2019年行政复议案件的综合纠错率为27.9%[1]。';
let libraryDir: string;

const ask = (url: string, ...options: string[]) =>
  runCommand('scripts/ask.ts', options, { OPENAI_BASE_URL: url, CHAT_MODEL: 'm', LIBRARY_DIR: libraryDir });

beforeAll(() => {
  libraryDir = mkdtempSync(join(tmpdir(), 'zhibao-ask-'));
});
afterAll(() => rmSync(libraryDir, { recursive: true }));

describe('npm run ask -- --explain with a model', () => {
  it('prints evidence, prompt, every text and what is wrong with it below the reply', async () => {
    await using server = await startModelServer();
    server.says(RIGHT);
    server.saysNext(WRONG);
    const { stdout } = await ask(server.url, '--explain', QUESTION);

    const [, prompt = ''] = stdout.split('evidence for the model: ');
    expect(stdout).toMatch(/^广州市花都区2019年\n.*21\.9%\(¶25\)。\n/);
    expect(prompt).toMatch(/^\[1\] huadu-2019-\w+ ¶25/);
    expect(prompt).toContain('to be stated: 21.9%');
    expect(prompt).toContain('prompt, system:');
    expect(prompt).toContain(server.chats[0]?.messages[1]?.content.split('\n')[0]);
    expect(prompt).toMatch(/written:\n {2}.*27\.9%\[1\]。\nnot proved: figure: /);
    expect(prompt).toMatch(/repaired:\n {2}.*21\.9%\[1\]。\nproved/);
  }, 60_000);

  it('gives the composed reply, and names the reason, where the model fails', async () => {
    await using server = await startModelServer();
    server.fails(401, 9);
    const { stdout, stderr, exitCode } = await ask(server.url, '--json', QUESTION);
    const answer = JSON.parse(stdout) as AnswerLine;

    expect(answer).toMatchObject({ kind: 'answer', answer: '21.9%' });
    expect(answer.isWritten).toBeUndefined();
    expect(stderr).toContain('"reason":"model-refused"');
    expect(stderr).not.toContain('花都');
    expect(exitCode).toBe(0);
  }, 60_000);
});
