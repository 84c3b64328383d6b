/** Word documents, laid out inside as Word writes them: styles, lists that count themselves, running heads. */

import type { Block, Cell, Heading, ReportSource } from './report-source.ts';
import { zipArchive } from './zip-archive.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The bytes of the document; `aside` lines are set to the right, clutter is left out. */
export function writeDocx(source: ReportSource): Buffer {
  const look = source.docx ?? plainLook;
  const files: Record<string, string> = {
    '[Content_Types].xml': contentTypes(),
    '_rels/.rels': relations([['rId1', 'officeDocument', 'word/document.xml']]),
    'word/document.xml': document(source, look),
    'word/styles.xml': styles(),
    'word/numbering.xml': numbering(look.numbers ?? 'chinese'),
    'word/header1.xml': part('hdr', paragraph(run(look.runningHead ?? ''), '<w:jc w:val="center"/>')),
    'word/footer1.xml': part('ftr', paragraph(pageNumber(look.pageNumbers), '<w:jc w:val="center"/>')),
    'word/_rels/document.xml.rels': relations([
      ['rId1', 'styles', 'styles.xml'],
      ['rId2', 'numbering', 'numbering.xml'],
      ['rId3', 'header', 'header1.xml'],
      ['rId4', 'footer', 'footer1.xml'],
    ]),
  };
  return zipArchive(Object.entries(files).map(([name, text]) => ({ name, data: Buffer.from(text, 'utf8') })));
}

type Look = NonNullable<ReportSource['docx']>;

const plainLook: Look = { headings: 'style', rewritten: false, narrow: false };

function document({ blocks }: ReportSource, look: Look): string {
  const margin = look.narrow ? 2900 : 1588;
  const body = blocks.map((block) => blockXml(block, look)).join('');
  const page = `<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1800" w:right="${margin}" w:bottom="1600" w:left="${margin}" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>`;
  return `${XML}<w:document ${W} ${R}><w:body>${body}${page}</w:body></w:document>`;
}

function blockXml(block: Block, look: Look): string {
  if (block.kind === 'table') return table(block.rows, block.headerRows);
  if (block.kind === 'heading') return headingXml(block, look);
  if (block.kind === 'clutter') return '';
  if (block.kind === 'title') return paragraph(run(block.text, true, 36), '<w:jc w:val="center"/>');
  if (block.kind === 'aside') return paragraph(run(block.text), '<w:jc w:val="right"/>');
  return paragraph(scattered(block.text), '<w:ind w:firstLineChars="200" w:firstLine="640"/>');
}

function headingXml({ level, number, text, runIn }: Heading, look: Look): string {
  const counted = look.numbers !== undefined && number !== '';
  const list = counted ? `<w:numPr><w:ilvl w:val="${level - 1}"/><w:numId w:val="1"/></w:numPr>` : '';
  const style = look.headings === 'style' && runIn === undefined ? `<w:pStyle w:val="${level}"/>` : '';
  const bold = look.headings === 'bold' || runIn !== undefined;
  // Without numbers, only the size tells the levels apart.
  const size = look.headings === 'bold' && level === 1 ? 36 : 32;
  const content = run((counted ? '' : number) + text, bold, size) + scattered(runIn ?? '');
  return paragraph(content, `${style}${list}<w:ind w:firstLine="640"/>`);
}

/** Word splits what was typed at various times into runs of their own, also within a number. */
function scattered(text: string): string {
  return text
    .split(/(?<=[，；])|(?<=\d)(?=[件人次户个%])/)
    .map((part) => run(part))
    .join('');
}

function paragraph(content: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
}

