import { describe, expect, it } from 'vitest';
import { buildOutline } from '../../src/report/build-outline.ts';
import type { LineLook } from '../../src/report/files/document-text.ts';
import { splitLines } from '../../src/report/report-lines.ts';

const TEXT = '全区各部门认真履行职责,严格规范公正文明执法,全年办理行政处罚案件120件,行政许可案件350件。';

/** The headings with their levels, and the chain of every paragraph. */
function outline(...lines: string[]) {
  const { sections, paragraphs } = buildOutline(splitLines(lines.join('\n')));
  return {
    headings: sections.map((section) => `${section.level} ${section.heading}`),
    chains: paragraphs.map((paragraph) => paragraph.chain),
  };
}

describe('buildOutline()', () => {
  it('nests 一、 （一） 1. （1） ①', () => {
    const { headings, chains } = outline(
      '一、工作情况',
      '（一）健全制度',
      '1．加强领导',
      '（1）压实责任',
      '①定期会商',
      TEXT,
      '二、存在问题',
      TEXT,
    );

    expect(headings).toEqual([
      '1 一、工作情况',
      '2 （一）健全制度',
      '3 1．加强领导',
      '4 （1）压实责任',
      '5 ①定期会商',
      '1 二、存在问题',
    ]);
    expect(chains).toEqual([
      ['一、工作情况', '（一）健全制度', '1．加强领导', '（1）压实责任', '①定期会商'],
      ['二、存在问题'],
    ]);
  });

  it('goes on after numbers that are left out', () => {
    const lines = ['一、工作情况', '（一）健全制度', TEXT, '（五）严格执法', TEXT, '（九）抓好培训', TEXT];

    expect(outline(...lines, '六、存在问题', TEXT).headings).toEqual([
      '1 一、工作情况',
      '2 （一）健全制度',
      '2 （五）严格执法',
      '2 （九）抓好培训',
      '1 六、存在问题',
    ]);
  });

  it('takes months, and a sentence whose number continues nothing, for text', () => {
    expect(outline('一、工作情况', TEXT, '七、八月份开展执法检查', TEXT).headings).toEqual([
      '1 一、工作情况',
    ]);
    expect(outline('一、工作情况', TEXT, `九、${TEXT}`, TEXT).headings).toEqual(['1 一、工作情况']);
  });

  it('ends a heading at one blank before an account', () => {
    expect(
      outline(`一、健全制度体系 ${TEXT}`, `（一）规范文件管理 ${TEXT}`, `二、存在的问题 ${TEXT}`).headings,
    ).toEqual(['1 一、健全制度体系', '2 （一）规范文件管理', '1 二、存在的问题']);
    expect(outline(`一、加强组织领导 健全工作机制。${TEXT}`).headings).toEqual([
      '1 一、加强组织领导 健全工作机制。',
    ]);
  });

  it('puts 一、 under 第一部分', () => {
    const { headings } = outline(
      '第一部分  工作情况',
      '一、加强领导',
      TEXT,
      '二、健全制度',
      TEXT,
      '第二部分  工作计划',
      '一、继续改革',
      TEXT,
    );

    expect(headings).toEqual([
      '1 第一部分  工作情况',
      '2 一、加强领导',
      '2 二、健全制度',
      '1 第二部分  工作计划',
      '2 一、继续改革',
    ]);
  });

  it('puts 1.1 under 1. and 1.1.1 under 1.1', () => {
    const { headings } = outline(
      '1.主要工作',
      '1.1强化引领',
      TEXT,
      '1.2严格执法',
      `1.2.1执法办案。${TEXT}`,
      `1.2.2队伍建设。${TEXT}`,
      '2.工作计划',
      '2.1继续改革',
      TEXT,
    );

    expect(headings).toEqual([
      '1 1.主要工作',
      '2 1.1强化引领',
      '2 1.2严格执法',
      '3 1.2.1执法办案。',
      '3 1.2.2队伍建设。',
      '1 2.工作计划',
      '2 2.1继续改革',
    ]);
  });

  it('gives one style different depths where a level is left out', () => {
    const { headings } = outline(
      '一、工作情况',
      '(一)健全制度',
      `1.加强领导。${TEXT}`,
      '二、工作计划',
      `1.继续改革。${TEXT}`,
    );

    expect(headings).toEqual([
      '1 一、工作情况',
      '2 (一)健全制度',
      '3 1.加强领导。',
      '1 二、工作计划',
      '2 1.继续改革。',
    ]);
  });

  it('accepts numbers that are skipped or start again', () => {
    const { headings } = outline(
      '一、工作情况',
      TEXT,
      '三、存在问题',
      '(一)问题',
      TEXT,
      '(三)原因',
      TEXT,
      '四、计划',
      '(一)改革',
      TEXT,
    );

    expect(headings.filter((heading) => heading.startsWith('1'))).toEqual([
      '1 一、工作情况',
      '1 三、存在问题',
      '1 四、计划',
    ]);
  });

  it('takes 一、 for the outer level after a numbered list in the introduction', () => {
    const { headings } = outline(
      `1.加强领导。${TEXT}`,
      `2.健全制度。${TEXT}`,
      '一、工作情况',
      TEXT,
      '二、工作计划',
      TEXT,
    );

    expect(headings.slice(2)).toEqual(['1 一、工作情况', '1 二、工作计划']);
  });

  it('never takes 一是 for a heading', () => {
    const { headings, chains } = outline('一、存在问题', `一是认识不足。${TEXT}`, `二是力量薄弱。${TEXT}`);

    expect(headings).toEqual(['1 一、存在问题']);
    expect(chains).toHaveLength(2);
  });

  it('reads short lines without numbers before prose as headings', () => {
    const { headings, chains } = outline(TEXT, '加强党的领导', TEXT, '推进依法决策', TEXT, TEXT);

    expect(headings).toEqual(['1 加强党的领导', '1 推进依法决策']);
    expect(chains).toEqual([[], ['加强党的领导'], ['推进依法决策'], ['推进依法决策']]);
  });

  it('nests short lines without numbers where one stands right below another', () => {
    const { headings } = outline(
      '年度工作成效',
      '服务延伸到户',
      TEXT,
      '执法保持高压',
      TEXT,
      '问题与差距',
      TEXT,
      '来年安排',
      '配齐装备',
      TEXT,
    );

    expect(headings).toEqual([
      '1 年度工作成效',
      '2 服务延伸到户',
      '2 执法保持高压',
      '1 问题与差距',
      '1 来年安排',
      '2 配齐装备',
    ]);
  });

  it('takes numbered sentences with nothing under them for paragraphs, and the same form with text for headings', () => {
    const { headings, chains } = outline(
      '一、存在问题',
      '(一)执法力量与管辖面积不匹配。',
      '(二)普法精准度不够。',
      '二、工作计划',
      '(一)建强执法队伍。',
      TEXT,
      '(二)深化精准普法。',
      TEXT,
    );

    expect(headings).toEqual([
      '1 一、存在问题',
      '1 二、工作计划',
      '2 (一)建强执法队伍。',
      '2 (二)深化精准普法。',
    ]);
    expect(chains.slice(0, 2)).toEqual([['一、存在问题'], ['一、存在问题']]);
  });

  it('does not take a date or a quantity at the start of a line for a number', () => {
    const { headings, chains } = outline(
      '一、工作情况',
      `12.4国家宪法日期间开展宣传。${TEXT}`,
      `3.5亿元用于治理。${TEXT}`,
    );

    expect(headings).toEqual(['1 一、工作情况']);
    expect(chains).toHaveLength(2);
  });

  it('counts lines as the file does, whatever ends them', () => {
    const { paragraphs, sections } = buildOutline(splitLines(`一、情况\r\n\r\n　　${TEXT}\r\n`));

    expect(sections[0]).toMatchObject({ line: 1, firstParagraph: 1, runIn: false });
    expect(paragraphs[0]).toMatchObject({ number: 1, line: 3, offset: 10, text: TEXT });
  });
});

