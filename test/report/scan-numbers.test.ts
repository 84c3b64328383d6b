import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MEASURE_WORDS } from '../../src/report/measure-words.ts';
import { chineseValue, foldWidth, scanNumbers } from '../../src/report/scan-numbers.ts';

/** Every number as `raw = value unit precision`; a range as `low-high`; precision only where it is not exact. */
function scan(text: string): string[] {
  return scanNumbers(text).map(({ start, end, value, upper, unit, precision }) =>
    [
      text.slice(start, end),
      '=',
      upper === undefined ? value : `${value}-${upper}`,
      ...(unit === '' ? [] : [unit]),
      ...(precision === 'exact' ? [] : [precision]),
    ].join(' '),
  );
}

describe('scanNumbers()', () => {
  it.each([
    ['收到行政复议申请82件', ['82件 = 82 件']],
    ['1,265项事项、53,539,000条', ['1,265项 = 1265 项', '53,539,000条 = 53539000 条']],
    ['注册资本29.05亿元', ['29.05亿元 = 2905000000 元']],
    ['办件15.1万件', ['15.1万件 = 151000 件']],
    ['核减1.2千万元', ['1.2千万元 = 12000000 元']],
    ['参与3万5千人', ['3万5千人 = 35000 人']],
    ['投入1亿2千万元', ['1亿2千万元 = 120000000 元']],
    ['危险废物49.13吨', ['49.13吨 = 49.13 吨']],
    ['有332 件已实现', ['332 件 = 332 件']],
    ['评查案卷310卷,先行赔付74笔', ['310卷 = 310 卷', '74笔 = 74 笔']],
    ['人均学习40课时/人次', ['40课时/人次 = 40 课时/人次']],
    ['开庭0件', ['0件 = 0 件']],
  ])('reads digits with their scale and unit in %s', (text, numbers) => {
    expect(scan(text)).toEqual(numbers);
  });

  it.each([
    ['近200场次', 'near'],
    ['接近100%', 'near'],
    ['将近50人', 'near'],
    ['约400人次', 'about'],
    ['大约400人次', 'about'],
    ['100人左右', 'about'],
    ['超40亿元', 'over'],
    ['超过92%', 'over'],
    ['突破500名', 'over'],
    ['逾3万人', 'over'],
    ['不少于12次', 'over'],
    ['95%以上', 'over'],
    ['860余', 'over'],
    ['5万余人', 'over'],
    ['60多条', 'over'],
    ['20来人', 'over'],
    ['不超过5个工作日', 'under'],
    ['80个工作日以内', 'under'],
    ['不足10件', 'under'],
  ])('keeps the words of %s that say how exact it is', (raw, precision) => {
    const [number, ...others] = scanNumbers(`已有${raw},`);

    expect(others).toEqual([]);
    expect(number).toMatchObject({ start: 2, end: 2 + raw.length, precision });
  });

  it.each([
    ['附近12个村', '12个 = 12 个'],
    ['签约26家企业', '26家 = 26 家'],
  ])('takes the end of an ordinary word in %s for no qualifier', (text, number) => {
    expect(scan(text)).toEqual([number]);
  });

  it.each([
    ['公开六件重大行政决策事项', ['六件 = 6 件']],
    ['举办培训两次', ['两次 = 2 次']],
    ['共计一百零八件', ['一百零八件 = 108 件']],
    ['一千二百三十四人', ['一千二百三十四人 = 1234 人']],
    ['一万二千件', ['一万二千件 = 12000 件']],
    ['三点五亿元', ['三点五亿元 = 350000000 元']],
    ['两千余件', ['两千余件 = 2000 件 over']],
    ['十几个', ['十几个 = 10 个 over']],
    ['几十件', ['几十件 = 10 件 over']],
    ['百余件', ['百余件 = 100 件 over']],
    ['上千人', ['上千人 = 1000 人 over']],
    ['受教育群众达数万余人', ['数万余人 = 10000 人 over']],
    ['近千万人次', ['近千万人次 = 10000000 人次 near']],
    ['七八个', ['七八个 = 7-8 个 about']],
    ['二三十件', ['二三十件 = 20-30 件 about']],
    ['十五六人', ['十五六人 = 15-16 人 about']],
  ])('reads characters in %s', (text, numbers) => {
    expect(scan(text)).toEqual(numbers);
  });

  it.each([
    ['百分之九十五', ['百分之九十五 = 95 %']],
    ['百分之九十八点五', ['百分之九十八点五 = 98.5 %']],
    ['百分之85.5以上', ['百分之85.5以上 = 85.5 % over']],
    ['近九成', ['近九成 = 9 成 near']],
    ['不足一成', ['不足一成 = 1 成 under']],
    ['三分之二', ['三分之二 = 66.67 %']],
    ['提高2.3个百分点', ['2.3个百分点 = 2.3 个百分点']],
    ['增长1.5倍', ['1.5倍 = 1.5 倍']],
  ])('reads the share in %s', (text, numbers) => {
    expect(scan(text)).toEqual(numbers);
  });

  it.each([
    ['给予50-300元的补助', '50-300元 = 50-300 元'],
    ['30%~50%', '30%~50% = 30-50 %'],
    ['5至10个工作日', '5至10个工作日 = 5-10 个工作日'],
    ['1万至3万元', '1万至3万元 = 10000-30000 元'],
    ['50-300万元', '50-300万元 = 500000-3000000 元'],
  ])('reads the range in %s as one number', (text, number) => {
    expect(scan(text)).toEqual([number]);
  });

  it.each([
    ['其中五台县办理8件、五河县9件,七台河市3件', ['8件', '9件', '3件']],
    ['九台区立案20件,三家店镇3件', ['20件', '3件']],
    ['购置三台设备,覆盖五个乡镇', ['三台', '五个']],
    [
      '存在问题:1.力量不足,人均超过6000人。2.思维有待提升。3.普法不够。(4)下乡少;5、宣传8场。',
      ['超过6000人', '8场'],
    ],
    ['2.5 项目审批用时压缩至20天', ['20天']],
    ['2.5万件案卷', ['2.5万件']],
    ['45岁以上执法人员占比达41%,平均年龄38岁', ['41%', '38岁']],
    ['满意度提升0.11个千分点', ['0.11个千分点']],
  ])('reads in "%s" only %j', (text, raws) => {
    expect(scanNumbers(text).map(({ start, end }) => text.slice(start, end))).toEqual(raws);
  });

  it('reads both numbers of a change', () => {
    expect(scan('从以前的30个工作日压缩至10个工作日')).toEqual([
      '30个工作日 = 30 个工作日',
      '10个工作日 = 10 个工作日',
    ]);
  });

  it('reads full-width digits and marks, and gives them as printed', () => {
    expect(scan('评查１，２３０件，合格率９５．３％，９８﹪')).toEqual([
      '１，２３０件 = 1230 件',
      '９５．３％ = 95.3 %',
      '９８﹪ = 98 %',
    ]);
  });

  it('gives numbers that lie in the text, in order and apart from each other', () => {
    const pieces = fc.constantFrom(
      '12',
      '三百',
      '余',
      '万',
      '件',
      '%',
      '至',
      '-',
      '《',
      '》',
      '“',
      '”',
      '2021年',
      '约',
      '几',
      '点',
      '１',
      '.',
      ',',
      '\u{1f600}',
      '\n',
      '分之',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(pieces).map((all) => all.join('')),
        ),
        (text) => {
          let at = 0;
          for (const { start, end, value } of scanNumbers(text)) {
            expect(start).toBeGreaterThanOrEqual(at);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
            expect(Number.isFinite(value)).toBe(true);
            at = end;
          }
        },
      ),
    );
  });

  it('finds any number put into a sentence, with its value and unit', () => {
    const units = MEASURE_WORDS.filter((unit) => !['年', '块', '个月', '个季度', '万吨'].includes(unit));
    const amount = fc.oneof(
      fc.nat({ max: 999_999 }).map(String),
      fc.nat({ max: 9999 }).map((cents) => (cents / 100).toFixed(2)),
    );
    fc.assert(
      fc.property(
        amount,
        fc.constantFrom('', '万', '亿'),
        fc.constantFrom(...units),
        (digits, scale, unit) => {
          const raw = `${digits}${scale}${unit}`;
          const times = { '': 1, 万: 1e4, 亿: 1e8 }[scale] ?? 1;

          const numbers = scanNumbers(`全年共办理各类事项${raw},群众满意。`);

          expect(numbers).toHaveLength(1);
          expect(numbers[0]).toMatchObject({ start: 9, end: 9 + raw.length, unit });
          expect(numbers[0]?.value).toBeCloseTo(Number(digits) * times, 3);
        },
      ),
    );
  });
});

describe('chineseValue()', () => {
  it.each([
    ['十二', 12],
    ['两千三百', 2300],
    ['三万零五十', 30050],
    ['二十万', 200_000],
    ['一亿二千万', 120_000_000],
    ['三点五', 3.5],
    ['二〇二一', 2021],
  ])('reads %s', (words, value) => {
    expect(chineseValue(words)).toBe(value);
  });

  it('knows what is no number', () => {
    expect(chineseValue('三件')).toBeUndefined();
  });
});

describe('foldWidth()', () => {
  it('keeps every offset', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => foldWidth(text).length === text.length));
  });
});
