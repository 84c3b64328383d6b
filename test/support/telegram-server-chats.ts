/** Chats as Telegram knows them: who is in them, what was written, and which the bot cannot reach. */
import { badRequest, forbidden } from './telegram-server-refusal.ts';

/** A message as Telegram returns it; further fields as in the Bot API. */
export interface TelegramMessage {
  readonly message_id: number;
  readonly date: number;
  readonly chat: TelegramChat;
  readonly [field: string]: unknown;
}

export interface TelegramChat {
  readonly id: number;
  readonly type: 'private' | 'group' | 'supergroup' | 'channel';
  readonly [field: string]: unknown;
}

export interface Chats {
  nextMessageId(): number;
  /** Remembers a chat, as soon as somebody writes in it. */
  open(chat: TelegramChat, thread?: number): void;
  /**
   * The chat that a call names.
   *
   * @throws TelegramRefusal when Telegram would not reach it.
   */
  reach(chatId: unknown, thread?: unknown): TelegramChat;
  store(message: TelegramMessage): void;
  find(chatId: number, messageId: unknown): TelegramMessage | undefined;
  /** All messages now in a chat, the oldest first. */
  messages(chatId: number): readonly TelegramMessage[];
  remove(chatId: number, messageId: unknown): boolean;
  /** A person blocks the bot, or a group removes it. */
  block(chatId: number): void;
  unblock(chatId: number): void;
  /** A group becomes a supergroup; returns its new id. */
  upgrade(chatId: number): number;
}

/** Starts without chats. */
export function createChats(): Chats {
  const chats = new Map<number, TelegramChat>();
  const threads = new Set<string>();
  const messages = new Map<number, Map<number, TelegramMessage>>();
  const blocked = new Set<number>();
  const upgraded = new Map<number, number>();
  let lastMessageId = 0;

  const inChat = (chatId: number): Map<number, TelegramMessage> => {
    const known = messages.get(chatId) ?? new Map<number, TelegramMessage>();
    messages.set(chatId, known);
    return known;
  };

  return {
    nextMessageId: () => ++lastMessageId,
    open(chat, thread) {
      chats.set(chat.id, chat);
      if (thread !== undefined) threads.add(`${chat.id}:${thread}`);
    },
    reach(chatId, thread) {
      if (chatId === undefined || chatId === '') throw badRequest('chat_id is empty');
      const id = Number(chatId);
      const migrated = upgraded.get(id);
      if (migrated !== undefined) {
        const parameters = { migrate_to_chat_id: migrated };
        throw badRequest('group chat was upgraded to a supergroup chat', parameters);
      }
      const chat = chats.get(id);
      if (!chat) throw badRequest('chat not found');
      if (blocked.has(id)) {
        throw forbidden(
          chat.type === 'private'
            ? 'bot was blocked by the user'
            : `bot was kicked from the ${chat.type} chat`,
        );
      }
      if (thread !== undefined && !threads.has(`${id}:${thread}`))
        throw badRequest('message thread not found');
      return chat;
    },
    store: (message) => void inChat(message.chat.id).set(message.message_id, message),
    find: (chatId, messageId) => inChat(chatId).get(Number(messageId)),
    messages: (chatId) => [...inChat(chatId).values()],
    remove: (chatId, messageId) => inChat(chatId).delete(Number(messageId)),
    block: (chatId) => void blocked.add(chatId),
    unblock: (chatId) => void blocked.delete(chatId),
    upgrade(chatId) {
      const id = -1_000_000_000_000 + chatId;
      upgraded.set(chatId, id);
      chats.set(id, { ...chats.get(chatId), id, type: 'supergroup' });
      return id;
    },
  };
}
