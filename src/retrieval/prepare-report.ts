/**
 * A report laid out for matching: folded paragraphs, their sentences, and every figure with the words around it in
 * zones from near to far.
 */
import { type Span, splitCells, splitClauses, splitSentences } from '../language/clauses.ts';
import type { Figure, Paragraph } from '../report/report.ts';
import { foldWidth } from '../report/scan-numbers.ts';
import { type FigureRole, roleInTable, roleInText } from './figure-role.ts';
import { withoutOthers } from './without-others.ts';

/** A zone of text and how much a word in it says about the figure or sentence, from 0 to 1. */
export interface Zone {
  readonly text: string;
  readonly weight: number;
}

/** A sentence of a paragraph, laid out for matching. */
export interface PreparedSentence {
  readonly paragraph: number;
  /** Offsets in the paragraph's text. */
  readonly start: number;
  readonly end: number;
  /** Folded to half width, lower case. */
  readonly text: string;
}

/** A figure with the words around it; of a figure in a table, with its row and column. */
export interface PreparedFigure extends FigureRole {
  readonly figure: Figure;
  /** Nearest first. */
  readonly zones: readonly Zone[];
  /** The words that belong to this figure alone. */
  readonly label: string;
  /** The first words behind the number: what is counted in 44个领域. */
  readonly counted: string;
  /** Whether it stands behind 其中: a part of the figure before. */
  readonly isPart: boolean;
}

/** A paragraph with its sentences and figures; offsets are those of its printed text. */
export interface PreparedParagraph {
  readonly paragraph: Paragraph;
  readonly text: string;
  /** Headings and text. */
  readonly all: string;
  /** Heading chain, folded, innermost last. */
  readonly headings: readonly string[];
  readonly sentences: readonly PreparedSentence[];
  readonly figures: readonly PreparedFigure[];
}

/** A report laid out for matching; its paragraphs in the order of the report. */
export interface PreparedReport {
  readonly paragraphs: readonly PreparedParagraph[];
  readonly sentences: readonly PreparedSentence[];
  /** All text, paragraphs joined by line breaks. */
  readonly text: string;
}

/** Half width and lower case, offsets kept. */
export function fold(text: string): string {
  return foldWidth(text).toLowerCase();
}

/** Lays a report out; the caller caches it. */
export function prepareReport(report: {
  readonly year: number;
  readonly paragraphs: readonly Paragraph[];
  readonly figures: readonly Figure[];
}): PreparedReport {
  const figuresOf = groupByParagraph(report.figures);
  let leadIn = '';
  const paragraphs = report.paragraphs.map((paragraph) => {
    if (paragraph.row === undefined) leadIn = TABLE_AHEAD.test(paragraph.text) ? lastSentence(paragraph) : '';
    return prepareParagraph(paragraph, figuresOf.get(paragraph.number) ?? [], report.year, leadIn);
  });
  return {
    paragraphs,
    sentences: paragraphs.flatMap((paragraph) => paragraph.sentences),
    text: paragraphs.map((p) => [...p.headings, p.text].join('\n')).join('\n'),
  };
}

/** `各主要执法部门办案情况见下表:` says of every row of the table what it counts. */
const TABLE_AHEAD = /[:：]\s*$|下表|上表|如表|列表/;

function lastSentence({ text }: Paragraph): string {
  const folded = fold(text);
  const [last = folded] = splitSentences(folded)
    .slice(-1)
    .map(({ start, end }) => folded.slice(start, end));
  return TABLE_AHEAD.test(last) ? last : folded;
}

function groupByParagraph(figures: readonly Figure[]): Map<number, Figure[]> {
  const groups = new Map<number, Figure[]>();
  for (const figure of figures)
    groups.set(figure.paragraph, [...(groups.get(figure.paragraph) ?? []), figure]);
  return groups;
}

function prepareParagraph(
  paragraph: Paragraph,
  figures: readonly Figure[],
  year: number,
  leadIn: string,
): PreparedParagraph {
  const text = fold(paragraph.text);
  const headings = paragraph.chain.map(fold);
  const spans = splitSentences(text);
  const sentences = spans.map((span) => ({
    paragraph: paragraph.number,
    start: span.start,
    end: span.end,
    text: text.slice(span.start, span.end),
  }));
  const cells = splitCells(text);
  const clauses = splitClauses(text);
  const columns = (paragraph.row?.columns ?? []).map(fold);
  const prepared = figures.map((figure, position) =>
    figure.row === undefined
      ? prepareFigure(text, headings, figure, { sentences: spans, clauses, cells, figures, position, year })
      : prepareCell(text, headings, figure, year, leadIn, columns[0] ?? ''),
  );
  const all = [...headings, text, ...columns, ...(paragraph.row ? [leadIn] : [])].join('\n');
  return { paragraph, text, all, headings, sentences, figures: prepared };
}

