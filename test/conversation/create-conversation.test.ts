import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import { openMemory } from '../../src/conversation/chat-memory.ts';
import { type Conversation, createConversation } from '../../src/conversation/create-conversation.ts';
import { buildLibrary, openLibrary } from '../../src/library/library.ts';

const PROGRAM = fileURLToPath(new URL('ask-and-wait.ts', import.meta.url));
const folderOf = (path: string) => fileURLToPath(new URL(path, import.meta.url));
let five: string;
let ten: string;

async function build(reportsDir: string): Promise<string> {
  const libraryDir = mkdtempSync(join(tmpdir(), 'zhibao-'));
  await buildLibrary({ reportsDir, libraryDir });
  return libraryDir;
}

/** A conversation over a built library, with a memory of its own. */
async function open(libraryDir: string): Promise<Conversation> {
  const memoryDir = mkdtempSync(join(tmpdir(), 'zhibao-chats-'));
  const conversation = createConversation(
    await openLibrary({ libraryDir }),
    openMemory({ libraryDir: memoryDir }),
  );
  onTestFinished(() => {
    conversation.close();
    rmSync(memoryDir, { recursive: true, force: true });
  });
  return conversation;
}

/** The last answer of a chat with these messages. */
async function talk(libraryDir: string, ...messages: readonly string[]): Promise<Answer> {
  const conversation = await open(libraryDir);
  let answer: Answer | undefined;
  for (const message of messages) answer = await conversation.ask(message, 'chat');
  return answer!;
}

beforeAll(async () => {
  [five, ten] = [await build(folderOf('../../data/reports')), await build(folderOf('../reports'))];
});
afterAll(() => {
  for (const folder of [five, ten]) rmSync(folder, { recursive: true, force: true });
});

