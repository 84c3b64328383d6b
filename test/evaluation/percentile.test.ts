import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentile } from '../../src/evaluation/percentile.ts';

describe('percentile()', () => {
  it('gives the nearest rank', () => {
    expect(percentile([4, 1, 3, 2], 0.5)).toBe(2);
    expect(percentile([4, 1, 3, 2], 0.95)).toBe(4);
    expect(percentile([7], 0)).toBe(7);
    expect(percentile([], 0.5)).toBeNaN();
  });

  it('gives a value that at least the share does not exceed, and none smaller', () => {
    const values = fc.array(fc.integer(), { minLength: 1 });
    fc.assert(
      fc.property(values, fc.double({ min: 0.01, max: 1, noNaN: true }), (all, share) => {
        const found = percentile(all, share);

        expect(all.filter((value) => value <= found).length).toBeGreaterThanOrEqual(share * all.length);
        expect(all.filter((value) => value < found).length).toBeLessThan(share * all.length);
      }),
    );
  });
});
