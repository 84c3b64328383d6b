/**
 * A group that became a supergroup has a new id: what is sent to the old one is sent to the new one.
 *
 * Source: `migrate_to_chat_id` at https://core.telegram.org/bots/api#responseparameters
 */
import type { Transformer } from 'grammy';

/** Sends again to the new chat, and tells which chat became which. */
export function followMigration(moved: (from: number, to: number) => void): Transformer {
  return async (previous, method, payload, signal) => {
    const response = await previous(method, payload, signal);
    const to = response.ok ? undefined : response.parameters?.migrate_to_chat_id;
    if (to === undefined || !('chat_id' in payload)) return response;
    moved(Number(payload.chat_id), to);
    if (!method.startsWith('send')) return response;
    // Messages have other numbers there, so that a reply would stand under somebody else's.
    const { reply_parameters: _, ...rest } = payload as Record<string, unknown>;
    return previous(method, { ...rest, chat_id: to } as typeof payload, signal);
  };
}
