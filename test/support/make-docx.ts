/** Word documents for tests, with nothing in them but what a test is about. */

import { makeZip, type ZippedFile } from './make-zip.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Parts of a document besides its body. */
export interface DocxParts {
  readonly numbering?: string;
  readonly styles?: string;
  /** Before the document's root. */
  readonly prolog?: string;
  readonly others?: readonly ZippedFile[];
}

/** A document with this XML as its body. */
export function makeDocx(
  body: string,
  { numbering, styles, prolog = '', others = [] }: DocxParts = {},
): Uint8Array {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const relations = (...list: string[]) =>
    `<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`;
  return makeZip([
    {
      name: '[Content_Types].xml',
      data: `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    },
    { name: '_rels/.rels', data: relations(relation('r1', 'officeDocument', 'word/document.xml')) },
    {
      name: 'word/_rels/document.xml.rels',
      data: relations(relation('r1', 'styles', 'styles.xml'), relation('r2', 'numbering', 'numbering.xml')),
    },
    { name: 'word/document.xml', data: `${prolog}<w:document ${W}><w:body>${body}</w:body></w:document>` },
    { name: 'word/styles.xml', data: `<w:styles ${W}>${styles ?? ''}</w:styles>` },
    { name: 'word/numbering.xml', data: `<w:numbering ${W}>${numbering ?? ''}</w:numbering>` },
    ...others,
  ]);
}

/** A paragraph; `properties` is XML. */
export function docxParagraph(text: string, properties = '', run = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${docxRun(text, run)}</w:p>`;
}

/** A run; `properties` is XML such as `<w:b/>`. */
export function docxRun(text: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** The reference of a paragraph to a list. */
export function docxList(id: number, level = 0): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`;
}

/** A list whose levels are given as format, text and what follows the number. */
export function docxLevels(id: number, levels: readonly (readonly [string, string, string?])[]): string {
  const xml = levels.map(
    ([format, text, suffix = 'tab'], level) =>
      `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:suff w:val="${suffix}"/><w:lvlText w:val="${text}"/></w:lvl>`,
  );
  return `<w:abstractNum w:abstractNumId="${id}">${xml.join('')}</w:abstractNum>`;
}
