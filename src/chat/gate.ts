/**
 * The one gate before everything else: bots are ignored, who may not ask is told so, and who asks too fast is told
 * once a minute. Commands, buttons, edited messages and inline queries pass through it like any other update.
 */
import { limit } from '@grammyjs/ratelimiter';
import { Composer, type Context } from 'grammy';
import { WORDING } from '../wording/wording.ts';
import { isForBot } from './is-for-bot.ts';
import { readerLanguage } from './reader-language.ts';
import { renderPlainTelegram } from './render-telegram.ts';
import { noteOutcome, type Outcome } from './running/update-outcome.ts';
import { sendMessages } from './send-messages.ts';

export interface Access {
  readonly allowedUsers: readonly number[];
  /** Chats in which anyone may ask. */
  readonly allowedChats: readonly number[];
  /** Always allowed, and never too fast. */
  readonly adminUsers: readonly number[];
  /** Updates a minute that one person may send; 0: as many as they like. */
  readonly questionsPerMinute: number;
}

/** The account under which administrators of a group write without their name. */
const anonymousAdmin = 1_087_968_824;

/** Lets past what is allowed; everything else ends here. */
export function createGate(access: Access): Composer<Context> {
  const gate = new Composer<Context>();
  gate.use(ignoreBots);
  gate.use(restrictAccess(access));
  if (access.questionsPerMinute > 0) gate.use(limitRate(access));
  return gate;
}

/** Whether a person may do what changes the library. */
function isAdmin(access: Access, ctx: Context): boolean {
  return access.adminUsers.includes(ctx.from?.id ?? 0);
}

async function ignoreBots(ctx: Context, next: () => Promise<void>): Promise<void> {
  const fromBot = ctx.from?.is_bot === true && ctx.from.id !== anonymousAdmin;
  // What a person inserted through the bot's own inline mode is an answer already.
  const inserted = ctx.msg?.via_bot?.id === ctx.me.id && !ctx.callbackQuery;
  if (fromBot || inserted) noteOutcome(ctx, 'ignored');
  else await next();
}

function restrictAccess(access: Access) {
  const open = access.allowedUsers.length === 0 && access.allowedChats.length === 0;
  const users = new Set(access.allowedUsers);
  const chats = new Set(access.allowedChats);
  return async (ctx: Context, next: () => Promise<void>): Promise<void> => {
    const known = ctx.from !== undefined && users.has(ctx.from.id);
    const here = ctx.chat !== undefined && chats.has(ctx.chat.id);
    if (open || known || here || isAdmin(access, ctx)) return next();
    noteOutcome(ctx, 'refused');
    // A group hears nothing of it.
    if (ctx.chat === undefined || ctx.chat.type === 'private' || ctx.callbackQuery)
      await tell(ctx, WORDING.chat.notAllowed(ctx.from?.id)[readerLanguage(ctx)]);
  };
}

/** Counts by the minute in which something was sent: questions asked while the bot was off do not count as one burst. */
function limitRate(access: Access): Composer<Context> {
  const limiter = new Composer<Context>();
  const noting = (outcome: Outcome) => (ctx: Context, next: () => Promise<void>) => {
    noteOutcome(ctx, outcome);
    return next();
  };
  limiter.use(noting('limited'));
  limiter.use(
    limit<Context, never>({
      limit: access.questionsPerMinute,
      timeFrame: 60_000,
      keyGenerator: (ctx) => {
        // A key of its own rather than none: all updates take the same way and stay in order.
        if (isAdmin(access, ctx) || !isForBot(ctx)) return `update:${ctx.update.update_id}`;
        const seconds = ctx.editedMessage?.edit_date ?? ctx.message?.date ?? Date.now() / 1000;
        return `${ctx.senderChat?.id ?? ctx.from?.id}:${Math.floor(seconds / 60)}`;
      },
      onLimitExceeded: (ctx) => tell(ctx, WORDING.chat.tooFast[readerLanguage(ctx)]),
    }),
  );
  limiter.use(noting('handled'));
  return limiter;
}

/** Answers an update with one sentence, in the way its kind allows. */
async function tell(ctx: Context, text: string): Promise<void> {
  if (ctx.callbackQuery) await ctx.answerCallbackQuery({ text, show_alert: true });
  else if (ctx.inlineQuery) await ctx.answerInlineQuery([], { cache_time: 10, is_personal: true });
  else if (ctx.message ?? ctx.editedMessage) await sendMessages(ctx, renderPlainTelegram(text));
}
