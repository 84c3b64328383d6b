/** What people do in Telegram, as updates for the bot. */
import type { Chats, TelegramChat, TelegramMessage } from './telegram-server-chats.ts';
import type { TelegramButton } from './telegram-server-content.ts';
import { bot } from './telegram-server-messages.ts';
import type { Queries } from './telegram-server-queries.ts';
import type { Fields } from './telegram-server-request.ts';

/** Who speaks and where; a private chat in Chinese unless told otherwise. */
export interface Sender {
  /** 7 unless given. */
  readonly userId?: number;
  /** The private chat of the user unless given. */
  readonly chatId?: number;
  readonly chatType?: TelegramChat['type'];
  /** `language_code` of the user's Telegram. */
  readonly language?: string;
  /** Topic of a forum. */
  readonly thread?: number;
  /** Id of the message in the same chat that this one replies to. */
  readonly replyTo?: number;
  /** Instead of the commands and mentions that the server finds by itself. */
  readonly entities?: readonly object[];
  /** Further fields of the message, such as a sticker. */
  readonly fields?: Fields;
}

/** Who presses, and the message whose button it is where several have one like it. */
interface Presser extends Sender {
  readonly messageId?: number;
}

export interface People {
  /** Queues a message for the bot; returns its id. */
  userSays(text: string, sender?: Sender): number;
  /** The person changes a message; throws when it is not there. */
  userEdits(messageId: number, text: string, sender?: Sender): void;
  /** Presses the newest button with this text or data; returns the query's id. Throws without one. */
  userPresses(button: string, presser?: Presser): string;
  /** Types `@bot query` in any chat; returns the query's id. */
  userAsksInline(query: string, sender?: Sender & { readonly offset?: string }): string;
  /** Blocks the bot, or removes it from a group, and tells it so. */
  userBlocks(chatId: number): void;
  /**
   * Queues any update: its chat is known from then on, its query may be answered. Returns its id, or `undefined` for
   * a kind that the bot does not ask for.
   */
  update(update: Fields): number | undefined;
  /** A group becomes a supergroup, with a message in both; returns the new id. */
  groupUpgrades(chatId: number): number;
}

/**
 * @param push - Queues an update.
 * @param hidesChatter - In groups the bot sees only commands, mentions and replies to it.
 */
export function createPeople(
  chats: Chats,
  queries: Queries,
  push: (update: Fields) => number | undefined,
  hidesChatter: boolean,
): People {
  return {
    userSays(text, sender = {}) {
      const message = write(text, sender);
      chats.store(message);
      if (!hidesChatter || isForBot(message)) push({ message });
      return message.message_id;
    },
    userEdits(messageId, text, sender = {}) {
      const { chat } = place(sender);
      const old = chats.find(chat.id, messageId);
      if (!old) throw new Error(`No message "${messageId}" in chat "${chat.id}"`);
      const entities = sender.entities ?? findEntities(text);
      const { entities: _, ...kept } = old;
      const edited = { ...kept, text, edit_date: now(), ...(entities.length > 0 ? { entities } : {}) };
      chats.store(edited);
      push({ edited_message: edited });
    },
    userPresses(button, presser = {}) {
      const { chat, from } = place(presser);
      const { message, pressed } = findButton(chats, chat.id, button, presser.messageId);
      const id = queries.open();
      push({
        callback_query: { id, from, message, chat_instance: String(chat.id), data: pressed.callback_data },
      });
      return id;
    },
    userAsksInline(query, sender = {}) {
      const id = queries.open();
      const { from } = place(sender);
      push({ inline_query: { id, from, query, offset: sender.offset ?? '', chat_type: 'sender' } });
      return id;
    },
    userBlocks(chatId) {
      chats.block(chatId);
      const { chat, from } = place({ userId: Math.abs(chatId), chatId });
      const change = {
        old_chat_member: { user: bot, status: 'member' },
        new_chat_member: { user: bot, status: 'kicked', until_date: 0 },
      };
      push({ my_chat_member: { chat, from, date: now(), ...change } });
    },
    update(update) {
      const { message, callback_query: pressed, inline_query: asked } = update as LooseUpdate;
      if (typeof message?.chat?.id === 'number') {
        chats.open(message.chat, message.message_thread_id as number | undefined);
        if (typeof message.message_id === 'number') chats.store(message);
      }
      for (const query of [pressed, asked]) if (typeof query?.id === 'string') queries.open(query.id);
      return push(update);
    },
    groupUpgrades(chatId) {
      const group = { chatId, chatType: 'group' } as const;
      const message = write('', group);
      const migrated = chats.upgrade(chatId);
      push({ message: { ...message, migrate_to_chat_id: migrated } });
      const supergroup = write('', { chatId: migrated, chatType: 'supergroup' });
      push({ message: { ...supergroup, migrate_from_chat_id: chatId } });
      return migrated;
    },
  };

  function write(text: string, sender: Sender): TelegramMessage {
    const { chat, from } = place(sender);
    const { thread, replyTo } = sender;
    chats.open(chat, thread);
    const asked = replyTo === undefined ? undefined : chats.find(chat.id, replyTo);
    if (replyTo !== undefined && !asked) throw new Error(`No message "${replyTo}" in chat "${chat.id}"`);
    const entities = sender.entities ?? findEntities(text);
    return {
      message_id: chats.nextMessageId(),
      date: now(),
      chat,
      from,
      ...(text === '' ? {} : { text }),
      ...(entities.length > 0 ? { entities } : {}),
      ...(thread === undefined ? {} : { message_thread_id: thread, is_topic_message: true }),
      ...(asked ? { reply_to_message: asked } : {}),
      ...sender.fields,
    };
  }
}

