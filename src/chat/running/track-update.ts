/**
 * Around everything that happens to an update: it is taken out of the inbox when it is over, counted, and logged in
 * one line, with ids but without anything that a person wrote.
 */
import { type Context, GrammyError, type MiddlewareFn } from 'grammy';
import { describeError, type Log } from '../../log.ts';
import type { BotMetrics } from '../bot-metrics.ts';
import { isUndeliverable } from '../calls/delivery-failure.ts';
import { stopSignal } from './question-turns.ts';
import type { UpdateInbox } from './update-inbox.ts';
import { kindOf } from './update-kind.ts';
import { type Outcome, outcomeOf } from './update-outcome.ts';

/** Where the end of an update is noted. */
export interface UpdateTracking {
  readonly inbox: UpdateInbox;
  readonly metrics: BotMetrics;
  readonly log: Log;
  /** Aborted when no more calls are made: what fails then is kept for the next start. */
  readonly cut: AbortSignal;
}

/** The first middleware; nothing is thrown past it. */
export function trackUpdate({ inbox, metrics, log, cut }: UpdateTracking): MiddlewareFn<Context> {
  return async (ctx, next) => {
    const started = performance.now();
    const kind = kindOf(ctx.update);
    const ids = { update: ctx.update.update_id, kind, chat: ctx.chat?.id, user: ctx.from?.id };
    let outcome: Outcome;
    try {
      await next();
      outcome = outcomeOf(ctx);
    } catch (error) {
      outcome = cut.aborted ? 'kept' : isUndeliverable(error) ? 'undeliverable' : 'failed';
      if (outcome === 'failed') log.error({ ...ids, ...describeFailure(error) }, 'update failed');
    }
    if (outcome !== 'kept') inbox.done(ctx.update.update_id);
    metrics.updateHandled(kind, outcome);
    const stopped = stopSignal(ctx)?.aborted ? { stopped: true } : {};
    log.info({ ...ids, outcome, ...stopped, ms: Math.round(performance.now() - started) }, 'update');
    log.debug({ update: ids.update, text: ctx.msg?.text ?? ctx.callbackQuery?.data }, 'update text');
  };
}

/** An error by name and place; of a refusal also what was refused, without what it quotes. */
export function describeFailure(error: unknown): object {
  const refusal =
    error instanceof GrammyError
      ? { method: error.method, description: error.description?.replace(/"[^"]*"/g, '"…"') }
      : {};
  return { ...refusal, error: describeError(error) };
}
