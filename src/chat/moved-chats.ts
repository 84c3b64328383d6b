/**
 * Which supergroup was which group before, so that a chat keeps its memory when Telegram gives it a new id.
 *
 * The memory stays where it is: the new chat is asked for under its old name.
 */
import { Composer, type Context } from 'grammy';
import type { Conversation } from '../conversation/create-conversation.ts';
import { openChats } from '../database/open-chats.ts';
import type { Records } from './records/open-records.ts';

/** Remembers moves for good. */
export interface MovedChats {
  add(from: number, to: number): void;
  /** The id under which a chat is remembered: its first one. */
  originOf(chatId: number): number;
  close(): void;
}

const TABLES =
  'CREATE TABLE IF NOT EXISTS moved_chats (new_id INTEGER PRIMARY KEY, old_id INTEGER NOT NULL) STRICT';

/** @throws LibraryError when `chats.sqlite` cannot be opened. */
export function openMovedChats(libraryDir: string): MovedChats {
  const database = openChats(libraryDir, TABLES);
  const rows = database.prepare<{ new_id: number; old_id: number }>('SELECT new_id, old_id FROM moved_chats');
  const insert = database.prepare('INSERT OR IGNORE INTO moved_chats (new_id, old_id) VALUES (?, ?)');
  const origins = new Map(rows.all().map(({ new_id, old_id }) => [new_id, old_id]));
  return {
    add(from, to) {
      if (origins.has(to)) return;
      origins.set(to, from);
      insert.run(to, from);
    },
    originOf: (chatId) => origins.get(chatId) ?? chatId,
    close: () => database.close(),
  };
}

/** Notes the moves that Telegram announces in a chat itself. */
export function noteMoves(moves: MovedChats): Composer<Context> {
  const feature = new Composer();
  feature.on('message:migrate_to_chat_id', (ctx) => moves.add(ctx.chat.id, ctx.msg.migrate_to_chat_id));
  feature.on('message:migrate_from_chat_id', (ctx) => moves.add(ctx.msg.migrate_from_chat_id, ctx.chat.id));
  return feature;
}

/** The name that a chat had before it moved: `telegram:` or `chat:`, its id, and what is behind that. */
function createNaming(moves: MovedChats): (name: string) => string {
  return (name) =>
    name.replace(
      /^(telegram|chat):(-\d+)/,
      (_, kind: string, id: string) => `${kind}:${moves.originOf(Number(id))}`,
    );
}

/** The records, in which a moved chat keeps its language and forgets what was replied before it moved. */
export function recordMoves(records: Records, moves: MovedChats): Records {
  const named = createNaming(moves);
  const { languages } = records;
  return {
    ...records,
    languages: {
      find: (owner) => languages.find(named(owner)),
      choose: (owner, language) => languages.choose(named(owner), language),
    },
    forget(owner) {
      for (const one of new Set([owner, named(owner)])) records.forget(one);
    },
  };
}

/** The assistant, asked for a moved chat under the name that it remembers. */
export function rememberMoves(assistant: Conversation, moves: MovedChats): Conversation {
  const named = createNaming(moves);
  return {
    ...assistant,
    ask: (question, chat, options) =>
      assistant.ask(question, chat === undefined ? undefined : named(chat), options),
    forget: (chat) => assistant.forget(named(chat)),
    followUps: (chat, answer) => assistant.followUps(named(chat), answer),
  };
}