describe('a follow-up', () => {
  it.each([
    ['changes the region', ['花都2019年综合纠错率是多少?', '那高州呢?'], '11.11%', 2021],
    [
      'changes the region in English',
      ["What is Huadu's success rate of people's mediation?", 'What about Gaozhou?'],
      '98.19%',
      2021,
    ],
    [
      'changes the indicator and keeps the region',
      ['花都2019年综合纠错率是多少?', '那高州呢?', '调解成功率呢?'],
      '98.19%',
      2021,
    ],
    ['changes the variant of the indicator', ['花都区2019年直接纠错率多少?', '综合的呢?'], '21.9%', 2019],
    ['narrows to a part of what was counted', ['花都区有多少个人民调解组织?', '其中企业的?'], '15个', 2019],
    [
      'refers to the region by 它',
      ['平桥区2023年行政诉讼败诉率是多少?', '它的负责人出庭应诉率呢?'],
      '100%',
      2023,
    ],
    ['corrects the region', ['高州综合纠错率是多少?', '我问的是花都'], '21.9%', 2019],
    ['corrects the matter', ['平桥普法搞了多少场', '不对,我问的是法律咨询'], '2000余人次', 2023],
    [
      'drops the matter and keeps the region',
      ['平桥2023年普法活动多少场', '换个话题,它办了多少公证?'],
      '3688件',
      2023,
    ],
    ['asks for a number beside the last one', ['高州2021复议审结率多少', '办结了几件'], '54件', 2021],
  ])('%s', async (_, messages, figure, year) => {
    const answer = await talk(five, ...messages);

    expect(answer.answer).toBe(figure);
    expect(answer.citations[0]).toMatchObject({ year });
  });

  it.each([
    ['changes the year', ['婺源县2022年败诉率是多少?', '2021年呢?'], '12.2%', 2021],
    ['counts 去年 from the report of the chat', ['婺源县2022年败诉率是多少?', '去年呢?'], '12.2%', 2021],
    [
      'keeps the year that was changed to',
      ['婺源县2022年败诉率是多少?', '2021年呢?', '那年的出庭应诉率?'],
      '82.9%',
      2021,
    ],
    [
      'changes the year in English',
      ["What was Wuyuan's litigation loss rate in 2022?", 'And in 2021?'],
      '12.2%',
      2021,
    ],
    [
      'tells two regions of one name apart by the city',
      ['南京鼓楼区2020年综合纠错率多少?', '那一共收到多少件复议申请?', '福州鼓楼呢?'],
      '67件',
      2020,
    ],
    [
      'asks for the change printed beside the figure',
      ['西樵镇2025年罚没金额多少?', '比上年降了多少?'],
      '13.5%',
      2025,
    ],
  ])('%s', async (_, messages, figure, year) => {
    const answer = await talk(ten, ...messages);

    expect(answer.answer).toBe(figure);
    expect(answer.citations[0]).toMatchObject({ year });
  });

  it('is refused where the year is not held, without the figure of another year', async () => {
    const answer = await talk(five, '花都2019年人民调解成功率', '2021年呢?');

    expect(answer).toMatchObject({ kind: 'refusal', citations: [] });
    expect(answer.text).not.toContain('98.79');
  });

  it('adds nothing of the chat to a whole request', async () => {
    const conversation = await open(five);
    await conversation.ask('平桥2023年办理公证多少件', 'chat');

    const answer = await conversation.ask('Compare Huadu, Gaozhou', 'chat', { isWhole: true });

    expect(answer.kind).toBe('compare');
    expect(answer.text).not.toContain('平桥');
  });

  it('goes on with the place that was named, though its year is not held', async () => {
    const answer = await talk(
      five,
      '平桥2023年法律援助案件多少',
      '花都2022年综合纠错率多少',
      '办了多少件行政复议案件',
    );

    expect(answer).toMatchObject({ kind: 'answer', answer: '64宗' });
    expect(answer.citations[0]).toMatchObject({ region: '花都区', year: 2019 });
  });

  it('goes back to no earlier place after one that is not held', async () => {
    const answer = await talk(
      five,
      '平桥2023年法律援助案件多少',
      '天河区综合纠错率多少',
      '办了多少件行政复议案件',
    );

    expect(answer.kind).not.toBe('answer');
    expect(answer.text).not.toContain('平桥');
  });

  it('is refused where the region is not held', async () => {
    expect(await talk(five, '花都2019年人民调解成功率', '天河区呢?')).toMatchObject({
      kind: 'refusal',
      citations: [],
    });
  });

  it('gets nothing from the last matter when it is complete in itself', async () => {
    const answer = await talk(five, '花都“3+N”大调解成功率是多少?', '平桥有多少专职调解员?');

    expect(answer.answer).toBe('324名');
  });

  it('says the section of the last answer', async () => {
    const answer = await talk(five, '花都2019年人民调解成功率是多少?', '在报告哪一节?');

    expect(answer.answer).toContain('2.开展人民调解');
    expect(answer.citations[0]?.quote).toContain('98.79%');
  });

  it('says the year of the last answer and cites it', async () => {
    const answer = await talk(five, '花都综合纠错率是多少?', '哪一年的?');

    expect(answer.answer).toBe('2019年');
    expect(answer.citations[0]).toMatchObject({ region: '花都区', year: 2019 });
  });

  it('gives the reason that the same report gives', async () => {
    const answer = await talk(five, '涪陵高新区2022年立法意见建议被采纳了多少条?', '为什么?');

    expect(answer.text).toContain('法律水平参差不齐');
  });

  it('says so where the report gives no reason', async () => {
    const answer = await talk(five, '花都2019年保留了多少项行政许可', '为什么?');

    expect(answer).toMatchObject({ kind: 'refusal', citations: [] });
  });

  it('repeats the last answer in the language asked for', async () => {
    const answer = await talk(five, '花都保留了多少项行政许可', 'in English please');

    expect(answer).toMatchObject({ language: 'en', answer: '177项' });
  });
});

