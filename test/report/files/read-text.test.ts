import { describe, expect, it } from 'vitest';
import { readText } from '../../../src/report/files/read-text.ts';

describe('readText()', () => {
  it('leaves a text without tables as it is', () => {
    const text = '一、工作情况\r\n　　全区受理12件。\n来源：司法局\t浏览：12';

    expect(readText(text, 'a.txt')).toEqual({ text, looks: new Map(), problems: [] });
  });

  it('prints columns set with tabs as rows, with the headers above their cells', () => {
    const { text, looks } = readText(
      '见下表。\n\n区县\t受理（件）\t审结（件）\n\n东山县\t605\t588\n',
      'a.txt',
    );

    expect(text.split('\n')).toEqual([
      '见下表。',
      '',
      '区县 | 受理（件） | 审结（件）',
      '',
      '东山县 | 605 | 588',
      '',
    ]);
    expect(looks.get(3)).toEqual({ row: { columns: [], isHeader: true } });
    expect(looks.get(5)).toEqual({ row: { columns: ['区县', '受理（件）', '审结（件）'], isHeader: false } });
  });

  it.each([
    ['tabs', `受理${'\t'.repeat(6000)}`],
    ['pipes', `${'|---'.repeat(20_000)}。`],
    ['blanks in a heading', `# 一${' '.repeat(6000)}二`],
  ])('reads a line of endless %s', (_what, line) => {
    const { text } = readText(`${line}\n全区受理12件。`, 'a.md');

    expect(text.split('\n').at(-1)).toBe('全区受理12件。');
  });

  it('reads rows set with pipes between their cells alone, but no menus', () => {
    const { looks } = readText('首页 | 登录\n\n见下表。\n区县 | 受理（件）\n东山县 | 605\n', 'a.txt');

    expect([...looks]).toEqual([
      [4, { row: { columns: [], isHeader: true } }],
      [5, { row: { columns: ['区县', '受理（件）'], isHeader: false } }],
    ]);
  });

  it('takes the marks of Markdown out and keeps what they say', () => {
    const lines = [
      '# 报告',
      '## 一、情况',
      '**1.机制。**成立小组。',
      '[链接](http://a)与1\\. 项',
      '| 项目 | 件数 |',
      '| --- | ---: |',
      '| 复议 | 12 |',
    ];

    const { text, looks } = readText(lines.join('\n'), 'a.md');

    expect(text.split('\n')).toEqual([
      '报告',
      '一、情况',
      '1.机制。成立小组。',
      '链接与1. 项',
      '项目 | 件数',
      '',
      '复议 | 12',
    ]);
    expect(looks.get(2)).toEqual({ level: 2 });
    expect(looks.get(3)).toEqual({ bold: 5 });
    expect(looks.get(7)?.row?.columns).toEqual(['项目', '件数']);
  });

  it('takes the bullets of Markdown off and keeps that they stood there', () => {
    const { text, looks } = readText('- 学法不少于12次；\n* **培训**300名\n---\n  - 3次\n', 'a.md');

    expect(text.split('\n')).toEqual(['学法不少于12次；', '培训300名', '---', '3次', '']);
    expect([...looks]).toEqual([
      [1, { isBullet: true }],
      [2, { bold: 2, isBullet: true }],
      [4, { isBullet: true }],
    ]);
  });
});
