import { describe, expect, it } from 'vitest';
import { pointMark } from '../../../src/answer/summary/point-mark.ts';

describe('pointMark()', () => {
  it.each([
    ['一是深化政府机构改革', '一是'],
    ['(二)推进依法执政', '(二)'],
    ['1.4.1规范执法', '1.4.1'],
    ['１．推进简政放权', '１．'],
    ['3.健全联调机制', '3.'],
  ])('finds the mark of %s', (text, mark) => {
    expect(pointMark(text)).toBe(mark);
  });

  it.each(['2019年共办理', '3.5亿元投入', '一般登记', '100%的事项'])('finds none in %s', (text) => {
    expect(pointMark(text)).toBe('');
  });
});
