import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openMemory } from '../../src/conversation/chat-memory.ts';
import { type Conversation, createConversation } from '../../src/conversation/create-conversation.ts';
import { useReports } from '../support/use-reports.ts';

const reports = useReports('data/reports');

function openConversation(): Conversation {
  const libraryDir = mkdtempSync(join(tmpdir(), 'zhibao-follow-ups-'));
  const conversation = createConversation(
    { ...reports.library, close: () => {} },
    openMemory({ libraryDir }),
  );
  onTestFinished(() => {
    conversation.close();
    rmSync(libraryDir, { recursive: true, force: true });
  });
  return conversation;
}

describe('Conversation.followUps()', () => {
  it.each([
    ['花都2019年综合纠错率是多少?', ['elsewhere', 'compare', 'summary']],
    [
      'What was the success rate of mediation in Huadu in 2019?',
      ['elsewhere', 'elsewhere', 'compare', 'summary'],
    ],
    ['比较花都和高州的综合纠错率', ['summary', 'summary']],
    ['What shortcomings does Pingqiao admit?', ['summary']],
  ])('offers what is answered, and names no figure (%s)', async (question, kinds) => {
    const conversation = openConversation();
    const answer = await conversation.ask(question, 'chat');

    const followUps = await conversation.followUps('chat', answer);

    expect(followUps.map(({ kind }) => kind)).toEqual(kinds);
    for (const followUp of followUps) {
      const next = await conversation.ask(followUp.question);
      expect(['answer', 'compare', 'summary'], followUp.question).toContain(next.kind);
      expect(followUp.question.replace(/20\d\d/g, '')).not.toMatch(/\d/);
    }
  });

  it('offers nothing after what leaves the topic as it was', async () => {
    const conversation = openConversation();
    await conversation.ask('花都2019年综合纠错率是多少?', 'chat');
    const thanks = await conversation.ask('谢谢', 'chat');

    expect(await conversation.followUps('chat', thanks)).toEqual([]);
  });
});

describe('Conversation.choose()', () => {
  it('answers a question that was asked back by a choice, and remembers nothing', async () => {
    const conversation = openConversation();

    const answer = await conversation.choose('总结', '广州市花都区2019年');
    const after = await conversation.ask('那高州呢？', '');

    expect(answer.text).toContain('广州市花都区2019年法治政府建设要点');
    expect(after.text).toBe((await conversation.ask('那高州呢？')).text);
  });
});
