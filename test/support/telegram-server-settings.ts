/** What a bot sets about itself, and the files it may fetch. */
import type { Chats } from './telegram-server-chats.ts';
import { bot, type Method } from './telegram-server-messages.ts';
import { badRequest } from './telegram-server-refusal.ts';
import type { Fields } from './telegram-server-request.ts';

/** Commands as the bot last published them. */
export interface PublishedCommands {
  /** '' for those of all other languages. */
  readonly language: string;
  readonly scope: string;
  /** The chat of a scope that names one. */
  readonly chatId?: number;
  readonly commands: readonly { readonly command: string; readonly description: string }[];
}

export interface BotSettings {
  readonly methods: Readonly<Record<string, Method>>;
  commands(): readonly PublishedCommands[];
  /** Puts a file where `getFile` finds it; `path` is what `getFile` gives, of its own making unless given. */
  addFile(fileId: string, bytes: Uint8Array, path?: string): void;
  /** A file by a path that `getFile` gave. */
  download(path: string): Uint8Array | undefined;
}

/** A file and where it is fetched. */
interface KeptFile {
  readonly bytes: Uint8Array;
  readonly path: string;
}

/** What the Bot API hands to bots; a server of one's own in local mode hands out more. */
const maxFileBytes = 20 * 1024 * 1024;

/** Starts without commands and files. */
export function createBotSettings(chats: Pick<Chats, 'reach'>): BotSettings {
  const published = new Map<string, PublishedCommands>();
  const files = new Map<string, KeptFile>();
  const asked = new Map<string, Uint8Array>();
  return {
    commands: () => [...published.values()],
    addFile: (fileId, bytes, path = `documents/file_${files.size}`) =>
      void files.set(fileId, { bytes, path }),
    download: (path) => asked.get(path),
    methods: {
      getMe: () => ({
        ...bot,
        can_join_groups: true,
        can_read_all_group_messages: false,
        supports_inline_queries: true,
        can_connect_to_business: false,
        has_main_web_app: false,
      }),
      setMyCommands(fields) {
        const { commands } = fields;
        if (!Array.isArray(commands)) throw badRequest("can't parse commands");
        if (commands.length > 100) throw badRequest('BOT_COMMANDS_TOO_MUCH');
        for (const { command, description } of commands) {
          if (!/^[a-z0-9_]{1,32}$/u.test(command)) throw badRequest('BOT_COMMAND_INVALID');
          if (typeof description !== 'string' || description.length < 1 || description.length > 256)
            throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
        }
        const { scope, chatId } = scopeOf(fields);
        if (scope === 'chat') chats.reach(chatId);
        published.set(keyOf(fields), { ...scopeOf(fields), commands });
        return true;
      },
      getMyCommands: (fields) => published.get(keyOf(fields))?.commands ?? [],
      deleteMyCommands(fields) {
        published.delete(keyOf(fields));
        return true;
      },
      setMyDescription: () => true,
      setMyShortDescription: () => true,
      setMyName: () => true,
      setChatMenuButton: () => true,
      getFile(fields) {
        const id = String(fields.file_id ?? '');
        const file = files.get(id);
        if (!file) throw badRequest('invalid file_id');
        const { bytes, path } = file;
        if (bytes.length > maxFileBytes) throw badRequest('file is too big');
        // Without having been asked for, no file is handed out.
        asked.set(path, bytes);
        return { file_id: id, file_unique_id: id, file_size: bytes.length, file_path: path };
      },
    },
  };
}

function scopeOf(fields: Fields): Omit<PublishedCommands, 'commands'> {
  const language = String(fields.language_code ?? '');
  if (!/^(?:[a-z]{2})?$/u.test(language)) throw badRequest('LANGUAGE_CODE_INVALID');
  const { type = 'default', chat_id: chatId } = (fields.scope ?? {}) as { type?: string; chat_id?: number };
  return { language, scope: type, ...(chatId === undefined ? {} : { chatId }) };
}

function keyOf(fields: Fields): string {
  const { language, scope, chatId = '' } = scopeOf(fields);
  return `${scope}:${chatId}:${language}`;
}
