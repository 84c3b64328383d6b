/**
 * The lines of a page as a reader sees them: blocks and `<br>` end lines, white space of the source is one
 * blank, tables of values become rows, and what is bold, a heading or a link is remembered.
 */

import { readLabels } from '../page-labels.ts';
import type { LineLook } from './document-text.ts';
import {
  asElement,
  asText,
  isBlock,
  isUnread,
  type PageElement,
  type PageNode,
  textOf,
} from './page-node.ts';
import { readPageTable } from './page-table.ts';
import { printRows } from './table-rows.ts';

/** A line of a page and the element whose text it is. */
export interface PageLine {
  readonly text: string;
  readonly look: LineLook;
  /** The innermost block that holds the line; of a row its table. */
  readonly block: PageElement | undefined;
}

/** Reads the lines below a node. */
export function readPageLines(root: PageNode): PageLine[] {
  const reader = new LineReader();
  reader.read(root);
  reader.endLine();
  return reader.lines;
}

/** What holds for all text within an element. */
interface Style {
  readonly isBold: boolean;
  readonly isLink: boolean;
  readonly isPrinted: boolean;
  readonly level?: number;
  readonly block?: PageElement;
}

class LineReader {
  readonly lines: PageLine[] = [];
  #text = '';
  /** Characters at the start of the line that are bold; no longer counted once plain text came. */
  #bold = 0;
  #isAllBold = true;
  #isAllLink = true;
  #style: Style = { isBold: false, isLink: false, isPrinted: false };
  #counters: number[] = [];

  read(node: PageNode): void {
    const text = asText(node);
    if (text !== undefined) this.#addText(text);
    const element = asElement(node);
    if (element === undefined || isUnread(element)) return;
    if (element.name === 'br') this.endLine();
    else if (element.name === 'table') this.#readTable(element);
    else if (isBlock(element)) this.#readBlock(element);
    else this.#readInline(element);
  }

  /** Ends the line that is being read. */
  endLine(): void {
    const text = this.#text.replace(/^[ \t\n]+|[ \t\n]+$/g, '');
    if (/[^\s\u200b]/.test(text)) {
      const { level, block } = this.#style;
      const bold = this.#isAllBold ? text.length : this.#bold;
      const isLink = this.#isAllLink;
      this.lines.push({
        text,
        look: {
          ...(bold > 0 && { bold }),
          ...(level !== undefined && { level }),
          ...(isLink && { isLink }),
        },
        block,
      });
    }
    this.#text = '';
    this.#bold = 0;
    this.#isAllBold = true;
    this.#isAllLink = true;
  }

  #readBlock(element: PageElement): void {
    this.endLine();
    const outer = this.#style;
    const level = /^h([1-6])$/.exec(element.name)?.[1];
    this.#style = {
      ...this.#styleIn(element),
      block: element,
      ...(level !== undefined && { level: Number(level), isBold: true }),
      isPrinted: outer.isPrinted || element.name === 'pre',
    };
    if (element.name === 'ol') this.#counters.push(Number(element.attribs.start ?? 1) - 1 || 0);
    if (element.name === 'li') this.#countItem(element);
    for (const child of element.children) this.read(child);
    this.endLine();
    if (element.name === 'ol') this.#counters.pop();
    this.#style = outer;
  }

  /** A browser prints the number of an item; one that is typed as well is not printed twice. */
  #countItem(element: PageElement): void {
    const parent = element.parent === null ? undefined : asElement(element.parent as PageNode);
    if (parent?.name !== 'ol') return;
    const number = (this.#counters.pop() ?? 0) + 1;
    this.#counters.push(number);
    if (!/^\s*[\d（(一二三四五六七八九十①第]/.test(textOf(element))) this.#addText(`${number}.`);
  }

  #readInline(element: PageElement): void {
    const outer = this.#style;
    // <span>发布日期：…</span><span>来源：…</span> are told apart by their look alone.
    if (this.#text !== '' && readLabels(textOf(element).trim().slice(0, 40)).length > 0) this.#text += '  ';
    this.#style = this.#styleIn(element);
    for (const child of element.children) this.read(child);
    this.#style = outer;
  }

  #styleIn({ name, attribs }: PageElement): Style {
    const weight = /font-weight\s*:\s*(bold|bolder|[6-9]00|normal|[1-5]00)/i.exec(attribs.style ?? '')?.[1];
    const isBold =
      weight === undefined ? this.#style.isBold || /^(?:b|strong)$/.test(name) : /^[b6-9]/i.test(weight);
    return {
      ...this.#style,
      isBold,
      isLink: this.#style.isLink || (name === 'a' && attribs.href !== undefined),
    };
  }

  #addText(raw: string): void {
    if (this.#style.isPrinted && raw.includes('\n')) {
      for (const [index, part] of raw.split('\n').entries()) {
        if (index > 0) this.endLine();
        this.#addText(part);
      }
      return;
    }
    // A line break in the source between two Chinese characters is how the editor wrapped it.
    const spaced = raw
      .replace(/(?<=[\u2e80-\uffee])[ \t\r]*\n\s*(?=[\u2e80-\uffee])/g, '')
      .replace(/[ \t\r\n\f]+/g, ' ');
    const text = /(?:^|\s)$/.test(this.#text) ? spaced.replace(/^ /, '') : spaced;
    if (text === '') return;
    const isWords = /\S/.test(text.replace(/\u200b/g, ''));
    if (isWords && !this.#style.isLink) this.#isAllLink = false;
    if (isWords && !this.#style.isBold) this.#isAllBold = false;
    this.#text += text;
    if (this.#isAllBold) this.#bold = this.#text.trim().length;
  }

  #readTable(table: PageElement): void {
    const grid = readPageTable(table);
    if (grid === undefined) {
      this.#readBlock(table);
      return;
    }
    this.endLine();
    for (const caption of grid.captions) this.#addLine(caption, table);
    for (const { text, row } of printRows(grid.cells, grid.headerRows)) {
      this.lines.push({ text, look: row === undefined ? {} : { row }, block: table });
    }
  }

  #addLine(text: string, block: PageElement): void {
    this.lines.push({ text, look: {}, block });
  }
}
