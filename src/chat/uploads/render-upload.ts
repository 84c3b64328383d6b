/** A card as Telegram shows it, with the buttons that fit its state. */
import type { InlineKeyboardMarkup } from 'grammy/types';
import { WORDING } from '../../wording/wording.ts';
import { button, replyKeyboard } from '../buttons/reply-keyboard.ts';
import type { Records } from '../records/open-records.ts';
import type { KeptUpload } from '../records/upload-records.ts';
import { cleanText, maxMessageLength } from '../render-telegram.ts';
import { type Piece, splitMessage } from '../split-message.ts';

/** A message and what stands under it. */
export interface RenderedUpload {
  readonly html: string;
  readonly keyboard: InlineKeyboardMarkup | undefined;
}

/** The card of a report that waits for a press, or is over; `below` stands in the place of what adding would do. */
export function renderUpload(upload: KeptUpload, records: Records, chatId: number, below?: readonly Piece[]) {
  const { card, closing, state } = upload;
  const pieces = [...(card?.facts ?? []), ...(below ?? closing?.pieces ?? card?.plan ?? [])];
  return {
    html: render(pieces),
    keyboard: state === 'open' ? openKeyboard(upload) : offersOf(upload, records, chatId),
  } satisfies RenderedUpload;
}

/** Pieces as one message; what it cannot hold is left out. */
function render(pieces: readonly Piece[]): string {
  const clean = pieces.map((piece) => ({ ...piece, text: cleanText(piece.text) }));
  return splitMessage(clean, maxMessageLength)[0] ?? '';
}

/** One line below a card. */
export function below(text: string): readonly Piece[] {
  return [{ text, breaksBefore: 2 }];
}

function openKeyboard({ id, card, language }: KeptUpload): InlineKeyboardMarkup | undefined {
  if (!card) return undefined;
  const { add, addAll, region, year, discard } = WORDING.uploadButtons;
  const press = (label: string, does: 'add' | 'region' | 'year' | 'discard') =>
    button(label, { kind: 'upload', upload: id, does });
  const addLabel = (card.isSingle ? add : addAll(card.addable))[language];
  const corrections = [press(region[language], 'region'), press(year[language], 'year')];
  const last = [...(card.addable > 0 ? [press(addLabel, 'add')] : []), press(discard[language], 'discard')];
  return { inline_keyboard: [...(card.isSingle ? [corrections] : []), last] };
}

/** Questions about the report that was added. */
function offersOf({ closing }: KeptUpload, { replies }: Records, chatId: number) {
  const reply = closing?.reply === undefined ? undefined : replies.find(closing.reply, chatId);
  return reply && replyKeyboard(reply.id, reply, reply.messages.length);
}
