/**
 * Handles one update of a conversation after the other, again where it failed, and gives up in the end.
 *
 * An update may take the process down with it, and with it all that are handled at the same time. So what was begun
 * in several lives of the process is handled alone: the one that is given up is then the one that did it.
 */
import { type Composer, type Context, GrammyError, HttpError, type MiddlewareFn } from 'grammy';
import type { Log } from '../../log.ts';
import { WORDING } from '../../wording/wording.ts';
import { readerLanguage } from '../reader-language.ts';
import { sendMessages } from '../send-messages.ts';
import { openTurnstile } from './open-turnstile.ts';
import { describeFailure } from './track-update.ts';
import type { UpdateInbox } from './update-inbox.ts';
import { noteOutcome } from './update-outcome.ts';

/** What handling an update needs besides the features. */
export interface Handling {
  readonly inbox: UpdateInbox;
  readonly log: Log;
  /** Aborted when nothing new may begin: what waits is kept for the next start. */
  readonly stop: AbortSignal;
  /** Aborted when what has begun may not go on either. */
  readonly cut: AbortSignal;
}

/** An error may pass: a file that was locked, a model that did not answer. */
const maxTries = 3;
/** Begun so often and never over, it goes alone. */
const maxBegunBesideOthers = 3;
/** An update that was begun so often and never over takes the process down with it. Kills from outside hit others too. */
const maxBegun = 30;

/** Runs the features for an update whose turn it is. */
export function handleUpdate(features: Composer<Context>, handling: Handling): MiddlewareFn<Context> {
  const { inbox, log, stop, cut } = handling;
  const alone = openTurnstile();
  return async (ctx) => {
    const isSuspect = inbox.begun(ctx.update.update_id) >= maxBegunBesideOthers;
    const leave = isSuspect ? await alone.enter() : undefined;
    try {
      await handle(ctx);
    } finally {
      leave?.();
    }
  };

  async function handle(ctx: Context): Promise<void> {
    if (stop.aborted) return noteOutcome(ctx, 'kept');
    const update = ctx.update.update_id;
    const begun = inbox.begin(update);
    if (begun > maxBegun) {
      log.error({ update, begun }, 'update given up: the process ended each time it was handled');
      return noteOutcome(ctx, 'failed');
    }
    for (let tries = 1; ; tries += 1) {
      try {
        await features.middleware()(ctx, async () => {});
        return;
      } catch (error) {
        // A call was made often enough, and what is refused is refused again.
        if (cut.aborted || error instanceof GrammyError || error instanceof HttpError) throw error;
        log.warn({ update, tries, ...describeFailure(error) }, 'update failed, trying again');
        if (tries < maxTries) continue;
        if (ctx.msg && !ctx.callbackQuery)
          await sendMessages(ctx, [WORDING.chat.failed[readerLanguage(ctx)]]);
        throw error;
      }
    }
  }
}
