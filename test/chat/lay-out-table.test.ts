import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { layOutTable, phoneColumns } from '../../src/chat/lay-out-table.ts';

describe('layOutTable()', () => {
  it('counts a Chinese character as two columns', () => {
    const table = layOutTable([
      { name: '甲县2021年', value: '82.9%' },
      { name: '长名字自治县2022年', value: '97.1%' },
    ]);

    expect(table).toBe('甲县2021年          82.9%\n长名字自治县2022年  97.1%');
  });

  it('leaves parents out where a line would be too wide', () => {
    const table = layOutTable([
      { name: '重庆市涪陵高新技术产业开发区2022年', value: '22件' },
      { name: '广州市花都区2019年', value: '64宗' },
    ]);

    expect(table).toBe('涪陵高新技术产业开发区2022  22件\n花都区2019                  64宗');
  });

  it('leaves the Chinese name out of an English one', () => {
    const table = layOutTable([{ name: 'Huadu District (广州市花都区), 2019', value: '98.79%' }]);

    expect(table).toBe('Huadu District 2019  98.79%');
  });

  it('keeps the parents of two places of one name, values below', () => {
    const table = layOutTable([
      { name: '南京市鼓楼区2022年', value: '一二三四五六七八九十一二' },
      { name: '福州市鼓楼区2022年', value: '1' },
    ]);

    expect(table.split('\n')).toEqual([
      '南京市鼓楼区2022年',
      '  一二三四五六七八九十一二',
      '福州市鼓楼区2022年',
      '  1',
    ]);
  });

  it('shows every character, no line wider than a phone', () => {
    const cell = fc.string({
      unit: fc.constantFrom('县', '市', '2', 'a', '😀', '(', '年', '。', 'é'),
      minLength: 1,
      maxLength: 80,
    });
    const rows = fc.array(fc.record({ name: cell, value: cell }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(rows, fc.integer({ min: 4, max: 60 }), (given, columns) => {
        const lines = layOutTable(given, columns).split('\n');

        expect(lines.every((line) => stringWidth(line) <= columns)).toBe(true);
        for (const { value } of given) expect(lines.join('').replace(/\s/g, '')).toContain(value);
      }),
    );
    expect(phoneColumns).toBe(36);
  });
});
