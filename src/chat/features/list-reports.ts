/** /reports. */
import { Composer, type Context } from 'grammy';
import type { Assistant } from '../../answer/assistant.ts';
import { describeReports } from '../describe-library.ts';
import { renderPlainTelegram } from '../render-telegram.ts';
import { readerLanguage, sendMessages } from '../send-messages.ts';

/** Lists the reports held. */
export function listReports(assistant: Assistant): Composer<Context> {
  const feature = new Composer();
  feature.command('reports', async (ctx) => {
    const text = describeReports(assistant.reports(), readerLanguage(ctx));
    await sendMessages(ctx, renderPlainTelegram(text));
  });
  return feature;
}