/** What an update may hold; a test may leave out anything. */
interface LooseUpdate {
  readonly message?: TelegramMessage | null;
  readonly callback_query?: { readonly id?: unknown } | null;
  readonly inline_query?: { readonly id?: unknown } | null;
}

function place(sender: Sender): { readonly chat: TelegramChat; readonly from: object } {
  const { userId = 7, chatId = userId, chatType = 'private', language = 'zh-hans' } = sender;
  const name = chatType === 'private' ? { first_name: 'Reader' } : { title: 'Readers' };
  const forum = sender.thread !== undefined && chatType === 'supergroup' ? { is_forum: true } : {};
  return {
    chat: { id: chatId, type: chatType, ...name, ...forum },
    from: { id: userId, is_bot: false, first_name: 'Reader', language_code: language },
  };
}

function findButton(chats: Chats, chatId: number, button: string, messageId: number | undefined) {
  for (const message of [...chats.messages(chatId)].reverse()) {
    if (messageId !== undefined && message.message_id !== messageId) continue;
    const { inline_keyboard: rows = [] } = (message.reply_markup ?? {}) as {
      inline_keyboard?: readonly (readonly TelegramButton[])[];
    };
    const pressed = rows.flat().find((one) => one.text === button || one.callback_data === button);
    if (pressed) return { message, pressed };
  }
  throw new Error(`No button "${button}" in chat "${chatId}"`);
}

/** Commands and mentions, as Telegram marks them in what people write. */
export function findEntities(text: string): readonly object[] {
  const found = text.matchAll(/(?<![\w/@])(?:\/\w{1,64}(?:@\w{3,32})?|@[a-z]\w{3,31})(?![\w/])/giu);
  return [...found].map(({ 0: word, index }) => ({
    type: word.startsWith('/') ? 'bot_command' : 'mention',
    offset: index,
    length: word.length,
  }));
}

function isForBot(message: TelegramMessage): boolean {
  if (message.chat.type === 'private' || message.text === undefined) return true;
  const text = String(message.text);
  const asked = message.reply_to_message as { from?: { id?: number } } | undefined;
  return text.startsWith('/') || text.includes(`@${bot.username}`) || asked?.from?.id === bot.id;
}

function now(): number {
  return Math.floor(Date.now() / 1000);
}
