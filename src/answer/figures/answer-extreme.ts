/** Answers which row of a table has the most or the least of a column: 哪个领域罚款最多. */
import type { FittedTerm } from '../../retrieval/fit-terms.ts';
import { matchTerm } from '../../retrieval/match-terms.ts';
import type { Question } from '../../retrieval/question.ts';
import { type Cell, type Column, columnsOf } from '../../retrieval/report-tables.ts';
import type { ReportEvidence } from '../../retrieval/retrieve.ts';
import { WORDING } from '../../wording/wording.ts';
import type { Answer } from '../answer.ts';
import { citeParagraph } from '../cite.ts';
import { compose } from '../compose.ts';
import { placeAndYear } from '../place.ts';
import { printedFigure, withConversion } from './name-figure.ts';

const MOST = /(?:最|居首|排第一|第一)(?:[多高大]|$|的)|\b(?:most|highest|largest|biggest|greatest)\b/i;
const LEAST = /最[少低小]|\b(?:least|fewest|lowest|smallest)\b/i;
const ASKS_WHICH = /哪|谁|什么|\b(?:which|who|what)\b/i;
const TOTAL = /^(?:合\s*计|总\s*计|共\s*计|小\s*计|全[省市县区旗州])/;
/** Words that only ask for the row, not for what its column measures. */
const ASKING =
  /^(?:最.?|领域|单位|部门|机关|方面|类|街道|乡镇|bureaus?|departments?|units?|bod(?:y|ies)|agenc(?:y|ies)|fields?|areas?|sectors?|most|least|fewest|highest|lowest|largest|smallest)$/i;
const NAMED = 0.6;

/** The reply; `undefined` where the question asks for no such row, or no one column is meant. */
export function answerExtreme(question: Question, found: ReportEvidence): Answer | undefined {
  const { normal, language } = question;
  const isLeast = LEAST.test(normal);
  if ((!isLeast && !MOST.test(normal)) || !ASKS_WHICH.test(normal)) return undefined;
  const column = columnMeant(question, found);
  const cells = column?.cells.filter(
    ({ row, prepared }) => !TOTAL.test(row) && row !== '' && prepared.figure,
  );
  if (!cells || cells.length < 2) return undefined;
  const values = cells.map(({ prepared }) => prepared.figure.value);
  const extreme = isLeast ? Math.min(...values) : Math.max(...values);
  const best = cells.filter(({ prepared }) => prepared.figure.value === extreme);
  if (best.length > 2) return undefined;
  const joins = WORDING.joins;
  const shown = (one: Cell) =>
    `${nameOf(one)}${joins.colon[language]}${withConversion(one.prepared.figure, language)}`;
  return compose({
    kind: 'answer',
    language,
    answer: best
      .map((one) => `${nameOf(one)} ${printedFigure(one.prepared.figure)}`)
      .join(joins.names[language]),
    lead: `${placeAndYear(found.report, language)} · ${best[0]!.prepared.figure.column} · ${best.map(shown).join(joins.names[language])}`,
    citations: best.map(({ paragraph }) =>
      citeParagraph(found.report, paragraph.paragraph, paragraph.paragraph.text),
    ),
    figures: best.map(({ prepared: { figure } }, index) => ({
      raw: figure.raw,
      value: figure.value,
      unit: figure.unit,
      citation: index,
    })),
  });
}

/** The row's name as printed. */
function nameOf({ prepared }: Cell): string {
  return prepared.figure.row ?? '';
}

/** The one column whose header has the question's measure, of the question's year or the report's. */
function columnMeant(question: Question, { prepared, terms, report }: ReportEvidence): Column | undefined {
  const columns = columnsOf(prepared);
  const year = question.years[0] ?? report.year;
  const isOfYear = ({ name }: Column) => {
    const named = /(?:19|20)\d\d/.exec(name)?.[0];
    return named === undefined || Number(named) === year;
  };
  const measures = terms.filter(
    (term) =>
      !ASKING.test(term.term.surface) &&
      !columns.some(({ rows }) => rows !== '' && matchTerm(term, rows) >= NAMED),
  );
  if (measures.length === 0) return undefined;
  const scored = columns
    .filter(isOfYear)
    .map((column) => ({ column, score: scoreOf(measures, column) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const [first, second] = scored;
  return first && first.score > (second?.score ?? 0) ? first.column : undefined;
}

/** How well a header has the words of the measure; 0 where the most telling of them is not in it. */
function scoreOf(measures: readonly FittedTerm[], { name }: Column): number {
  const main = [...measures].sort((a, b) => b.weight - a.weight)[0]!;
  if (matchTerm(main, name) < NAMED) return 0;
  return measures.reduce((sum, term) => sum + term.weight * matchTerm(term, name), 0);
}
