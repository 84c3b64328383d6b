/** Dialogs as people type them: several reports of the chat at once, choices by any name, a matter of one's own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import { openMemory } from '../../src/conversation/chat-memory.ts';
import { type Conversation, createConversation } from '../../src/conversation/create-conversation.ts';
import { useReports } from '../support/use-reports.ts';

const five = useReports('data/reports');
const ten = useReports('test/reports');

let folder: string;
let overFive: Conversation;
let overTen: Conversation;
let chats = 0;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhibao-chats-'));
  overFive = createConversation(five.library, openMemory({ libraryDir: join(folder, 'five') }));
  overTen = createConversation(ten.library, openMemory({ libraryDir: join(folder, 'ten') }));
});
afterAll(() => {
  // The libraries are closed by those who opened them; closing twice does nothing.
  overFive.close();
  overTen.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The last answer of a new chat with these messages. */
async function talk(conversation: Conversation, ...messages: readonly string[]): Promise<Answer> {
  chats += 1;
  let answer: Answer | undefined;
  for (const message of messages) answer = await conversation.ask(message, `chat-${chats}`);
  return answer!;
}

describe('the reports that were asked the same', () => {
  it.each([
    '都比一下',
    '哪个高',
    '这两个比一下，哪个高？',
    '两个对比一下',
    'which is higher?',
    'compare them',
  ])('are compared for %s', async (message) => {
    const answer = await talk(overFive, '花都2019年综合纠错率是多少？', '高州呢？', message);

    expect(answer.kind).toBe('compare');
    expect(answer.answer).toMatch(/21\.9%.*11\.11%/);
    expect(answer.citations.map(({ year }) => year)).toEqual([2019, 2021]);
  });

  it('are asked about a matter that the message names itself', async () => {
    const answer = await talk(
      overFive,
      '平桥区行政诉讼败诉率多少',
      '花都的呢',
      '高州的呢',
      '人民调解成功率三个地方谁最高',
    );

    expect(answer.kind).toBe('compare');
    expect(answer.answer).toMatch(/98\.79%/);
    expect(answer.text).not.toContain('14.58%');
  });
});

describe('a choice that is offered', () => {
  it('is taken by the pinyin of a parent in small letters', async () => {
    const answer = await talk(overTen, 'Gulou reconsideration applications received 2020', 'the fuzhou one');

    expect(answer.kind).toBe('answer');
    expect(answer.text).toContain('福州市鼓楼区');
  });

  it('is not taken by a question of its own', async () => {
    const answer = await talk(overTen, 'How many people live in Wuyuan?', "Wuyuan's 2022 plan");

    expect(answer.citations.every(({ section }) => section[0]?.includes('工作'))).toBe(true);
    expect(answer.text).not.toContain('31名');
  });
});

describe('a message with a matter of its own', () => {
  it('that names the last measure in full gets its figure again', async () => {
    const answer = await talk(overFive, '平桥区发了多少援助', '法律援助案件');

    expect(answer.answer).toBe('1503件');
  });

  it('that counts is no variant of a rate', async () => {
    const answer = await talk(overFive, '花都2019年综合纠错率是多少？', '花都2019年行政复议案件有多少件？');

    expect(answer.answer).toBe('64宗');
  });

  it('that asks why a wrong figure is so is put right', async () => {
    const answer = await talk(overFive, '平桥区办理公证多少件', '花都2019年综合纠错率为什么是35%？');

    expect(answer.text).toContain('不是35%');
    expect(answer.text).toContain('综合纠错率21.9%');
  });

  it('that asks for a summary of another region gets one', async () => {
    const answer = await talk(overFive, 'Gaozhou hotline satisfaction', 'tell me about pingqiao');

    expect(answer.kind).toBe('summary');
    expect(new Set(answer.citations.map(({ year }) => year))).toEqual(new Set([2023]));
  });

  it('that asks for the plan of a named year gets the whole section', async () => {
    const answer = await talk(overFive, '花都2019年综合纠错率是多少？', 'What does Fuling plan for 2023?');

    expect(answer.citations.length).toBeGreaterThanOrEqual(5);
  });
});

describe('a trend of a rate', () => {
  it('compares the rates and not the change that a report prints behind one', async () => {
    const answer = await talk(overTen, '婺源2021和2022年收到的行政复议申请差多少', '败诉率降了吗');

    expect(answer.kind).toBe('trend');
    expect(answer.answer).toMatch(/12\.2%.*8\.3%/);
    expect(answer.text).toContain('下降3.9个百分点');
  });
});

describe('lawsuits in everyday words', () => {
  it('are the administrative lawsuits that a report counts', async () => {
    const answer = await overFive.ask('金海湖新区2020年一共多少官司，领导出庭几次');

    expect(answer.answer).toBe('59件、38件');
  });

  it('are no other cases where a report counts none', async () => {
    const answer = await overFive.ask('高州2021年打了多少官司？');

    expect(answer.kind).toBe('refusal');
  });
});

describe('a measure that a report does not give', () => {
  it.each([
    '平桥区2023年行政复议案件有多少件？',
    '涪陵高新区2022年行政诉讼案件有多少件？',
    '高州2021年行政应诉案件数',
    '涪陵高新区2022年行政处罚案件多少件',
  ])('is refused and not answered with other cases: %s', async (question) => {
    expect((await overFive.ask(question)).kind).toBe('refusal');
  });
});

describe('a list over all reports', () => {
  it('cuts no number of a long sentence in two', async () => {
    const answer = await overFive.ask('Which reports mention the Implementation Outline?');

    expect(answer.kind).toBe('list');
    expect(answer.text).not.toMatch(/…\p{Nd}{1,3}年/u);
  });
});
