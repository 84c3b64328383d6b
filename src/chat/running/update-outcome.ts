/** What became of an update, as the log and the metrics tell it. */
import type { Context } from 'grammy';
import type { Update } from 'grammy/types';

/**
 * `handled`: worked through; `ignored`: from a bot, or for nobody; `refused`: not allowed to ask; `limited`: too many;
 * `undeliverable`: the reader blocked the bot or the chat is gone; `failed`: given up after an error; `kept`: left in
 * the inbox for the next start.
 */
export type Outcome = 'handled' | 'ignored' | 'refused' | 'limited' | 'undeliverable' | 'failed' | 'kept';

const outcomes = new WeakMap<Update, Outcome>();

/** Notes what became of an update where that is not `handled`. */
export function noteOutcome(ctx: Context, outcome: Outcome): void {
  outcomes.set(ctx.update, outcome);
}

/** What was noted of an update, `handled` where nothing was. */
export function outcomeOf(ctx: Context): Outcome {
  return outcomes.get(ctx.update) ?? 'handled';
}
