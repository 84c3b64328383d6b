/** Whom a message is for: in a private chat the bot, in a group only what names it. */
import type { Context } from 'grammy';

/** Whether a person means the bot: a button, an inline query, a command, a mention or a reply to it. */
export function isForBot(ctx: Context): boolean {
  const message = ctx.message ?? ctx.editedMessage;
  if (!message || message.chat.type === 'private') return true;
  if (message.reply_to_message?.from?.id === ctx.me.id) return true;
  const entities = message.entities ?? message.caption_entities ?? [];
  if (entities.some((entity) => entity.type === 'text_mention' && entity.user.id === ctx.me.id)) return true;
  const text = message.text ?? message.caption ?? '';
  if (new RegExp(`@${ctx.me.username}(?!\\w)`, 'i').test(text)) return true;
  return /^\/\w+(?!\w*@)/.test(text);
}
