/** Replies to a command that there is not: with the nearest one that there is. */
import { closest, distance } from 'fastest-levenshtein';
import type { Context } from 'grammy';
import { WORDING } from '../wording/wording.ts';
import type { BotServices } from './bot-services.ts';
import { replyKeyboard } from './buttons/reply-keyboard.ts';
import { commandQuestion, isAskingCommand } from './command-question.ts';
import { memoryKey } from './memory-key.ts';
import type { TelegramMessage } from './read-telegram-message.ts';
import { readerLanguage } from './reader-language.ts';
import type { Reply } from './records/reply-records.ts';
import { renderPlainTelegram } from './render-telegram.ts';
import { sendMessages } from './send-messages.ts';

type Command = Extract<TelegramMessage, { kind: 'command' }>;

/** Letters that may differ from the command that was meant. */
const maxDistance = 3;

/** Names the nearest command, with what stood behind it as a button; in a group only where the bot was named. */
export async function answerUnknownCommand(
  ctx: Context,
  { records }: BotServices,
  { name, words, isNamed }: Command,
): Promise<void> {
  if (ctx.chat?.type !== 'private' && !isNamed) return;
  const language = readerLanguage(ctx);
  const nearest = nearestCommand(name);
  const text = nearest
    ? WORDING.chat.nearestCommand(`/${name}`, `/${nearest}`)[language]
    : WORDING.chat.unknownCommand(`/${name}`)[language];
  const meant = nearest && isAskingCommand(nearest) ? commandQuestion(nearest, words, language) : undefined;
  const messages = renderPlainTelegram(text);
  if (meant === undefined) return void (await sendMessages(ctx, messages));
  const reply: Reply = {
    question: `/${name}`,
    kind: 'help',
    language,
    answer: text,
    citations: [],
    offers: [{ label: `/${nearest} ${words}`.trim(), question: meant }],
    messages,
  };
  const id = records.replies.add(reply, { owner: memoryKey(ctx), chatId: ctx.chatId! });
  const keyboard = replyKeyboard(id, reply, messages.length);
  await sendMessages(ctx, messages, { keyboard });
}

/** `/sumary` is meant for `/summary`; `undefined` for what is like none. */
function nearestCommand(name: string): string | undefined {
  const typed = name.toLowerCase();
  const nearest = closest(typed, Object.keys(WORDING.commands));
  const allowed = Math.min(maxDistance, Math.floor(Math.max(typed.length, nearest.length) / 2));
  return distance(typed, nearest) <= allowed ? nearest : undefined;
}
