import { describe, expect, it } from 'vitest';
import { ReportError } from '../../../src/errors.ts';
import { declaredCharset } from '../../../src/report/files/declared-charset.ts';
import { readDocument } from '../../../src/report/files/read-document.ts';
import { readHtml } from '../../../src/report/files/read-html.ts';

const PROSE = '全区各部门认真履行职责，严格规范公正文明执法，全年办理行政处罚案件120件。';

/** The lines of a page with their looks. */
function read(html: string) {
  const { text, looks } = readHtml(html, 'a.html');
  return text.split('\n').map((line, index) => ({ line, ...looks.get(index + 1) }));
}

function texts(html: string): string[] {
  return read(html).map(({ line }) => line);
}

describe('readHtml()', () => {
  it.each([
    ['paragraphs', `<p>　　一、情况</p><p>&nbsp;&nbsp;${PROSE}</p>`],
    ['line breaks', `<div>&nbsp;&nbsp;一、情况<br>&nbsp;&nbsp;${PROSE}<br/></div>`],
    [
      'divisions',
      `<div>一、情况</div>\n<div><span>${PROSE.slice(0, 9)}</span><span>${PROSE.slice(9)}</span></div>`,
    ],
    ['cells that lay out', `<table><tr><td>一、情况<br><p>${PROSE}</p></td></tr></table>`],
    ['preformatted text', `<pre>一、情况\n${PROSE}</pre>`],
  ])('reads an article set in %s', (_, article) => {
    expect(texts(`<html><body>${article}</body></html>`).map((line) => line.trim())).toEqual([
      '一、情况',
      PROSE,
    ]);
  });

  it('leaves out what is not shown', () => {
    const hidden =
      '<script>var a="一"</script><style>p{}</style><p style="display: none">隐</p><p hidden>藏</p>';

    expect(texts(`<body>${hidden}<!-- 注 --><p>${PROSE}</p><noscript>无</noscript></body>`)).toEqual([PROSE]);
  });

  it('marks what stands outside the article, and lines that are links', () => {
    const lines = read(
      `<body><div class="nav"><a href="/">首页</a></div><h1>标题</h1><div id="zoom"><p>${PROSE}</p><p>${PROSE}</p></div><div class="footer">主办：某区</div></body>`,
    );

    expect(lines).toEqual([
      { line: '首页', isOutside: true, isLink: true },
      { line: '标题', isOutside: true, bold: 2, level: 1 },
      { line: PROSE },
      { line: PROSE },
      { line: '主办：某区', isOutside: true },
    ]);
  });

  it('keeps all of a page where sentences stand side by side in several places', () => {
    const lines = read(`<body><div><p>${PROSE}</p></div><div><p>${PROSE}</p></div></body>`);

    expect(lines.some(({ isOutside }) => isOutside)).toBe(false);
  });

  it('knows which words at the start of a line are bold', () => {
    const [first, second, third] = read(
      `<body><p><b>一、情况</b></p><p><span style="font-weight:bold">机制。</span>${PROSE}</p><p>${PROSE}<b>尾</b></p></body>`,
    );

    expect(first).toMatchObject({ bold: 4 });
    expect(second).toMatchObject({ bold: 3 });
    expect(third).not.toHaveProperty('bold');
  });

  it('prints the numbers of an ordered list that are not typed', () => {
    expect(texts(`<body><ol><li>${PROSE}</li><li>2.${PROSE}</li></ol></body>`)).toEqual([
      `1.${PROSE}`,
      `2.${PROSE}`,
    ]);
  });

  it('prints merged cells in every place they cover, under all their headers', () => {
    const lines = read(
      `<body><p>${PROSE}</p><table><tr><th rowspan="2">领域</th><th colspan="2">案件</th></tr><tr><th>立案（件）</th><th>结案（件）</th></tr>` +
        '<tr><td rowspan="2">市场监管</td><td>12</td><td>10</td></tr><tr><td>3</td><td>-</td></tr></table></body>',
    );

    expect(lines.slice(1).map(({ line }) => line)).toEqual([
      '领域 | 案件 | 案件',
      '领域 | 立案（件） | 结案（件）',
      '市场监管 | 12 | 10',
      '市场监管 | 3 | -',
    ]);
    expect(lines[3]?.row).toEqual({
      columns: ['领域', '案件 立案（件）', '案件 结案（件）'],
      isHeader: false,
    });
  });

  it('reads the table around a document as labels', () => {
    const table =
      '<table><tr><td>索 引 号：</td><td>0001</td><td>发布机构：</td><td>东山县司法局</td></tr><tr><td>标题：</td><td colspan="3">报告</td></tr></table>';

    expect(texts(`<body>${table}<p>${PROSE}</p></body>`).slice(0, 3)).toEqual([
      '索 引 号：0001',
      '发布机构：东山县司法局',
      '标题：报告',
    ]);
  });

  it('adds what the head says of title and date where the page does not print it', () => {
    const head =
      '<title>东山县2023年法治政府建设报告_东山县政府</title><meta name="PubDate" content="2024-01-05 10:00">';

    expect(texts(`<html><head>${head}</head><body><p>${PROSE}</p></body></html>`)).toEqual([
      '东山县2023年法治政府建设报告',
      PROSE,
      '发布日期：2024-01-05 10:00',
    ]);
  });

  it.each([
    ['a million nested tags', '<div>'.repeat(1_000_000)],
    ['a hundred thousand nested tables', '<table><tr><td>'.repeat(100_000)],
    ['a thousand nested tags', `${'<div>'.repeat(1000)}${PROSE}${'</div>'.repeat(1000)}`],
  ])('refuses %s', (_, html) => {
    expect(() => readHtml(html, 'a.html')).toThrow(ReportError);
  });

  it('reads a table whose cells cover each other as text', () => {
    const row = '<tr><td rowspan="60000" colspan="900">1件</td><td>二</td></tr>';

    expect(texts(`<body><table>${row.repeat(3000)}</table></body>`).length).toBeGreaterThan(3000);
  });
});

describe('declaredCharset()', () => {
  it('finds what a page declares', () => {
    const bytes = (text: string) => new TextEncoder().encode(text);

    expect(declaredCharset(bytes('<meta charset="GBK">'))).toBe('GBK');
    expect(declaredCharset(bytes('<meta http-equiv=Content-Type content="text/html; charset=gb2312">'))).toBe(
      'gb2312',
    );
    expect(declaredCharset(bytes('<?xml version="1.0" encoding="big5"?>'))).toBe('big5');
    expect(declaredCharset(bytes('<p>charset</p>'))).toBeUndefined();
  });

  it('counts less than the header that the page came with', async () => {
    // 法治政府建设情况报告。
    const gb = Buffer.from('b7a8d6ced5feb8aebda8c9e8c7e9bff6b1a8b8e6a1a3', 'hex');
    const page = Buffer.concat([
      Buffer.from('<html><meta charset="big5"><body><p>'),
      gb,
      Buffer.from('</p></body></html>'),
    ]);

    const { text } = await readDocument(new Uint8Array(page), 'a', { contentType: 'text/html; charset=GBK' });

    expect(text).toBe('法治政府建设情况报告。');
  });
});
