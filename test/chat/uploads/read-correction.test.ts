import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRegion, readYear } from '../../../src/chat/uploads/read-correction.ts';

describe('readYear()', () => {
  it.each(['2019', ' 2019年 ', '２０１９年度', '二〇一九年', '二零一九'])('takes %j for 2019', (text) => {
    expect(readYear(text)).toEqual({ year: 2019 });
  });

  it.each(['1948', '2101', '19', '2019-2020', '2019年综合纠错率', 'last year', ''])(
    'takes %j for none',
    (text) => {
      expect(readYear(text)).toBeUndefined();
    },
  );

  it('takes every year from 1949 to 2100 and no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 9999 }), (year) => {
        expect(readYear(`${year}`)).toEqual(year >= 1949 && year <= 2100 ? { year } : undefined);
      }),
    );
  });
});

describe('readRegion()', () => {
  it.each(['广州市花都区', '花都区', '杭锦后旗', '广东省广州市花都区市场监督管理局'])('takes %j', (text) => {
    expect(readRegion(` ${text}。`)).toEqual({ region: text });
  });

  it.each(['某某地方', '花都区有多少件？', '', 'x', '区'.repeat(80)])('takes %j for none', (text) => {
    expect(readRegion(text)).toBeUndefined();
  });
});
