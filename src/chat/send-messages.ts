/** Sends rendered messages as the reply to what was asked. */
import { type Api, type Context, GrammyError } from 'grammy';
import type { ForceReply, InlineKeyboardMarkup } from 'grammy/types';

/** How messages are sent. */
export interface SendOptions {
  /** Stands under the last message. */
  readonly keyboard?: InlineKeyboardMarkup | ForceReply | undefined;
  /** The way that calls take; that of the update unless given. */
  readonly api?: Api | undefined;
}

const look = { parse_mode: 'HTML', link_preview_options: { is_disabled: true } } as const;

/** Sends the messages in order and returns their ids; the first one answers the asking message, or the pressed one. */
export async function sendMessages(
  ctx: Context,
  messages: readonly string[],
  { keyboard, api = ctx.api }: SendOptions = {},
): Promise<readonly number[]> {
  const { msg } = ctx;
  const topic = msg?.is_topic_message ? msg.message_thread_id : undefined;
  const sent: number[] = [];
  for (const [index, html] of messages.entries()) {
    const message = await api.sendMessage(ctx.chatId!, html, {
      ...look,
      ...(topic === undefined ? {} : { message_thread_id: topic }),
      ...(index === 0 && msg
        ? { reply_parameters: { message_id: msg.message_id, allow_sending_without_reply: true } }
        : {}),
      ...(keyboard && index === messages.length - 1 ? { reply_markup: keyboard } : {}),
    });
    sent.push(message.message_id);
  }
  return sent;
}

/**
 * Puts messages in the place of those sent before: edits as many as there are, sends the rest, deletes what is left.
 * Where the first can no longer be edited, all are sent anew.
 *
 * @returns The ids of the messages that now stand there.
 */
export async function replaceMessages(
  ctx: Context,
  before: readonly number[],
  messages: readonly string[],
  { keyboard }: { readonly keyboard?: InlineKeyboardMarkup | undefined } = {},
): Promise<readonly number[]> {
  const kept = before.slice(0, messages.length);
  for (const [index, id] of kept.entries()) {
    const isLast = index === messages.length - 1;
    const edited = await editMessage(ctx, id, messages[index]!, isLast ? keyboard : undefined);
    if (!edited) return sendMessages(ctx, messages, { keyboard });
  }
  for (const id of before.slice(messages.length)) await ctx.api.deleteMessage(ctx.chatId!, id).catch(ignore);
  const rest = messages.slice(kept.length);
  return [...kept, ...(rest.length > 0 ? await sendMessages(ctx, rest, { keyboard }) : [])];
}

/** Edits a message of the bot; whether it now reads so. */
export async function editMessage(
  ctx: Context,
  id: number,
  html: string,
  keyboard?: InlineKeyboardMarkup,
  api: Api = ctx.api,
): Promise<boolean> {
  try {
    await api.editMessageText(ctx.chatId!, id, html, {
      ...look,
      ...(keyboard ? { reply_markup: keyboard } : {}),
    });
    return true;
  } catch (error) {
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
    return /message is not modified/.test(error.description);
  }
}

/** A message that is gone needs no deleting. */
function ignore(error: unknown): void {
  if (!(error instanceof GrammyError)) throw error;
}
