import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simplifyCharacters, toSimplified } from '../../src/language/traditional.ts';

describe('toSimplified()', () => {
  it('simplifies the characters of Hong Kong and Taiwan too', () => {
    expect(toSimplified('平橋區2023年法治政府建設報告')).toBe('平桥区2023年法治政府建设报告');
    expect(toSimplified('衞生、臺灣、綫上、裏面、裡面')).toBe('卫生、台湾、线上、里面、里面');
  });

  it('lets the word decide where a character has two forms', () => {
    expect(toSimplified('乾坤、乾燥')).toBe('乾坤、干燥');
    expect(toSimplified('乾縣乾燥')).toBe('乾县干燥');
  });

  it('gives back the very text where nothing is traditional', () => {
    const text = '花都区2019年综合纠错率21.9%';

    expect(toSimplified(text)).toBe(text);
  });

  it('keeps the length of every text', () => {
    const traditional = fc.string({ unit: fc.constantFrom(...'區縣報告審結宗數駡鬆麪𠮶㗲瞭望乾坤臺aé😀') });

    fc.assert(
      fc.property(fc.oneof(traditional, fc.string({ unit: 'binary' })), (text) => {
        expect(toSimplified(text)).toHaveLength(text.length);
        expect(simplifyCharacters(text)).toHaveLength(text.length);
      }),
    );
  });
});
