/** Replies that a model writes, seen in Telegram: the real writer and model client, over HTTP on both sides. */
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Answer } from '../../../src/answer/answer.ts';
import { checkAnswer } from '../../../src/answer/verify-answer.ts';
import { openAssistant } from '../../../src/assemble.ts';
import { parseConfig } from '../../../src/config.ts';
import { type Library, openLibrary } from '../../../src/library/library.ts';
import { type BuiltLibrary, buildTestLibrary } from '../../support/build-test-library.ts';
import { startModelServer } from '../../support/model-server.ts';
import { parseTelegramHtml } from '../../support/parse-telegram-html.ts';
import { startBot } from '../../support/start-bot.ts';
import { startBotProcess } from '../../support/start-bot-process.ts';
import { startTelegramServer, type TelegramServer } from '../../support/telegram-server.ts';

const QUESTION = '花都2019年综合纠错率是多少?';
const FIRST = '广州市花都区2019年行政复议案件的综合纠错率为21.9%[1]。';
const SECOND = '该区2019年审结行政复议案件64宗[1]。';
const THIRD = '其中作出撤改复议决定9宗[1]。';
const WRONG = '该区2019年审结行政复议案件65宗[1]。';
const shown = {
  first: '综合纠错率为21.9%(¶25)。',
  second: '审结行政复议案件64宗(¶25)。',
  third: '作出撤改复议决定9宗(¶25)。',
};
const group = { chatId: -5, chatType: 'supergroup' } as const;
const inGroup = `@zhibao_test_bot ${QUESTION}`;
const limited = {
  error_code: 429,
  description: 'Too Many Requests: retry after 300',
  parameters: { retry_after: 300 },
};
const refused = { error_code: 400, description: 'Bad Request: drafts are off' };

let built: BuiltLibrary;
let library: Library;
beforeAll(async () => {
  built = await buildTestLibrary();
  library = await openLibrary({ libraryDir: built.libraryDir });
});
afterAll(async () => {
  library?.close();
  await built?.[Symbol.asyncDispose]();
});

/** Each piece of a text as one token: a sentence, and the character that begins the next. */
const tokensOf = (...sentences: readonly string[]) =>
  sentences.flatMap((sentence) => [sentence.slice(0, 1), sentence.slice(1)]);

let models = 0;

/** A bot over the reports, whose model says these texts, one after the other, token by token as the gate lets them. */
async function startWriting(texts: readonly (readonly string[])[], timeoutSeconds = 20) {
  const telegram = await startTelegramServer();
  const server = await startModelServer();
  let round = 0;
  server.says(() => ({ tokens: tokensOf(...(texts[round++] ?? [])) }));
  models += 1;
  const settings = {
    LIBRARY_DIR: await built.copy(),
    OPENAI_BASE_URL: server.url,
    CHAT_MODEL: `writer-${models}`,
    MODEL_TIMEOUT_SECONDS: String(timeoutSeconds),
    LOG_LEVEL: 'silent',
  };
  const assistant = await openAssistant(parseConfig(settings));
  const answers: Answer[] = [];
  const ask: typeof assistant.ask = async (...asked) => {
    const answer = await assistant.ask(...asked);
    answers.push(answer);
    return answer;
  };
  const bot = startBot(telegram, { assistant: { ...assistant, ask }, draftEveryMs: 5 });
  onTestFinished(async () => {
    await bot[Symbol.asyncDispose]();
    assistant.close();
    await server[Symbol.asyncDispose]();
    await telegram[Symbol.asyncDispose]();
  });
  return { telegram, server, gate: server.holdTokens(), answers, bot };
}

const textOf = (html: unknown) => parseTelegramHtml(String(html));

/** Every text that the bot ever showed, drafts included. */
const everShown = (telegram: TelegramServer) =>
  telegram.calls
    .filter(({ method }) => /^(?:sendMessage|sendMessageDraft|editMessageText)$/.test(method))
    .map(({ fields }) => textOf(fields.text));

/** What the bot has standing in a chat. */
const standing = (telegram: TelegramServer, chatId: number) =>
  telegram
    .messagesIn(chatId)
    .filter(({ from }) => (from as { is_bot?: boolean }).is_bot)
    .map(({ text }) => text);

function expectVerified(answers: readonly Answer[]): void {
  expect(answers).toHaveLength(1);
  expect(checkAnswer(answers[0]!, library, QUESTION)).toEqual([]);
}

