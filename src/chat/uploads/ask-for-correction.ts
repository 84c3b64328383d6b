/** Asks an administrator for the region or year of a report that was sent. */
import type { Context } from 'grammy';
import type { ForceReply } from 'grammy/types';
import { WORDING } from '../../wording/wording.ts';
import type { BotServices } from '../bot-services.ts';
import { readerLanguage } from '../reader-language.ts';
import type { KeptUpload } from '../records/upload-records.ts';
import { renderPlainTelegram } from '../render-telegram.ts';
import { sendMessages } from '../send-messages.ts';
import type { CorrectedField } from './upload.ts';

/** Sends the question, whose reply is the answer; `question` is another wording of it. */
export async function askForCorrection(
  ctx: Context,
  { records }: BotServices,
  upload: KeptUpload,
  field: CorrectedField,
  question?: string,
): Promise<void> {
  const language = readerLanguage(ctx);
  const asked = (field === 'region' ? WORDING.uploads.askRegion : WORDING.uploads.askYear)[language];
  // In a group the question to a press replies to the card, which the bot has sent: it would open everybody's keyboard.
  const isForAll = ctx.callbackQuery !== undefined && ctx.chat?.type !== 'private';
  const keyboard: ForceReply | undefined = isForAll
    ? undefined
    : {
        force_reply: true,
        selective: true,
        input_field_placeholder: WORDING.uploads.placeholder[language],
      };
  const [message] = await sendMessages(ctx, renderPlainTelegram(question ?? asked), { keyboard });
  if (message !== undefined) records.uploads.addPrompt({ upload: upload.id, field, message }, ctx.chatId!);
}
