import { describe, expect, it } from 'vitest';
import { answerAsJson, parseQuestionLine } from '../../src/chat/answer-json.ts';
import { createFixedAssistant, makeAnswer } from '../support/fixed-assistant.ts';

const q = '清河县2021年行政复议案件有多少件？';

describe('parseQuestionLine()', () => {
  it('reads a question with id and chat', () => {
    expect(parseQuestionLine('{"id": "a-1", "q": "多少件？", "chat": "c", "more": 1}')).toEqual({
      id: 'a-1',
      q: '多少件？',
      chat: 'c',
    });
  });

  it.each([
    ['not JSON', '{"q": ', 'it is not JSON'],
    ['no question', '{"id": "a"}', 'q: Invalid input'],
    ['a question that is no text', '{"q": 5}', 'q: Invalid input'],
    ['no object', '["q"]', 'Invalid input'],
  ])('refuses %s', (_, line, message) => {
    expect(() => parseQuestionLine(line)).toThrow(message);
  });
});

describe('answerAsJson()', () => {
  it('gives the fields of the answer, id and chat of the question, and the time', async () => {
    const answer = makeAnswer();
    const assistant = createFixedAssistant({ [q]: answer });

    const line = await answerAsJson(assistant, { id: 'a-1', q, chat: 'c' });

    expect(line).toEqual({ id: 'a-1', chat: 'c', ...answer, ms: expect.any(Number) });
    expect(assistant.asked).toEqual([{ question: q, chat: 'c' }]);
  });

  it('remembers nothing for a question without chat', async () => {
    const assistant = createFixedAssistant();

    const line = await answerAsJson(assistant, { id: 1, q });

    expect(line).not.toHaveProperty('chat');
    expect(assistant.asked[0]?.chat).toBeUndefined();
  });

  it('adds the steps where they are asked for', async () => {
    const line = await answerAsJson(createFixedAssistant({ [q]: makeAnswer() }), { q }, { explain: true });

    expect(line).toMatchObject({ answer: '48件', steps: ['scope: 清河县 2021'] });
  });

  it('refuses a question that is too long, and helps with a blank one, without asking', async () => {
    const assistant = createFixedAssistant();

    expect(await answerAsJson(assistant, { q: 'x'.repeat(3000) })).toMatchObject({
      kind: 'refusal',
      language: 'en',
      text: 'The question is too long: 3000 characters, at most 2000 are read. Please shorten it.',
      citations: [],
    });
    expect(await answerAsJson(assistant, { q: ' ' }, { explain: true })).toMatchObject({
      kind: 'help',
      steps: [],
    });
    expect(assistant.asked).toEqual([]);
  });
});
