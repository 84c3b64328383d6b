/** Commands as features take them: in capitals too, behind the bot's name, under a picture, or in words. */
import type { Composer, Context, Filter } from 'grammy';
import type { WORDING } from '../wording/wording.ts';
import { readTelegramMessage } from './read-telegram-message.ts';
import { readWish } from './read-wish.ts';

/** Lets a feature take one command; `words` is what stands behind it. */
export function onCommand(
  feature: Composer<Context>,
  name: keyof typeof WORDING.commands | keyof typeof WORDING.adminCommands,
  handle: (ctx: Filter<Context, 'message'>, words: string) => Promise<unknown>,
): void {
  feature.on('message', async (ctx, next) => {
    const message = readTelegramMessage(ctx);
    if (message.kind === 'command' && message.name.toLowerCase() === name) await handle(ctx, message.words);
    else if (message.kind === 'question' && readWish(message.text) === name) await handle(ctx, '');
    else await next();
  });
}