function run(text: string, bold = false, size = 32): string {
  const fonts =
    '<w:rFonts w:ascii="WenQuanYi Micro Hei" w:eastAsia="WenQuanYi Micro Hei" w:hAnsi="WenQuanYi Micro Hei"/>';
  const style = `<w:rPr>${fonts}${bold ? '<w:b/><w:bCs/>' : ''}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr>`;
  return text === '' ? '' : `<w:r>${style}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}

function pageNumber(style: 'dash' | 'of' | undefined): string {
  const field = (code: string) =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  if (style === undefined) return '';
  return style === 'dash'
    ? `${run('— ', false, 28)}${field('PAGE')}${run(' —', false, 28)}`
    : `${run('第 ', false, 21)}${field('PAGE')}${run(' 页 共 ', false, 21)}${field('NUMPAGES')}${run(' 页', false, 21)}`;
}

function table(rows: readonly (readonly Cell[])[], headerRows: number): string {
  const columns = rows[0]?.length ?? 1;
  const width = Math.floor(8600 / columns);
  const grid = `<w:tblGrid>${`<w:gridCol w:w="${width}"/>`.repeat(columns)}</w:tblGrid>`;
  const border = (side: string) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`;
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('');
  const html = rows.map((row, r) => {
    const cells = row.flatMap((cell, c) => {
      if (cell.merged === 'left') return [];
      const right = 1 + leftMerged(row.slice(c + 1));
      const starts = rows[r + 1]?.[c]?.merged === 'above' && cell.merged !== 'above';
      const merge = cell.merged === 'above' ? '<w:vMerge/>' : starts ? '<w:vMerge w:val="restart"/>' : '';
      const span = right > 1 ? `<w:gridSpan w:val="${right}"/>` : '';
      const text = cell.merged === 'above' ? '' : run(cell.text, r < headerRows, 24);
      return [
        `<w:tc><w:tcPr><w:tcW w:w="${width * right}" w:type="dxa"/>${span}${merge}</w:tcPr>${paragraph(text, '<w:jc w:val="center"/>')}</w:tc>`,
      ];
    });
    return `<w:tr>${r < headerRows ? '<w:trPr><w:tblHeader/></w:trPr>' : ''}${cells.join('')}</w:tr>`;
  });
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>${borders}</w:tblBorders></w:tblPr>${grid}${html.join('')}</w:tbl>`;
}

function leftMerged(following: readonly Cell[]): number {
  const end = following.findIndex((cell) => cell.merged !== 'left');
  return end === -1 ? following.length : end;
}

function styles(): string {
  const heading = (level: number) =>
    `<w:style w:type="paragraph" w:styleId="${level}"><w:name w:val="heading ${level}"/><w:basedOn w:val="a"/><w:next w:val="a"/><w:pPr><w:keepNext/><w:outlineLvl w:val="${level - 1}"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>`;
  return `${XML}<w:styles ${W}><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:pPr><w:spacing w:line="560" w:lineRule="exact"/></w:pPr></w:style>${[1, 2, 3].map(heading).join('')}</w:styles>`;
}

function numbering(kind: 'chinese' | 'decimal'): string {
  const chinese = [
    ['chineseCounting', '%1、'],
    ['chineseCounting', '（%2）'],
    ['decimal', '%3.'],
  ];
  const decimal = [
    ['decimal', '%1.'],
    ['decimal', '%1.%2'],
    ['decimal', '%1.%2.%3'],
  ];
  const levels = (kind === 'chinese' ? chinese : decimal).map(
    ([format, text], level) =>
      `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:suff w:val="${kind === 'chinese' ? 'nothing' : 'space'}"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/></w:lvl>`,
  );
  return `${XML}<w:numbering ${W}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>${levels.join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
}

function part(kind: 'hdr' | 'ftr', content: string): string {
  return `${XML}<w:${kind} ${W} ${R}>${content}</w:${kind}>`;
}

function contentTypes(): string {
  const parts = [
    ['document', 'document.main'],
    ['styles', 'styles'],
    ['numbering', 'numbering'],
    ['header1', 'header'],
    ['footer1', 'footer'],
  ];
  const overrides = parts.map(
    ([name, type]) => `<Override PartName="/word/${name}.xml" ContentType="${TYPES}.${type}+xml"/>`,
  );
  return `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`;
}

function relations(list: readonly (readonly [string, string, string])[]): string {
  const links = list.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${RELATION}/${type}" Target="${target}"/>`,
  );
  return `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links.join('')}</Relationships>`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
