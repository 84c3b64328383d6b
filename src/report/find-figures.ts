/** Figures of a report: every number that measures something, with label, clause, period and whether it is planned. */
import { type Span, splitCells, splitClauses, splitSentences } from '../language/clauses.ts';
import { alignLists } from './align-lists.ts';
import { findRowFigures, type RowFigure, unitAboveTable } from './find-row-figures.ts';
import { isUnderPlan } from './plan-heading.ts';
import { createPlanReader } from './plan-start.ts';
import type { Figure, Paragraph } from './report.ts';
import { foldWidth, type ScannedNumber, scanNumbers } from './scan-numbers.ts';

const PLANNED =
  /(?:拟|预计|力争|争取|预期|(?<!按|按照|纳入)计划(?!完成|生育|项目|任务)|即将|有望)[^,，。;；]{0,24}$/;
/** `2.行政复议调撤率达`: the number of a list is none of the label's words. */
const LIST_NUMBER = /^\d{1,2}[.．、]\s*(?=[\p{Script=Han}“《])/u;
const DATE = String.raw`\d{1,2}月(?:\d{1,2}日|份|底|末|初|[上中下]旬)?`;
const IN_YEAR = String.raw`(?:今年|(?:19|20)\d\d年)?`;
const PERIOD = new RegExp(
  [
    `(?:截至|截止)到?(?:目前|${IN_YEAR}${DATE})`,
    `${IN_YEAR}\\d{1,2}(?:月(?:\\d{1,2}日)?)?[-至到—–~]${DATE}`,
    `${IN_YEAR}(?:(?:前|第)[一二三四]个?季度|[一二三四]季度(?!一))`,
    `前(?:[一二三四五六七八九十]+|\\d{1,2})个月`,
    '[上下]半年',
  ].join('|'),
  'g',
);
/** 截至12月底, 1-12月: the year is over. */
const YEAR_END =
  /^(?:(?:截至|截止)到?|(?:今年|\d{4}年)?1月?[-至到—–~])(?:今年|(?<year>\d{4})年)?12月(?:31日|份|底|末)?$/;

/** Characters on either side; the longest sentences of reports have some 700. */
const MOST_AROUND = 1500;

/**
 * Finds the figures of all paragraphs.
 *
 * @param year - The year the report covers; a plan section of a later year makes its figures planned.
 */
export function findFigures(paragraphs: readonly Paragraph[], year: number): Figure[] {
  const figures: Figure[] = [];
  let unitAbove: string | undefined;
  const readPlan = createPlanReader(year);
  for (const paragraph of paragraphs) {
    const { text } = paragraph;
    const planStart = readPlan(paragraph);
    if (paragraph.row !== undefined) {
      for (const figure of findRowFigures(paragraph, unitAbove)) {
        figures.push({
          index: figures.length,
          paragraph: paragraph.number,
          ...figure,
          ...timeOf(figure, paragraph, year),
        });
      }
      continue;
    }
    unitAbove = unitAboveTable(text);
    const numbers = scanNumbers(text);
    if (numbers.length === 0) continue;
    const spansOf = [splitSentences, splitClauses, splitCells].map((split) => startWalk(split(text)));
    const folded = foldWidth(text);
    const listed = alignLists(text, numbers);
    for (const [position, number] of numbers.entries()) {
      const [sentence, clause, cell] = spansOf.map((find) => clip(find(number), number)) as [
        Span,
        Span,
        Span,
      ];
      const period = periodOf(folded.slice(sentence.start, number.start), year);
      figures.push({
        index: figures.length,
        paragraph: paragraph.number,
        raw: text.slice(number.start, number.end),
        value: number.value,
        ...(number.upper === undefined ? {} : { upper: number.upper }),
        unit: number.unit,
        precision: number.precision,
        label: labelOf(text, cell, numbers, position),
        ...listed.get(position),
        clause: text.slice(clause.start, clause.end),
        sentence: text.slice(sentence.start, sentence.end),
        ...(period ? { period } : {}),
        planned:
          number.start >= planStart ||
          PLANNED.test(text.slice(cell.start, number.start).replace(/[“《][^”》]*[”》]/g, '')),
        start: number.start,
        end: number.end,
      });
    }
  }
  return figures;
}

/** What the labels of a figure in a table say about its time: `2024年计划`, `上半年`. */
function timeOf(
  { label }: RowFigure,
  { chain }: Paragraph,
  year: number,
): { readonly period?: string; readonly planned: boolean } {
  const period = periodOf(foldWidth(label), year);
  const planned = /计划|目标|预期|预计|拟/.test(label) || isUnderPlan(chain, year);
  return { ...(period === undefined ? {} : { period }), planned };
}

/** What finds the span that holds a number, for numbers in their order; the number's own where a cut goes through it. */
function startWalk(spans: readonly Span[]): (number: Span) => Span {
  let at = 0;
  return (number) => {
    // A paragraph may hold as many spans as numbers: none is looked at twice.
    while (at < spans.length && spans[at]!.end <= number.start) at += 1;
    const first = spans[at] ?? number;
    return first.end >= number.end ? first : { start: Math.min(first.start, number.start), end: number.end };
  };
}

/** As much of a span as may be told of one number: each of many numbers in one endless sentence would repeat it. */
function clip({ start, end }: Span, number: Span): Span {
  return {
    start: Math.max(start, number.start - MOST_AROUND),
    end: Math.min(end, number.end + MOST_AROUND),
  };
}

/** The words before the number in its cell, and those after it up to the next number. */
function labelOf(text: string, cell: Span, numbers: readonly ScannedNumber[], position: number): string {
  const number = numbers[position]!;
  const previous = numbers[position - 1];
  const next = numbers[position + 1];
  const from = previous && previous.end > cell.start ? previous.end : cell.start;
  const to = next && next.start < cell.end ? next.start : cell.end;
  const before = text.slice(Math.min(from, number.start), number.start).trim().replace(LIST_NUMBER, '');
  const after = text.slice(number.end, Math.max(to, number.end)).trim();
  return after && before ? `${before}…${after}` : before || after;
}

/** The last part of the year that the sentence, folded, names before the number; none where it names all of the year. */
function periodOf(before: string, year: number): string | undefined {
  const found = [...before.matchAll(PERIOD)].at(-1)?.[0];
  const end = YEAR_END.exec(found ?? '');
  const isWholeYear = end !== null && (end.groups?.year === undefined || Number(end.groups.year) === year);
  return found && !isWholeYear ? found : undefined;
}
