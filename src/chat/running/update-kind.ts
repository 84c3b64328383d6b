/** The kinds of updates that the bot asks Telegram for. */
import type { Update } from 'grammy/types';

/** What Telegram is asked to deliver; everything else stays there. */
export const updateKinds = [
  'message',
  'edited_message',
  'callback_query',
  'inline_query',
  'my_chat_member',
  'stopped_message_generation',
] as const satisfies readonly (keyof Update)[];

/** The kind of an update; `other` for one that was not asked for. */
export function kindOf(update: Update): string {
  return updateKinds.find((kind) => update[kind] !== undefined) ?? 'other';
}
