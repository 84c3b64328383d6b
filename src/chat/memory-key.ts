/** Under which name a conversation is remembered. */
import type { Context } from 'grammy';
import { personOf } from './person-of.ts';

/**
 * The chat; in a forum its topic; in a group also the person, so that nobody goes on with what another asked about.
 */
export function memoryKey(ctx: Context): string {
  const topic = ctx.msg?.is_topic_message ? `:${ctx.msg.message_thread_id}` : '';
  const isGroup = ctx.chat !== undefined && ctx.chat.type !== 'private';
  const person = isGroup ? `:user:${personOf(ctx)}` : '';
  return `telegram:${ctx.chat?.id}${topic}${person}`;
}
