import { describe, expect, it } from 'vitest';
import type { PdfRule } from '../../../src/report/files/pdf-page.ts';
import { splitPiece } from '../../../src/report/files/split-pieces.ts';

const SIZE = 12;

function piece(text: string, width: number) {
  return { text, x: 80, y: 200, width, size: SIZE };
}

function border(x: number, y1 = 190, y2 = 220): PdfRule {
  return { x1: x, x2: x, y1, y2 };
}

describe('splitPiece()', () => {
  it('cuts words and a number at the border between them', () => {
    const [words, number, ...others] = splitPiece(piece('县水务管理局 210', 98), [border(156)]);

    expect(words?.text.trim()).toBe('县水务管理局');
    expect(number).toMatchObject({ text: '210', y: 200, size: SIZE });
    expect(number?.x).toBeGreaterThan(156);
    expect(others).toEqual([]);
  });

  it('cuts at the blank that is nearest to each border', () => {
    const cut = splitPiece(piece('2021 年 2022 年 2023 年', 132), [border(124), border(168)]);

    expect(cut.map(({ text }) => text.trim())).toEqual(['2021 年', '2022 年', '2023 年']);
  });

  it('cuts between words and a number where no blank is', () => {
    expect(splitPiece(piece('东山县605', 56), [border(116)]).map(({ text }) => text)).toEqual([
      '东山县',
      '605',
    ]);
  });

  it('leaves whole what no border of its own row crosses, and words that hang over one', () => {
    const heading = piece('行政处罚 （件）', 90);

    expect(splitPiece(heading, [border(130, 100, 195)])).toEqual([heading]);
    expect(splitPiece(piece('县市场监督管理局', 96), [border(150)])).toHaveLength(1);
    expect(splitPiece(piece('98.6%', 30), [border(112)])).toHaveLength(1);
  });
});
