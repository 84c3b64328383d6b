/** Buttons as features take them: by what they do, and answered in any case. */
import { type CallbackQueryContext, type Composer, type Context, GrammyError } from 'grammy';
import { WORDING } from '../../wording/wording.ts';
import { readerLanguage } from '../reader-language.ts';
import { type ButtonAction, parseButtonAction } from './button-action.ts';

type ActionOf<Kind extends ButtonAction['kind']> = Extract<ButtonAction, { kind: Kind }>;
type Press = CallbackQueryContext<Context>;

const answered = new WeakSet<object>();

/** Lets a feature take the presses of one kind of button; the reader's waiting ends with the handler at the latest. */
export function onButton<Kind extends ButtonAction['kind']>(
  feature: Composer<Context>,
  kind: Kind,
  handle: (ctx: Press, action: ActionOf<Kind>) => Promise<unknown>,
): void {
  feature.callbackQuery(/^/, async (ctx, next) => {
    const action = parseButtonAction(ctx.callbackQuery.data);
    // Without a chat it stands under a message that was inserted inline; those carry no buttons of ours.
    if (action?.kind !== kind || !ctx.chat) return next();
    try {
      await handle(ctx, action as ActionOf<Kind>);
    } finally {
      await answerPress(ctx);
    }
  });
}

/** Ends the waiting of who pressed, once; `notice` is shown shortly on top of the chat. */
export async function answerPress(ctx: Context, notice?: string): Promise<void> {
  await answer(ctx, notice === undefined ? {} : { text: notice });
}

/** Says in a window that the button no longer works, or what else is to be said instead. */
export async function answerStale(ctx: Context, notice?: string): Promise<void> {
  await answer(ctx, { text: notice ?? WORDING.chat.staleButton[readerLanguage(ctx)], show_alert: true });
}

async function answer(ctx: Context, options: { text?: string; show_alert?: boolean }): Promise<void> {
  if (answered.has(ctx.update)) return;
  answered.add(ctx.update);
  try {
    await ctx.answerCallbackQuery(options);
  } catch (error) {
    // Whoever pressed long ago no longer waits.
    if (!(error instanceof GrammyError)) throw error;
  }
}
