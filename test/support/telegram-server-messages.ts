/** The methods that send, edit and delete messages of the bot. */
import type { FormattedText } from './parse-telegram-html.ts';
import type { Chats, TelegramChat, TelegramMessage } from './telegram-server-chats.ts';
import { readButtons, readText, type TelegramButton } from './telegram-server-content.ts';
import { badRequest } from './telegram-server-refusal.ts';
import type { Fields, UploadedFile } from './telegram-server-request.ts';

/** A message of the bot, as its reader sees it after one call. */
export interface SentMessage {
  readonly method: string;
  readonly chatId: number;
  readonly messageId: number;
  /** Without markup; the caption of a file. */
  readonly text: string;
  readonly entities: FormattedText['entities'];
  /** As sent. */
  readonly raw: string;
  /** All buttons under it, row after row. */
  readonly buttons: readonly TelegramButton[];
  /** The message that it replies to. */
  readonly replyTo: number | undefined;
  readonly thread: number | undefined;
  /** All parameters of the call. */
  readonly fields: Fields;
}

/** A method of the Bot API: parameters to result. */
export type Method = (fields: Fields) => unknown;

/** The bot that the server speaks for. */
export const bot = { id: 42, is_bot: true, first_name: 'Zhibao', username: 'zhibao_test_bot' };

const maxText = 4096;
const maxCaption = 1024;
const chatActions =
  /^(?:typing|upload_(?:photo|video|voice|document|video_note)|record_(?:video|voice|video_note)|choose_sticker|find_location)$/u;

/**
 * The methods over the messages of `chats`.
 *
 * @param keep - Takes every message that was sent or edited.
 */
