/** /language: Chinese, English, or that of the question; in a group for the group. */
import { Composer, type Context } from 'grammy';
import type { InlineKeyboardMarkup } from 'grammy/types';
import type { BotServices } from '../bot-services.ts';
import { onButton } from '../buttons/on-button.ts';
import { button } from '../buttons/reply-keyboard.ts';
import { languageOwner, readerLanguage } from '../reader-language.ts';
import { renderPlainTelegram } from '../render-telegram.ts';
import { editMessage, sendMessages } from '../send-messages.ts';
import { type Language, texts } from '../texts.ts';

const choices = ['zh', 'en', 'auto'] as const;

/** Offers the languages, and keeps the one that is chosen. */
export function chooseLanguage({ records: { languages } }: BotServices): Composer<Context> {
  const feature = new Composer();
  feature.command('language', async (ctx) => {
    const words = texts[readerLanguage(ctx)];
    const now = words.buttons.languages[languages.find(languageOwner(ctx)) ?? 'auto'];
    const messages = renderPlainTelegram(words.chooseLanguage(now));
    await sendMessages(ctx, messages, { keyboard: keyboardIn(readerLanguage(ctx)) });
  });
  onButton(feature, 'language', async (ctx, { language }) => {
    languages.choose(languageOwner(ctx), language === 'auto' ? undefined : language);
    const words = texts[language === 'auto' ? readerLanguage(ctx) : language];
    const [html = ''] = renderPlainTelegram(words.languageChosen(words.buttons.languages[language]));
    if (ctx.msgId !== undefined) await editMessage(ctx, ctx.msgId, html);
  });
  return feature;
}

function keyboardIn(language: Language): InlineKeyboardMarkup {
  const { languages } = texts[language].buttons;
  return {
    inline_keyboard: [
      choices.map((choice) => button(languages[choice], { kind: 'language', language: choice })),
    ],
  };
}
