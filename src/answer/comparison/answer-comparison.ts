/**
 * Compares reports: every side's value with its own citation, the order, the difference, and what is not comparable.
 */
import type { Library } from '../../library/library.ts';
import type { StoredReport } from '../../library/stored-report.ts';
import type { Question } from '../../retrieval/question.ts';
import { preparedReport } from '../../retrieval/retrieve.ts';
import { WORDING } from '../../wording/wording.ts';
import { areTwins } from '../across/answer-twins.ts';
import type { Answer } from '../answer.ts';
import { compose } from '../compose.ts';
import { placeAndYear, placeName } from '../place.ts';
import type { Reasoning } from '../reasoning.ts';
import { refuseScope } from '../refuse.ts';
import { answerTrend } from './answer-trend.ts';
import { orderLine, refuseAll, tableOf } from './compare-lines.ts';
import { findMeasures, isUnknown, type Measure } from './compare-measures.ts';
import { comparabilityNotes } from './compare-notes.ts';
import { compareOverall } from './compare-overall.ts';
import { comparePassages } from './compare-passages.ts';
import { findSides, type Sides } from './compare-sides.ts';
import { findRows, type Row } from './find-value.ts';
import { trendInTable } from './trend-in-table.ts';
import { ValueSheet } from './value-sheet.ts';

const COMPARED = new Set(['figure', 'fact', 'compare', 'trend', 'mentions', 'problems', 'plans']);

/** Answers a question about several reports; `undefined` when it is about one, or about no particular ones. */
export async function answerComparison(library: Library, reasoning: Reasoning): Promise<Answer | undefined> {
  const { question } = reasoning;
  if (!COMPARED.has(question.intent)) return undefined;
  const found = reasoning.within
    ? sidesWithin(reasoning.within)
    : findSides(question, library.reports(), (report, words) =>
        preparedReport(library, report.id).text.includes(words),
      );
  if (!found || areTwins(found.sides.map((side) => side.report))) return undefined;
  const [only] = found.sides;
  const inTable =
    only && found.isTrend && found.sides.length === 1
      ? await trendInTable(library, question, only.report)
      : undefined;
  if (inTable) {
    reasoning.scope = { kind: 'reports', reports: [only!.report], content: [] };
    reasoning.isFixed = true;
    return inTable;
  }
  if (!only || (found.sides.length === 1 && !(found.isTrend && found.absent.length === 0)))
    return found.absent[0] ? refuseScope(found.absent[0], question, library.reports()) : undefined;
  reasoning.scope = { kind: 'reports', reports: found.sides.map((side) => side.report), content: [] };
  if (question.intent === 'problems' || question.intent === 'plans')
    return comparePassages(library, reasoning, found.sides);
  const measures = findMeasures(question, found.sides);
  if (measures.every((own) => own.every((measure) => measure.question.terms.length === 0))) {
    const overall = found.sides.length > 1 ? await compareOverall(library, question, found) : undefined;
    reasoning.isFixed = overall !== undefined;
    return overall;
  }
  if (measures.some((own) => own.some(isUnknown)))
    return refuseAll(question, reasoning.scope.reports, measures[0]![0]!);
  const wanted = found.sides.flatMap((side, index) =>
    measures[index]!.map((measure) => ({ report: side.report, measure })),
  );
  const { rows, sources } = await findRows(library, wanted);
  reasoning.sources = sources;
  reasoning.isFixed =
    found.sides.length === 1 || found.absent.length > 0 || rows.some((row) => row.value === undefined);
  if (found.isTrend) return answerTrend(question, rows, found);
  const answer = rows.some((row) => row.value) ? composeComparison(question, rows, found) : undefined;
  return (
    answer ??
    (measures.some((own) => own.some((measure) => measure.isNumber))
      ? refuseAll(question, reasoning.scope.reports, measures[0]![0]!)
      : comparePassages(library, reasoning, found.sides))
  );
}

function sidesWithin(reports: readonly StoredReport[]): Sides | undefined {
  if (reports.length < 2) return undefined;
  const isTrend = new Set(reports.map((report) => [...report.parents, report.region].join(''))).size === 1;
  const ordered = isTrend ? [...reports].sort((a, b) => a.year - b.year) : reports;
  return { sides: ordered.map((report) => ({ report })), absent: [], isTrend };
}

/** The reply: what is ahead, one table a measure, the proofs, and notes. */
function composeComparison(question: Question, rows: readonly Row[], { absent }: Sides): Answer {
  const { language } = question;
  const sheet = new ValueSheet();
  const answers: string[] = [];
  const blocks: string[] = [];
  const notes: string[] = [];
  for (const group of groupRows(rows)) {
    const stated = new Map(
      group
        .flatMap((row) => (row.value ? [[row, row.value] as const] : []))
        .flatMap(([row, value]) => {
          const added = sheet.add(value);
          return added ? [[row, added] as const] : [];
        }),
    );
    const lead = orderLine(question, [...stated.values()], group.length, sheet);
    blocks.push([...(lead ? [lead] : []), tableOf(group, stated, language)].join('\n'));
    answers.push(
      ...[...stated.values()].map((one) => `${placeAndYear(one.value.report, language)} ${one.shown}`),
    );
    notes.push(...comparabilityNotes(group, language));
  }
  const missing = absent.map((one) => {
    if (one.kind === 'region-not-held') return WORDING.refusals.regionNotHeld(one.name)[language];
    const years = one.years.join(WORDING.joins.names[language]);
    return WORDING.refusals.yearNotHeld(placeName(one.region, language), years)[language];
  });
  return compose({
    kind: 'compare',
    language,
    answer: answers.join(WORDING.joins.answers[language]),
    lead: [...blocks, ...missing].join('\n\n'),
    citations: sheet.citations,
    figures: sheet.figures,
    notes: [...new Set(notes)],
  });
}

/** Rows of one measure together; where each side has a measure of its own, all rows together. */
function groupRows(rows: readonly Row[]): Row[][] {
  const groups = new Map<Measure, Row[]>();
  for (const row of rows) groups.set(row.measure, [...(groups.get(row.measure) ?? []), row]);
  const lists = [...groups.values()];
  const units = new Set(lists.map(([row]) => row!.measure.question.asks[0]?.unit));
  return lists.length > 1 && lists.every((group) => group.length === 1) && units.size === 1
    ? [lists.flat()]
    : lists;
}
