/** Replies that nobody waits for any more: a newer question, /stop and the Stop buttons, over HTTP. */
import { describe, expect, it } from 'vitest';
import { startBot } from '../../support/start-bot.ts';
import { startTelegramServer, type TelegramServer } from '../../support/telegram-server.ts';
import { createWritingAssistant } from '../../support/writing-assistant.ts';

const draftEveryMs = 5;
const group = { chatId: -5, chatType: 'supergroup', userId: 7 } as const;
const other = { ...group, userId: 8 } as const;

/** The bot's replies in a chat, in order of what they reply to. */
const repliesIn = (telegram: TelegramServer, chatId: number) =>
  telegram
    .messagesIn(chatId)
    .filter(({ from }) => (from as { is_bot?: boolean }).is_bot)
    .map(({ text }) => text);

/** A question in the group that is being written, with its Stop button below. */
async function writeInGroup(
  telegram: TelegramServer,
  nextWriting: ReturnType<typeof createWritingAssistant>['nextWriting'],
) {
  telegram.userSays('@zhibao_test_bot 问', group);
  const writing = await nextWriting();
  writing.show('一');
  const { buttons } = await telegram.nextMessage();
  return { ...writing, stop: buttons[0]!.callback_data! };
}

describe('a newer question', () => {
  it('ends the writing of the one before, whose composed answer goes out first', async () => {
    await using telegram = await startTelegramServer();
    const { assistant, nextWriting } = createWritingAssistant();
    await using _ = startBot(telegram, { assistant });

    telegram.userSays('一');
    const first = await nextWriting();
    telegram.userSays('二');
    const reply = await telegram.nextMessage();
    (await nextWriting()).finish();

    expect(reply.text).toBe('原文：一');
    expect((await telegram.nextMessage()).text).toBe('写完：二');
    expect(first.options.signal?.aborted).toBe(true);
  });

  it('that came before the writing began ends it too', async () => {
    await using telegram = await startTelegramServer();
    telegram.userSays('一');
    telegram.userSays('二');
    telegram.userSays('三');
    const { assistant, nextWriting } = createWritingAssistant();
    await using _ = startBot(telegram, { assistant });

    const replies = [(await telegram.nextMessage()).text, (await telegram.nextMessage()).text];
    for (const question of ['一', '二']) expect((await nextWriting()).question).toBe(question);
    (await nextWriting()).finish();

    expect(replies).toEqual(['原文：一', '原文：二']);
    expect((await telegram.nextMessage()).text).toBe('写完：三');
  });

  it('of somebody else in the group, or for somebody else, ends nothing and waits for nothing', async () => {
    await using telegram = await startTelegramServer();
    const { assistant, nextWriting } = createWritingAssistant();
    await using _ = startBot(telegram, { assistant, draftEveryMs });
    const first = await writeInGroup(telegram, nextWriting);

    telegram.userSays('大家好', group);
    telegram.userSays('@zhibao_test_bot 他问', other);
    (await nextWriting()).finish();
    const reply = await telegram.nextMessage();
    first.finish();

    expect(reply.text).toBe('写完：他问');
    expect((await telegram.nextEdit()).text).toBe('写完：问');
  });

  it('in another topic ends nothing', async () => {
    await using telegram = await startTelegramServer();
    const { assistant, nextWriting } = createWritingAssistant();
    await using _ = startBot(telegram, { assistant });
    telegram.userSays('@zhibao_test_bot 一', { ...group, thread: 2 });
    const first = await nextWriting();
    telegram.userSays('@zhibao_test_bot 二', { ...group, thread: 3 });
    (await nextWriting()).finish();
    await telegram.nextMessage();

    first.finish();

    expect((await telegram.nextMessage()).text).toBe('写完：一');
  });

  it('in the place of the one being written, by an edit, is answered instead; an edit without new words is nothing', async () => {
    await using telegram = await startTelegramServer();
    const { assistant, nextWriting } = createWritingAssistant();
    await using _ = startBot(telegram, { assistant });
    const asked = telegram.userSays('旧');
    const first = await nextWriting();

    telegram.userEdits(asked, '旧');
    telegram.userEdits(asked, '新');
    const composed = await telegram.nextMessage();
    (await nextWriting()).finish();
    const edited = await telegram.nextEdit();

    expect(first.options.signal?.aborted).toBe(true);
    expect([composed.text, edited.text]).toEqual(['原文：旧', '写完：新']);
    expect(edited.messageId).toBe(composed.messageId);
  });

  it('is none where a press asks nothing; who gives an opinion does not wait either', async () => {
    await using telegram = await startTelegramServer();
    const { assistant, nextWriting } = createWritingAssistant();
    await using _ = startBot(telegram, { assistant });
    telegram.userSays('一');
    (await nextWriting()).finish();
    await telegram.nextMessage();
    telegram.userSays('二');
    const second = await nextWriting();

    telegram.userPresses('👍');
    await telegram.nextCallbackAnswer();
    expect(second.options.signal?.aborted).toBe(false);
    second.finish();

    expect((await telegram.nextMessage()).text).toBe('写完：二');
  });
});

