import { describe, expect, it } from 'vitest';
import { ReportError } from '../../../src/errors.ts';
import { readDocx } from '../../../src/report/files/read-docx.ts';
import { docxLevels, docxList, docxParagraph, docxRun, makeDocx } from '../../support/make-docx.ts';
import { makeZip } from '../../support/make-zip.ts';

async function read(bytes: Uint8Array) {
  const { text, looks } = await readDocx(bytes, 'a.docx');
  return text.split('\n').map((line, index) => ({ line, ...looks.get(index + 1) }));
}

async function texts(bytes: Uint8Array): Promise<string[]> {
  return (await read(bytes)).map(({ line }) => line);
}

const LEVELS = docxLevels(0, [
  ['chineseCounting', '%1、', 'nothing'],
  ['chineseCounting', '（%2）', 'nothing'],
  ['decimal', '%3.', 'space'],
]);
const CHINESE = `${LEVELS}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;

describe('readDocx()', () => {
  it('prints the numbers that Word counts, by level', async () => {
    const list = [0, 1, 1, 2, 0, 1].map((level) => docxParagraph('情况', docxList(1, level)));

    expect(await texts(makeDocx(list.join(''), { numbering: CHINESE }))).toEqual([
      '一、情况',
      '（一）情况',
      '（二）情况',
      '1. 情况',
      '二、情况',
      '（一）情况',
    ]);
  });

  it('prints 1.1, 第一章 and ①, and nothing for bullets', async () => {
    const numbering =
      docxLevels(0, [
        ['decimal', '%1.'],
        ['decimal', '%1.%2'],
      ]) +
      docxLevels(1, [['chineseCountingThousand', '第%1章']]) +
      docxLevels(2, [['decimalEnclosedCircleChinese', '%1']]) +
      docxLevels(3, [['bullet', '●']]) +
      [0, 1, 2, 3]
        .map((id) => `<w:num w:numId="${id + 1}"><w:abstractNumId w:val="${id}"/></w:num>`)
        .join('');
    const body = [docxList(1), docxList(1, 1), docxList(2), docxList(3), docxList(4)];

    expect(
      await texts(makeDocx(body.map((list) => docxParagraph('情况', list)).join(''), { numbering })),
    ).toEqual(['1.情况', '1.1 情况', '第一章 情况', '① 情况', '情况']);
  });

  it('goes on counting in another list of the same kind and starts anew where the list says so', async () => {
    const numbering =
      CHINESE +
      '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>' +
      '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>';
    const body = [1, 2, 3, 3].map((id) => docxParagraph('情况', docxList(id))).join('');

    expect(await texts(makeDocx(body, { numbering }))).toEqual([
      '一、情况',
      '二、情况',
      '一、情况',
      '二、情况',
    ]);
  });

  it('finds the list in the style of a paragraph or in the style that is based on', async () => {
    const styles =
      `<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:pPr>${docxList(1)}</w:pPr></w:style>` +
      '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/></w:style>';
    const body =
      docxParagraph('情况', '<w:pStyle w:val="A"/>') + docxParagraph('情况', '<w:pStyle w:val="B"/>');

    expect(await texts(makeDocx(body, { numbering: CHINESE, styles }))).toEqual(['一、情况', '二、情况']);
  });

  it('knows headings by style and bold words', async () => {
    const styles = '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/></w:style>';
    const body =
      docxParagraph('情况', '<w:pStyle w:val="2"/>') +
      docxParagraph('问题', '', '<w:b/>') +
      `<w:p>${docxRun('机制。', '<w:b/>')}${docxRun('成立小组。')}</w:p>`;

    expect(await read(makeDocx(body, { styles }))).toEqual([
      { line: '情况', bold: 2, level: 2 },
      { line: '问题', bold: 2 },
      { line: '机制。成立小组。', bold: 3 },
    ]);
  });

  it('reads tables with merged cells', async () => {
    const cell = (text: string, properties = '') =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${docxParagraph(text)}</w:tc>`;
    const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
    const table =
      '<w:tbl>' +
      row(cell('区县', '<w:vMerge w:val="restart"/>'), cell('案件', '<w:gridSpan w:val="2"/>')) +
      row(cell('', '<w:vMerge/>'), cell('立案'), cell('结案')) +
      row(cell('东山县'), cell('12件'), cell('10件')) +
      '</w:tbl>';

    const lines = await read(makeDocx(table));

    expect(lines.map(({ line }) => line)).toEqual([
      '区县 | 案件 | 案件',
      '区县 | 立案 | 结案',
      '东山县 | 12件 | 10件',
    ]);
    expect(lines[2]?.row?.columns).toEqual(['区县', '案件 立案', '案件 结案']);
  });

  it.each([
    [
      'entities',
      makeDocx(docxParagraph('&e;'), { prolog: '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>' }),
    ],
    ['paragraphs nested without end', makeDocx('<w:p>'.repeat(100_000))],
    ['a part that unpacks to far more', makeDocx('<w:p/>'.repeat(4_000_000))],
    [
      'a part that lies about its size',
      makeZip([{ name: 'word/document.xml', data: '<w:p/>'.repeat(9999), claimedSize: 9 }]),
    ],
    ['no document', makeZip([{ name: 'word/document.xml', data: 'no XML at all' }])],
    ['a table of Excel', makeZip([{ name: 'xl/workbook.xml', data: '' }])],
    ['half a file', makeDocx(docxParagraph('情况')).slice(0, 700)],
  ])('refuses %s with a cure', async (_, bytes) => {
    const error = await readDocx(bytes, 'a.docx').catch((thrown: unknown) => thrown);

    expect(error).toBeInstanceOf(ReportError);
    expect((error as ReportError).cure).toBeTruthy();
  });
});
