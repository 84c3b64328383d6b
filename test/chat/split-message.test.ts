import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitMessage, splitText } from '../../src/chat/split-message.ts';
import { parseTelegramHtml } from '../support/parse-telegram-html.ts';

const texts = fc.string({
  unit: fc.constantFrom('字', '。', '. ', '<b>', '&amp;', '"', '😀', '\n', 'a'),
  maxLength: 60,
});

describe('splitText()', () => {
  it('cuts at the end of a sentence', () => {
    expect(splitText('第一句话。第二句话。第三', 11)).toEqual(['第一句话。第二句话。', '第三']);
  });

  it('does not take the point of a number for an end', () => {
    expect(splitText('it was 21.9 percent', 12)).toEqual(['it was 21.9 ', 'percent']);
  });

  it('cuts inside a sentence only where there is no end, and never inside a character', () => {
    expect(splitText('😀😀😀', 3)).toEqual(['😀', '😀', '😀']);
  });

  it('loses nothing and keeps the limit', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 2, max: 20 }), (text, limit) => {
        const parts = splitText(text, limit);

        expect(parts.join('')).toBe(text);
        expect(parts.every((part) => part.length <= limit && !/\p{Surrogate}/u.test(part))).toBe(true);
      }),
    );
  });
});

describe('splitMessage()', () => {
  it('keeps pieces whole where they fit', () => {
    const pieces = [
      { text: '48件', tag: 'b', breaksBefore: 0 },
      { text: '全年48件', tag: 'blockquote', breaksBefore: 2 },
    ] as const;

    expect(splitMessage(pieces, 20)).toEqual(['<b>48件</b>\n\n<blockquote>全年48件</blockquote>']);
    expect(splitMessage(pieces, 8)).toEqual(['<b>48件</b>', '<blockquote>全年48件</blockquote>']);
  });

  it('closes and opens the markup of a piece that it cuts', () => {
    const messages = splitMessage([{ text: '第一句。第二句。', tag: 'i', breaksBefore: 0 }], 5);

    expect(messages).toEqual(['<i>第一句。</i>', '<i>第二句。</i>']);
  });

  it('shows every visible character once, in messages within the limit', () => {
    const tag = fc.constantFrom(undefined, 'b', 'i', 'blockquote');
    const piece = fc.record({ text: texts, tag, breaksBefore: fc.integer({ min: 0, max: 2 }) });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), fc.integer({ min: 4, max: 40 }), (all, limit) => {
        const pieces = all.map(({ tag, ...rest }) => (tag ? { ...rest, tag: tag as 'b' } : rest));

        const visible = splitMessage(pieces, limit).map(parseTelegramHtml);

        expect(visible.every((text) => text.length <= limit && text.trim() !== '')).toBe(true);
        expect(visible.join('').replace(/\s/g, '')).toBe(
          pieces
            .map(({ text }) => text)
            .join('')
            .replace(/\s/g, ''),
        );
      }),
    );
  });
});
