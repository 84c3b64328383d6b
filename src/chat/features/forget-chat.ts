/** /forget: deletes what is remembered of the reader in this chat. */
import { Composer, type Context } from 'grammy';
import { WORDING } from '../../wording/wording.ts';
import type { BotServices } from '../bot-services.ts';
import { memoryKey } from '../memory-key.ts';
import { onCommand } from '../on-command.ts';
import { readerLanguage } from '../reader-language.ts';
import { renderPlainTelegram } from '../render-telegram.ts';
import { sendMessages } from '../send-messages.ts';

/** Forgets and says so. */
export function forgetChat(services: BotServices): Composer<Context> {
  const feature = new Composer();
  onCommand(feature, 'forget', (ctx) => forget(ctx, services));
  return feature;
}

/** Deletes memory and kept replies of who asks, here, and says so. */
export async function forget(ctx: Context, { assistant, records }: BotServices): Promise<void> {
  const owner = memoryKey(ctx);
  assistant.forget(owner);
  records.forget(owner);
  await sendMessages(ctx, renderPlainTelegram(WORDING.chat.forgotten[readerLanguage(ctx)]));
}
