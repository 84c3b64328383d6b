/** Replies that are written as they go, by an assistant that tells what it has so far, over HTTP. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startCommand } from '../../support/run-command.ts';
import { startBot } from '../../support/start-bot.ts';
import { startTelegramServer, type TelegramServer } from '../../support/telegram-server.ts';
import { createWritingAssistant } from '../../support/writing-assistant.ts';

const draftEveryMs = 5;
const group = { chatId: -5, chatType: 'supergroup' } as const;
const limited = (seconds: number) => ({
  error_code: 429,
  description: `Too Many Requests: retry after ${seconds}`,
  parameters: { retry_after: seconds },
});

const writingBot = fileURLToPath(new URL('../../support/start-writing-bot.ts', import.meta.url));

const drafts = (telegram: TelegramServer) =>
  telegram.calls.filter(({ method }) => method === 'sendMessageDraft').map(({ fields }) => fields.text);

/** What the bot has standing in the group. */
const standing = (telegram: TelegramServer) =>
  telegram
    .messagesIn(group.chatId)
    .filter(({ from }) => (from as { is_bot?: boolean }).is_bot)
    .map(({ text }) => text);

describe('a reply that is written as it goes', () => {
  it('is shown as drafts in a private chat, the last text each time, and then sent', async () => {
    await using telegram = await startTelegramServer();
    const { assistant, nextWriting } = createWritingAssistant();
    await using _ = startBot(telegram, { assistant });
    const first = telegram.nextCall('sendMessageDraft');
    telegram.userSays('问');
    const { show, finish, options } = await nextWriting();

    show('一<');
    const { fields } = await first;
    const second = telegram.nextCall('sendMessageDraft');
    for (const text of ['一二', '一二三', '一二三四']) show(text);
    await second;
    finish();

    expect((await telegram.nextMessage()).text).toBe('写完：问');
    expect(drafts(telegram)).toEqual(['一&lt;', '一二三四']);
    expect(fields.can_stop).toBe(true);
    expect(options.user).toBe('telegram:7');
    expect(telegram.refusals).toEqual([]);
  });

  it('is one message in a group, marked as unfinished and with a Stop button until it is the reply', async () => {
    await using telegram = await startTelegramServer();
    const { assistant, nextWriting } = createWritingAssistant();
    await using _ = startBot(telegram, { assistant, draftEveryMs });
    telegram.userSays('@zhibao_test_bot 问', group);
    const { show, finish } = await nextWriting();

    show('一');
    const message = await telegram.nextMessage();
    show('一二');
    const grown = await telegram.nextEdit();
    finish();
    const last = await telegram.nextEdit();

    expect([message.text, grown.text, last.text]).toEqual(['一 …', '一二 …', '写完：问']);
    expect(
      [message, grown, last].map(({ buttons }) => buttons.some(({ text }) => text === '⏹ 停止')),
    ).toEqual([true, true, false]);
    expect(new Set([message.messageId, grown.messageId, last.messageId]).size).toBe(1);
    expect(drafts(telegram)).toEqual([]);
  });

  it('is sent whatever became of its drafts', async () => {
    await using telegram = await startTelegramServer();
    const { assistant, nextWriting } = createWritingAssistant();
    await using _ = startBot(telegram, { assistant, draftEveryMs });
    telegram.fail('sendMessageDraft', { error_code: 400, description: 'Bad Request: drafts are off' });
    const tried = telegram.nextCall('sendMessageDraft');
    telegram.userSays('问');
    const { show, finish } = await nextWriting();

    show('一');
    await tried;
    finish();

    expect((await telegram.nextMessage()).text).toBe('写完：问');
  });

  it('does not wait as long as Telegram wants its drafts to, neither in a private chat nor in a group', async () => {
    await using telegram = await startTelegramServer();
    const { assistant, nextWriting } = createWritingAssistant();
    await using _ = startBot(telegram, { assistant, draftEveryMs });
    telegram.fail('sendMessageDraft', limited(300));
    telegram.userSays('@zhibao_test_bot 群', group);
    const inGroup = await nextWriting();
    inGroup.show('一');
    await telegram.nextMessage();
    telegram.fail('editMessageText', limited(300));
    const limitedEdit = telegram.nextCall('editMessageText');
    inGroup.show('一二');
    await limitedEdit;
    const limitedDraft = telegram.nextCall('sendMessageDraft');
    telegram.userSays('私', { userId: 8 });
    const inPrivate = await nextWriting();
    inPrivate.show('一');
    await limitedDraft;

    inGroup.finish();
    inPrivate.finish();

    expect((await telegram.nextEdit()).text).toBe('写完：群');
    expect((await telegram.nextMessage({ chatId: 8 })).text).toBe('写完：私');
    expect(standing(telegram)).toEqual(['写完：群']);
  });

  it('is sent at once where Telegram does not take the first of its drafts yet', async () => {
    await using telegram = await startTelegramServer();
    const { assistant, nextWriting } = createWritingAssistant();
    await using _ = startBot(telegram, { assistant, draftEveryMs });
    telegram.fail('sendMessage', limited(300));
    const tried = telegram.nextCall('sendMessage');
    telegram.userSays('@zhibao_test_bot 问', group);
    const { show, finish } = await nextWriting();

    show('一');
    await tried;
    finish();

    expect((await telegram.nextMessage()).text).toBe('写完：问');
    expect(standing(telegram)).toEqual(['写完：问']);
  });

  it('goes on with its drafts when the wait that Telegram asked for is over', async () => {
    await using telegram = await startTelegramServer();
    const { assistant, nextWriting } = createWritingAssistant();
    await using _ = startBot(telegram, { assistant, draftEveryMs });
    telegram.fail('sendMessageDraft', limited(1));
    telegram.userSays('问');
    const { show, finish } = await nextWriting();
    const first = telegram.nextCall('sendMessageDraft');

    show('一');
    await first;
    await telegram.nextCall('sendMessageDraft');
    finish();
    await telegram.nextMessage();

    expect(drafts(telegram)).toEqual(['一', '一']);
  });

  it('is sent anew where somebody deleted what was written so far', async () => {
    await using telegram = await startTelegramServer();
    const { assistant, nextWriting } = createWritingAssistant();
    await using _ = startBot(telegram, { assistant, draftEveryMs });
    telegram.userSays('@zhibao_test_bot 问', group);
    const { show, finish } = await nextWriting();
    show('一');
    const { messageId } = await telegram.nextMessage();

    telegram.deletes(group.chatId, messageId);
    const refused = telegram.nextCall('editMessageText');
    show('一二');
    await refused;
    finish();

    expect((await telegram.nextMessage()).text).toBe('写完：问');
    expect(standing(telegram)).toEqual(['写完：问']);
  });

  it('takes the place of the earlier reply where its question was edited, also while it is written', async () => {
    await using telegram = await startTelegramServer();
    const { assistant, nextWriting } = createWritingAssistant();
    await using _ = startBot(telegram, { assistant, draftEveryMs });
    const asked = telegram.userSays('旧');
    (await nextWriting()).finish();
    const before = await telegram.nextMessage();

    telegram.userEdits(asked, '新');
    const { show, finish } = await nextWriting();
    show('一');
    const draft = await telegram.nextEdit();
    finish();
    const after = await telegram.nextEdit();

    expect([draft.text, after.text]).toEqual(['一 …', '写完：新']);
    expect([draft.messageId, after.messageId]).toEqual([before.messageId, before.messageId]);
    expect(drafts(telegram)).toEqual([]);
  });

  it('is taken back where it failed in the middle, and tried again', async () => {
    await using telegram = await startTelegramServer();
    const { assistant, nextWriting } = createWritingAssistant();
    await using _ = startBot(telegram, { assistant, draftEveryMs });
    telegram.userSays('@zhibao_test_bot 问', group);
    const first = await nextWriting();
    first.show('一');
    await telegram.nextMessage();

    first.fail(new Error('no disk'));
    (await nextWriting()).finish();

    expect((await telegram.nextMessage()).text).toBe('写完：问');
    expect(standing(telegram)).toEqual(['写完：问']);
  });
});

