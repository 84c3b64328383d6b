/** /summary, /compare and /audit: questions for those who like commands. */
import { Composer, type Context } from 'grammy';
import { WORDING } from '../../wording/wording.ts';
import type { BotServices } from '../bot-services.ts';
import { replyKeyboard } from '../buttons/reply-keyboard.ts';
import { askingCommands, commandQuestion } from '../command-question.ts';
import { groupByRegion } from '../describe-library.ts';
import { memoryKey } from '../memory-key.ts';
import { onCommand } from '../on-command.ts';
import { readerLanguage } from '../reader-language.ts';
import type { Reply } from '../records/reply-records.ts';
import { renderPlainTelegram } from '../render-telegram.ts';
import { replyToQuestion } from '../reply-to-question.ts';
import { sendMessages } from '../send-messages.ts';

/** Answers the commands that ask about reports. */
export function askByCommand(services: BotServices): Composer<Context> {
  const feature = new Composer();
  for (const name of askingCommands) {
    onCommand(feature, name, async (ctx, words) => {
      const question = commandQuestion(name, words, readerLanguage(ctx));
      if (question === undefined) return explainComparing(ctx, services);
      await replyToQuestion(ctx, services, { question, isWhole: words.trim() !== '' });
    });
  }
  return feature;
}

/** How to compare, with an example to press where two regions are held. */
async function explainComparing(ctx: Context, { assistant, records }: BotServices): Promise<void> {
  const language = readerLanguage(ctx);
  const [one, other] = groupByRegion(assistant.reports()).map(([report]) => report!.region);
  const example =
    one !== undefined && other !== undefined && one !== other
      ? WORDING.chat.askToCompare(one, other)[language]
      : undefined;
  const messages = renderPlainTelegram(WORDING.chat.compareUsage[language]);
  const reply: Reply = {
    question: '/compare',
    kind: 'help',
    language,
    answer: WORDING.chat.compareUsage[language],
    citations: [],
    offers: example === undefined ? [] : [{ label: example, question: example }],
    messages,
  };
  const id = records.replies.add(reply, { owner: memoryKey(ctx), chatId: ctx.chatId! });
  const keyboard = replyKeyboard(id, reply, messages.length);
  await sendMessages(ctx, messages, { keyboard });
}
