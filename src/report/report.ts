/**
 * What a report is once it has been read: identity, sections, numbered paragraphs and figures.
 *
 * Paragraph numbers, heading chains and quotes are what answers cite, so all text here is as printed:
 * only surrounding white space and page noise are gone.
 */

import type { TableRow } from './files/document-text.ts';

/** The kind of body a report speaks for. */
export type BodyKind = 'province' | 'city' | 'county' | 'township' | 'department' | 'zone';

/** Who speaks, for where, for which year. Dates are ISO (`2021-01-18`); what is unknown is `null`. */
export interface Identity {
  /** The region's name without its parents: `花都区`, `涪陵高新技术产业开发区`. */
  readonly region: string;
  /** Outermost first, as far as known: `['广东省', '广州市']`. */
  readonly parents: readonly string[];
  /** Other names people and the report use: `花都`, `广州市花都区`, `涪陵高新区`. */
  readonly aliases: readonly string[];
  readonly body: BodyKind;
  /** The year the report covers, not the year it was published. */
  readonly year: number;
  readonly title: string;
  /** Whether the title stands in the file; otherwise it was derived from region and year. */
  readonly titlePrinted: boolean;
  readonly issuer: string | null;
  /** Date of the signature under the report. */
  readonly issued: string | null;
  /** Date the page gives as its publication. */
  readonly published: string | null;
  /** Address of the page, where whoever gave the file knew it. */
  readonly url?: string;
}

/** A heading and its place in the tree. */
export interface Section {
  /** Position in `Report.sections`. */
  readonly index: number;
  /** 1 is outermost. */
  readonly level: number;
  /** As printed, with the closing 。 of a heading that prints one. */
  readonly heading: string;
  /** Headings from the outermost down to this one. */
  readonly chain: readonly string[];
  /** The source line, from 1. */
  readonly line: number;
  /** Whether body text follows on the heading's own line. */
  readonly runIn: boolean;
  /** Number of the first paragraph under the heading (of the next paragraph, where none is under it). */
  readonly firstParagraph: number;
}

/** One paragraph of body text: one source line, with its run-in heading if it has one. */
export interface Paragraph {
  /** From 1 through the report. */
  readonly number: number;
  /** Index of its section; -1 above the first heading. */
  readonly section: number;
  /** Heading chain, outermost first. */
  readonly chain: readonly string[];
  readonly text: string;
  /** The source line, from 1. */
  readonly line: number;
  /** Offset of `text` in the decoded file. */
  readonly offset: number;
  /** Of a row of a table, printed `cell | cell`: the headers above its cells. */
  readonly row?: TableRow;
}

/** How exactly the report states a figure. */
export type Precision = 'exact' | 'about' | 'over' | 'under' | 'near';

/** A number that measures something, with its unit, what it measures, and the clause it stands in. */
export interface Figure {
  /** Position in `Report.figures`. */
  readonly index: number;
  /** Number of the paragraph it stands in. */
  readonly paragraph: number;
  /** As printed, with qualifier and unit: `860余人`, `接近100%`, `29.05亿元`. */
  readonly raw: string;
  /** 万 and 亿 multiplied out; of a range the lower end. */
  readonly value: number;
  /** The upper end of a range such as `50-300元`. */
  readonly upper?: number;
  /** The measure word, without 万 and 亿: `件`, `%`, `元`, `个工作日`; empty where none is printed. */
  readonly unit: string;
  readonly precision: Precision;
  /** The words around the number that say what it measures; in a table those of its row and column. */
  readonly label: string;
  /**
   * Of a list that gives each item its value (`A、B分别为3件、5件`), the names of the other items: none of them is
   * this figure's, and `label` has its own. Empty where the label stands elsewhere in the sentence and there are no
   * others; absent where the label is the words around the number.
   */
  readonly others?: readonly string[];
  /** In a table, the words of its row. */
  readonly row?: string;
  /** In a table, the header of its column. */
  readonly column?: string;
  /** In a table, the unit as the header prints it where the cell has none: `件`, `万元`. */
  readonly headed?: string;
  /** The clause (up to , ; 。) it stands in, as printed. */
  readonly clause: string;
  /** The sentence (up to 。 or ;) it stands in, as printed. */
  readonly sentence: string;
  /** A part of the year, where the words give one: `截至11月9日`, `1-10月`, `上半年`. */
  readonly period?: string;
  /** Whether it is planned (拟, 计划, 预计, 力争 …) and not yet done. */
  readonly planned: boolean;
  /** Offsets of `raw` in the paragraph's text. */
  readonly start: number;
  readonly end: number;
}

/** A line of the file that carries metadata; such a line is cited as paragraph 0. */
export interface MetadataLine {
  readonly kind: 'title' | 'issuer' | 'issued' | 'published';
  readonly text: string;
  readonly line: number;
}

/** A line that is page furniture and not part of the report. */
export interface DroppedLine {
  readonly line: number;
  readonly text: string;
  /** Why it is not the report's: `breadcrumb`, `share buttons`, `footer`, … */
  readonly reason: string;
}

/** A report as read from one file. */
export interface Report extends Identity {
  /** Base name of the file. */
  readonly file: string;
  /** Hash of the file's bytes (SHA-256, hex). */
  readonly hash: string;
  readonly sections: readonly Section[];
  readonly paragraphs: readonly Paragraph[];
  readonly figures: readonly Figure[];
  readonly metadata: readonly MetadataLine[];
  readonly dropped: readonly DroppedLine[];
  /** What is uncertain about the reading, in English, one sentence each. */
  readonly problems: readonly string[];
}
