/** Free text: a question in, its answer as the reply; an edited question, the reply edited. */
import { Composer, type Context } from 'grammy';
import { asksToForget } from '../../conversation/create-conversation.ts';
import { WORDING } from '../../wording/wording.ts';
import type { BotServices } from '../bot-services.ts';
import { commandQuestion, isAskingCommand } from '../command-question.ts';
import { readTelegramMessage, type TelegramMessage } from '../read-telegram-message.ts';
import { readerLanguage } from '../reader-language.ts';
import { renderPlainTelegram } from '../render-telegram.ts';
import { replyToQuestion } from '../reply-to-question.ts';
import { noteOutcome } from '../running/update-outcome.ts';
import { sendMessages } from '../send-messages.ts';
import { answerUnknownCommand } from '../unknown-command.ts';
import { forget } from './forget-chat.ts';

/** Albums come as one message a picture; so many are remembered as answered. */
const rememberedAlbums = 100;

/** Answers every text in a private chat; in a group what mentions the bot or replies to it. */
export function answerQuestions(services: BotServices): Composer<Context> {
  const feature = new Composer();
  const albums = new Set<string>();

  feature.on('message', async (ctx) => {
    const message = readTelegramMessage(ctx);
    switch (message.kind) {
      case 'question':
        if (asksToForget(message.text)) return forget(ctx, services);
        return replyToQuestion(ctx, services, { question: message.text });
      case 'command':
        return answerUnknownCommand(ctx, services, message);
      case 'media':
        return isFirstOfAlbum(ctx) ? explainText(ctx) : undefined;
      case 'ignored':
        return noteOutcome(ctx, 'ignored');
    }
  });

  feature.on('edited_message', async (ctx) => {
    const before = services.records.replies.findByQuestion(ctx.chat.id, ctx.msg.message_id);
    // A reply that stands there is kept right, whether or not the bot is still named.
    const message = before ? readTelegramMessage(ctx, true) : readTelegramMessage(ctx);
    const question = questionOf(message, ctx);
    // Telegram also tells of edits that change no word, such as a preview that was loaded.
    if (question === undefined || question === before?.question) return;
    await replyToQuestion(ctx, services, { question, instead: before });
  });

  return feature;

  function isFirstOfAlbum(ctx: Context): boolean {
    const album = ctx.msg?.media_group_id;
    if (album === undefined) return true;
    if (albums.has(album)) return false;
    albums.add(album);
    const [oldest] = albums;
    if (albums.size > rememberedAlbums && oldest !== undefined) albums.delete(oldest);
    return true;
  }
}

/** What an edited message asks; `undefined` for what is no question. */
function questionOf(message: TelegramMessage, ctx: Context): string | undefined {
  if (message.kind === 'question') return message.text === '' ? undefined : message.text;
  if (message.kind !== 'command') return undefined;
  const name = message.name.toLowerCase();
  return isAskingCommand(name) ? commandQuestion(name, message.words, readerLanguage(ctx)) : undefined;
}

async function explainText(ctx: Context): Promise<void> {
  await sendMessages(ctx, renderPlainTelegram(WORDING.chat.textOnly[readerLanguage(ctx)]));
}
