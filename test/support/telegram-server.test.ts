import { describe, expect, it } from 'vitest';
import { callTelegram } from './call-telegram.ts';
import { startTelegramServer, type TelegramServer } from './telegram-server.ts';

const chat_id = 7;
const button = (text: string, callback_data: string) => ({
  reply_markup: { inline_keyboard: [[{ text, callback_data }]] },
});

/** A server in which user 7 has written once. */
async function startWithReader(): Promise<TelegramServer> {
  const telegram = await startTelegramServer();
  telegram.userSays('你好');
  return telegram;
}

async function describeRefusal(telegram: TelegramServer, method: string, fields: object): Promise<string> {
  const { error_code, description } = await callTelegram(telegram, method, fields);
  return `${error_code} ${description}`;
}

describe('startTelegramServer()', () => {
  it('accepts only its token and only methods that it knows', async () => {
    await using telegram = await startTelegramServer();

    expect(await callTelegram({ ...telegram, token: '42:x' }, 'getMe')).toMatchObject({ error_code: 401 });
    expect(await callTelegram(telegram, 'sendPigeon')).toMatchObject({ error_code: 404 });
    expect(await callTelegram(telegram, 'getMe')).toMatchObject({ result: { is_bot: true } });
  });

  it.each([
    ['an unknown chat', { chat_id: 99, text: 'x' }, '400 Bad Request: chat not found'],
    ['a blank text', { text: ' \n' }, '400 Bad Request: message text is empty'],
    ['4,097 UTF-16 units', { text: `${'👍'.repeat(2048)}x` }, '400 Bad Request: message is too long'],
    ['unescaped markup', { text: '1 < 2', parse_mode: 'HTML' }, "400 Bad Request: can't parse entities"],
    ['an unknown tag', { text: '<p>x</p>', parse_mode: 'HTML' }, "400 Bad Request: can't parse entities"],
    ['half a surrogate pair', { text: 'x\ud83d' }, '400 Bad Request: strings must be encoded in UTF-8'],
    [
      '65 bytes of data',
      { text: 'x', ...button('x', 'é'.repeat(33)) },
      '400 Bad Request: BUTTON_DATA_INVALID',
    ],
    ['an unknown topic', { text: 'x', message_thread_id: 5 }, '400 Bad Request: message thread not found'],
    [
      'a reply to nothing',
      { text: 'x', reply_parameters: { message_id: 99 } },
      '400 Bad Request: message to be replied not found',
    ],
  ])('refuses a message with %s', async (_, fields, refusal) => {
    await using telegram = await startWithReader();

    expect(await describeRefusal(telegram, 'sendMessage', { chat_id, ...fields })).toContain(refusal);
    expect(telegram.refusals).toHaveLength(1);
    expect(telegram.sent).toEqual([]);
  });

  it('counts 4,096 characters after markup', async () => {
    await using telegram = await startWithReader();
    const text = `<b>${'&amp;'.repeat(4096)}</b>`;

    const { ok } = await callTelegram(telegram, 'sendMessage', { chat_id, text, parse_mode: 'HTML' });

    expect(ok).toBe(true);
    expect((await telegram.nextMessage()).text).toBe('&'.repeat(4096));
  });

  it('edits a message of the bot, and refuses the same text, a message of others and one that is gone', async () => {
    await using telegram = await startWithReader();
    await callTelegram(telegram, 'sendMessage', { chat_id, text: 'a', ...button('x', 'x') });
    const { messageId: message_id } = await telegram.nextMessage();
    const edit = (fields: object) =>
      describeRefusal(telegram, 'editMessageText', { chat_id, message_id, ...fields });

    expect(await edit({ text: 'a', ...button('x', 'x') })).toContain('message is not modified');
    await edit({ text: 'b' });
    expect(await telegram.nextEdit()).toMatchObject({ text: 'b', buttons: [], messageId: message_id });
    expect(await edit({ text: 'b', message_id: 1 })).toContain("message can't be edited");
    telegram.deletes(chat_id, message_id);
    expect(await edit({ text: 'c' })).toContain('message to edit not found');
  });

  it('lets a person press a button, and the bot answer once and in time', async () => {
    await using telegram = await startWithReader();
    await callTelegram(telegram, 'sendMessage', { chat_id, text: 'a', ...button('更多', 'more:1') });

    const callback_query_id = telegram.userPresses('更多');
    const late = telegram.userPresses('more:1');
    telegram.expires(late);

    await callTelegram(telegram, 'answerCallbackQuery', { callback_query_id, text: '好' });
    expect(await telegram.nextCallbackAnswer()).toMatchObject({ queryId: callback_query_id, text: '好' });
    for (const id of [callback_query_id, late]) {
      expect(await describeRefusal(telegram, 'answerCallbackQuery', { callback_query_id: id })).toContain(
        'query is too old',
      );
    }
    const { result } = await callTelegram(telegram, 'getUpdates', { offset: 2 });
    expect(result).toMatchObject([
      { callback_query: { data: 'more:1', message: { text: 'a' } } },
      { callback_query: { data: 'more:1' } },
    ]);
  });

  it('checks what is offered to an inline query', async () => {
    await using telegram = await startTelegramServer();
    const inline_query_id = telegram.userAsksInline('花都');
    const article = (id: string, message_text: string) => ({
      id,
      type: 'article',
      title: 't',
      input_message_content: { message_text, parse_mode: 'HTML' },
    });
    const answer = (...results: object[]) =>
      describeRefusal(telegram, 'answerInlineQuery', { inline_query_id, results });

    expect(await answer(article('1', '<b>'))).toContain("can't parse entities");
    expect(await answer(article('x'.repeat(65), 'x'))).toContain('RESULT_ID_INVALID');
    expect(await answer(article('1', 'x'), article('1', 'y'))).toContain('RESULT_ID_DUPLICATE');
    await answer(article('1', '<b>x</b>'));
    expect((await telegram.nextInlineAnswer()).results).toHaveLength(1);
    expect(await answer(article('1', 'x'))).toContain('query is too old');
  });

  it('tells the bot that a person blocked it and where a group went', async () => {
    await using telegram = await startWithReader();
    telegram.userSays('大家好', { chatId: -5, chatType: 'group' });

    telegram.userBlocks(chat_id);
    const migrate_to_chat_id = telegram.groupUpgrades(-5);

    expect(await callTelegram(telegram, 'sendMessage', { chat_id, text: 'x' })).toMatchObject({
      error_code: 403,
      description: 'Forbidden: bot was blocked by the user',
    });
    expect(await callTelegram(telegram, 'sendMessage', { chat_id: -5, text: 'x' })).toMatchObject({
      error_code: 400,
      parameters: { migrate_to_chat_id },
    });
    const moved = await callTelegram(telegram, 'sendMessage', { chat_id: migrate_to_chat_id, text: 'x' });
    expect(moved.ok).toBe(true);
  });

  it('keeps chatter in groups from a bot in privacy mode', async () => {
    await using telegram = await startTelegramServer({ privacyMode: true });
    const group = { chatId: -5, chatType: 'group' } as const;

    telegram.userSays('大家好', group);
    telegram.userSays('/help', group);
    telegram.userSays('@zhibao_test_bot 花都', group);

    expect(telegram.pending()).toMatchObject([
      { message: { entities: [{ type: 'bot_command', offset: 0, length: 5 }] } },
      { message: { entities: [{ type: 'mention', offset: 0, length: 16 }] } },
    ]);
  });

  it('takes files and forms, and hands files out', async () => {
    await using telegram = await startWithReader();
    telegram.addFile('report', Buffer.from('48件'));
    const form = new FormData();
    form.set('chat_id', String(chat_id));
    form.set('document', 'attach://file');
    form.set('file', new File(['a,b'], 'table.csv', { type: 'text/csv' }));

    const { result } = await callTelegram(telegram, 'sendDocument', form);
    const file = await callTelegram(telegram, 'getFile', new URLSearchParams({ file_id: 'report' }));
    const { file_path } = file.result as { readonly file_path: string };
    const download = await fetch(`${telegram.url}/file/bot${telegram.token}/${file_path}`);

    expect(result).toMatchObject({ document: { file_name: 'table.csv', file_size: 3 } });
    expect(await download.text()).toBe('48件');
  });

  it('hands out no file that was not asked for, or is larger than bots may have', async () => {
    await using telegram = await startTelegramServer();
    telegram.addFile('large', new Uint8Array(20 * 1024 * 1024 + 1));
    telegram.addFile('small', Buffer.from('48件'), 'documents/small.txt');

    const download = await fetch(`${telegram.url}/file/bot${telegram.token}/documents/small.txt`);

    expect(download.status).toBe(404);
    expect(await describeRefusal(telegram, 'getFile', { file_id: 'large' })).toContain('file is too big');
    expect(await describeRefusal(telegram, 'getFile', { file_id: 'none' })).toContain('invalid file_id');
  });

  it('publishes commands by language, and refuses what a command cannot be', async () => {
    await using telegram = await startTelegramServer();
    const commands = [{ command: 'help', description: '说明' }];

    await callTelegram(telegram, 'setMyCommands', { commands, language_code: 'zh' });

    expect(telegram.commands()).toEqual([{ language: 'zh', scope: 'default', commands }]);
    expect(
      await describeRefusal(telegram, 'setMyCommands', { commands: [{ command: '帮助', description: 'x' }] }),
    ).toContain('BOT_COMMAND_INVALID');
  });
});

