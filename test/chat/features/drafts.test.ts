/** Replies that are written as they go, by an assistant that tells what it has so far, over HTTP. */
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/answer/answer.ts';
import type { AskOptions } from '../../../src/answer/assistant.ts';
import type { Conversation } from '../../../src/conversation/create-conversation.ts';
import { createFixedAssistant, makeRefusal } from '../../support/fixed-assistant.ts';
import { startBot } from '../../support/start-bot.ts';
import { startTelegramServer, type TelegramServer } from '../../support/telegram-server.ts';

interface Writing {
  readonly assistant: Conversation;
  /** Shows a draft; there as soon as the question is. */
  readonly asked: Promise<(text: string) => void>;
  readonly finish: () => void;
}

/** Answers once it is let go, and hands out what shows a draft. */
function writingAssistant(): Writing {
  let takeDraft: (show: (text: string) => void) => void;
  let finish = () => {};
  const asked = new Promise<(text: string) => void>((resolve) => {
    takeDraft = resolve;
  });
  const done = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const ask = async (_question: string, _chat?: string, options: AskOptions = {}): Promise<Answer> => {
    takeDraft(options.onDraft!);
    await done;
    return makeRefusal('全文写完了。');
  };
  return { assistant: { ...createFixedAssistant(), ask }, asked, finish: () => finish() };
}

const drafts = (telegram: TelegramServer) =>
  telegram.calls.filter(({ method }) => method === 'sendMessageDraft').map(({ fields }) => fields.text);

describe('a reply that is written as it goes', () => {
  it('is shown as drafts in a private chat, the last text each time, and then sent', async () => {
    await using telegram = await startTelegramServer();
    const { assistant, asked, finish } = writingAssistant();
    await using _ = startBot(telegram, { assistant });
    const first = telegram.nextCall('sendMessageDraft');
    telegram.userSays('写');
    const show = await asked;

    show('一<');
    await first;
    const second = telegram.nextCall('sendMessageDraft');
    for (const text of ['一二', '一二三', '一二三四']) show(text);
    await second;
    finish();

    expect((await telegram.nextMessage()).text).toBe('全文写完了。');
    expect(drafts(telegram)).toEqual(['一&lt;', '一二三四']);
    expect(telegram.refusals).toEqual([]);
  });

  it('is one message in a group, edited as it grows and at last the reply', async () => {
    await using telegram = await startTelegramServer();
    const { assistant, asked, finish } = writingAssistant();
    await using _ = startBot(telegram, { assistant });
    telegram.userSays('@zhibao_test_bot 写', { chatId: -5, chatType: 'supergroup' });
    const show = await asked;

    show('一');
    const message = await telegram.nextMessage();
    show('一二');
    const grown = await telegram.nextEdit();
    finish();
    const last = await telegram.nextEdit();

    expect([message.text, grown.text, last.text]).toEqual(['一', '一二', '全文写完了。']);
    expect(new Set([message.messageId, grown.messageId, last.messageId]).size).toBe(1);
    expect(drafts(telegram)).toEqual([]);
  });

  it('is sent whatever became of its drafts', async () => {
    await using telegram = await startTelegramServer();
    const { assistant, asked, finish } = writingAssistant();
    await using _ = startBot(telegram, { assistant });
    telegram.fail('sendMessageDraft', { error_code: 400, description: 'Bad Request: drafts are off' });
    const tried = telegram.nextCall('sendMessageDraft');
    telegram.userSays('写');
    const show = await asked;

    show('一');
    await tried;
    finish();

    expect((await telegram.nextMessage()).text).toBe('全文写完了。');
  });
});
