import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOf, PHONE_COLUMNS, renderTable } from '../../../src/answer/comparison/compare-table.ts';

describe('renderTable()', () => {
  it('counts a Chinese character as two columns, so that values stand below each other', () => {
    const table = renderTable([
      { name: '甲县2021年', value: '82.9%' },
      { name: '长名字自治县2022年', value: '97.1%' },
    ]);

    const columns = table.split('\n').map((line) => columnsOf(line.slice(0, line.search(/\d+\.\d%/))));
    expect(columns[0]).toBe(columns[1]);
  });

  it('becomes a list where a line would be wider than a phone', () => {
    const table = renderTable([{ name: 'A District of a long name (某某市某某区), 2019', value: '21.9%' }]);

    expect(table).toBe('· A District of a long name (某某市某某区), 2019: 21.9%');
  });

  it('keeps every name and value, and no line of a table is wider than a phone', () => {
    const cell = fc.stringMatching(/^[县区年甲乙a-z0-9%.]{1,24}$/);
    fc.assert(
      fc.property(
        fc.array(fc.record({ name: cell, value: cell }), { minLength: 1, maxLength: 6 }),
        (rows) => {
          const lines = renderTable(rows).split('\n');

          expect(lines).toHaveLength(rows.length);
          for (const [index, row] of rows.entries()) {
            expect(lines[index]).toContain(row.name);
            expect(lines[index]?.endsWith(row.value)).toBe(true);
            if (!lines[index]?.startsWith('· '))
              expect(columnsOf(lines[index]!)).toBeLessThanOrEqual(PHONE_COLUMNS);
          }
        },
      ),
    );
  });
});
