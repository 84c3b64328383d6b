/** The lines that replies over several reports are made of: who is ahead, the table, and that none gives it. */
import type { StoredReport } from '../library/stored-report.ts';
import type { Language, Question } from '../retrieval/question.ts';
import type { Answer } from './answer.ts';
import type { Measure } from './compare-measures.ts';
import { difference, distance, inOrder, isOrdered } from './compare-order.ts';
import { renderTable } from './compare-table.ts';
import { asksForExtreme } from './comparing-words.ts';
import { compose } from './compose.ts';
import type { Row } from './find-value.ts';
import { placeAndYear } from './place.ts';
import type { StatedValue, ValueSheet } from './value-sheet.ts';
import { say, WORDING } from './wording.ts';

/** No side gives it: nothing is shown in its place. */
export function refuseAll(question: Question, reports: readonly StoredReport[], measure: Measure): Answer {
  const { language } = question;
  const places = reports.map((report) => placeAndYear(report, language)).join(say(language, '、', '; '));
  return compose({
    kind: 'refusal',
    language,
    answer: '',
    lead: WORDING.noneGives(language, places, /\d/.test(measure.name) ? '' : measure.name),
  });
}

/** Name of the measure, then who gives what; a report that is silent says so. */
export function tableOf(
  group: readonly Row[],
  stated: ReadonlyMap<Row, StatedValue>,
  language: Language,
): string {
  const names = new Set(group.map((row) => row.measure.name));
  const line = (row: Row) => ({
    name: `${placeAndYear(row.report, language)}${names.size > 1 ? ` ${row.measure.name}` : ''}`,
    value: stated.get(row)?.shown ?? WORDING.notGiven(language),
  });
  const [title] = names;
  return [...(names.size === 1 && title ? [title] : []), renderTable(group.map(line))].join('\n');
}

/** The winner and the difference to the next, computed; of two or more values that can be ordered. */
export function orderLine(
  question: Question,
  values: readonly StatedValue[],
  sides: number,
  sheet: ValueSheet,
): string | undefined {
  const { language } = question;
  const place = (one: StatedValue) => placeAndYear(one.value.report, language);
  if (values.length === 1 && sides > 1)
    return WORDING.onlyGivenBy(language, place(values[0]!), values[0]!.shown);
  if (!isOrdered(values)) return undefined;
  const end = asksForExtreme(question.normal) ?? 'most';
  const [first, second] = inOrder(values, end) as [StatedValue, StatedValue];
  if (difference(first, second) === 0)
    return values.length === 2 ? WORDING.sameValue(language, first.shown) : undefined;
  if (values.length > 2) return WORDING.extremeOf(language, place(first), first.shown, end === 'most');
  const by = distance(first, second, language);
  sheet.compute(by.raw, by.value, by.unit, {
    operation: 'difference',
    operands: [first.index, second.index],
  });
  return WORDING.aheadBy(
    language,
    place(first),
    first.shown,
    place(second),
    second.shown,
    end === 'most',
    by.raw,
  );
}
