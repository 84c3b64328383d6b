/**
 * The one gate before everything else: bots are ignored, who may not ask is told so, and who asks too fast is told
 * once a minute. Commands, buttons, edited messages and inline queries pass through it like any other update.
 */
import { limit } from '@grammyjs/ratelimiter';
import { Composer, type Context } from 'grammy';
import { WORDING } from '../wording/wording.ts';
import { answerPress, answerStale } from './buttons/on-button.ts';
import { isForBot } from './is-for-bot.ts';
import { type MovedChats, noteMoves } from './moved-chats.ts';
import { personOf } from './person-of.ts';
import { readerLanguage } from './reader-language.ts';
import { renderPlainTelegram } from './render-telegram.ts';
import { noteOutcome, outcomeOf } from './running/update-outcome.ts';
import { sendMessages } from './send-messages.ts';

/** Who may ask, and how fast; where users and chats are both empty, everyone. */
export interface Access {
  readonly allowedUsers: readonly number[];
  /** Chats in which anyone may ask. */
  readonly allowedChats: readonly number[];
  /** Always allowed, and never too fast. */
  readonly adminUsers: readonly number[];
  /** Updates a minute that one person may send; 0: as many as they like. */
  readonly questionsPerMinute: number;
}

interface GateAccess extends Access {
  readonly originOf: (chatId: number) => number;
}

/** The account under which administrators of a group write without their name. */
const anonymousAdmin = 1_087_968_824;

/**
 * Lets past what is allowed; everything else ends here.
 *
 * @param moves - A chat that moved stays allowed; the move itself is noted before anybody writes in the new one.
 */
export function createGate(given: Access, moves: MovedChats): Composer<Context> {
  const access = { ...given, originOf: moves.originOf };
  const gate = new Composer<Context>();
  gate.use(noteMoves(moves));
  gate.use(ignoreBots);
  // Strangers too: each of their messages would be answered by a refusal.
  if (access.questionsPerMinute > 0) gate.use(limitRate(access));
  gate.use(restrictAccess(access));
  return gate;
}

/** Whether a person may do what changes the library. */
export function isAdmin(access: Pick<Access, 'adminUsers'>, ctx: Context): boolean {
  return access.adminUsers.includes(ctx.from?.id ?? personOf(ctx) ?? 0);
}

async function ignoreBots(ctx: Context, next: () => Promise<void>): Promise<void> {
  const fromBot = ctx.from?.is_bot === true && ctx.from.id !== anonymousAdmin;
  // What a person inserted through the bot's own inline mode is an answer already.
  const inserted = ctx.msg?.via_bot?.id === ctx.me.id && !ctx.callbackQuery;
  if (fromBot || inserted) noteOutcome(ctx, 'ignored');
  else await next();
}

/** Whether a person may ask, here. */
function mayAsk(access: GateAccess, ctx: Context): boolean {
  const { allowedUsers, allowedChats, originOf } = access;
  if (allowedUsers.length === 0 && allowedChats.length === 0) return true;
  if (allowedUsers.includes(ctx.from?.id ?? personOf(ctx) ?? 0)) return true;
  const here = ctx.chat === undefined ? [] : [ctx.chat.id, originOf(ctx.chat.id)];
  return here.some((id) => allowedChats.includes(id)) || isAdmin(access, ctx);
}

function restrictAccess(access: GateAccess) {
  return async (ctx: Context, next: () => Promise<void>): Promise<void> => {
    if (mayAsk(access, ctx)) return next();
    noteOutcome(ctx, 'refused');
    // A group hears nothing of it.
    if (ctx.chat === undefined || ctx.chat.type === 'private' || ctx.callbackQuery)
      await tell(ctx, WORDING.chat.notAllowed(ctx.from?.id)[readerLanguage(ctx)]);
  };
}

/** Counts by the minute in which something was sent: questions asked while the bot was off do not count as one burst. */
function limitRate(access: GateAccess): Composer<Context> {
  const limiter = new Composer<Context>();
  limiter.use(async (ctx, next) => {
    noteOutcome(ctx, 'limited');
    await next();
    // Whoever presses is not left waiting.
    if (ctx.callbackQuery && outcomeOf(ctx) === 'limited') await answerPress(ctx);
  });
  limiter.use(
    limit<Context, never>({
      limit: access.questionsPerMinute,
      timeFrame: 60_000,
      keyGenerator: (ctx) => {
        // A key of its own rather than none: all updates take the same way and stay in order.
        const isFree = ctx.update.stopped_message_generation !== undefined || !isForBot(ctx);
        if (isFree || isAdmin(access, ctx)) return `update:${ctx.update.update_id}`;
        const seconds = ctx.editedMessage?.edit_date ?? ctx.message?.date ?? Date.now() / 1000;
        // Telegram asks inline with every few letters typed; that must not use up what may be asked in a chat.
        const way = ctx.inlineQuery ? 'inline' : 'chat';
        return `${way}:${personOf(ctx)}:${Math.floor(seconds / 60)}`;
      },
      onLimitExceeded: async (ctx) => {
        if (mayAsk(access, ctx)) await tell(ctx, WORDING.chat.tooFast[readerLanguage(ctx)]);
      },
    }),
  );
  limiter.use((ctx, next) => {
    noteOutcome(ctx, 'handled');
    return next();
  });
  return limiter;
}

/** Answers an update with one sentence, in the way its kind allows. */
async function tell(ctx: Context, text: string): Promise<void> {
  if (ctx.callbackQuery) await answerStale(ctx, text);
  else if (ctx.inlineQuery) await ctx.answerInlineQuery([], { cache_time: 10, is_personal: true });
  else if (ctx.message ?? ctx.editedMessage) await sendMessages(ctx, renderPlainTelegram(text));
}