describe('a sentence that a model writes', () => {
  it('is in the next draft after its last token, as soon as another begins, and in the reply', async () => {
    const { telegram, gate, answers } = await startWriting([[FIRST, SECOND, THIRD]]);
    telegram.userSays(QUESTION);

    await gate.pass(2);
    const one = telegram.nextCall('sendMessageDraft');
    await gate.pass();
    const draft = textOf((await one).fields.text);
    await gate.pass();
    const two = telegram.nextCall('sendMessageDraft');
    await gate.pass();
    const grown = textOf((await two).fields.text);
    gate.open();
    const reply = (await telegram.nextMessage()).text;

    expect(draft).toContain(shown.first);
    expect(draft).not.toContain('64宗');
    expect(grown).toContain(`${shown.first}该区2019年${shown.second}`);
    expect(grown).not.toContain('9宗');
    for (const sentence of Object.values(shown)) expect(reply).toContain(sentence);
    expect(standing(telegram, 7)).toEqual([reply]);
    expect(telegram.refusals).toEqual([]);
    expectVerified(answers);
  });

  it('is in the next edit in a group, whose one message becomes the reply', async () => {
    const { telegram, gate, answers } = await startWriting([[FIRST, SECOND, THIRD]]);
    telegram.userSays(inGroup, group);

    await gate.pass(3);
    const message = await telegram.nextMessage();
    await gate.pass(2);
    const grown = await telegram.nextEdit();
    gate.open();
    const last = await telegram.nextEdit();

    expect(message.text).toContain(shown.first);
    expect(message.text).toMatch(/ …$/);
    expect(grown.text).toContain(shown.second);
    expect(last.text).toContain(shown.third);
    expect(last.text).not.toMatch(/ …$/);
    expect(new Set([message.messageId, grown.messageId, last.messageId]).size).toBe(1);
    expect(standing(telegram, group.chatId)).toEqual([last.text]);
    expectVerified(answers);
  });

  it('is never seen where it is not proved, nor what follows it, until it is repaired', async () => {
    const { telegram, gate, answers } = await startWriting([
      [FIRST, WRONG, THIRD, THIRD],
      [FIRST, SECOND, THIRD],
    ]);
    telegram.userSays(QUESTION);

    const first = telegram.nextCall('sendMessageDraft');
    await gate.pass(8);
    await first;
    const repaired = telegram.nextCall('sendMessageDraft');
    await gate.pass(5);
    const draft = textOf((await repaired).fields.text);
    gate.open();
    const reply = (await telegram.nextMessage()).text;

    expect(draft).toContain(shown.second);
    expect(reply).toContain(shown.third);
    expect(everShown(telegram).filter((text) => text.includes('65'))).toEqual([]);
    expect(standing(telegram, 7)).toEqual([reply]);
    expectVerified(answers);
  });

  it('gives way to the reports’ own words where the rest of its text cannot be proved', async () => {
    const { telegram, gate, answers } = await startWriting([
      [FIRST, WRONG],
      [FIRST, WRONG],
    ]);
    telegram.userSays(inGroup, group);

    await gate.pass(3);
    const message = await telegram.nextMessage();
    gate.open();
    const last = await telegram.nextEdit();

    expect(message.text).toContain(shown.first);
    expect(last).toMatchObject({ messageId: message.messageId });
    expect(last.text).toContain('综合纠错率:21.9%');
    expect(everShown(telegram).filter((text) => text.includes('65'))).toEqual([]);
    expect(standing(telegram, group.chatId)).toEqual([last.text]);
    expectVerified(answers);
  });

  it('gives way to them too where the model stalls behind it', async () => {
    const { telegram, gate, answers } = await startWriting([[FIRST, SECOND]], 1);
    telegram.userSays(inGroup, group);

    await gate.pass(3);
    const message = await telegram.nextMessage();
    const last = await telegram.nextEdit();

    expect(message.text).toContain(shown.first);
    expect(last.text).toContain('综合纠错率:21.9%');
    expect(standing(telegram, group.chatId)).toEqual([last.text]);
    expectVerified(answers);
  });
});

describe('a written reply', () => {
  it.each([
    ['are refused', refused],
    ['are limited', limited],
  ])('is sent, verified and once, where its drafts %s', async (_what, failure) => {
    const { telegram, gate, answers, bot } = await startWriting([[FIRST, SECOND, THIRD]]);
    telegram.fail('sendMessageDraft', failure, 100);
    telegram.userSays(QUESTION);

    const tried = telegram.nextCall('sendMessageDraft');
    await gate.pass(3);
    await tried;
    gate.open();
    const reply = (await telegram.nextMessage()).text;
    await bot[Symbol.asyncDispose]();

    expect(reply).toContain(shown.third);
    expect(standing(telegram, 7)).toEqual([reply]);
    expectVerified(answers);
  });

  it.each([
    ['are refused', refused],
    ['are limited', limited],
  ])('is the one message of a group where its edits %s', async (_what, failure) => {
    const { telegram, gate, answers, bot } = await startWriting([[FIRST, SECOND, THIRD]]);
    telegram.userSays(inGroup, group);

    await gate.pass(3);
    await telegram.nextMessage();
    telegram.fail('editMessageText', failure);
    const tried = telegram.nextCall('editMessageText');
    await gate.pass(2);
    await tried;
    const edit = telegram.nextEdit();
    gate.open();
    const { text } = await edit;
    await bot[Symbol.asyncDispose]();

    expect(text).toContain(shown.third);
    expect(standing(telegram, group.chatId)).toEqual([text]);
    expectVerified(answers);
  });

  it('comes from the bot as an installation runs it, with its drafts', async () => {
    await using telegram = await startTelegramServer();
    await using server = await startModelServer();
    server.says({ tokens: tokensOf(FIRST, SECOND, THIRD) });
    const gate = server.holdTokens();
    await using bot = startBotProcess({
      telegram,
      libraryDir: await built.copy(),
      environment: { OPENAI_BASE_URL: server.url, CHAT_MODEL: 'writer' },
    });
    telegram.userSays(QUESTION);

    const draft = telegram.nextCall('sendMessageDraft');
    await bot.during(gate.pass(3));
    expect(textOf((await bot.during(draft)).fields.text)).toContain(shown.first);
    gate.open();
    const { text } = await bot.during(telegram.nextMessage());
    const { exitCode } = await bot.stop();

    for (const sentence of Object.values(shown)) expect(text).toContain(sentence);
    expect(standing(telegram, 7)).toEqual([text]);
    expect(exitCode).toBe(0);
  });
});
