/**
 * The numbers that Word counts itself: `一、` stands in no text of a document, only a reference to a list.
 *
 * mammoth knows lists only as ordered or not, so the numbers are written into the document's XML before it
 * reads it. Source: ECMA-376 part 1 §17.9.
 */

import { load } from 'cheerio';
import { renderWordNumber } from './word-number-format.ts';

type Xml = ReturnType<typeof load>;
type Element = ReturnType<Xml['root']> extends { find(name: string): infer Found } ? Found : never;

interface Level {
  readonly start: number;
  readonly format: string;
  /** `第%1章`: `%1` stands for the number of the outermost level. */
  readonly text: string;
  readonly isLegal: boolean;
  /** What follows the number. */
  readonly suffix: 'tab' | 'space' | 'nothing';
  readonly style: string | undefined;
}

interface List {
  readonly abstract: string;
  readonly levels: ReadonlyMap<number, Level>;
  /** Levels at which this list starts anew, and from which number. */
  readonly restarts: ReadonlyMap<number, number>;
}

interface Style {
  readonly basedOn: string | undefined;
  readonly list: string | undefined;
  readonly level: number | undefined;
}

/**
 * Writes the numbers of numbered paragraphs into a document's XML.
 *
 * @param parts `word/numbering.xml` and `word/styles.xml`, where the document has them.
 */
export function writeWordNumbers(
  documentXml: string,
  parts: { readonly numbering: string | undefined; readonly styles: string | undefined },
): string {
  if (parts.numbering === undefined) return documentXml;
  const styles = readStyles(parts.styles);
  const lists = readLists(load(parts.numbering, { xml: true }));
  const xml = load(documentXml, { xml: true });
  const counts = new Map<string, number[]>();
  const begun = new Set<string>();
  for (const node of xml('w\\:p').toArray()) {
    const paragraph = xml(node);
    const found = findList(paragraph, styles, lists);
    if (found === undefined) continue;
    const { id, list, depth } = found;
    const count = counts.get(list.abstract) ?? [];
    counts.set(list.abstract, count);
    if (!begun.has(id)) for (const [level, start] of list.restarts) count[level] = start - 1;
    begun.add(id);
    count[depth] = (count[depth] ?? (list.levels.get(depth)?.start ?? 1) - 1) + 1;
    count.length = depth + 1;
    const number = printNumber(list, depth, count);
    if (number === '') continue;
    const look = paragraph.children('w\\:r').first().children('w\\:rPr').first();
    const run = `<w:r>${look.length > 0 ? xml.xml(look) : ''}<w:t xml:space="preserve">${escapeXml(number)}</w:t></w:r>`;
    const properties = paragraph.children('w\\:pPr').first();
    if (properties.length > 0) properties.after(run);
    else paragraph.prepend(run);
  }
  return xml.xml();
}

function printNumber(list: List, depth: number, count: readonly number[]): string {
  const own = list.levels.get(depth);
  if (own === undefined || own.format === 'bullet') return '';
  const text = own.text.replace(/%([1-9])/g, (_, digit: string) => {
    const level = list.levels.get(Number(digit) - 1);
    const number = count[Number(digit) - 1] ?? level?.start ?? 1;
    return renderWordNumber(number, own.isLegal ? 'decimal' : (level?.format ?? 'decimal'));
  });
  // A tab sets off 第一章 and 1.1 in print; behind 一、 it is hardly seen.
  const isSpaced = own.suffix === 'space' || (own.suffix === 'tab' && /[\p{L}\p{N}]$/u.test(text));
  return isSpaced ? `${text} ` : text;
}

function findList(
  paragraph: Element,
  styles: ReadonlyMap<string, Style>,
  lists: ReadonlyMap<string, List>,
): { id: string; list: List; depth: number } | undefined {
  const properties = paragraph.children('w\\:pPr').first();
  const direct = properties.children('w\\:numPr').first();
  const styleId = properties.children('w\\:pStyle').attr('w:val');
  const styled = styleId === undefined ? undefined : inherit(styleId, styles);
  const id = direct.children('w\\:numId').attr('w:val') ?? styled?.list;
  const list = id === undefined || id === '0' ? undefined : lists.get(id);
  if (id === undefined || list === undefined) return undefined;
  const linked = [...list.levels].find(([, level]) => styleId !== undefined && level.style === styleId)?.[0];
  const printed = direct.children('w\\:ilvl').attr('w:val');
  const depth = Number(printed ?? linked ?? styled?.level ?? 0);
  return depth >= 0 && depth <= 8 ? { id, list, depth } : undefined;
}

