/**
 * Over every report: which of them give a measure or mention a matter, each with its value, and which of all is
 * highest. A report that is silent is named as silent.
 */
import type { Library } from '../../library/library.ts';
import type { StoredReport } from '../../library/stored-report.ts';
import type { Question } from '../../retrieval/question.ts';
import { retrieveAcross } from '../../retrieval/retrieve.ts';
import type { Language } from '../../wording/language.ts';
import { WORDING } from '../../wording/wording.ts';
import type { Answer } from '../answer.ts';
import { orderLine, tableOf } from '../comparison/compare-lines.ts';
import { type Measure, measuresOf } from '../comparison/compare-measures.ts';
import { comparabilityNotes } from '../comparison/compare-notes.ts';
import { inOrder, isOrdered } from '../comparison/compare-order.ts';
import { asksForAll, asksForExtreme } from '../comparison/comparing-words.ts';
import { findRows, type Row } from '../comparison/find-value.ts';
import { type StatedValue, ValueSheet } from '../comparison/value-sheet.ts';
import { compose } from '../compose.ts';
import { placeAndYear } from '../place.ts';
import type { Reasoning } from '../reasoning.ts';
import { answerMentions } from './answer-across.ts';

/** Reports that are read one by one; of more, those that the search puts first. */
const READ_WHOLE = 40;
const MOST_SILENT = 12;

/** Whether a question without a region is for every report. */
export function isForEveryReport(question: Question): boolean {
  if (question.relativeYear !== undefined || question.terms.length === 0) return false;
  if (question.intent === 'mentions') return true;
  return (
    (question.intent === 'figure' || question.intent === 'fact' || question.intent === 'compare') &&
    (asksForAll(question.normal) ||
      (question.intent === 'compare' && asksForExtreme(question.normal) !== undefined) ||
      asksForExtreme(question.normal) !== undefined)
  );
}

/** Answers it; `undefined` when no report gives the number or mentions the matter. */
export async function answerCoverage(
  library: Library,
  reasoning: Reasoning,
  within: readonly StoredReport[],
): Promise<Answer | undefined> {
  const { question } = reasoning;
  const measures = measuresOf(question);
  const [measure] = measures;
  if (!measure || measure.question.terms.length === 0) return undefined;
  // The index names the reports worth reading; few reports are read all the same.
  const ranked = await retrieveAcross(library, measure.question, within);
  const nearest = ranked.map((source) => source.report);
  const reports = within.length <= READ_WHOLE ? within : nearest.slice(0, READ_WHOLE);
  const { rows, sources } = await findRows(
    library,
    reports.flatMap((report) => measures.map((one) => ({ report, measure: one }))),
  );
  reasoning.sources = sources;
  const notes = within.length > reports.length ? [WORDING.comparisons.bestSearched[question.language]] : [];
  const isNumber = measures.some((one) => one.isNumber) || asksForExtreme(question.normal) !== undefined;
  if (isNumber && rows.some((row) => row.value)) return composeCoverage(question, measures, rows, notes);
  return answerMentions(
    question,
    measure.question,
    sources.filter((_, index) => index % measures.length === 0),
  );
}

function composeCoverage(
  question: Question,
  measures: readonly Measure[],
  rows: readonly Row[],
  notes: readonly string[],
): Answer {
  const { language } = question;
  const sheet = new ValueSheet();
  const extreme = asksForExtreme(question.normal);
  const blocks: string[] = [];
  const answers: string[] = [];
  const all = [...notes];
  for (const measure of measures) {
    const group = rows.filter((row) => row.measure === measure);
    const given = ordered(group, extreme);
    const stated = new Map<Row, StatedValue>();
    for (const row of given) {
      const added = row.value ? sheet.add(row.value) : undefined;
      if (added) stated.set(row, added);
    }
    const shown = given.filter((row) => stated.has(row));
    if (shown.length === 0) continue;
    const lead = extreme
      ? orderLine(question, [...stated.values()], group.length, sheet)
      : WORDING.comparisons.givenBy[language];
    blocks.push(
      [...(lead ? [lead] : []), tableOf(shown, stated, language), ...silentLine(group, language)].join('\n'),
    );
    answers.push(
      ...[...stated.values()].map((one) => `${placeAndYear(one.value.report, language)} ${one.shown}`),
    );
    all.push(...comparabilityNotes(shown, language).slice(0, 6));
  }
  return compose({
    kind: extreme ? 'compare' : 'list',
    language,
    answer: answers.join(WORDING.joins.answers[language]),
    lead: blocks.join('\n\n'),
    citations: sheet.citations,
    figures: sheet.figures,
    notes: [...new Set(all)],
  });
}

/** By value where one end is asked for, else as the reports come. */
function ordered(group: readonly Row[], extreme: 'most' | 'least' | undefined): Row[] {
  const given = group.filter((row) => row.value);
  if (!extreme) return given;
  const values = given.map((row) => ({
    row,
    value: row.value!,
    figures: [row.value!.found.figure],
    shown: '',
    index: 0,
  }));
  return isOrdered(values)
    ? inOrder(values, extreme).map((one) => given.find((row) => row.value === one.value)!)
    : given;
}

function silentLine(group: readonly Row[], language: Language): string[] {
  const silent = group.filter((row) => !row.value);
  if (silent.length === 0) return [];
  const places = silent
    .slice(0, MOST_SILENT)
    .map((row) => placeAndYear(row.report, language))
    .join(WORDING.joins.places[language]);
  return [
    WORDING.comparisons.notGivenBy(
      silent.length > MOST_SILENT ? `${places}${WORDING.comparisons.andOthers[language]}` : places,
    )[language],
  ];
}
