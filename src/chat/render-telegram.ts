/**
 * Answers and fixed sentences as Telegram HTML, in messages that Telegram accepts.
 *
 * Source: https://core.telegram.org/bots/api#html-style and #sendmessage (4,096 characters after
 * entities parsing, counted here in UTF-16 units as Telegram counts entity offsets).
 */
import type { Answer } from '../answer/answer.ts';
import { splitIntoBlocks } from './answer-blocks.ts';
import type { Block } from './block.ts';
import { type Piece, splitMessage } from './split-message.ts';

/** Most UTF-16 units of one message, without markup. */
export const maxMessageLength = 4096;

const tags: Readonly<Partial<Record<Block['kind'], NonNullable<Piece['tag']>>>> = {
  direct: 'b',
  heading: 'b',
  quote: 'blockquote',
  table: 'pre',
  note: 'i',
};

/** Renders an answer; each message stands alone. Empty for an answer without words. */
export function renderTelegram(answer: Answer): readonly string[] {
  const pieces = splitIntoBlocks(answer).map((block): Piece => {
    const tag = tags[block.kind];
    const text = cleanText(block.kind === 'suggestion' ? `→ ${block.text}` : block.text);
    return { text, breaksBefore: block.joined ? 1 : 2, ...(tag ? { tag } : {}) };
  });
  return splitMessage(pieces, maxMessageLength);
}

/** Renders plain text, such as a list or a help text. */
export function renderPlainTelegram(text: string): readonly string[] {
  const pieces = cleanText(text)
    .split('\n')
    .map((line): Piece => ({ text: line, breaksBefore: 1 }));
  return splitMessage(joinBlankLines(pieces), maxMessageLength);
}

/** An empty line becomes a wider gap before the next one, so that no piece is blank. */
function joinBlankLines(lines: readonly Piece[]): readonly Piece[] {
  let breaks = 0;
  return lines.flatMap((line) => {
    breaks += 1;
    if (line.text.trim() === '') return [];
    const piece = { ...line, breaksBefore: breaks };
    breaks = 0;
    return [piece];
  });
}

/** Telegram refuses lone surrogates; control characters show as nothing. */
function cleanText(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '').replace(/(?!\n)\p{Cc}/gu, ' ');
}
