/** Replies of many messages, and reports of many regions, with a fixed assistant over HTTP. */
import { describe, expect, it } from 'vitest';
import type { HeldReport } from '../../../src/answer/assistant.ts';
import {
  createFixedAssistant,
  makeAnswer,
  makeCitation,
  makeRefusal,
} from '../../support/fixed-assistant.ts';
import { startBot } from '../../support/start-bot.ts';
import { startTelegramServer, type TelegramServer } from '../../support/telegram-server.ts';
import type { SentMessage } from '../../support/telegram-server-messages.ts';

const labels = ({ buttons }: SentMessage) => buttons.map(({ text }) => text);
const nextMessages = async (telegram: TelegramServer, count: number) => {
  const messages: SentMessage[] = [];
  while (messages.length < count) messages.push(await telegram.nextMessage());
  return messages;
};

describe('a long reply', () => {
  it('is sent in three messages, then by a button, and nothing of it is lost', async () => {
    await using telegram = await startTelegramServer();
    const text = '这是<一>句话。'.repeat(3500);
    await using _ = startBot(telegram, { assistant: createFixedAssistant({ 长: makeRefusal(text) }) });
    const asked = telegram.userSays('长');
    const first = await nextMessages(telegram, 3);

    telegram.userPresses('⬇️ 继续显示');
    const second = await nextMessages(telegram, 3);
    telegram.userPresses('⬇️ 继续显示');
    const third = await nextMessages(telegram, 1);

    expect(first.map(labels)).toEqual([[], [], ['⬇️ 继续显示', '👍', '👎']]);
    expect(second.map(labels)).toEqual([[], [], ['⬇️ 继续显示']]);
    expect(third.map(labels)).toEqual([[]]);
    expect([...first, ...second, ...third].map((message) => message.text).join('')).toBe(text);
    expect(first[0]?.replyTo).toBe(asked);
    expect(telegram.refusals).toEqual([]);
  });

  it('offers what was shown no longer', async () => {
    await using telegram = await startTelegramServer();
    const assistant = createFixedAssistant({ 长: makeRefusal('这是一句话。'.repeat(3500)) });
    await using _ = startBot(telegram, { assistant });
    telegram.userSays('长');
    await nextMessages(telegram, 3);

    telegram.userPresses('⬇️ 继续显示');
    const edited = await telegram.nextEdit();

    expect(labels(edited)).toEqual(['👍', '👎']);
  });
});

describe('the rest of a reply', () => {
  it('is sent once to who presses twice', async () => {
    await using telegram = await startTelegramServer();
    const assistant = createFixedAssistant({ 长: makeRefusal('这是一句话。'.repeat(3500)) });
    await using _ = startBot(telegram, { assistant });
    telegram.userSays('长');
    await nextMessages(telegram, 3);

    for (let press = 0; press < 2; press += 1) telegram.userPresses('⬇️ 继续显示');
    await telegram.nextEdit();
    await telegram.nextCallbackAnswer();
    await telegram.nextCallbackAnswer();
    telegram.userSays('/help');
    const rest = await nextMessages(telegram, 4);

    expect(rest.at(-1)?.text).toContain('/summary');
    expect(telegram.refusals).toEqual([]);
  });
});

describe('a long paragraph', () => {
  const long = '这一段很长。'.repeat(1200);
  const paragraphs = ['短的一段。', long, '末段。'];
  const paragraph = (_: string, number: number) => {
    const text = paragraphs[number - 1];
    return text === undefined ? undefined : makeCitation({ paragraph: number, text });
  };
  const answers = { 问: makeAnswer({ citations: [makeCitation({ paragraph: 3 })] }) };

  it('is turned part by part, forward and back', async () => {
    await using telegram = await startTelegramServer();
    await using _ = startBot(telegram, { assistant: { ...createFixedAssistant(answers), paragraph } });
    telegram.userSays('问');
    await telegram.nextMessage();
    telegram.userPresses('📄 原文 ¶3');
    const pages = [await telegram.nextMessage()];

    for (const button of ['◀ ¶2', '◀ ¶2', '◀ ¶2', '◀ ¶1', '¶2 ▶']) {
      telegram.userPresses(button);
      pages.push(await telegram.nextEdit());
    }

    expect(pages.map(labels)).toEqual([
      ['◀ ¶2'],
      ['◀ ¶2', '¶3 ▶'],
      ['◀ ¶2', '¶2 ▶'],
      ['◀ ¶1', '¶2 ▶'],
      ['¶2 ▶'],
      ['◀ ¶1', '¶2 ▶'],
    ]);
    const parts = pages.slice(1, 4).map(({ text }) => text.split('\n')[0]);
    expect(parts.reverse().join('')).toBe(long);
    expect(telegram.refusals).toEqual([]);
  });

  it('that the library no longer holds is said to be gone', async () => {
    await using telegram = await startTelegramServer();
    await using _ = startBot(telegram, { assistant: createFixedAssistant(answers) });
    telegram.userSays('问');
    await telegram.nextMessage();

    telegram.userPresses('📄 原文 ¶3');

    expect(await telegram.nextCallbackAnswer()).toMatchObject({
      showAlert: true,
      text: expect.stringContaining('找不到这一段'),
    });
  });
});

describe('/reports over many regions', () => {
  const held = Array.from({ length: 20 }, (_, index): HeldReport => {
    const region = `第${Math.floor(index / 2) + 1}县`;
    const year = 2020 + (index % 2);
    const id = `county-${index}`;
    return { id, file: `${id}.txt`, region, parents: ['某市'], year, title: `${region}${year}年报告` };
  });

  it('turns pages and opens the years of a region in the same message', async () => {
    await using telegram = await startTelegramServer();
    const assistant = createFixedAssistant({}, held);
    await using _ = startBot(telegram, { assistant });
    telegram.userSays('/reports');
    const first = await telegram.nextMessage();

    telegram.userPresses('▶');
    const second = await telegram.nextEdit();
    telegram.userPresses('第9县 (2)');
    const years = await telegram.nextEdit();
    telegram.userPresses('« 返回');
    const back = await telegram.nextEdit();
    telegram.userPresses('第10县 (2)');
    await telegram.nextEdit();
    telegram.userPresses('2021');
    await telegram.nextMessage();

    expect(labels(first).slice(-2)).toEqual(['1/2', '▶']);
    expect(labels(second)).toEqual(['第9县 (2)', '第10县 (2)', '◀', '2/2']);
    expect(labels(years)).toEqual(['2020', '2021', '« 返回']);
    expect(back.text).toBe(second.text);
    expect(assistant.asked.map(({ question }) => question)).toEqual(['总结一下某市第10县2021年的报告']);
    expect(telegram.refusals.map(({ description }) => description)).toEqual([]);
  });

  it('says in a window that a report is gone', async () => {
    await using telegram = await startTelegramServer();
    const reports = [...held.slice(0, 1)];
    await using _ = startBot(telegram, { assistant: createFixedAssistant({}, reports) });
    telegram.userSays('/reports');
    await telegram.nextMessage();
    reports.pop();

    telegram.userPresses('第1县2020年');

    expect(await telegram.nextCallbackAnswer()).toMatchObject({ showAlert: true });
  });
});
