/** What keeps updates in order: those of one conversation wait for each other, all others go side by side. */
import type { Context } from 'grammy';
import { parseButtonAction } from '../buttons/button-action.ts';
import { memoryKey } from '../memory-key.ts';

/**
 * Names the conversation of an update: the chat, in a forum its topic; without a chat the person.
 *
 * @param isSlow - Whether a reply may take its time to be written. Then nobody in a group waits for what another has
 * asked, and presses that ask nothing, such as for a page, wait only for each other.
 */
export function orderKey(ctx: Context, isSlow: boolean): string {
  if (!ctx.chat) return `user:${ctx.from?.id}`;
  // Adding a report takes its time; what is asked meanwhile is answered.
  if (isUpload(ctx)) return `upload:${ctx.chat.id}`;
  if (isSlow && ctx.callbackQuery && !isAsking(ctx.callbackQuery.data)) return `press:${ctx.chat.id}`;
  if (isSlow) return memoryKey(ctx);
  const topic = ctx.msg?.is_topic_message ? `:${ctx.msg.message_thread_id}` : '';
  return `chat:${ctx.chat.id}${topic}`;
}

function isUpload({ message, callbackQuery }: Context): boolean {
  const written = callbackQuery?.data;
  if (written !== undefined) return parseButtonAction(written)?.kind === 'upload';
  return message?.document !== undefined;
}

function isAsking(written: string | undefined): boolean {
  const kind = written === undefined ? undefined : parseButtonAction(written)?.kind;
  return kind === 'ask' || kind === 'summary';
}
