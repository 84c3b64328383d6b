/** What keeps updates in order: those of one conversation wait for each other, all others go side by side. */
import type { Context } from 'grammy';
import { parseButtonAction } from '../buttons/button-action.ts';
import { memoryKey } from '../memory-key.ts';

/**
 * Names the conversation of an update: the chat, in a forum its topic, in a group also the person, since a reply may
 * take its time to be written and nobody else should wait for it; without a chat the person.
 *
 * Pages, opinions and the rest of a reply are asked for while another is being written: such presses wait only for
 * each other.
 */
export function orderKey(ctx: Context): string {
  if (!ctx.chat) return `user:${ctx.from?.id}`;
  const { data } = ctx.callbackQuery ?? {};
  const action = data === undefined ? undefined : parseButtonAction(data);
  const isPage = ctx.callbackQuery !== undefined && action?.kind !== 'ask' && action?.kind !== 'summary';
  return isPage ? `press:${ctx.chat.id}` : memoryKey(ctx);
}