describe('a reply whose process was killed while it was written', () => {
  it('is put in the place of what was written so far, at the next start', async () => {
    const libraryDir = mkdtempSync(join(tmpdir(), 'zhibao-drafts-'));
    onTestFinished(() => rmSync(libraryDir, { recursive: true, force: true }));
    await using telegram = await startTelegramServer();
    const { process: child, finished } = startCommand(writingBot, [], {
      TELEGRAM_API_ROOT: telegram.url,
      TELEGRAM_BOT_TOKEN: telegram.token,
      LIBRARY_DIR: libraryDir,
    });
    telegram.userSays('@zhibao_test_bot 问', group);
    telegram.userSays('私', { userId: 8 });
    const { messageId } = await telegram.nextMessage();
    // Its number is kept before it is written into.
    await telegram.nextEdit();
    child.kill('SIGKILL');
    await finished;
    expect(standing(telegram)).toEqual(['一二 …']);

    const { assistant, nextWriting } = createWritingAssistant();
    await using _ = startBot(telegram, { assistant, libraryDir, draftEveryMs });
    for (let count = 0; count < 2; count += 1) (await nextWriting()).finish();
    const reply = await telegram.nextEdit();
    await telegram.nextMessage({ chatId: 8 });

    expect(reply).toMatchObject({ text: '写完：问', messageId });
    expect(standing(telegram)).toEqual(['写完：问']);
    expect(telegram.refusals).toEqual([]);
  });
});
