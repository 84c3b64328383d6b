import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise, normalText } from '../../src/language/normal-form.ts';

describe('normalise()', () => {
  it('makes full-width letters, digits and marks half-width', () => {
    expect(normalText('２０２１年，ＡＢＣ（１）：９８．５％')).toBe('2021年,ABC(1):98.5%');
  });

  it('makes no-break, en and ideographic spaces plain', () => {
    expect(normalText('有332\u00a0件\u2002已\u3000办')).toBe('有332 件 已 办');
  });

  it('keeps Chinese marks and line ends', () => {
    const text = '《意见》〔2019〕2号、“三统一”。\r\n一是';

    expect(normalText(text)).toBe(text);
  });

  it('keeps raised, circled and composite digits apart from their neighbours', () => {
    expect(normalText('第5①条 300㎡ 10³')).toBe('第5①条 300㎡ 10³');
    expect(normalText('⑴ ㈠')).toBe('(1) (一)');
  });

  it('drops invisible characters and finds the way back over them', () => {
    const original = '花\u200b都区';

    const { text, offsets } = normalise(original);

    expect(text).toBe('花都区');
    expect(original.slice(offsets[1], offsets[3])).toBe('都区');
  });

  it('composes letters with their accents', () => {
    expect(normalText('zonghe jiucuo lu\u0308')).toBe('zonghe jiucuo lü');
  });

  it('gives an offset for every character that leads back to what it was made of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (original) => {
        const { text, offsets } = normalise(original);

        expect(text).toBe(normalText(original));
        expect(offsets).toHaveLength(text.length + 1);
        expect(offsets[text.length]).toBe(original.length);
        for (let i = 0; i < text.length; i++) expect(offsets[i]!).toBeLessThanOrEqual(offsets[i + 1]!);
        for (let i = 0; i < text.length; i++) {
          const end = offsets.slice(i).find((offset) => offset > offsets[i]!) ?? original.length;
          expect(normalText(original.slice(offsets[i], end))).toContain(text[i]);
        }
      }),
    );
  });

  it('leaves a text in normal form as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (original) => {
        const once = normalText(original);

        expect(normalText(once)).toBe(once);
      }),
    );
  });
});
