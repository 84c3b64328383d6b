/** The lines that replies over several reports are made of: who is ahead, the table, and that none gives it. */
import type { StoredReport } from '../../library/stored-report.ts';
import type { Question } from '../../retrieval/question.ts';
import type { Language } from '../../wording/language.ts';
import { WORDING } from '../../wording/wording.ts';
import type { Answer } from '../answer.ts';
import { compose } from '../compose.ts';
import { placeAndYear } from '../place.ts';
import type { Measure } from './compare-measures.ts';
import { difference, distance, inOrder, isOrdered } from './compare-order.ts';
import { renderTable } from './compare-table.ts';
import { asksForExtreme } from './comparing-words.ts';
import type { Row } from './find-value.ts';
import type { StatedValue, ValueSheet } from './value-sheet.ts';

/** No side gives it: nothing is shown in its place. */
export function refuseAll(question: Question, reports: readonly StoredReport[], measure: Measure): Answer {
  const { language } = question;
  const places = reports.map((report) => placeAndYear(report, language)).join(WORDING.joins.places[language]);
  return compose({
    kind: 'refusal',
    language,
    answer: '',
    lead: WORDING.refusals.noneGives(places, /\d/.test(measure.name) ? '' : measure.name)[language],
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
    value: stated.get(row)?.shown ?? WORDING.comparisons.notGiven[language],
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
    return WORDING.comparisons.onlyGivenBy(place(values[0]!), values[0]!.shown)[language];
  if (!isOrdered(values)) return undefined;
  const end = asksForExtreme(question.normal) ?? 'most';
  const [first, second] = inOrder(values, end) as [StatedValue, StatedValue];
  if (difference(first, second) === 0)
    return values.length === 2 ? WORDING.comparisons.sameValue(first.shown)[language] : undefined;
  if (values.length > 2) {
    const extreme = end === 'most' ? WORDING.comparisons.highest : WORDING.comparisons.lowest;
    return extreme(place(first), first.shown)[language];
  }
  const by = distance(first, second, language);
  sheet.compute(by.raw, by.value, by.unit, {
    operation: 'difference',
    operands: [first.index, second.index],
  });
  const aheadBy = end === 'most' ? WORDING.comparisons.higherBy : WORDING.comparisons.lowerBy;
  return aheadBy(place(first), first.shown, place(second), second.shown, by.raw)[language];
}
