/** Compares reports as wholes: every indicator of the lexicon that at least two of them give. */
import { type Indicator, lexicon } from '../../language/lexicon.ts';
import type { Library } from '../../library/library.ts';
import type { Question } from '../../retrieval/question.ts';
import { preparedReport } from '../../retrieval/retrieve.ts';
import type { Language } from '../../wording/language.ts';
import { WORDING } from '../../wording/wording.ts';
import type { Answer } from '../answer.ts';
import { compose } from '../compose.ts';
import { placeAndYear } from '../place.ts';
import { tableOf } from './compare-lines.ts';
import { indicatorMeasure } from './compare-measures.ts';
import { comparabilityNotes } from './compare-notes.ts';
import type { Sides } from './compare-sides.ts';
import { findRows, type Row } from './find-value.ts';
import { MOST_CITATIONS, type StatedValue, ValueSheet } from './value-sheet.ts';

/** Indicators looked up at most; those that more of the reports name come first. */
const CONSIDERED = 40;
const MOST_MEASURES = 8;

/** Composes the comparison; a refusal where the reports share no indicator. */
export async function compareOverall(
  library: Library,
  question: Question,
  { sides, isTrend }: Sides,
): Promise<Answer | undefined> {
  const { language } = question;
  const reports = sides.map((side) => side.report);
  const texts = reports.map((report) => preparedReport(library, report.id).text);
  const named = (indicator: Indicator) =>
    texts.filter((text) => indicator.zh.some((name) => name.length >= 3 && text.includes(name))).length;
  const candidates = lexicon()
    .indicators.map((indicator) => ({ indicator, count: named(indicator) }))
    .filter((one) => one.count >= 2);
  const rank = (kind: Indicator['kind']) => (kind === 'rate' ? 0 : kind === 'count' ? 1 : 2);
  candidates.sort((a, b) => b.count - a.count || rank(a.indicator.kind) - rank(b.indicator.kind));
  const groups: Row[][] = [];
  for (const { indicator } of candidates.slice(0, CONSIDERED)) {
    const measure = indicatorMeasure(question, indicator);
    const looked = await findRows(
      library,
      reports.map((report) => ({ report, measure })),
    );
    const rows = underPrintedName(looked.rows, language);
    if (rows.filter((row) => row.value).length >= 2 && !groups.some((group) => repeats(group, rows)))
      groups.push(rows);
    if (groups.length >= Math.min(MOST_MEASURES, Math.floor(MOST_CITATIONS / sides.length))) break;
  }
  if (groups.length === 0) return undefined;
  const sheet = new ValueSheet();
  const notes: string[] = [];
  const blocks = groups.map((group) => {
    const stated = new Map<Row, StatedValue>();
    for (const row of group) {
      const added = row.value ? sheet.add(row.value) : undefined;
      if (added) stated.set(row, added);
    }
    notes.push(...comparabilityNotes(group, language));
    return tableOf(group, stated, language);
  });
  const answer = groups.map((group) => group[0]!.measure.name).join(WORDING.joins.names[language]);
  const title = `${reports.map((report) => placeAndYear(report, language)).join(WORDING.joins.places[language])}\n${WORDING.comparisons.sharedIndicators[language]}`;
  return compose({
    kind: isTrend ? 'trend' : 'compare',
    language,
    answer,
    lead: [title, ...blocks].join('\n\n'),
    citations: sheet.citations,
    figures: sheet.figures,
    notes: [...new Set(notes)],
  });
}

/** The table is headed by the name that the first report prints. */
function underPrintedName(rows: readonly Row[], language: Language): Row[] {
  const printed = language === 'zh' ? rows.find((row) => row.value?.printed)?.value?.printed : undefined;
  const [first] = rows;
  if (!printed || !first) return [...rows];
  const measure = { ...first.measure, name: printed };
  return rows.map((row) => ({ ...row, measure }));
}

/** Whether a group has the very figures of another, under a broader name. */
function repeats(group: readonly Row[], rows: readonly Row[]): boolean {
  return rows.some(
    (row, index) => row.value !== undefined && row.value.found.figure === group[index]?.value?.found.figure,
  );
}
