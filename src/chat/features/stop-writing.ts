/** /stop: says so where nothing was being written; otherwise the reply that it ended says enough. */
import { Composer, type Context } from 'grammy';
import { WORDING } from '../../wording/wording.ts';
import { onCommand } from '../on-command.ts';
import { readerLanguage } from '../reader-language.ts';
import { renderPlainTelegram } from '../render-telegram.ts';
import { hasStopped } from '../running/question-turns.ts';
import { sendMessages } from '../send-messages.ts';

/** Answers a stop; `takeTurns` has carried it out when it arrived. */
export function stopWriting(): Composer<Context> {
  const feature = new Composer();
  onCommand(feature, 'stop', async (ctx) => {
    if (hasStopped(ctx)) return;
    await sendMessages(ctx, renderPlainTelegram(WORDING.chat.nothingToStop[readerLanguage(ctx)]));
  });
  return feature;
}
