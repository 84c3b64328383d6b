/** "Typing…" while a reply is worked on. */
import type { Context } from 'grammy';

/** Telegram shows it for five seconds after each call. */
const typingEveryMs = 4500;

/** Shows it until the work is done; only a courtesy: an answer is worth sending even where this fails. */
export async function showTyping<T>(ctx: Context, work: () => Promise<T>): Promise<T> {
  const topic = ctx.msg?.is_topic_message ? ctx.msg.message_thread_id : undefined;
  const show = (): void =>
    void ctx.api
      .sendChatAction(ctx.chatId!, 'typing', topic === undefined ? {} : { message_thread_id: topic })
      .catch(() => {});
  show();
  const timer = setInterval(show, typingEveryMs);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
