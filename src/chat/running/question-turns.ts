/**
 * Ends the writing of a reply that nobody waits for any more: its asker asked something else, or stopped it.
 *
 * Updates of a conversation are handled in order, so a stop that waited for its turn would come too late: this stands
 * before the order. A turn begins when its update arrives, whether or not its reply is being written yet, so that no
 * stop and no newer question can fall between the two.
 */
import type { Context, MiddlewareFn } from 'grammy';
import type { Update } from 'grammy/types';
import { WORDING } from '../../wording/wording.ts';
import { parseButtonAction } from '../buttons/button-action.ts';
import { answerPress, answerStale } from '../buttons/on-button.ts';
import { memoryKey } from '../memory-key.ts';
import { personOf } from '../person-of.ts';
import { readTelegramMessage } from '../read-telegram-message.ts';
import { readWish } from '../read-wish.ts';
import { readerLanguage } from '../reader-language.ts';

/** Who may end the writing of a reply, and when all of it ends. */
export interface TurnOptions {
  /** May stop what others have asked, in the same chat. */
  readonly adminUsers: readonly number[];
  /** Aborted when nothing new may begin: what is being written is ended, so that its reply still goes out. */
  readonly stop: AbortSignal;
}

/** A question from its arrival until its reply was sent. */
interface Turn {
  readonly key: string;
  readonly chat: number | undefined;
  readonly person: number | undefined;
  readonly message: number | undefined;
  readonly text: string | undefined;
  readonly writing: AbortController;
}

/** What an update does to what is being written. */
type Effect =
  | { readonly kind: 'asks' | 'edits' | 'stops' | 'none' }
  | { readonly kind: 'press'; readonly update: number };

const signals = new WeakMap<Update, AbortSignal>();
const stoppers = new WeakSet<Update>();

/** Aborts when the reply to this update need not be written any further. */
export function stopSignal(ctx: Context): AbortSignal | undefined {
  return signals.get(ctx.update);
}

/** Whether this update, a `/stop`, ended something. */
export function hasStopped(ctx: Context): boolean {
  return stoppers.has(ctx.update);
}

/** Notes the questions that arrive; takes the presses of Stop, and lets everything else pass. */
export function takeTurns({ adminUsers, stop }: TurnOptions): MiddlewareFn<Context> {
  const turns = new Map<number, Turn>();
  stop.addEventListener('abort', () => endAll(() => true), { once: true });

  return async (ctx, next) => {
    const effect = effectOf(ctx);
    switch (effect.kind) {
      case 'none':
        return next();
      case 'press':
        return answerStop(ctx, effect.update);
      case 'stops': {
        const key = memoryKey(ctx);
        if (endAll((turn) => turn.key === key)) stoppers.add(ctx.update);
        return next();
      }
      default:
        return holdTurn(ctx, effect.kind === 'edits', next);
    }
  };

  async function holdTurn(ctx: Context, isEdit: boolean, next: () => Promise<void>): Promise<void> {
    const key = memoryKey(ctx);
    const text = ctx.msg?.text ?? ctx.msg?.caption;
    // Telegram tells of an edit that changes no word too; other questions are not taken back by one.
    endAll((turn) => turn.key === key && (!isEdit || (turn.message === ctx.msgId && turn.text !== text)));
    const writing = new AbortController();
    if (stop.aborted) writing.abort();
    const message = ctx.callbackQuery ? undefined : ctx.msgId;
    turns.set(ctx.update.update_id, {
      key,
      chat: ctx.chat?.id,
      person: personOf(ctx),
      message,
      text,
      writing,
    });
    signals.set(ctx.update, writing.signal);
    try {
      await next();
    } finally {
      turns.delete(ctx.update.update_id);
    }
  }

  /** Ends the turns that fit; whether there was one. */
  function endAll(fits: (turn: Turn) => boolean): boolean {
    const ended = [...turns.values()].filter(fits);
    for (const { writing } of ended) writing.abort();
    return ended.length > 0;
  }

  /** Of the button under a message, or of the draft in a private chat, which waits for no answer. */
  async function answerStop(ctx: Context, update: number): Promise<void> {
    const language = readerLanguage(ctx);
    const turn = turns.get(update);
    const isHere = turn !== undefined && turn.chat === ctx.chat?.id;
    const isAllowed = isHere && (turn.person === personOf(ctx) || adminUsers.includes(ctx.from?.id ?? 0));
    if (isAllowed) turn.writing.abort();
    if (!ctx.callbackQuery) return;
    if (!isHere) return answerPress(ctx, WORDING.chat.alreadyWritten[language]);
    if (!isAllowed) return answerStale(ctx, WORDING.chat.notYourReply[language]);
    return answerPress(ctx, WORDING.chat.stopped[language]);
  }
}

function effectOf(ctx: Context): Effect {
  const stopped = ctx.update.stopped_message_generation;
  if (stopped) return { kind: 'press', update: stopped.draft_id };
  if (ctx.callbackQuery) return pressEffect(ctx.callbackQuery.data);
  if (!ctx.message && !ctx.editedMessage) return { kind: 'none' };
  // An edit may take the bot's name away; the reply that it has is kept right all the same.
  const message = readTelegramMessage(ctx, ctx.editedMessage ? true : undefined);
  if (message.kind === 'ignored') return { kind: 'none' };
  if (ctx.editedMessage) return { kind: 'edits' };
  const isStop =
    message.kind === 'command'
      ? message.name.toLowerCase() === 'stop'
      : message.kind === 'question' && readWish(message.text) === 'stop';
  return { kind: isStop ? 'stops' : 'asks' };
}

/** Only a press that asks something takes a turn; pages and opinions have nothing to do with what is being written. */
function pressEffect(written: string | undefined): Effect {
  const action = written === undefined ? undefined : parseButtonAction(written);
  if (action?.kind === 'stop') return { kind: 'press', update: action.update };
  return { kind: action?.kind === 'ask' || action?.kind === 'summary' ? 'asks' : 'none' };
}
