import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segment, segmentForSearch, segmentWithOffsets } from '../../src/language/segment.ts';

describe('segment()', () => {
  it('keeps the words of the domain whole', () => {
    expect(segment('综合纠错率21.9%')).toContain('综合纠错率');
  });

  it('leaves out punctuation and spaces', () => {
    expect(segment('受理, 办结。')).toEqual(['受理', '办结']);
  });
});

describe('segmentForSearch()', () => {
  it('also gives the words inside a long one', () => {
    expect(segmentForSearch('综合纠错率')).toEqual(expect.arrayContaining(['综合纠错率', '综合']));
  });
});

describe('segmentWithOffsets()', () => {
  it('gives each word with its kind', () => {
    expect(segmentWithOffsets('依法办理案件').find(({ text }) => text === '案件')?.tag).toMatch(/^n/);
  });

  it('gives words that stand at their offsets, in order', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({
        unit: fc.constantFrom('行', '政', '复', '议', '率', '1', '.', ' ', '《', '\u{1f600}', '\ud800'),
      }),
    );
    fc.assert(
      fc.property(text, (written) => {
        let at = 0;
        for (const word of segmentWithOffsets(written)) {
          expect(word.start).toBeGreaterThanOrEqual(at);
          expect(written.slice(word.start, word.end)).toBe(word.text);
          at = word.end;
        }
      }),
    );
  });
});
