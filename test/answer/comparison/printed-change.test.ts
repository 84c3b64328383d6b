import { describe, expect, it } from 'vitest';
import { bearsOut } from '../../../src/answer/comparison/printed-change.ts';
import type { Figure } from '../../../src/report/report.ts';

function change(raw: string, value: number, unit: string): Figure {
  return {
    index: 0,
    paragraph: 1,
    raw,
    value,
    unit,
    precision: 'exact',
    label: '',
    clause: raw,
    sentence: raw,
    planned: false,
    start: 0,
    end: raw.length,
  };
}

describe('bearsOut()', () => {
  it('accepts a printed percentage that was rounded from both counts', () => {
    expect(bearsOut(change('7.7%', 7.7, '%'), false, 4936, 5318)).toBe(true);
    expect(bearsOut(change('7.9%', 7.9, '%'), true, 2158, 1987)).toBe(true);
  });

  it('accepts points between two rates', () => {
    expect(bearsOut(change('14.2个百分点', 14.2, '个百分点'), false, 82.9, 97.1)).toBe(true);
  });

  it('rejects a change that the other year does not bear out, and one of the wrong direction', () => {
    expect(bearsOut(change('12.4%', 12.4, '%'), false, 4936, 5318)).toBe(false);
    expect(bearsOut(change('7.7%', 7.7, '%'), true, 4936, 5318)).toBe(false);
  });
});
