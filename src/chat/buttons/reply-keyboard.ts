/** The buttons under a reply: its paragraphs, questions to go on with, the rest of it, 👍 and 👎. */
import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types';
import { WORDING } from '../../wording/wording.ts';
import type { Reply } from '../records/reply-records.ts';
import { writeButtonAction } from './button-action.ts';

/** Telegram shows no more of a button on a phone anyway. */
const maxLabelLength = 60;
const shownParagraphs = 3;

/** Kinds of replies that can be right or wrong. */
const rated: ReadonlySet<Reply['kind']> = new Set([
  'answer',
  'compare',
  'trend',
  'list',
  'summary',
  'refusal',
]);

/**
 * The keyboard of a reply; `undefined` where there is nothing to press.
 *
 * @param sent - Messages of the reply sent so far, from the first.
 */
export function replyKeyboard(id: number, reply: Reply, sent: number): InlineKeyboardMarkup | undefined {
  const paragraphs = paragraphButtons(id, reply);
  const rows = [
    ...(reply.messages.length > sent
      ? [[button(WORDING.buttons.more[reply.language], { kind: 'more', reply: id, from: sent })]]
      : []),
    ...inRows(paragraphs, isSeveralReports(reply) ? 2 : 3),
    ...reply.offers.map(({ label }, offer) => [button(label, { kind: 'ask', reply: id, offer })]),
    ...(rated.has(reply.kind) ? [ratingButtons(id)] : []),
  ];
  return rows.length > 0 ? { inline_keyboard: rows } : undefined;
}

/** One button for each paragraph cited; metadata lines stand in none. */
function paragraphButtons(id: number, reply: Reply): InlineKeyboardButton[] {
  const { citations, kind, language } = reply;
  const isSeveral = isSeveralReports(reply);
  const seen = new Set<string>();
  const buttons = citations.flatMap(({ report, label: place, paragraph }, citation) => {
    const key = `${report}:${paragraph}`;
    if (paragraph === 0 || seen.has(key)) return [];
    seen.add(key);
    const label = WORDING.buttons.paragraph(paragraph, isSeveral ? place : undefined)[language];
    return [button(label, { kind: 'show', reply: id, citation })];
  });
  // A summary cites its whole report: one way in is enough.
  return buttons.slice(0, kind === 'summary' ? 1 : shownParagraphs);
}

function isSeveralReports({ citations }: Reply): boolean {
  return new Set(citations.map(({ report }) => report)).size > 1;
}

function ratingButtons(reply: number): InlineKeyboardButton[] {
  return [
    button('👍', { kind: 'rate', reply, good: true }),
    button('👎', { kind: 'rate', reply, good: false }),
  ];
}

/** A button; its label is cut where it is too long. */
export function button(
  label: string,
  action: Parameters<typeof writeButtonAction>[0],
): InlineKeyboardButton.CallbackButton {
  const characters = [...label.replace(/\s+/gu, ' ').trim()];
  const text =
    characters.length > maxLabelLength
      ? `${characters.slice(0, maxLabelLength - 1).join('')}…`
      : characters.join('');
  return { text, callback_data: writeButtonAction(action) };
}

/** Buttons side by side, so many in a row. */
export function inRows<Button>(buttons: readonly Button[], perRow: number): Button[][] {
  return Array.from({ length: Math.ceil(buttons.length / perRow) }, (_, row) =>
    buttons.slice(row * perRow, (row + 1) * perRow),
  );
}