describe('a reply to being asked back', () => {
  it.each(['南京的', '1', '第一个', 'Nanjing'])('may be %s', async (choice) => {
    const conversation = await open(ten);
    const asked = await conversation.ask('鼓楼区主动公开了多少条信息?', 'chat');
    const answer = await conversation.ask(choice, 'chat');

    expect(asked.kind).toBe('clarify');
    expect(answer.answer).toBe('12386条');
  });
});

describe('the memory of a conversation', () => {
  it('is never seen by another chat', async () => {
    const conversation = await open(five);
    await conversation.ask('花都2019年综合纠错率是多少?', 'one');
    await conversation.ask('平桥区2023年行政诉讼败诉率是多少?', 'two');

    const [one, two, three] = await Promise.all([
      conversation.ask('直接的呢?', 'one'),
      conversation.ask('它的负责人出庭应诉率呢?', 'two'),
      conversation.ask('那高州呢?', 'three'),
    ]);

    expect(one.answer).toBe('14.1%');
    expect(two.answer).toBe('100%');
    expect(three.answer).not.toContain('11.11%');
  });

  it('is not used without a chat', async () => {
    const conversation = await open(five);
    await conversation.ask('花都2019年综合纠错率是多少?', 'chat');

    expect((await conversation.ask('那高州呢?')).text).not.toContain('11.11%');
  });

  it('answers the messages of a chat in the order they came', async () => {
    const conversation = await open(five);

    const answers = await Promise.all(
      ['花都2019年综合纠错率是多少?', '那高州呢?', '调解成功率呢?'].map((message) =>
        conversation.ask(message, 'chat'),
      ),
    );

    expect(answers.map(({ answer }) => answer)).toEqual(['21.9%', '11.11%', '98.19%']);
  });

  it.each(['忘记我们的对话', 'forget me'])('is deleted by %s', async (request) => {
    const conversation = await open(five);
    await conversation.ask('花都2019年综合纠错率是多少?', 'chat');
    const forgotten = await conversation.ask(request, 'chat');

    expect(forgotten.kind).toBe('help');
    expect((await conversation.ask('那高州呢?', 'chat')).text).not.toContain('11.11%');
  });

  it('begins again when the message that opened it is repeated', async () => {
    const conversation = await open(five);
    const first = await conversation.ask('综合纠错率是多少?', 'chat');
    await conversation.ask('高州', 'chat');

    expect(await conversation.ask('综合纠错率是多少?', 'chat')).toEqual(first);
  });

  it('survives a kill -9 between two turns', async () => {
    const ask = async (question: string) => {
      const program = ['--import', 'tsx', PROGRAM, five, 'killed', question];
      const child = spawn(process.execPath, program, { stdio: ['ignore', 'pipe', 'inherit'] });
      const [printed] = (await once(child.stdout, 'data')) as [Buffer];
      child.kill('SIGKILL');
      await once(child, 'exit');
      return printed.toString().trim();
    };

    expect(await ask('花都2019年综合纠错率是多少?')).toBe('21.9%');
    expect(await ask('那高州呢?')).toBe('11.11%');
  });
});

interface GradedTurn {
  readonly q: string;
}

describe('over all graded dialogs', () => {
  it('every message gets a reply, and every citation stands in its report', async () => {
    const dialogs = readFileSync(folderOf('../../data/eval/conversation.jsonl'), 'utf8')
      .split('\n')
      .filter(Boolean);
    const conversation = await open(five);
    const library = await openLibrary({ libraryDir: five });
    onTestFinished(() => library.close());

    for (const line of dialogs) {
      const dialog = JSON.parse(line) as { readonly id: string; readonly turns?: readonly GradedTurn[] };
      for (const turn of dialog.turns ?? []) {
        const answer = await conversation.ask(turn.q, dialog.id);

        expect(answer.text).not.toBe('');
        for (const { report, paragraph, quote, text } of answer.citations) {
          expect(text).toContain(quote);
          expect(library.report(report)?.paragraphs.length).toBeGreaterThanOrEqual(paragraph);
        }
      }
    }
  });
});