export function messageMethods(
  chats: Chats,
  keep: (sent: SentMessage) => void,
): Readonly<Record<string, Method>> {
  return {
    sendMessage: (fields) => send('sendMessage', fields, readText(fields, maxText)),
    sendDocument: (fields) => sendFile('sendDocument', 'document', fields),
    sendPhoto: (fields) => sendFile('sendPhoto', 'photo', fields),
    sendMessageDraft(fields) {
      const chat = chats.reach(fields.chat_id, fields.message_thread_id);
      if (chat.type !== 'private') throw badRequest('message drafts can be sent only to private chats');
      if (!Number.isInteger(fields.draft_id) || fields.draft_id === 0) throw badRequest('DRAFT_ID_INVALID');
      if (fields.text !== '') readText(fields, maxText);
      return true;
    },
    editMessageText: (fields) => edit('editMessageText', fields, readText(fields, maxText)),
    editMessageReplyMarkup: (fields) => edit('editMessageReplyMarkup', fields),
    deleteMessage(fields) {
      const chat = chats.reach(fields.chat_id);
      if (!chats.remove(chat.id, fields.message_id)) throw badRequest('message to delete not found');
      return true;
    },
    setMessageReaction(fields) {
      const chat = chats.reach(fields.chat_id);
      if (!chats.find(chat.id, fields.message_id)) throw badRequest('message to react not found');
      return true;
    },
    sendChatAction(fields) {
      chats.reach(fields.chat_id, fields.message_thread_id);
      if (!chatActions.test(String(fields.action))) throw badRequest('wrong parameter action in request');
      return true;
    },
    getChat: (fields) => ({ ...chats.reach(fields.chat_id), accent_color_id: 0, max_reaction_count: 11 }),
    getChatMember(fields) {
      chats.reach(fields.chat_id);
      return { status: 'member', user: { id: fields.user_id, is_bot: false, first_name: 'Reader' } };
    },
    leaveChat: (fields) => chats.reach(fields.chat_id) !== undefined,
  };

  function send(method: string, fields: Fields, content: FormattedText, more: object = {}): TelegramMessage {
    const thread = fields.message_thread_id as number | undefined;
    const chat = chats.reach(fields.chat_id, thread);
    const buttons = readButtons(fields);
    const message: TelegramMessage = {
      message_id: chats.nextMessageId(),
      date: Math.floor(Date.now() / 1000),
      chat,
      from: bot,
      ...(method === 'sendMessage' ? textOf(content) : captionOf(content)),
      ...(thread === undefined ? {} : { message_thread_id: thread, is_topic_message: true }),
      ...(buttons.length > 0 ? { reply_markup: { inline_keyboard: buttons } } : {}),
      ...repliedTo(chat, fields),
      ...more,
    };
    chats.store(message);
    keep(sentMessage(method, fields, message));
    return message;
  }

  function repliedTo(chat: TelegramChat, { reply_parameters: reply }: Fields): object {
    const { message_id, allow_sending_without_reply: isOptional } = (reply ?? {}) as Fields;
    if (message_id === undefined) return {};
    const asked = chats.find(chat.id, message_id);
    if (!asked && isOptional !== true) throw badRequest('message to be replied not found');
    return asked ? { reply_to_message: asked } : {};
  }

  function edit(method: string, fields: Fields, content?: FormattedText): unknown {
    if (fields.inline_message_id !== undefined) return true;
    const chat = chats.reach(fields.chat_id);
    const buttons = readButtons(fields);
    const old = chats.find(chat.id, fields.message_id);
    if (!old) throw badRequest('message to edit not found');
    if ((old.from as { id?: number } | undefined)?.id !== bot.id) throw badRequest("message can't be edited");
    if (content && old.text === undefined) throw badRequest('there is no text in the message to edit');
    const { reply_markup: _, ...kept } = old;
    const edited: TelegramMessage = {
      ...kept,
      ...(content ? textOf(content) : {}),
      ...(buttons.length > 0 ? { reply_markup: { inline_keyboard: buttons } } : {}),
    };
    if (contentOf(edited) === contentOf(old)) {
      throw badRequest(
        'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
      );
    }
    const dated = { ...edited, edit_date: Math.floor(Date.now() / 1000) };
    chats.store(dated);
    keep(sentMessage(method, fields, dated));
    return dated;
  }

  function sendFile(method: string, name: 'document' | 'photo', fields: Fields): TelegramMessage {
    const given = fields[name];
    if (given === undefined) throw badRequest(`there is no ${name} in the request`);
    const attached = typeof given === 'string' ? fields[given.replace(/^attach:\/\//u, '')] : given;
    const file = attached as UploadedFile | undefined;
    const id = typeof given === 'string' && !file ? given : `file-${chats.nextMessageId()}`;
    const stored = { file_id: id, file_unique_id: id, file_size: file?.bytes.length ?? 0 };
    const more =
      name === 'document'
        ? { document: { ...stored, file_name: file?.fileName, mime_type: file?.mimeType } }
        : { photo: [{ ...stored, width: 1, height: 1 }] };
    return send(method, fields, readText(fields, maxCaption, 'caption'), more);
  }
}

function sentMessage(method: string, fields: Fields, message: TelegramMessage): SentMessage {
  const { inline_keyboard: rows = [] } = (message.reply_markup ?? {}) as {
    inline_keyboard?: readonly (readonly TelegramButton[])[];
  };
  return {
    method,
    chatId: message.chat.id,
    messageId: message.message_id,
    text: String(message.text ?? message.caption ?? ''),
    entities: (message.entities ?? message.caption_entities ?? []) as FormattedText['entities'],
    raw: String(fields.text ?? fields.caption ?? ''),
    buttons: rows.flat(),
    replyTo: (message.reply_to_message as TelegramMessage | undefined)?.message_id,
    thread: message.message_thread_id as number | undefined,
    fields,
  };
}

function textOf({ text, entities }: FormattedText): object {
  return { text, entities };
}

function captionOf({ text, entities }: FormattedText): object {
  return text === '' ? {} : { caption: text, caption_entities: entities };
}

function contentOf({ text, entities, reply_markup }: TelegramMessage): string {
  return JSON.stringify([text, entities, reply_markup]);
}
