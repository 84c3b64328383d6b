import { describe, expect, it } from 'vitest';
import { isChineseMeasure, quotedParts } from '../../src/report/no-measure.ts';
import { scanNumbers } from '../../src/report/scan-numbers.ts';

const raws = (text: string) => scanNumbers(text).map(({ start, end }) => text.slice(start, end));

describe('isNoMeasure()', () => {
  it.each([
    ['document numbers', '(毕金管发〔2020〕3号)、国发〔2018〕35号、高府办函[2021]31号'],
    ['dates', '2019年7月,2019年11月21日印发,2020-04-01 10:29,2021.11.5,8月9日,11日8日'],
    ['years and their ranges', '2019年,2016年-2019年的文件,2016-2019年,二〇二一年'],
    ['parts of the year', '1-10月,今年1月至10月,前10个月,前三个季度,10月份'],
    ['decades and centuries', '20世纪90年代的90后'],
    ['list numbers', '1.加强领导'],
    ['list numbers in brackets', '(1)加强领导'],
    ['list numbers in full width', '１．加强领导'],
    ['list numbers of two levels', '1.1强化职能'],
    ['ordinal numbers', '第1名、第十九条、第三批、第二十次会议'],
    ['hotlines', '拨打12345热线,12348、12309检察服务中心,“12345”政府服务热线,110报警服务台'],
    ['telephone numbers', '电话:020-86888888,联系方式:0668-6666810,手机13800138000'],
    ['licence numbers', '粤公网安备 44098102441048号,粤ICP备16116520号,网站标识码:4409810016'],
    ['postcodes', '邮编:510800'],
    ['titles of documents', '《第一批具体事项表(共100项)》和《政府核准的投资项目目录(2016年本)》'],
    ['slogans', '“3+N”大调解、“最多跑1次”、“24小时自助服务”、“一网通办”、“5+X”'],
    ['sums and days of remembrance', '1+4应急体系,12·4宪法日,7×24小时服务'],
    ['names with letters', '5G网络、A4纸、ISO9001认证'],
    ['things called after nought', '新能源汽车零部件产业链、汽车零件'],
    ['lines and versions', '地铁9号线,平台3.0版'],
    [
      'words with characters of numbers',
      '一体推进,三项制度,十九大精神,四中全会,一是加强,统一安排,八五普法,一村一法律顾问',
    ],
    ['words with 百, 千 and 万 alone', '百姓,千方百计,万众一心'],
  ])('leaves out %s', (_, text) => {
    expect(raws(text)).toEqual([]);
  });

  it.each([
    ['一网通办率“达到100%”', ['100%']],
    ['第三批共5家', ['5家']],
    ['12345热线受理32件', ['32件']],
    ['2020年6月5日培训500余人', ['500余人']],
    ['聘期3年,每2个月', ['3年', '2个月']],
    ['三是办理12件', ['12件']],
    ['(国发〔2018〕35号)取消15项', ['15项']],
    ['有效期5年以上', ['5年以上']],
    ['1848宗行政许可', ['1848宗']],
  ])('keeps what measures in %s', (text, numbers) => {
    expect(raws(text)).toEqual(numbers);
  });
});

describe('isChineseMeasure()', () => {
  it.each([
    ['两', '次', '举办培训', ',', true],
    ['三', '项', '执法', '制度', false],
    ['三', '项', '共', '制度', true],
    ['一', '件', '仅', '', true],
    ['一', '件', '', '', false],
    ['九', '成', '近', '以上', true],
    ['三', '成', '', '立大会', false],
    ['五', '次', '第', '', false],
  ])('takes %s%s behind "%s" and before "%s" for a measure: %s', (words, unit, before, after, expected) => {
    expect(isChineseMeasure(words, unit, before, after, false)).toBe(expected);
  });
});

describe('quotedParts()', () => {
  it('finds titles with titles inside them, quotes and the year of a document number', () => {
    const text = '《关于<清单>的通知》《关于贯彻《条例》的通知》和“一窗”〔2019〕2号';

    expect(quotedParts(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      '《关于<清单>的通知》',
      '《关于贯彻《条例》的通知》',
      '“一窗”',
      '〔2019〕',
    ]);
  });

  it('takes a long passage in quotes for words of its own', () => {
    expect(quotedParts('“这是一段很长的话,其中说到全年共办理各类案件三百余件,受到好评”')).toEqual([]);
  });
});