describe('a question that is asked by a button', () => {
  it('ends the writing as a typed one does', async () => {
    await using telegram = await startTelegramServer();
    const { assistant, nextWriting } = createWritingAssistant();
    const followUps = async () => [{ kind: 'elsewhere' as const, place: '清河县', question: '清河县呢' }];
    await using _ = startBot(telegram, { assistant: { ...assistant, followUps } });
    telegram.userSays('一');
    (await nextWriting()).finish();
    await telegram.nextMessage();
    telegram.userSays('二');
    await nextWriting();

    telegram.userPresses('🔎 清河县呢？');
    const composed = await telegram.nextMessage();
    const asked = await nextWriting();
    asked.finish();

    expect(composed.text).toBe('原文：二');
    expect(asked).toMatchObject({ question: '清河县呢', options: { user: 'telegram:7' } });
    expect((await telegram.nextMessage()).text).toContain('写完：清河县呢');
  });
});

describe('five hundred chats at once', () => {
  it('are all being written, leave room for others, and are all answered', { timeout: 60_000 }, async () => {
    await using telegram = await startTelegramServer();
    const { assistant, nextWriting } = createWritingAssistant();
    await using _ = startBot(telegram, { assistant });
    const chats = Array.from({ length: 500 }, (_, index) => index + 1);

    for (const userId of chats) telegram.userSays(`问${userId}`, { userId });
    const writings = [];
    while (writings.length < chats.length) writings.push(await nextWriting());
    telegram.userSays('/reports', { userId: 1000 });
    const other = await telegram.nextMessage();
    for (const { finish } of writings) finish();
    const replies = [];
    while (replies.length < chats.length) replies.push((await telegram.nextMessage()).text);

    expect(other.chatId).toBe(1000);
    expect(new Set(replies)).toEqual(new Set(chats.map((userId) => `写完：问${userId}`)));
  });
});

describe('/stop', () => {
  it('ends the writing; the composed answer says enough', async () => {
    await using telegram = await startTelegramServer();
    const { assistant, nextWriting } = createWritingAssistant();
    await using _ = startBot(telegram, { assistant });
    for (const words of ['/stop', '停止', 'stop']) {
      telegram.userSays('问');
      await nextWriting();
      telegram.userSays(words);
      expect((await telegram.nextMessage()).text).toBe('原文：问');
    }

    telegram.userSays('/stop', { language: 'en' });

    expect((await telegram.nextMessage()).text).toBe('No reply is being written.');
    expect(repliesIn(telegram, 7)).toHaveLength(4);
  });

  it('after the end, or a second time, says that nothing is being written', async () => {
    await using telegram = await startTelegramServer();
    const { assistant, nextWriting } = createWritingAssistant();
    await using _ = startBot(telegram, { assistant });
    telegram.userSays('问');
    await nextWriting();
    telegram.userSays('/stop');
    await telegram.nextMessage();

    telegram.userSays('/stop');

    expect((await telegram.nextMessage()).text).toBe('现在没有正在写的回答。');
  });

  it('of somebody else ends nothing', async () => {
    await using telegram = await startTelegramServer();
    const { assistant, nextWriting } = createWritingAssistant();
    await using _ = startBot(telegram, { assistant, draftEveryMs });
    const { finish } = await writeInGroup(telegram, nextWriting);

    telegram.userSays('/stop', other);
    const answer = await telegram.nextMessage();
    finish();

    expect(answer.text).toBe('现在没有正在写的回答。');
    expect((await telegram.nextEdit()).text).toBe('写完：问');
  });
});

