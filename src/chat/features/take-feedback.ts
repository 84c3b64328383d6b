/** 👍 and 👎 under replies, what was wrong with them, and /feedback. */
import { Composer, type Context } from 'grammy';
import type { ForceReply } from 'grammy/types';
import { WORDING } from '../../wording/wording.ts';
import type { BotServices } from '../bot-services.ts';
import { answerPress, answerStale, onButton } from '../buttons/on-button.ts';
import { memoryKey } from '../memory-key.ts';
import { onCommand } from '../on-command.ts';
import { readQuestion } from '../read-question.ts';
import { readerLanguage } from '../reader-language.ts';
import { renderPlainTelegram } from '../render-telegram.ts';
import { sendMessages } from '../send-messages.ts';

/** Keeps ratings, and words in reply to the message that asks for them. */
export function takeFeedback({ records }: BotServices): Composer<Context> {
  const { feedback, replies } = records;
  const feature = new Composer();

  onButton(feature, 'rate', async (ctx, { reply: id, good }) => {
    const reply = replies.find(id, ctx.chatId!);
    if (!reply) return answerStale(ctx);
    const opinion = feedback.rate(reply, memoryKey(ctx), good ? 'good' : 'bad');
    await answerPress(ctx, WORDING.chat.ratingThanks[readerLanguage(ctx)]);
    // Pressed again, words go where they were asked for.
    if (!good && !feedback.isAsked(opinion))
      await askForWords(ctx, opinion, WORDING.chat.askWhatIsWrong[readerLanguage(ctx)]);
  });

  onCommand(feature, 'feedback', async (ctx, words) => {
    const spoken = readerLanguage(ctx);
    const opinion = feedback.open(memoryKey(ctx));
    if (words.trim() === '') return askForWords(ctx, opinion, WORDING.chat.askFeedback[spoken]);
    feedback.setComment(opinion, cleaned(words));
    await sendMessages(ctx, renderPlainTelegram(WORDING.chat.feedbackThanks[spoken]));
  });

  feature.on(['message:text', 'edited_message:text'], async (ctx, next) => {
    const asked = ctx.msg.reply_to_message?.message_id;
    const isCommand = ctx.msg.entities?.some(({ type, offset }) => type === 'bot_command' && offset === 0);
    if (asked === undefined || isCommand || !feedback.isPrompt(ctx.chat.id, asked)) return next();
    feedback.comment(ctx.chat.id, asked, cleaned(ctx.msg.text));
    // Words that were corrected have been thanked for.
    if (ctx.editedMessage) return;
    await sendMessages(ctx, renderPlainTelegram(WORDING.chat.feedbackThanks[readerLanguage(ctx)]));
  });

  return feature;

  async function askForWords(ctx: Context, opinion: number, question: string): Promise<void> {
    const keyboard: ForceReply = {
      force_reply: true,
      selective: true,
      input_field_placeholder: WORDING.chat.yourWords[readerLanguage(ctx)],
    };
    const [message] = await sendMessages(ctx, renderPlainTelegram(question), { keyboard });
    if (message !== undefined) feedback.setPrompt(opinion, ctx.chatId!, message);
  }
}

/** Without control characters; cut where it is longer than a question may be. */
function cleaned(words: string): string {
  const read = readQuestion(words.slice(0, 2000));
  return read.kind === 'question' ? read.text : '';
}
