import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readGradedQuestions } from '../../src/evaluation/graded-question.ts';
import { writeFolder } from './graded-folder.ts';

const single = { id: 'a', q: '多少件？', want: 'answer', type: 'figure', report: 'qinghe-2021' };
const dialog = {
  id: 'd',
  type: 'dialog',
  turns: [
    { q: 'How many cases?', want: 'answer', type: 'figure' },
    { q: '那大名县呢？', want: 'refuse' },
  ],
};

function writeLines(...lines: readonly unknown[]): string {
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  return join(writeFolder({ 'questions.jsonl': text }), 'questions.jsonl');
}

describe('readGradedQuestions()', () => {
  it('gives single questions and the turns of dialogs, in order, with language and type', async () => {
    const questions = await readGradedQuestions([writeLines(single, '', dialog)]);

    expect(questions.map(({ id, chat, lang, type }) => [id, chat, lang, type])).toEqual([
      ['a', undefined, 'zh', 'figure'],
      ['d#1', 'd', 'en', 'figure'],
      ['d#2', 'd', 'zh', 'refuse'],
    ]);
  });

  it('leaves dialogs out, or takes some kinds only', async () => {
    const file = writeLines(single, dialog, { ...single, id: 'c', want: 'compare', sides: [] });
    const ids = async (filter: Parameters<typeof readGradedQuestions>[1]) =>
      (await readGradedQuestions([file], filter)).map(({ id }) => id);

    expect(await ids({ isSingle: true })).toEqual(['a', 'c']);
    expect(await ids({ wants: ['compare', 'dialog'] })).toEqual(['d#1', 'd#2', 'c']);
    expect(await ids({ wants: ['dialog'], isSingle: true })).toEqual([]);
  });

  it.each([
    ['no JSON', '{"id": '],
    ['an unknown want', { ...single, want: 'praise' }],
    ['no question', { id: 'b', want: 'answer' }],
    ['a turn that is none', { id: 'b', turns: [{ q: 5 }] }],
  ])('names file and line of %s', async (_, line) => {
    const file = writeLines(single, line);

    await expect(readGradedQuestions([file])).rejects.toThrow(`${file}:2`);
  });

  it('names a file that is not there', async () => {
    await expect(readGradedQuestions(['/nowhere/q.jsonl'])).rejects.toThrow('"/nowhere/q.jsonl"');
  });

  it.each([
    ['data/eval/dev.jsonl', 247],
    ['data/eval/held-out.jsonl', 247],
    ['data/eval/conversation.jsonl', 198],
    ['test/reports/questions.jsonl', 301],
    ['test/reports/dialogs.jsonl', 108],
  ])('reads %s: %i questions, each with an id of its own', async (file, count) => {
    const questions = await readGradedQuestions([file]);

    expect(questions).toHaveLength(count);
    expect(new Set(questions.map(({ id }) => id)).size).toBe(count);
  });
});
