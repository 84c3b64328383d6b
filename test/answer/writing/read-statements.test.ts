import { describe, expect, it } from 'vitest';
import { readStatements } from '../../../src/answer/writing/read-statements.ts';

const parts = (sentence: string) => {
  const { text, statements } = readStatements(sentence);
  return statements.map(({ start, end, cited }) => [text.slice(start, end), cited]);
};

describe('readStatements()', () => {
  it('attaches each part of a sentence to the citations behind it', () => {
    expect(parts('受理64宗[1],审结60宗[2][3]。')).toEqual([
      ['受理64宗', [1]],
      [',审结60宗。', [2, 3]],
    ]);
  });

  it('attaches what stands behind the last citation to it', () => {
    expect(parts('According to [1], the rate was 21.9%.')).toEqual([
      ['According to', [1]],
      [', the rate was 21.9%.', [1]],
    ]);
  });

  it('reads lists, ranges and full-width citations', () => {
    expect(parts('成功率为97%［1，3］。')[0]?.[1]).toEqual([1, 3]);
    expect(parts('成功率为97%【2-4】。')[0]?.[1]).toEqual([2, 3, 4]);
  });

  it('takes the year of a document number for no citation', () => {
    expect(parts('依据国发[2019]15号[1]。')).toEqual([['依据国发[2019]15号。', [1]]]);
  });

  it('leaves out emphasis and the mark of a list', () => {
    expect(readStatements('- **21.9%**[1]').text).toBe('21.9%');
  });
});
