/**
 * One region over its years: values in order, the change computed, and the change that a report itself prints,
 * checked against the report of the year before.
 */
import type { Question } from '../../retrieval/question.ts';
import { WORDING } from '../../wording/wording.ts';
import type { Answer } from '../answer.ts';
import { compose } from '../compose.ts';
import { placeAndYear, placeName } from '../place.ts';
import { refuseAll, tableOf } from './compare-lines.ts';
import { comparabilityNotes } from './compare-notes.ts';
import { changeInPercent, difference, distance, isOrdered, numberOf } from './compare-order.ts';
import type { Sides } from './compare-sides.ts';
import type { Row } from './find-value.ts';
import { bearsOut, findPrintedChange } from './printed-change.ts';
import { type StatedValue, ValueSheet } from './value-sheet.ts';

/** Composes the trend; a refusal when no year gives the measure. */
export function answerTrend(question: Question, rows: readonly Row[], { sides, absent }: Sides): Answer {
  const { language } = question;
  if (!rows.some((row) => row.value))
    return refuseAll(
      question,
      sides.map((side) => side.report),
      rows[0]!.measure,
    );
  const sheet = new ValueSheet();
  const blocks: string[] = [];
  const notes: string[] = [];
  const answers: string[] = [];
  for (const measure of new Set(rows.map((row) => row.measure))) {
    const group = rows.filter((row) => row.measure === measure);
    const stated = new Map<Row, StatedValue>();
    for (const row of group) {
      const added = row.value ? sheet.add(row.value) : undefined;
      if (added) stated.set(row, added);
    }
    const values = [...stated.values()];
    const changes = values
      .slice(1)
      .flatMap((later, index) => changeLine(values[index]!, later, question, sheet));
    const printed = values.flatMap((later, index) => printedLine(later, values[index - 1], question, sheet));
    blocks.push([...changes, tableOf(group, stated, language), ...printed].join('\n'));
    notes.push(...comparabilityNotes(group, language));
    const levels = values.map(
      (one) => WORDING.comparisons.inYear(one.value.report.year, one.shown)[language],
    );
    const changed = changes.map((line) => line.replace(/。$/, ''));
    // 降了几个百分点: the change is what was asked for.
    const isOfChange = question.asks.length === 1 && question.asks[0]!.unitWord === '个百分点';
    answers.push(...(isOfChange ? [...changed, ...levels] : [...levels, ...changed]));
  }
  const missing = absent.map((one) => {
    if (one.kind !== 'year-not-held') return '';
    const years = one.years.join(WORDING.joins.names[language]);
    return WORDING.refusals.yearNotHeld(placeName(one.region, language), years)[language];
  });
  const alone =
    sides.length === 1 && sides[0]
      ? [
          WORDING.comparisons.oneYearOnly(placeName(sides[0].report, language), sides[0].report.year)[
            language
          ],
        ]
      : [];
  const kind = alone.length > 0 ? 'answer' : 'trend';
  return compose({
    kind,
    language,
    answer: answers.join(WORDING.joins.answers[language]),
    lead: [...alone, ...blocks, ...missing].join('\n\n'),
    citations: sheet.citations,
    figures: sheet.figures,
    notes: [...new Set(notes)],
  });
}

/** `…2022年上升14.2个百分点`: computed from two values of the same unit, one after the other. */
function changeLine(
  earlier: StatedValue,
  later: StatedValue,
  { language }: Question,
  sheet: ValueSheet,
): string[] {
  if (!isOrdered([earlier, later])) return [];
  const place = placeAndYear(later.value.report, language);
  const change = difference(later, earlier);
  if (change === 0) return [WORDING.comparisons.unchanged(place)[language]];
  const by = distance(later, earlier, language);
  const operands = [later.index, earlier.index];
  sheet.compute(by.raw, change, by.unit, { operation: 'difference', operands });
  const percent = changeInPercent(earlier, later);
  const shown = percent === undefined ? '' : `${percent > 0 ? '+' : ''}${percent}%`;
  if (percent !== undefined) sheet.compute(`${percent}%`, percent, '%', { operation: 'change', operands });
  const changedBy = change > 0 ? WORDING.comparisons.roseBy : WORDING.comparisons.fellBy;
  return [changedBy(place, by.raw, shown)[language]];
}

/** The change that the report prints behind the value, quoted, and whether the other year bears it out. */
function printedLine(
  later: StatedValue,
  earlier: StatedValue | undefined,
  { language }: Question,
  sheet: ValueSheet,
): string[] {
  const change = findPrintedChange(later.value);
  if (!change || !sheet.quote(change.figure, later)) return [];
  const isNext = earlier !== undefined && later.value.report.year - earlier.value.report.year === 1;
  const place = placeAndYear(later.value.report, language);
  if (!isNext) return [WORDING.comparisons.printedChange(place, change.words)[language]];
  const fits = bearsOut(change.figure, change.isFall, numberOf(earlier), numberOf(later));
  const printed = fits ? WORDING.comparisons.printedChangeFits : WORDING.comparisons.printedChangeMisfits;
  return [printed(place, change.words)[language]];
}
