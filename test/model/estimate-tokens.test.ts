import { describe, expect, it } from 'vitest';
import { estimateTokens } from '../../src/model/estimate-tokens.ts';

describe('estimateTokens()', () => {
  it('counts a Chinese character or mark as one, and four others as one', () => {
    expect(estimateTokens('')).toBe(0);
    expect(estimateTokens('法治政府。')).toBe(5);
    expect(estimateTokens('12345')).toBe(2);
    expect(estimateTokens('共 45 件')).toBe(3);
  });
});
