/** What a bot sets about itself, and the files it may fetch. */
import { bot, type Method } from './telegram-server-messages.ts';
import { badRequest } from './telegram-server-refusal.ts';
import type { Fields } from './telegram-server-request.ts';

/** Commands as the bot last published them. */
export interface PublishedCommands {
  /** '' for those of all other languages. */
  readonly language: string;
  readonly scope: string;
  readonly commands: readonly { readonly command: string; readonly description: string }[];
}

export interface BotSettings {
  readonly methods: Readonly<Record<string, Method>>;
  commands(): readonly PublishedCommands[];
  /** Puts a file where `getFile` finds it. */
  addFile(fileId: string, bytes: Uint8Array): void;
  /** A file by the path that `getFile` gave. */
  download(path: string): Uint8Array | undefined;
}

/** Starts without commands and files. */
export function createBotSettings(): BotSettings {
  const published = new Map<string, PublishedCommands>();
  const files = new Map<string, Uint8Array>();
  return {
    commands: () => [...published.values()],
    addFile: (fileId, bytes) => void files.set(fileId, bytes),
    download: (path) => files.get(path.replace(/^documents\//u, '')),
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
        const bytes = files.get(id);
        if (!bytes) throw badRequest('invalid file_id');
        const file = { file_id: id, file_unique_id: id, file_size: bytes.length };
        return { ...file, file_path: `documents/${id}` };
      },
    },
  };
}

function scopeOf(fields: Fields): { readonly language: string; readonly scope: string } {
  const language = String(fields.language_code ?? '');
  if (!/^(?:[a-z]{2})?$/u.test(language)) throw badRequest('LANGUAGE_CODE_INVALID');
  const { type = 'default' } = (fields.scope ?? {}) as { type?: string };
  return { language, scope: type };
}

function keyOf(fields: Fields): string {
  const { language, scope } = scopeOf(fields);
  return `${scope}:${language}`;
}
