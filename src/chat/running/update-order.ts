/** What keeps updates in order: those of one conversation wait for each other, all others go side by side. */
import type { Context } from 'grammy';

/** Names the conversation of an update: the chat, in a forum its topic; without a chat the person. */
export function orderKey(ctx: Context): string {
  const topic = ctx.msg?.is_topic_message ? `:${ctx.msg.message_thread_id}` : '';
  return ctx.chat ? `chat:${ctx.chat.id}${topic}` : `user:${ctx.from?.id}`;
}
