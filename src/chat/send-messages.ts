/** Sends rendered messages as the reply to what was asked. */
import type { Context } from 'grammy';
import type { Language } from '../wording/language.ts';

/** Sends the messages in order; the first one answers the asking message. */
export async function sendMessages(ctx: Context, messages: readonly string[]): Promise<void> {
  const { msg } = ctx;
  const topic = msg?.is_topic_message ? msg.message_thread_id : undefined;
  for (const [index, html] of messages.entries()) {
    await ctx.reply(html, {
      parse_mode: 'HTML',
      link_preview_options: { is_disabled: true },
      ...(topic === undefined ? {} : { message_thread_id: topic }),
      ...(index === 0 && msg
        ? { reply_parameters: { message_id: msg.message_id, allow_sending_without_reply: true } }
        : {}),
    });
  }
}

/** The language of the person's Telegram, for sentences that answer no question. */
export function readerLanguage(ctx: Context): Language {
  const code = ctx.from?.language_code;
  return code === undefined || code.startsWith('zh') ? 'zh' : 'en';
}