describe('faults', () => {
  it('come for the next calls of a method, before they are carried out', async () => {
    await using telegram = await startWithReader();
    telegram.fail('sendMessage', 'limited', 2);
    telegram.fail('sendMessage', 'dropped');
    const send = () => callTelegram(telegram, 'sendMessage', { chat_id, text: 'x' });

    expect(await send()).toMatchObject({ error_code: 429, parameters: { retry_after: 1 } });
    expect(await send()).toMatchObject({ error_code: 429 });
    await expect(send()).rejects.toThrow();
    expect(telegram.sent).toEqual([]);
    expect(await send()).toMatchObject({ ok: true });
  });

  it('lose the response of a call that was carried out', async () => {
    await using telegram = await startWithReader();
    telegram.fail('sendMessage', 'lost');

    await expect(callTelegram(telegram, 'sendMessage', { chat_id, text: 'x' })).rejects.toThrow();

    expect(telegram.sent).toHaveLength(1);
  });

  it('come at random, the same for the same seed', async () => {
    const failed = async (seed: number) => {
      await using telegram = await startTelegramServer();
      telegram.failAtRandom({ rate: 0.2, seed });
      for (let call = 0; call < 100; call += 1) await callTelegram(telegram, 'getMe').catch(() => {});
      return telegram.calls.flatMap(({ fault }, index) => (fault ? [`${index} ${fault}`] : []));
    };

    const first = await failed(1);

    expect(first.length).toBeGreaterThan(5);
    expect(await failed(1)).toEqual(first);
    expect(await failed(2)).not.toEqual(first);
  });
});
