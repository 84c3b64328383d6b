/** What makes the values of a comparison not fully comparable, one sentence each. */

import { asksForPlan } from '../../retrieval/asked-figure.ts';
import type { Language } from '../../wording/language.ts';
import { WORDING } from '../../wording/wording.ts';
import { placeAndYear } from '../place.ts';
import type { Row } from './find-value.ts';

/** Notes on the rows of one measure (or of a comparison where each side has its own). */
export function comparabilityNotes(rows: readonly Row[], language: Language): string[] {
  const values = rows.flatMap((row) => (row.value ? [row.value] : []));
  const notes: string[] = [];
  const place = (value: (typeof values)[number]) => placeAndYear(value.report, language);
  for (const value of values) {
    const { figure } = value.found;
    if (figure.period) notes.push(WORDING.comparisons.partOf(place(value), figure.period)[language]);
    if (figure.planned && !asksForPlan(value.measure.question))
      notes.push(WORDING.comparisons.plannedOf(place(value))[language]);
    if (figure.precision !== 'exact')
      notes.push(WORDING.comparisons.roundedOf(place(value), figure.raw)[language]);
  }
  if (values.length < 2) return notes;
  const names = values.flatMap((value) =>
    value.printed ? [{ place: place(value), name: value.printed }] : [],
  );
  if (
    names.length === values.length &&
    new Set(names.map((one) => one.name)).size > 1 &&
    !names.every((one) =>
      names.some(
        (other) => other !== one && (other.name.includes(one.name) || one.name.includes(other.name)),
      ),
    )
  ) {
    notes.push(WORDING.comparisons.namesDiffer(names)[language]);
  }
  const units = new Set(values.map((value) => value.found.figure.unit));
  if (units.size > 1 && values.some((value) => /人次|件次|场次/.test(value.found.figure.unit)))
    notes.push(WORDING.comparisons.unitsDiffer([...units])[language]);
  if (new Set(values.map((value) => value.report.body)).size > 1)
    notes.push(WORDING.comparisons.levelsDiffer[language]);
  if (
    new Set(values.map((value) => value.report.year)).size > 1 &&
    new Set(values.map((value) => value.report.region)).size > 1
  )
    notes.push(WORDING.comparisons.yearsDiffer[language]);
  return notes;
}
