/** `npm run eval` as a person runs it. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { EvaluationTables } from '../../src/evaluation/evaluation.ts';
import { runCommand } from '../support/run-command.ts';
import { writeFolder } from './graded-folder.ts';

const questions = [
  {
    id: 'held',
    q: '花都2019年综合纠错率是多少?',
    want: 'answer',
    type: 'figure',
    report: 'huadu-2019',
    answer_any: [['21.9%']],
    quote: '综合纠错率21.9%',
  },
  { id: 'wrong', q: '花都2019年综合纠错率是多少?', want: 'refuse', type: 'refuse' },
];

function writeQuestions(): string {
  const text = questions.map((question) => JSON.stringify(question)).join('\n');
  return join(writeFolder({ 'questions.jsonl': text }), 'questions.jsonl');
}

const run = (...options: string[]) => runCommand('scripts/evaluate.ts', options, {});

describe('npm run eval', () => {
  it('prints tables and the failures asked for, and fails below the share asked for', async () => {
    const { stdout, stderr, exitCode } = await run(
      '--questions',
      writeQuestions(),
      '--failures',
      '9',
      '--min',
      '0.6',
    );

    expect(stdout).toMatch(/^data\/reports: questions$/m);
    expect(stdout).toMatch(/^all\s+2\s+0\.500/m);
    expect(stdout).toMatch(/^ranked zh\s+1\s/m);
    expect(stdout.match(/^✗ .*/gm)).toEqual(['✗ wrong (answer, citation) 花都2019年综合纠错率是多少?']);
    expect(stderr).toBe('A share of 0.500 passes, less than 0.6\n');
    expect(exitCode).toBe(1);
  });

  it('prints one JSON object for a folder, with the figures without the lexicon where asked for', async () => {
    const { stdout, exitCode } = await run('--questions', writeQuestions(), '--json', '--no-lexicon');

    const { tally, retrieval, without } = JSON.parse(stdout) as EvaluationTables & {
      without: EvaluationTables;
    };
    expect(tally.rows[0]).toMatchObject({ group: 'all', n: 2 });
    expect(retrieval).toHaveLength(4);
    expect(without.tally.rows[0]).toMatchObject({ group: 'all', n: 2 });
    expect(exitCode).toBe(0);
  });

  it('says what is wrong, without a stack', async () => {
    const kind = await run('--want', 'praise');
    const file = await run('--questions', '/nowhere.jsonl');
    const unasked = await run('--reports', '/nowhere');

    expect(kind.exitCode).toBe(2);
    expect(kind.stderr).toContain('There is no kind "praise"');
    expect(file.exitCode).toBe(1);
    expect(file.stderr).toBe('Cannot read the questions "/nowhere.jsonl"\n');
    expect(unasked.exitCode).toBe(2);
    expect(unasked.stderr).toContain('name the graded questions over "/nowhere" with --questions');
  });
});
