/** Who is behind an update: the person, or the chat in whose name an administrator or a channel writes. */
import type { Context } from 'grammy';

/** The id of who wrote or pressed; `undefined` where nobody did. */
export function personOf(ctx: Context): number | undefined {
  // A stopped draft names its chat alone; a private chat has the number of its person.
  const alone = ctx.chat?.type === 'private' ? ctx.chat.id : undefined;
  return ctx.senderChat?.id ?? ctx.from?.id ?? alone;
}

/** Whose tokens of the day a question costs. */
export function payerOf(ctx: Context): string | undefined {
  const person = personOf(ctx);
  return person === undefined ? undefined : `telegram:${person}`;
}
