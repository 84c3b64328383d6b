/** /language: Chinese, English, or that of the question; in a group for the group. */
import { Composer, type Context } from 'grammy';
import type { InlineKeyboardMarkup } from 'grammy/types';
import type { Language } from '../../wording/language.ts';
import { WORDING } from '../../wording/wording.ts';
import type { BotServices } from '../bot-services.ts';
import { onButton } from '../buttons/on-button.ts';
import { button } from '../buttons/reply-keyboard.ts';
import { onCommand } from '../on-command.ts';
import { languageOwner, readerLanguage } from '../reader-language.ts';
import { renderPlainTelegram } from '../render-telegram.ts';
import { editMessage, sendMessages } from '../send-messages.ts';

const choices = ['zh', 'en', 'auto'] as const;

/** Offers the languages, and keeps the one that is chosen. */
export function chooseLanguage({ records: { languages } }: BotServices): Composer<Context> {
  const feature = new Composer();
  onCommand(feature, 'language', async (ctx) => {
    const spoken = readerLanguage(ctx);
    const now = nameOf(languages.find(languageOwner(ctx)) ?? 'auto', spoken);
    const messages = renderPlainTelegram(WORDING.chat.chooseLanguage(now)[spoken]);
    await sendMessages(ctx, messages, { keyboard: keyboardIn(readerLanguage(ctx)) });
  });
  onButton(feature, 'language', async (ctx, { language }) => {
    languages.choose(languageOwner(ctx), language === 'auto' ? undefined : language);
    const spoken = language === 'auto' ? readerLanguage(ctx) : language;
    const [html = ''] = renderPlainTelegram(WORDING.chat.languageChosen(nameOf(language, spoken))[spoken]);
    if (ctx.msgId !== undefined) await editMessage(ctx, ctx.msgId, html);
  });
  return feature;
}

function keyboardIn(language: Language): InlineKeyboardMarkup {
  return {
    inline_keyboard: [
      choices.map((choice) => button(nameOf(choice, language), { kind: 'language', language: choice })),
    ],
  };
}

/** A language is named in itself, for who reads no other. */
function nameOf(choice: (typeof choices)[number], language: Language): string {
  if (choice === 'auto') return WORDING.chat.languageAsAsked[language];
  return choice === 'zh' ? '中文' : 'English';
}
