/** Who may ask: listed users, anyone in listed chats, or everybody where nothing is listed. */
import { Composer, type Context } from 'grammy';
import { WORDING } from '../../wording/wording.ts';
import { readerLanguage } from '../send-messages.ts';

export interface Access {
  readonly allowedUsers: readonly number[];
  readonly allowedChats: readonly number[];
  /** Always allowed. */
  readonly adminUsers: readonly number[];
}

/** Lets nothing past that is not allowed; tells a person in a private chat why, a group nothing. */
export function restrictAccess(access: Access): Composer<Context> {
  const feature = new Composer();
  const open = access.allowedUsers.length === 0 && access.allowedChats.length === 0;
  const users = new Set([...access.allowedUsers, ...access.adminUsers]);
  const chats = new Set(access.allowedChats);
  feature.use(async (ctx, next) => {
    const allowed = open || users.has(ctx.from?.id ?? 0) || chats.has(ctx.chat?.id ?? 0);
    if (allowed) return next();
    if (ctx.chat?.type === 'private')
      await ctx.reply(WORDING.chat.notAllowed(ctx.from?.id)[readerLanguage(ctx)]);
  });
  return feature;
}