/** The list of a style or of the nearest style that it is based on. */
function inherit(styleId: string, styles: ReadonlyMap<string, Style>): Style | undefined {
  let style = styles.get(styleId);
  for (let steps = 0; style !== undefined && steps < 20; steps += 1) {
    if (style.list !== undefined) return style;
    style = style.basedOn === undefined ? undefined : styles.get(style.basedOn);
  }
  return undefined;
}

function readStyles(stylesXml: string | undefined): ReadonlyMap<string, Style> {
  if (stylesXml === undefined) return new Map();
  const xml = load(stylesXml, { xml: true });
  return new Map(
    xml('w\\:style')
      .toArray()
      .map((node): [string, Style] => {
        const style = xml(node);
        const numbered = style.children('w\\:pPr').children('w\\:numPr');
        const level = numbered.children('w\\:ilvl').attr('w:val');
        return [
          style.attr('w:styleId') ?? '',
          {
            basedOn: style.children('w\\:basedOn').attr('w:val'),
            list: numbered.children('w\\:numId').attr('w:val'),
            level: level === undefined ? undefined : Number(level),
          },
        ];
      }),
  );
}

function readLists(xml: Xml): ReadonlyMap<string, List> {
  const abstracts = new Map<string, Map<number, Level>>();
  const links = new Map<string, string>();
  const named = new Map<string, string>();
  for (const node of xml('w\\:abstractNum').toArray()) {
    const abstract = xml(node);
    const id = abstract.attr('w:abstractNumId') ?? '';
    abstracts.set(id, readLevels(xml, abstract));
    const link = abstract.children('w\\:numStyleLink').attr('w:val');
    const name = abstract.children('w\\:styleLink').attr('w:val');
    if (link !== undefined) links.set(id, link);
    if (name !== undefined) named.set(name, id);
  }
  const lists = new Map<string, List>();
  for (const node of xml('w\\:num').toArray()) {
    const num = xml(node);
    const printed = num.children('w\\:abstractNumId').attr('w:val') ?? '';
    const abstract = named.get(links.get(printed) ?? '') ?? printed;
    const levels = new Map(abstracts.get(abstract));
    const restarts = new Map<number, number>();
    for (const override of num.children('w\\:lvlOverride').toArray()) {
      const depth = Number(xml(override).attr('w:ilvl') ?? 0);
      const start = xml(override).children('w\\:startOverride').attr('w:val');
      if (start !== undefined) restarts.set(depth, Number(start));
      for (const [level, own] of readLevels(xml, xml(override))) levels.set(level, own);
    }
    lists.set(num.attr('w:numId') ?? '', { abstract, levels, restarts });
  }
  return lists;
}

function readLevels(xml: Xml, parent: Element): Map<number, Level> {
  return new Map(
    parent
      .children('w\\:lvl')
      .toArray()
      .map((node): [number, Level] => {
        const level = xml(node);
        const value = (name: string) => level.children(name).attr('w:val');
        const legal = level.children('w\\:isLgl');
        return [
          Number(level.attr('w:ilvl') ?? 0),
          {
            start: Number(value('w\\:start') ?? 1) || 0,
            format: value('w\\:numFmt') ?? level.find('w\\:numFmt').first().attr('w:val') ?? 'decimal',
            text: value('w\\:lvlText') ?? '',
            isLegal: legal.length > 0 && !/^(?:0|false|off)$/.test(legal.attr('w:val') ?? ''),
            suffix: suffixOf(value('w\\:suff')),
            style: value('w\\:pStyle'),
          },
        ];
      }),
  );
}

function suffixOf(printed: string | undefined): Level['suffix'] {
  return printed === 'space' || printed === 'nothing' ? printed : 'tab';
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
