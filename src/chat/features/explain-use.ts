/** /start, /help and /privacy. */
import { Composer, type Context } from 'grammy';
import type { BothLanguages, Language } from '../../wording/language.ts';
import { WORDING } from '../../wording/wording.ts';
import type { BotServices } from '../bot-services.ts';
import { replyKeyboard } from '../buttons/reply-keyboard.ts';
import { introduce } from '../describe-library.ts';
import { memoryKey } from '../memory-key.ts';
import { onCommand } from '../on-command.ts';
import { readerLanguage } from '../reader-language.ts';
import type { Reply } from '../records/reply-records.ts';
import { renderPlainTelegram } from '../render-telegram.ts';
import { sendMessages } from '../send-messages.ts';

/** Says what the bot does, with examples to press, how to ask, and what is kept. */
export function explainUse({ assistant, records, uploads }: BotServices): Composer<Context> {
  const feature = new Composer();
  onCommand(feature, 'start', async (ctx) => {
    const language = readerLanguage(ctx);
    const { greeting, examples } = await introduce(assistant, language);
    const messages = renderPlainTelegram(`${greeting}\n\n${WORDING.chat.telegramHelp[language]}`);
    const reply: Reply = {
      question: '/start',
      kind: 'help',
      language,
      answer: greeting,
      citations: [],
      offers: examples.map((question) => ({ label: question, question })),
      messages,
    };
    const id = records.replies.add(reply, { owner: memoryKey(ctx), chatId: ctx.chatId });
    const keyboard = replyKeyboard(id, reply, messages.length);
    records.replies.setSent(id, await sendMessages(ctx, messages, { keyboard }));
  });
  onCommand(feature, 'help', async (ctx) => {
    const language = readerLanguage(ctx);
    const parts = [WORDING.chat.telegramHelp[language], listCommands(language, WORDING.commands)];
    if (uploads?.isAdmin(ctx))
      parts.push(`${WORDING.uploads.help[language]}\n${listCommands(language, WORDING.adminCommands)}`);
    await sendMessages(ctx, renderPlainTelegram(parts.join('\n\n')));
  });
  onCommand(feature, 'privacy', async (ctx) => {
    const language = readerLanguage(ctx);
    const ofModel = assistant.model?.() ? [WORDING.chat.privacyOfModel[language]] : [];
    await sendMessages(ctx, renderPlainTelegram([WORDING.chat.privacy[language], ...ofModel].join('\n')));
  });
  return feature;
}

function listCommands(language: Language, commands: Readonly<Record<string, BothLanguages>>): string {
  return Object.entries(commands)
    .map(([name, said]) => `/${name} ${said[language]}`)
    .join('\n');
}
