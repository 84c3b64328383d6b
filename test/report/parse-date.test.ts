import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDateAlone, parseDate } from '../../src/report/parse-date.ts';

describe('parseDate()', () => {
  it.each([
    ['2021年1月18日', '2021-01-18'],
    ['2021年12月2日\u00A0', '2021-12-02'],
    ['日期:2023-01-09', '2023-01-09'],
    ['2020/4/1 10:29', '2020-04-01'],
    ['2024.01.15', '2024-01-15'],
    ['2 月前 2023 年 5 月 6 日', '2023-05-06'],
    ['二〇二二年一月十日', '2022-01-10'],
    ['二○二一年十二月三十一日', '2021-12-31'],
    ['二零二三年十月二十日', '2023-10-20'],
  ])('reads %s', (text, iso) => {
    expect(parseDate(text)).toBe(iso);
  });

  it.each(['2021年12月', '2021年13月2日', '2021年2月30日', '12345', '2020-2021年', ''])(
    'takes %s for no date',
    (text) => {
      expect(parseDate(text)).toBeUndefined();
    },
  );

  it('reads every date back in every form', () => {
    const dates = fc.date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(dates, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year, month, day] = iso.split('-').map(Number);
        expect(parseDate(iso)).toBe(iso);
        expect(parseDate(`${year}年${month}月${day}日`)).toBe(iso);
        expect(parseDate(`${year}.${month}.${day}`)).toBe(iso);
      }),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void parseDate(text)));
  });
});

describe('isDateAlone()', () => {
  it('tells a date from a line that holds one', () => {
    expect(isDateAlone('  2021年12月2日 ')).toBe(true);
    expect(isDateAlone('(2024年2月19日)')).toBe(true);
    expect(isDateAlone('2020年6月5日召开全区会议')).toBe(false);
    expect(isDateAlone('高州市人民政府')).toBe(false);
  });
});
