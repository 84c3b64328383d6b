import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createWriter } from '../../src/answer/writing/create-writer.ts';
import { type Evaluation, evaluate } from '../../src/evaluation/evaluation.ts';
import { renderWritten } from '../../src/evaluation/render-written.ts';
import { createFixedChatModel } from '../support/fixed-chat-model.ts';
import { type ModelServer, startModelServer } from '../support/model-server.ts';
import { recordLog } from '../support/record-log.ts';
import { runCommand } from '../support/run-command.ts';
import { writeFolder } from './graded-folder.ts';

const figure = {
  want: 'answer',
  type: 'figure',
  report: 'huadu-2019',
  answer_any: [['21.9%']],
  quote: '综合纠错率21.9%',
};
const questions = [
  { id: 'right', q: '花都2019年综合纠错率是多少?', ...figure },
  { id: 'repaired', q: '花都2019年的综合纠错率?', ...figure },
  { id: 'composed', q: '花都区2019年,综合纠错率多高?', ...figure },
  { id: 'asked', q: '花都2019年综合纠错率是多少?', chat: 'one', ...figure },
  { id: 'refused', q: '天河区2019年综合纠错率是多少?', want: 'refuse', type: 'refuse' },
];
const RIGHT = '广州市花都区2019年行政复议案件的综合纠错率为21.9%[1]。';
const WRONG = '广州市花都区2019年行政复议案件的综合纠错率为27.9%[1]。';

function writeQuestions(): string {
  const text = questions.map((question) => JSON.stringify(question)).join('\n');
  return join(writeFolder({ 'questions.jsonl': text }), 'questions.jsonl');
}

describe('evaluate() with a writer', () => {
  it('asks all questions twice, and tells what the model did beside what it is worth', async () => {
    const model = createFixedChatModel(RIGHT, WRONG, RIGHT, WRONG, WRONG);
    const done: string[] = [];
    const evaluation = await evaluate({
      reportsDir: 'data/reports',
      metaFiles: ['data/eval/reports.jsonl'],
      questions: [writeQuestions()],
      writer: createWriter({ model, log: recordLog(), cache: new Map() }),
      onAnswer: (count, total) => done.push(`${count}/${total}`),
    });
    const { written, graded, tally } = evaluation;

    expect(done.at(-1)).toBe('10/10');
    expect(graded.map(({ answer }) => answer?.isWritten)).toEqual(graded.map(() => undefined));
    expect(tally.rows[0]).toMatchObject({ n: 5, pass: 1 });
    expect(written?.tally.rows[0]).toMatchObject({ n: 5, pass: 1 });
    expect(written?.graded.map(({ answer }) => answer?.isWritten === true)).toEqual([
      true,
      true,
      false,
      true,
      false,
    ]);
    expect(written?.report).toMatchObject({
      written: 1,
      repaired: 1,
      cached: 1,
      composed: { unproved: 1 },
    });

    const printed = renderWritten(evaluation, written!);
    expect(printed).toMatch(/^offline\/model\s+n\s+pass/);
    expect(printed).toMatch(/^all\s+5\s+1\.000\/1\.000/m);
    expect(printed).toContain(
      'replies 4: written 1, repaired 1, kept from before 1, composed instead 1 (unproved 1)',
    );
    expect(printed).toMatch(/^faults caught \d+ \(figure 3/m);
    expect(printed).toContain('tokens in 500, out 100 · ms per written reply 8');
    expect(printed).toMatch(/^ranked zh\s+\d/m);
  }, 60_000);
});

/** Settings that name a model of the server, and a folder of their own. */
function settings(server: ModelServer): Record<string, string> {
  return { OPENAI_BASE_URL: server.url, CHAT_MODEL: 'm', LIBRARY_DIR: writeFolder({}) };
}

describe('npm run eval -- --model', () => {
  it('asks the model of the settings, and prints both columns and what it did', async () => {
    await using server = await startModelServer();
    server.says(RIGHT);
    server.saysNext(WRONG);
    const options = ['--model', '--questions', writeQuestions()];
    const { stdout, exitCode } = await runCommand('scripts/evaluate.ts', options, settings(server));

    expect(stdout).toMatch(/^all\s+5\s+1\.000\/1\.000/m);
    expect(stdout).toMatch(/^replies 4: written 2, repaired 1, kept from before 1, composed instead 0$/m);
    expect(stdout).toMatch(/^faults caught \d+ \(figure 1/m);
    expect(stdout).toMatch(/^tokens in [1-9]\d*, out [1-9]\d* · ms per written reply \d+$/m);
    expect(server.chats).toHaveLength(4);
    expect(exitCode).toBe(0);
  }, 60_000);

  it('prints the tally and the counts as JSON', async () => {
    await using server = await startModelServer();
    server.fails(500, 99);
    const options = ['--model', '--json', '--questions', writeQuestions()];
    const { stdout } = await runCommand('scripts/evaluate.ts', options, settings(server));
    const { tally, written } = JSON.parse(stdout) as Pick<Evaluation, 'tally' | 'written'>;

    expect(written?.tally.rows[0]).toEqual(tally.rows[0]);
    expect(written?.report).toMatchObject({ written: 0, repaired: 0, tokens: { input: 0, output: 0 } });
    const composed = Object.values(written?.report.composed ?? {}).reduce((sum, count) => sum + count, 0);
    expect(composed).toBe(4);
  }, 60_000);

  it('says that there is no model where the settings name none', async () => {
    const options = ['--model', '--questions', writeQuestions()];
    const { stderr, stdout, exitCode } = await runCommand('scripts/evaluate.ts', options, {});

    expect(stderr).toContain('Cannot evaluate with a model: the settings name none');
    expect(stdout).toBe('');
    expect(exitCode).toBe(1);
  });
});
