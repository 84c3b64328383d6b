/**
 * What is written of a reply so far, where its writer lets it be seen: a draft in private chats, a message that is
 * edited elsewhere.
 *
 * Only a courtesy: the reply itself is sent whatever became of its drafts.
 * Source: https://core.telegram.org/bots/api#sendmessagedraft (private chats only).
 */
import type { Context } from 'grammy';
import { renderPlainTelegram } from './render-telegram.ts';
import { editMessage, sendMessages } from './send-messages.ts';

/** Telegram allows a group some twenty messages and edits a minute. */
const editEveryMs = 1500;
const draftEveryMs = 400;

export interface Drafts {
  /** Shows what is written so far; the last text counts, those that come too fast are passed over. */
  readonly show: (text: string) => void;
  /** Ends the drafts; the messages that the reply takes the place of. */
  readonly end: () => Promise<readonly number[]>;
}

/** Prepares drafts in the chat of an update; nothing is sent before there is something to show. */
export function showDrafts(ctx: Context): Drafts {
  const isPrivate = ctx.chat?.type === 'private';
  const everyMs = isPrivate ? draftEveryMs : editEveryMs;
  let latest: string | undefined;
  let sent: readonly number[] = [];
  let working: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;

  const put = async (html: string): Promise<void> => {
    const topic = ctx.msg?.is_topic_message ? { message_thread_id: ctx.msg.message_thread_id! } : {};
    if (isPrivate)
      await ctx.api.sendMessageDraft(ctx.chatId!, ctx.update.update_id || 1, html, {
        parse_mode: 'HTML',
        ...topic,
      });
    else if (sent[0] === undefined) sent = await sendMessages(ctx, [html]);
    else await editMessage(ctx, sent[0], html);
  };
  const next = (): void => {
    timer = undefined;
    const [html] = latest === undefined ? [] : renderPlainTelegram(latest);
    latest = undefined;
    if (html === undefined || isOver) return;
    const wait = (): void => {
      working = undefined;
      if (!isOver) timer = setTimeout(next, everyMs);
    };
    // A chat that takes no drafts gets its reply without.
    const stop = (): void => {
      working = undefined;
      isOver = true;
    };
    working = put(html).then(wait, stop);
  };

  return {
    show(text) {
      latest = text;
      if (!isOver && !working && !timer) next();
    },
    async end() {
      isOver = true;
      clearTimeout(timer);
      await working;
      return sent;
    },
  };
}
