/** What a message in Telegram wants of the bot: its text without the bot's name, a command, or something that is no text. */
import type { Context } from 'grammy';
import type { MessageEntity } from 'grammy/types';
import { isForBot } from './is-for-bot.ts';

/** A message by what the bot does with it. */
export type TelegramMessage =
  | { readonly kind: 'question'; readonly text: string }
  /** `isNamed`: with the bot's name behind it, `/help@zhibao_bot`. */
  | { readonly kind: 'command'; readonly name: string; readonly words: string; readonly isNamed: boolean }
  /** A photo, a voice message, a sticker … without words. */
  | { readonly kind: 'media' }
  /** For somebody else, or a notice of Telegram such as a new member. */
  | { readonly kind: 'ignored' };

const media = [
  ':media',
  ':voice',
  ':video_note',
  ':audio',
  ':document',
  ':animation',
  ':sticker',
  ':contact',
  ':location',
  ':venue',
  ':poll',
  ':dice',
  ':game',
  ':story',
  ':paid_media',
  ':checklist',
] as const;

/**
 * Reads a message or an edited message.
 *
 * @param isMeant - Whether the bot is meant; told by the message itself unless given.
 */
export function readTelegramMessage(ctx: Context, isMeant = isForBot(ctx)): TelegramMessage {
  const { msg } = ctx;
  if (!msg || !isMeant) return { kind: 'ignored' };
  const text = withoutMentions(
    msg.text ?? msg.caption ?? '',
    msg.entities ?? msg.caption_entities ?? [],
    ctx.me,
  );
  const command = /^\/(?<name>\w+)(?:@(?<bot>\w+))?(?!\w)\s*(?<words>[\s\S]*)$/u.exec(text)?.groups;
  if (command) {
    const { name = '', bot, words = '' } = command;
    if (bot !== undefined && bot.toLowerCase() !== ctx.me.username.toLowerCase()) return { kind: 'ignored' };
    return { kind: 'command', name, words, isNamed: bot !== undefined };
  }
  if (text !== '') return { kind: 'question', text };
  if (msg.text !== undefined) return { kind: 'question', text: '' };
  return ctx.has([...media]) ? { kind: 'media' } : { kind: 'ignored' };
}

/** Cuts out `@bot` and links to the bot; what else is mentioned stays. */
function withoutMentions(
  text: string,
  entities: readonly MessageEntity[],
  me: { readonly id: number; readonly username: string },
): string {
  let rest = text;
  for (const entity of entities.toReversed()) {
    if (entity.type !== 'text_mention' || entity.user.id !== me.id) continue;
    rest = `${rest.slice(0, entity.offset)} ${rest.slice(entity.offset + entity.length)}`;
  }
  const named = new RegExp(`(?<![\\w/@])@${me.username}(?!\\w)`, 'giu');
  return rest
    .replace(named, (mention, offset: number) => (isInCommand(rest, offset) ? mention : ' '))
    .replace(/[ \t]{2,}/gu, ' ')
    .trim();
}

/** The name in `/help@bot` belongs to its command. */
function isInCommand(text: string, offset: number): boolean {
  return /\/\w+$/.test(text.slice(0, offset));
}