/** The headings of lines with looks, with their levels. */
function shown(...lines: readonly (readonly [string, LineLook?])[]): string[] {
  const looks = new Map(
    lines.flatMap(([, look], index) => (look === undefined ? [] : [[index + 1, look] as const])),
  );
  const { sections } = buildOutline(splitLines(lines.map(([text]) => text).join('\n'), looks));
  return sections.map(({ level, heading }) => `${level} ${heading}`);
}

describe('buildOutline() of lines with looks', () => {
  it('nests headings by the levels that the file gives', () => {
    expect(
      shown(
        ['工作情况', { level: 2 }],
        ['健全各项制度', { level: 3 }],
        [TEXT],
        ['强化监督', { level: 3 }],
        [TEXT],
        ['存在的问题', { level: 2 }],
        [TEXT],
      ),
    ).toEqual(['1 工作情况', '2 健全各项制度', '2 强化监督', '1 存在的问题']);
  });

  it('takes only bold lines for headings where there are some', () => {
    expect(
      shown(
        ['加强党的领导', { bold: 6 }],
        [TEXT],
        ['某些短语不是标题'],
        [TEXT],
        ['推进依法决策', { bold: 6 }],
        [TEXT],
      ),
    ).toEqual(['1 加强党的领导', '1 推进依法决策']);
  });

  it('ends a heading that runs into its text where the bold words end', () => {
    expect(shown([`（一）健全机制 ${TEXT}`, { bold: 7 }], [`（二）强化监督：${TEXT}`, { bold: 7 }])).toEqual([
      '1 （一）健全机制',
      '1 （二）强化监督：',
    ]);
    expect(shown([`健全机制。${TEXT}`, { bold: 5 }], [`强化监督。${TEXT}`, { bold: 4 }])).toEqual([
      '1 健全机制。',
      '1 强化监督。',
    ]);
  });

  it('takes one bold beginning, and 一是 in bold, for emphasis', () => {
    expect(shown([`健全机制。${TEXT}`, { bold: 5 }], [TEXT])).toEqual([]);
    expect(shown([`一是健全机制。${TEXT}`, { bold: 7 }], [`二是强化监督。${TEXT}`, { bold: 7 }])).toEqual([]);
  });

  it('never takes a row for a heading', () => {
    const row = { row: { columns: [], isHeader: false } };

    expect(shown(['一、行政复议 | 12件', row], ['二、行政诉讼 | 8件', row], [TEXT])).toEqual([]);
  });

  it('reads 首先 and 其次 on lines of their own as headings', () => {
    expect(
      shown(
        ['首先，抓统筹，压实责任'],
        [TEXT],
        ['其次，优服务，方便群众'],
        [TEXT],
        ['存在问题'],
        [TEXT],
        ['明年打算'],
        [TEXT],
      ),
    ).toEqual(['1 首先，抓统筹，压实责任', '1 其次，优服务，方便群众', '1 存在问题', '1 明年打算']);
  });

  it('reads 首先 and 其次 with a few words and 。 as headings, on their own line and before their text', () => {
    expect(shown(['首先，抓好统筹。'], [TEXT], ['其次，优化服务。'], [TEXT])).toEqual([
      '1 首先，抓好统筹。',
      '1 其次，优化服务。',
    ]);
    expect(
      shown(['一、工作情况'], [`首先，抓统筹。${TEXT}`], [`其次，优服务。${TEXT}`], ['二、存在问题'], [TEXT]),
    ).toEqual(['1 一、工作情况', '2 首先，抓统筹。', '2 其次，优服务。', '1 二、存在问题']);
    expect(shown(['首先是抓好统筹'], [TEXT], ['其次是优化服务'], [TEXT], ['最后是培训'], [TEXT])).toEqual([
      '1 首先是抓好统筹',
      '1 其次是优化服务',
      '1 最后是培训',
    ]);
    expect(
      shown(['首先，抓好统筹。', { bold: 8 }], [TEXT], ['其次，优化服务。', { bold: 8 }], [TEXT]),
    ).toEqual(['1 首先，抓好统筹。', '1 其次，优化服务。']);
  });

  it('takes 首先 and 其次 before accounts, in one paragraph or alone for text', () => {
    expect(shown([`首先，县里成立了领导小组。${TEXT}`], [`其次，印发方案12份。${TEXT}`])).toEqual([]);
    expect(shown([`首先，抓统筹。${TEXT}其次，优服务。${TEXT}`], [`此外，抓培训。${TEXT}`])).toEqual([]);
    expect(shown([`首先，抓统筹。${TEXT}`], [TEXT])).toEqual([]);
    expect(shown([TEXT], ['首先，抓统筹。'], ['其次，优服务。'], [TEXT])).toEqual([]);
  });

  it('reads words in 【】 before their text as headings, and takes one alone for emphasis', () => {
    expect(shown([`【总体情况】${TEXT}`], [`【存在问题】${TEXT}`])).toEqual([
      '1 【总体情况】',
      '1 【存在问题】',
    ]);
    expect(shown([`【总体情况】${TEXT}`, { bold: 6 }], [`【存在问题】${TEXT}`, { bold: 6 }])).toEqual([
      '1 【总体情况】',
      '1 【存在问题】',
    ]);
    expect(shown([`【典型案例】${TEXT}`], [TEXT])).toEqual([]);
  });
});
