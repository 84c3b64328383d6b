import { describe, expect, it } from 'vitest';
import { ReportError } from '../../../src/errors.ts';
import { readPdf } from '../../../src/report/files/read-pdf.ts';
import { makePdf, type PdfContent } from '../../support/make-pdf.ts';

/** A line of running text: 27 characters of 16 points from one edge to the other. */
const FULL = '全区各部门认真履行职责严格规范公正文明执法全年办理行政处罚案';
const LEFT = 58;

async function read(...pages: PdfContent[]): Promise<string[]> {
  return (await readPdf(makePdf(pages), 'a.pdf')).text.split('\n');
}

describe('readPdf()', () => {
  it('joins lines that the edge breaks and begins a paragraph where one is set in', async () => {
    const lines = await read({
      texts: [
        [LEFT + 32, 700, `　　${FULL.slice(0, 28)}`.trim()],
        [LEFT, 672, FULL],
        [LEFT, 644, '120件。'],
        [LEFT + 32, 616, '二、存在的问题'],
        [LEFT + 32, 588, FULL.slice(0, 28)],
        [LEFT, 560, '不足。'],
      ],
    });

    expect(lines).toEqual([
      `${FULL.slice(0, 28)}${FULL}120件。`,
      '二、存在的问题',
      `${FULL.slice(0, 28)}不足。`,
    ]);
  });

  it('begins a paragraph at the next number of a list after a sentence that fills its line', async () => {
    const lines = await read({
      texts: [
        [LEFT, 700, `1.规范执法。${FULL.slice(0, 25)}`],
        [LEFT, 672, `${FULL.slice(0, -3)}十件。`],
        [LEFT, 644, `2.包容审慎。${FULL.slice(0, 25)}`],
        [LEFT, 616, '5件。'],
      ],
    });

    expect(lines).toEqual([
      `1.规范执法。${FULL.slice(0, 25)}${FULL.slice(0, -3)}十件。`,
      `2.包容审慎。${FULL.slice(0, 25)}5件。`,
    ]);
  });

  it('goes on over the end of a page and drops page numbers and running heads', async () => {
    const page = (number: number, text: string, x = LEFT): PdfContent => ({
      texts: [
        [200, 800, '东山县法治政府建设年度报告', 10],
        [x, 700, text],
        [290, 40, `— ${number} —`, 12],
      ],
    });

    expect(await read(page(1, FULL.slice(0, 28), LEFT + 32), page(2, FULL), page(3, '案件120件。'))).toEqual([
      `${FULL.slice(0, 28)}${FULL}案件120件。`,
    ]);
  });

  it('begins a paragraph behind a wider gap where none is set in', async () => {
    const stopped = `${FULL.slice(0, FULL.length - 1)}。`;
    const lines = await read({
      texts: [
        [LEFT, 700, FULL],
        [LEFT, 676, '件。'],
        [LEFT, 640, stopped],
        [LEFT, 604, '东山县人民政府'],
        [LEFT, 568, stopped],
        [LEFT, 544, '其余工作按计划推进。'],
      ],
    });

    expect(lines).toEqual([`${FULL}件。`, stopped, '东山县人民政府', `${stopped}其余工作按计划推进。`]);
  });

  it('joins a title that fills its line with the rest of it', async () => {
    const [title] = await read({
      texts: [
        [LEFT, 740, '东山县人民政府关于法治政府建设情况的年', 25],
        [LEFT, 706, '度报告', 25],
        [LEFT, 672, FULL],
        [LEFT, 648, '120件。'],
      ],
    });

    expect(title).toBe('东山县人民政府关于法治政府建设情况的年度报告');
  });

  it('reads a title of several lines as one', async () => {
    const [title] = await read({
      texts: [
        [205, 780 - 60, '东山县人民政府', 26],
        [165, 685, '年度法治政府报告书', 26],
        [LEFT + 32, 600, FULL.slice(0, 28)],
        [LEFT, 572, FULL],
        [LEFT, 544, '120件。'],
      ],
    });

    expect(title).toBe('东山县人民政府年度法治政府报告书');
  });

  it('reads a table by the lines around its cells, with merged ones', async () => {
    const [x1, x2, x3, x4] = [60, 200, 330, 460];
    const [y1, y2, y3, y4] = [700, 670, 640, 610];
    const { text, looks } = await readPdf(
      makePdf([
        {
          rules: [
            [x1, y1, x4, y1],
            [x2, y2, x4, y2],
            [x1, y3, x4, y3],
            [x1, y4, x4, y4],
            [x1, y4, x1, y1],
            [x2, y4, x2, y1],
            [x3, y4, x3, y2],
            [x4, y4, x4, y1],
          ],
          texts: [
            [LEFT, 760, FULL],
            [100, 665, '区县', 12],
            [300, 680, '案件情况', 12],
            [230, 650, '受理（件）', 12],
            [360, 650, '审结（件）', 12],
            [100, 620, '东山县', 12],
            [240, 620, '605', 12],
            [370, 620, '588', 12],
          ],
        },
      ]),
      'a.pdf',
    );

    expect(text.split('\n').slice(1)).toEqual([
      '区县 | 案件情况 | 案件情况',
      '区县 | 受理（件） | 审结（件）',
      '东山县 | 605 | 588',
    ]);
    expect(looks.get(4)?.row?.columns).toEqual(['区县', '案件情况 受理（件）', '案件情况 审结（件）']);
  });

  it('parts what stands in two narrow columns though the file gives it as one text', async () => {
    const [x1, x2, x3, x4] = [60, 122, 190, 260];
    const lines = await read({
      rules: [
        ...[700, 680, 660, 640].map((y): [number, number, number, number] => [x1, y, x4, y]),
        ...[x1, x2, x3, x4].map((x): [number, number, number, number] => [x, 640, x, 700]),
      ],
      texts: [
        [LEFT, 760, FULL],
        [64, 685, '单位', 12],
        [128, 685, '2022年 2023年', 12],
        [64, 665, '水务局 ', 12],
        [112, 665, ' 17', 12],
        [210, 665, '23', 12],
        [64, 645, '合计', 12],
        [130, 645, '40', 12],
        [210, 645, '56', 12],
      ],
    });

    expect(lines.slice(1)).toEqual(['单位 | 2022年 | 2023年', '水务局 | 17 | 23', '合计 | 40 | 56']);
  });

  it('marks columns without borders as unsure where a cell goes on in the next line', async () => {
    const rowsOf = async (...texts: [number, number, string, number][]) => {
      const { looks } = await readPdf(makePdf([{ texts: [[LEFT, 760, FULL], ...texts] }]), 'a.pdf');
      return [...looks.values()].map(({ row }) => row?.isUnsure ?? false);
    };
    const sound: [number, number, string, number][] = [
      [64, 700, '部门', 12],
      [200, 700, '件数', 12],
      [64, 676, '水务局', 12],
      [200, 676, '23', 12],
    ];

    expect(await rowsOf(...sound)).toEqual([false, false]);
    expect(await rowsOf(...sound, [64, 662, '执法队', 12])).toEqual([true, true]);
  });

  it('refuses a scan, and says what to do', async () => {
    const error = await readPdf(makePdf([{ texts: [] }, { texts: [[100, 40, '1']] }]), 'a.pdf').catch(
      (thrown: unknown) => thrown,
    );

    expect(error).toBeInstanceOf(ReportError);
    expect((error as ReportError).message).toContain('as a scan does');
    expect((error as ReportError).cure).toContain('text recognition');
  });

  it('refuses what only begins like a PDF', async () => {
    const bytes = new TextEncoder().encode('%PDF-1.7\nnothing more');

    await expect(readPdf(bytes, 'a.pdf')).rejects.toThrow(ReportError);
  });
});
