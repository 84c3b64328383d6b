/** /start and /help. */
import { Composer, type Context } from 'grammy';
import type { Assistant } from '../../answer/assistant.ts';
import { WORDING } from '../../wording/wording.ts';
import { greet } from '../describe-library.ts';
import { renderPlainTelegram } from '../render-telegram.ts';
import { readerLanguage, sendMessages } from '../send-messages.ts';

/** Greets and says how to ask. */
export function explainUse(assistant: Assistant): Composer<Context> {
  const feature = new Composer();
  feature.command('start', async (ctx) => {
    const language = readerLanguage(ctx);
    const text = `${await greet(assistant, language)}\n\n${WORDING.chat.telegramHelp[language]}`;
    await sendMessages(ctx, renderPlainTelegram(text));
  });
  feature.command('help', async (ctx) => {
    await sendMessages(ctx, renderPlainTelegram(WORDING.chat.telegramHelp[readerLanguage(ctx)]));
  });
  return feature;
}
