/**
 * What is written of a reply so far, where its writer lets it be seen: a draft in private chats, a message that is
 * edited elsewhere and where an earlier reply is replaced.
 *
 * Only a courtesy: the reply itself is sent whatever became of its drafts, and waits for none but the one on its way.
 * A message ends with a mark until the reply stands in its place, so that nobody takes it for the answer.
 * Source: https://core.telegram.org/bots/api#sendmessagedraft (private chats only; ephemeral, with a Stop of its own).
 */
import { type Context, GrammyError } from 'grammy';
import type { Language } from '../wording/language.ts';
import { WORDING } from '../wording/wording.ts';
import { button } from './buttons/reply-keyboard.ts';
import type { DraftCalls } from './calls/draft-calls.ts';
import { renderPlainTelegram } from './render-telegram.ts';
import { editMessage, sendMessages } from './send-messages.ts';

/** Where the drafts of one reply go, and who is told of the message. */
export interface DraftOptions {
  readonly calls: DraftCalls;
  /** Of the Stop button. */
  readonly language: Language;
  /** The message to write into, where one is there already. */
  readonly into: number | undefined;
  /** Told of the message that was sent to be written into. */
  readonly onSent: (message: number) => void;
}

/** The drafts of one reply. */
export interface Drafts {
  /** Shows what is written so far; the last text counts, those that come too fast are passed over. */
  readonly show: (text: string) => void;
  /** Ends the drafts; the message that the reply takes the place of. */
  readonly end: () => Promise<number | undefined>;
}

/** Characters of a draft; with its mark it fits one message. */
const maxLength = 3900;
const unfinished = ' …';

/** Prepares drafts in the chat of an update; nothing is sent before there is something to show. */
export function showDrafts(ctx: Context, { calls, language, into, onSent }: DraftOptions): Drafts {
  const { api } = calls;
  const isDraft = ctx.chat?.type === 'private' && into === undefined;
  const everyMs = isDraft ? calls.draftEveryMs : calls.editEveryMs;
  const update = ctx.update.update_id;
  const keyboard = {
    inline_keyboard: [[button(WORDING.buttons.stop[language], { kind: 'stop', update })]],
  };
  let latest: string | undefined;
  let message = into;
  let working: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;

  return {
    show(text) {
      latest = text;
      if (!isOver && !working && !timer) next();
    },
    async end() {
      isOver = true;
      clearTimeout(timer);
      // Arriving after the reply, it would overwrite it.
      await working;
      return message;
    },
  };

  function next(): void {
    timer = undefined;
    if (latest === undefined || isOver) return;
    const waitMs = calls.wait(ctx.chatId!, everyMs);
    if (waitMs > 0) {
      timer = setTimeout(next, waitMs);
      return;
    }
    const text = latest;
    latest = undefined;
    working = put(text)
      .catch((error: unknown) => giveWay(error, text))
      .then(() => {
        working = undefined;
        if (!isOver) timer = setTimeout(next, everyMs);
      });
  }

  async function put(text: string): Promise<void> {
    if (isDraft) {
      const [html] = renderPlainTelegram(text.slice(0, maxLength));
      if (html === undefined) return;
      const topic = ctx.msg?.is_topic_message ? { message_thread_id: ctx.msg.message_thread_id! } : {};
      const options = { parse_mode: 'HTML', can_stop: true, ...topic } as const;
      await api.sendMessageDraft(ctx.chatId!, update || 1, html, options);
      return;
    }
    const [html = ''] = renderPlainTelegram(`${text.slice(0, maxLength)}${unfinished}`);
    if (message === undefined) {
      [message] = await sendMessages(ctx, [html], { keyboard, api });
      if (message !== undefined) onSent(message);
    } else if (!(await editMessage(ctx, message, html, keyboard, api))) isOver = true;
  }

  /** A chat that is limited gets its drafts later; one that takes none gets its reply without. */
  function giveWay(error: unknown, text: string): void {
    const seconds = error instanceof GrammyError ? error.parameters.retry_after : undefined;
    if (seconds === undefined) isOver = true;
    else {
      calls.pause(ctx.chatId!, seconds);
      latest ??= text;
    }
  }
}