interface Surroundings {
  readonly sentences: readonly Span[];
  readonly clauses: readonly Span[];
  readonly cells: readonly Span[];
  readonly figures: readonly Figure[];
  readonly position: number;
  readonly year: number;
}

function prepareFigure(
  text: string,
  headings: readonly string[],
  figure: Figure,
  around: Surroundings,
): PreparedFigure {
  const sentence = holding(around.sentences, figure);
  const clause = holding(around.clauses, figure);
  const cell = holding(around.cells, figure);
  const previous = around.figures[around.position - 1];
  const next = around.figures[around.position + 1];
  const from = Math.max(cell.start, previous && previous.end > cell.start ? previous.end : cell.start);
  const to = Math.min(cell.end, next && next.start < cell.end ? next.start : cell.end);
  const before = text.slice(from, figure.start);
  const after = text.slice(figure.end, Math.max(to, figure.end));
  // 5443宗: the words in front are the label; 28次专场调解: those behind.
  const shared =
    next && next.start < cell.end && after.length > 0 && !/^[^,，。;；、]{0,12}(?:和|及|与|、)$/.test(after);
  const printed = `${before} ${shared ? '' : after}`.trim() || after;
  const label = figure.others === undefined ? printed : fold(figure.label);
  const index = around.sentences.findIndex((span) => span.start <= figure.start && figure.start < span.end);
  // 成功率97% says little by itself: what stands before it in the sentence says of what.
  const isShort = label.replace(/[^\u4e00-\u9fff]/g, '').length <= 8;
  const isPart = /^其中/.test(text.slice(clause.start));
  const zones: Zone[] = [
    { text: label, weight: 1 },
    { text: figure.unit, weight: 0.9 },
    { text: shared ? after : '', weight: 0.75 },
    { text: text.slice(clause.start, figure.start), weight: isShort ? 0.85 : 0.75 },
    { text: clauseBefore(text, around.clauses, clause, sentence), weight: isPart || isShort ? 0.72 : 0.55 },
    { text: text.slice(sentence.start, figure.start), weight: isShort ? 0.58 : 0.45 },
    { text: text.slice(figure.end, clause.end), weight: 0.4 },
    { text: text.slice(figure.end, sentence.end), weight: 0.28 },
    { text: headings.at(-1) ?? '', weight: 0.4 },
    { text: index > 0 ? text.slice(around.sentences[index - 1]!.start, sentence.start) : '', weight: 0.36 },
    { text: headings.slice(0, -1).join('\n'), weight: 0.2 },
    { text, weight: 0.15 },
  ];
  const words = {
    before: text.slice(clause.start, figure.start),
    after: text.slice(figure.end, clause.end),
    own: before,
    label,
    unit: figure.unit,
  };
  return {
    figure,
    zones: zones
      .map(({ text: words, weight }) => ({ text: withoutOthers(words, figure), weight }))
      .filter((zone) => zone.text !== ''),
    label,
    counted: /^[^,，。;；、\d]{0,8}/.exec(text.slice(figure.end))?.[0] ?? '',
    isPart: isPart || /其中[^,，。;；]{0,12}$/.test(before),
    ...roleInText(words, around.year),
  };
}

/** A figure in a table: nothing but its row and column says what it measures. */
function prepareCell(
  text: string,
  headings: readonly string[],
  figure: Figure,
  year: number,
  leadIn: string,
  rows: string,
): PreparedFigure {
  const label = fold(figure.label);
  const zones: Zone[] = [
    { text: label, weight: 1 },
    { text: figure.unit || fold(figure.headed ?? ''), weight: 0.9 },
    // What the rows are (执法部门), and what the table is said to give.
    { text: rows, weight: 0.7 },
    { text: leadIn, weight: 0.68 },
    { text: headings.at(-1) ?? '', weight: 0.5 },
    { text: headings.slice(0, -1).join('\n'), weight: 0.25 },
    { text, weight: 0.15 },
  ];
  return {
    figure,
    zones: zones.filter((zone) => zone.text !== ''),
    label,
    counted: '',
    isPart: /其中/.test(label),
    ...roleInTable(label, year),
  };
}

function clauseBefore(text: string, clauses: readonly Span[], clause: Span, sentence: Span): string {
  const at = clauses.findIndex((span) => span.start >= clause.start);
  const previous = clauses[at - 1];
  return previous && previous.start >= sentence.start ? text.slice(previous.start, previous.end) : '';
}

function holding(spans: readonly Span[], figure: Figure): Span {
  return spans.find((span) => span.end > figure.start) ?? { start: figure.start, end: figure.end };
}
