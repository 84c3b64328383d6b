import { describe, expect, it } from 'vitest';
import { buildOutline } from '../../src/report/build-outline.ts';
import { placeClosings } from '../../src/report/place-closings.ts';
import { splitLines } from '../../src/report/report-lines.ts';

const TEXT = '全区各部门认真履行职责,严格规范公正文明执法,全年办理行政处罚案件120件,行政许可案件350件。';
const CLOSING = '2019年度,我区法治政府建设取得了一定成效,但也存在一些问题和不足,如:重视程度不够等。';

function place(...lines: string[]) {
  const outline = buildOutline(splitLines(lines.join('\n')));
  const { paragraphs, problems } = placeClosings(outline.paragraphs, outline.sections);
  return { chain: paragraphs.find((paragraph) => paragraph.text === CLOSING)?.chain, paragraphs, problems };
}

describe('placeClosings()', () => {
  it('moves a paragraph that sums up a part to that part', () => {
    const { chain } = place(
      '一、工作情况',
      '(一)加强宣传',
      `1.优化服务。${TEXT}`,
      `2.开展宣传。${TEXT}`,
      CLOSING,
      '二、工作计划',
      TEXT,
    );

    expect(chain).toEqual(['一、工作情况']);
  });

  it('leaves a paragraph in its section where more of the section follows', () => {
    const { chain } = place('一、工作情况', '(一)加强宣传', TEXT, CLOSING, TEXT, '二、工作计划', TEXT);

    expect(chain).toEqual(['一、工作情况', '(一)加强宣传']);
  });

  it('leaves the only paragraph of a section there', () => {
    const { chain } = place(
      '一、工作情况',
      '(一)工作进展',
      TEXT,
      '(二)存在问题',
      CLOSING,
      '二、工作计划',
      TEXT,
    );

    expect(chain).toEqual(['一、工作情况', '(二)存在问题']);
  });

  it('names the closing of the whole report as a problem where all parts are topics', () => {
    const { chain, problems } = place(
      '一、加强领导',
      TEXT,
      '二、科学决策',
      TEXT,
      '三、规范执法',
      TEXT,
      CLOSING,
    );

    expect(chain).toEqual(['三、规范执法']);
    expect(problems).toHaveLength(1);
  });

  it('puts a closing formula under no heading', () => {
    const { paragraphs } = place('一、工作情况', TEXT, '专此报告。');

    expect(paragraphs.at(-1)).toMatchObject({ text: '专此报告。', section: -1, chain: [] });
  });
});
