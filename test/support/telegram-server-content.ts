/** What a message may hold: its text after markup, and the buttons under it. */
import { type FormattedText, readTelegramHtml } from './parse-telegram-html.ts';
import { badRequest } from './telegram-server-refusal.ts';
import type { Fields } from './telegram-server-request.ts';

/** A button under a message; one of the fields besides `text` says what it does. */
export interface TelegramButton {
  readonly text: string;
  readonly callback_data?: string;
  readonly url?: string;
  readonly [field: string]: unknown;
}

const actions = [
  'callback_data',
  'url',
  'switch_inline_query',
  'switch_inline_query_current_chat',
  'switch_inline_query_chosen_chat',
  'copy_text',
  'web_app',
  'login_url',
  'pay',
  'callback_game',
];
const maxEntities = 100;

/**
 * The visible text of a message or caption, in UTF-16 units at most `limit`.
 *
 * @throws TelegramRefusal where Telegram refuses the text or its markup.
 */
export function readText(fields: Fields, limit: number, name: 'text' | 'caption' = 'text'): FormattedText {
  const raw = fields[name] ?? '';
  if (typeof raw !== 'string') throw badRequest(`field "${name}" must be of type String`);
  if (/\p{Surrogate}/u.test(raw)) throw badRequest('strings must be encoded in UTF-8');
  const formatted = readMarkup(fields, raw);
  if (name === 'text' && formatted.text.trim() === '') throw badRequest('message text is empty');
  if (formatted.text.length > limit) {
    throw badRequest(name === 'text' ? 'message is too long' : 'message caption is too long');
  }
  // Telegram drops what is over silently, and the reader sees no bold from there on.
  if (formatted.entities.length > maxEntities) throw badRequest('too many entities');
  return formatted;
}

/**
 * The buttons of a call, row by row.
 *
 * @throws TelegramRefusal where Telegram refuses one of them.
 */
export function readButtons(fields: Fields): readonly (readonly TelegramButton[])[] {
  const markup = fields.reply_markup as { inline_keyboard?: unknown } | undefined;
  const rows = markup?.inline_keyboard;
  if (rows === undefined) return [];
  if (!Array.isArray(rows) || !rows.every(Array.isArray)) {
    throw badRequest('can\'t parse inline keyboard: Field "inline_keyboard" must be of type Array');
  }
  const buttons = rows.flat() as readonly TelegramButton[];
  for (const button of buttons) checkButton(button);
  if (buttons.length > 100) throw badRequest('reply markup is too long');
  return rows as readonly (readonly TelegramButton[])[];
}

function readMarkup(fields: Fields, raw: string): FormattedText {
  const mode = String(fields.parse_mode ?? '').toLowerCase();
  if (mode === 'html') {
    try {
      return readTelegramHtml(raw);
    } catch (error) {
      throw badRequest((error as Error).message);
    }
  }
  if (mode !== '') throw badRequest('unsupported parse_mode');
  const entities = (fields.entities ?? []) as FormattedText['entities'];
  for (const { offset, length } of entities) {
    if (offset < 0 || length <= 0 || offset + length > raw.length) throw badRequest('ENTITY_BOUNDS_INVALID');
  }
  return { text: raw, entities };
}

function checkButton(button: TelegramButton): void {
  if (typeof button.text !== 'string' || button.text.trim() === '') {
    throw badRequest('can\'t parse inline keyboard button: Field "text" must be non-empty');
  }
  if (!actions.some((action) => action in button)) {
    throw badRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
  }
  const { callback_data: data, url } = button;
  if (data !== undefined) {
    const bytes = typeof data === 'string' ? Buffer.byteLength(data) : 0;
    if (bytes < 1 || bytes > 64) throw badRequest('BUTTON_DATA_INVALID');
  }
  if (url !== undefined && !/^(?:https?|tg):\/\/[^\s/]+/u.test(url)) throw badRequest('BUTTON_URL_INVALID');
}
