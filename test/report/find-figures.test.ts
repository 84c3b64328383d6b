import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFigures } from '../../src/report/find-figures.ts';
import type { Figure, Paragraph } from '../../src/report/report.ts';

/** One paragraph of a report for 2021, under the headings given. */
function paragraph(text: string, chain: readonly string[] = ['一、工作情况']): Paragraph {
  return { number: 1, section: 0, chain, text, line: 1, offset: 0 };
}

function figures(text: string, chain?: readonly string[]): Figure[] {
  return findFigures([paragraph(text, chain)], 2021);
}

describe('findFigures()', () => {
  it('labels a figure by the words before it, and behind it up to the next mark', () => {
    const found = figures('全年收到行政复议申请82件,其中受理72件,聘请20名监督员。');

    expect(found.map(({ raw, label }) => [raw, label])).toEqual([
      ['82件', '全年收到行政复议申请'],
      ['72件', '其中受理'],
      ['20名', '聘请…监督员'],
    ]);
  });

  it('gives each figure of an enumeration its own label', () => {
    const found = figures('保留10份、集中修改7份(其中4份由办公室印发、3份调整名义)、废止4份。');

    expect(found.map(({ raw, label }) => [raw, label])).toEqual([
      ['10份', '保留'],
      ['7份', '集中修改'],
      ['4份', '其中…由办公室印发'],
      ['3份', '调整名义'],
      ['4份', '废止'],
    ]);
  });

  it('leaves the number of a list out of a label', () => {
    expect(figures('1.加强培训。2.行政复议调撤率达40%以上。').map(({ label }) => label)).toEqual([
      '行政复议调撤率达',
    ]);
  });

  it('says no more of the sentence of a figure than stands near it', () => {
    const found = figures('行政复议办结12件，'.repeat(20_000));

    expect(found).toHaveLength(20_000);
    for (const { raw, sentence } of found) {
      expect(raw).toBe('12件');
      expect(sentence.length).toBeLessThan(4_000);
    }
  });

  it('gives clause and sentence as printed', () => {
    const [figure] = figures('一是抓复议。全年收到申请1，265件，审结率98％；二是抓应诉。');

    expect(figure).toMatchObject({
      raw: '1，265件',
      value: 1265,
      clause: '全年收到申请1，265件',
      sentence: '全年收到申请1，265件，审结率98％；',
    });
  });

  it.each([
    ['截至11月9日,收到申请82件', '截至11月9日'],
    ['截至2021年10月底,收到申请82件', '截至2021年10月底'],
    ['截止到目前,收到申请82件', '截止到目前'],
    ['今年1月至10月,收到申请82件', '今年1月至10月'],
    ['2021年1-10月,收到申请82件', '2021年1-10月'],
    ['2021年1—9月份,收到申请82件', '2021年1—9月份'],
    ['1月24日至3月31日,收到申请82件', '1月24日至3月31日'],
    ['上半年,收到申请82件', '上半年'],
    ['前三季度收到申请82件', '前三季度'],
    ['一季度收到申请82件', '一季度'],
    ['前10个月收到申请82件', '前10个月'],
    ['１－９月收到申请82件', '1-9月'],
  ])('reads the part of the year in %s', (text, period) => {
    expect(figures(text).map((figure) => figure.period)).toEqual([period]);
  });

  it.each([
    '2021年,收到申请82件',
    '截至2021年12月底,收到申请82件',
    '截至12月31日,收到申请82件',
    '1-12月收到申请82件',
    '8月9日收到申请82件',
  ])('finds no part of the year in %s', (text) => {
    expect(figures(text).map((figure) => figure.period)).toEqual([undefined]);
  });

  it('keeps the end of another year, which is not the year of the report', () => {
    expect(figures('截至2020年12月底,持证82人')[0]?.period).toBe('截至2020年12月底');
  });

  it('lets a part of the year hold to the end of its sentence', () => {
    const found = figures('截至11月9日,收到申请82件,受理72件。全年办结54件。');

    expect(found.map((figure) => figure.period)).toEqual(['截至11月9日', '截至11月9日', undefined]);
  });

  it.each([
    ['今年拟修改1份文件', true],
    ['预计全年新增减税超40亿元', true],
    ['力争覆盖率达到95%', true],
    ['按计划完成审计项目28个', false],
    ['纳入计划修改6份', false],
    ['已完成审计项目28个', false],
  ])('says of "%s" whether it is planned: %s', (text, planned) => {
    expect(figures(text).map((figure) => figure.planned)).toEqual([planned]);
  });

  it.each([['三、下一步工作计划'], ['二、2022年主要安排'], ['四、今后努力方向']])(
    'takes what stands under "%s" for planned',
    (heading) => {
      expect(figures('开展培训12次。', [heading])[0]?.planned).toBe(true);
    },
  );

  it('takes present facts under problems and plans for facts, and what follows the announcement for planned', () => {
    const chain = ['六、存在问题和下一步打算'];
    const all = findFigures(
      [
        paragraph(
          '执法力量不足,1304名持证人员中法律专业的仅占31%。2022年,将重点做好:一是培训达到40场以上。',
          chain,
        ),
        { ...paragraph('二是办结率达到95%。', chain), number: 2 },
      ],
      2021,
    );

    expect(all.map(({ raw, planned }) => [raw, planned])).toEqual([
      ['1304名', false],
      ['31%', false],
      ['40场以上', true],
      ['95%', true],
    ]);
  });

  it('takes all under a plan that starts from problems for planned', () => {
    expect(figures('开展培训12次。', ['七、下一步针对不足的改进措施'])[0]?.planned).toBe(true);
  });

  it('labels a share of an earlier year in brackets like the share it is compared with', () => {
    const found = figures('败诉6件,败诉率9.52%,与2020年(13.16%)相比下降3.64个百分点。');

    expect(found.map(({ raw, label }) => [raw, label]).slice(1, 3)).toEqual([
      ['9.52%', '败诉率'],
      ['13.16%', '2020年败诉率'],
    ]);
  });

  it('numbers the figures through all paragraphs', () => {
    const all = findFigures([paragraph('办理3件、5件。'), { ...paragraph('办理8件。'), number: 2 }], 2021);

    expect(all.map(({ index, paragraph: number, value }) => [index, number, value])).toEqual([
      [0, 1, 3],
      [1, 1, 5],
      [2, 2, 8],
    ]);
  });

  it('gives figures whose offsets, clause and sentence are words of the paragraph', () => {
    const piece = fc.constantFrom(
      '全年',
      '收到',
      '申请',
      '82件',
      '98.5%',
      '约3万余人',
      ',',
      '。',
      ';',
      '(',
      ')',
      '、',
      '《',
      '》',
      '“',
      '”',
      '截至11月9日',
      '三是',
      '1,265',
      '至',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        for (const figure of figures(text)) {
          expect(text.slice(figure.start, figure.end)).toBe(figure.raw);
          expect(text).toContain(figure.clause);
          expect(text).toContain(figure.sentence);
          expect(figure.clause).toContain(figure.raw);
          expect(figure.sentence).toContain(figure.raw);
        }
      }),
    );
  });
});
