import { describe, expect, it } from 'vitest';
import {
  citedNumbers,
  placeMarks,
  plainProse,
  withoutMarks,
} from '../../../src/answer/writing/place-marks.ts';

const zh = { space: '', join: '、' };
const place = (text: string) => placeMarks(text, (number) => (number === 9 ? '' : `¶${number + 20}`), zh);

describe('placeMarks()', () => {
  it.each([
    ['before the closing mark', '纠错率21.9%[1]。', '纠错率21.9%(¶21)。'],
    ['behind the closing mark', '纠错率21.9%。[1]', '纠错率21.9%(¶21)。'],
    ['several side by side', '都有[1][2]、[2]。', '都有(¶21、¶22)。'],
    ['a list and a range', '都有[1,3-4]。', '都有(¶21、¶23、¶24)。'],
    ['in full width', '都有【1】。', '都有(¶21)。'],
    ['of a place without number', '标题如此[9]。', '标题如此。'],
  ])('puts the place of a citation %s', (_what, text, placed) => {
    expect(place(text)).toBe(placed);
  });

  it('sets a place off by a space in English', () => {
    const placed = placeMarks('The rate was 21.9%. [1] It fell.', () => '¶25', { space: ' ', join: ', ' });

    expect(placed).toBe('The rate was 21.9% (¶25). It fell.');
  });
});

describe('citedNumbers()', () => {
  it('gives each number once, ranges written out', () => {
    expect(citedNumbers('甲[2][1,2],乙[4-5]。')).toEqual([2, 1, 4, 5]);
    expect(citedNumbers('国发〔2018〕35号')).toEqual([]);
  });
});

describe('withoutMarks()', () => {
  it('leaves the words', () => {
    expect(withoutMarks('甲[1],乙 [2]。')).toBe('甲,乙。');
  });
});

describe('plainProse()', () => {
  it('takes away emphasis, headings and marks of lists', () => {
    expect(plainProse('## 概况\n- **21.9%**[1]。\n\n\n\n* 64宗[1]。 ')).toBe('概况\n21.9%[1]。\n\n64宗[1]。');
  });
});