describe('the Stop button', () => {
  it('ends the writing, however often its asker presses it', async () => {
    await using telegram = await startTelegramServer();
    const { assistant, nextWriting } = createWritingAssistant();
    await using _ = startBot(telegram, { assistant, draftEveryMs });
    await writeInGroup(telegram, nextWriting);

    telegram.userPresses('⏹ 停止', group);
    telegram.userPresses('⏹ 停止', group);
    const [first, second] = [await telegram.nextCallbackAnswer(), await telegram.nextCallbackAnswer()];
    const reply = await telegram.nextEdit();

    expect(first.text).toBe('已停止。');
    expect(['已停止。', '这条回答已经写完。']).toContain(second.text);
    expect(reply.text).toBe('原文：问');
    expect(repliesIn(telegram, group.chatId)).toEqual(['原文：问']);
  });

  it('is refused to others, in a window, but not to administrators', async () => {
    await using telegram = await startTelegramServer();
    const { assistant, nextWriting } = createWritingAssistant();
    await using _ = startBot(telegram, { assistant, draftEveryMs, adminUsers: [9] });
    const { options } = await writeInGroup(telegram, nextWriting);

    telegram.userPresses('⏹ 停止', other);
    const refused = await telegram.nextCallbackAnswer();
    const wasAborted = options.signal?.aborted;
    telegram.userPresses('⏹ 停止', { ...group, userId: 9 });
    const taken = await telegram.nextCallbackAnswer();

    expect(refused).toMatchObject({ text: '只有提问的人可以停止这条回答。' });
    expect(wasAborted).toBe(false);
    expect(taken.text).toBe('已停止。');
    expect((await telegram.nextEdit()).text).toBe('原文：问');
  });

  it('pressed after the end, or in another chat, says that the reply is complete', async () => {
    await using telegram = await startTelegramServer();
    const { assistant, nextWriting } = createWritingAssistant();
    await using _ = startBot(telegram, { assistant, draftEveryMs, adminUsers: [8] });
    const { stop, finish, options } = await writeInGroup(telegram, nextWriting);
    const press = (id: string, chat: object, userId: number) =>
      telegram.update({
        callback_query: {
          id,
          from: { id: userId, is_bot: false, first_name: 'Reader', language_code: 'zh' },
          message: { message_id: 1, date: 1, chat },
          chat_instance: '1',
          data: stop,
        },
      });

    press('elsewhere', { id: 8, type: 'private', first_name: 'Reader' }, 8);
    const elsewhere = await telegram.nextCallbackAnswer();
    const wasAborted = options.signal?.aborted;
    finish();
    await telegram.nextEdit();
    press('late', { id: group.chatId, type: 'supergroup', title: 'Readers' }, 7);

    expect(elsewhere.text).toBe('这条回答已经写完。');
    expect(wasAborted).toBe(false);
    expect((await telegram.nextCallbackAnswer()).text).toMatch(/已停止|已经写完/);
    expect(repliesIn(telegram, group.chatId)).toEqual(['写完：问']);
  });

  it('of a draft ends the writing in a private chat, also where only some may ask', async () => {
    await using telegram = await startTelegramServer();
    const { assistant, nextWriting } = createWritingAssistant();
    await using _ = startBot(telegram, { assistant, allowedUsers: [7], questionsPerMinute: 1 });
    const drafted = telegram.nextCall('sendMessageDraft');
    telegram.userSays('问');
    (await nextWriting()).show('一');
    const { fields } = await drafted;

    const chat = { id: 7, type: 'private', first_name: 'Reader' };
    telegram.update({ stopped_message_generation: { chat, draft_id: fields.draft_id } });

    expect((await telegram.nextMessage()).text).toBe('原文：问');
    expect(telegram.refusals).toEqual([]);
  });
});

describe('a bot that is stopped', () => {
  it('ends what is being written, so that its answer goes out before the end', async () => {
    await using telegram = await startTelegramServer();
    const { assistant, nextWriting } = createWritingAssistant();
    const bot = startBot(telegram, { assistant });
    telegram.userSays('问');
    await nextWriting();

    bot.stop();
    await bot.ended;

    expect((await telegram.nextMessage()).text).toBe('原文：问');
    await bot[Symbol.asyncDispose]();
  });
});

describe('/privacy', () => {
  it('says that questions are sent to a model where there is one', async () => {
    await using telegram = await startTelegramServer();
    const { assistant } = createWritingAssistant();
    await using _ = startBot(telegram, { assistant });
    telegram.userSays('/privacy');

    expect((await telegram.nextMessage()).text).toContain('语言模型');
  });
});

describe('who pays', () => {
  it('is the person who asks, in every way of asking, and nobody where no model is to be asked', async () => {
    await using telegram = await startTelegramServer();
    const { assistant, nextWriting } = createWritingAssistant();
    await using _ = startBot(telegram, { assistant });
    const asked = telegram.userSays('@zhibao_test_bot 问', group);
    const question = await nextWriting();
    question.finish();
    await telegram.nextMessage();
    telegram.userEdits(asked, '@zhibao_test_bot 改', group);
    const edit = await nextWriting();
    edit.finish();
    telegram.userSays('/summary 花都', { userId: 8 });
    const command = await nextWriting();
    command.finish();
    telegram.userAsksInline('花都', { userId: 9 });
    const inline = await nextWriting();
    inline.finish();

    expect([question, edit, command].map(({ options }) => options.user)).toEqual([
      'telegram:7',
      'telegram:7',
      'telegram:8',
    ]);
    expect([question, edit, command].map(({ options }) => options.isOffline)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(inline.options).toMatchObject({ isOffline: true });
  });

  it('is the group where an administrator asks in its name, not all who do so', async () => {
    await using telegram = await startTelegramServer();
    const { assistant, nextWriting } = createWritingAssistant();
    await using _ = startBot(telegram, { assistant });
    const sender_chat = { id: group.chatId, type: 'supergroup', title: 'Readers' };
    const fields = { sender_chat, from: { id: 1_087_968_824, is_bot: true, first_name: 'Group' } };
    telegram.userSays('@zhibao_test_bot 问', { ...group, fields });
    const { options, finish } = await nextWriting();
    finish();

    expect(options.user).toBe('telegram:-5');
  });
});
