/** The years of one report's table: where the earlier reports are not held, its columns may still give their figures. */
import type { Library } from '../../library/library.ts';
import type { StoredReport } from '../../library/stored-report.ts';
import { matchTerm } from '../../retrieval/match-terms.ts';
import type { Question } from '../../retrieval/question.ts';
import { type Cell, columnsOf } from '../../retrieval/report-tables.ts';
import { type ReportEvidence, retrieveFrom } from '../../retrieval/retrieve.ts';
import { WORDING } from '../../wording/wording.ts';
import type { Answer } from '../answer.ts';
import { citeParagraph } from '../cite.ts';
import { compose } from '../compose.ts';
import { withConversion } from '../figures/name-figure.ts';
import { placeAndYear } from '../place.ts';

/** One row's measure with its figure of each year. */
interface Series {
  /** The words of the row and of the column without its year. */
  readonly label: string;
  readonly byYear: ReadonlyMap<number, Cell>;
}

const YEAR = /((?:19|20)\d\d)年?度?/;
const ASKING =
  /^(?:变化|趋势|走势|对比|比较|相比|[一二三四五六七八九两几]?年来?|来|历年|逐年|changes?|changed|trends?|compared?|over)$/i;
const NAMED = 0.6;

/** The figures of the years asked for, in order; `undefined` where no table has two of them for one clear measure. */
export async function trendInTable(
  library: Library,
  question: Question,
  report: StoredReport,
): Promise<Answer | undefined> {
  const [source] = await retrieveFrom(library, question, [report]);
  const series = source && seriesMeant(question, source);
  if (!series) return undefined;
  const asked = [...question.years, ...question.contentYears];
  const [from, to] = asked.length > 1 ? [Math.min(...asked), Math.max(...asked)] : [0, report.year];
  const cells = [...series.byYear].filter(([year]) => year >= from && year <= to).sort(([a], [b]) => a - b);
  if (cells.length < 2 || (asked.length > 1 && (cells[0]![0] !== from || cells.at(-1)![0] !== to)))
    return undefined;
  const { language } = question;
  const lines = cells.map(
    ([year, { prepared }]) =>
      WORDING.comparisons.inYear(year, withConversion(prepared.figure, language))[language],
  );
  const paragraphs = [...new Set(cells.map(([, { paragraph }]) => paragraph))];
  return compose({
    kind: 'trend',
    language,
    answer: lines.join(WORDING.joins.answers[language]),
    lead: `${placeAndYear(report, language)} · ${series.label}\n${lines.map((line) => `· ${line}`).join('\n')}`,
    citations: paragraphs.map(({ paragraph }) => citeParagraph(report, paragraph, paragraph.text)),
    figures: cells.map(
      ([
        ,
        {
          prepared: { figure },
          paragraph,
        },
      ]) => ({
        raw: figure.raw,
        value: figure.value,
        unit: figure.unit,
        citation: paragraphs.indexOf(paragraph),
      }),
    ),
  });
}

function seriesMeant({ terms: all }: Question, { prepared, terms }: ReportEvidence): Series | undefined {
  const measures = terms.filter(({ term, weight }) => !ASKING.test(term.surface) && weight > 0.1);
  if (all.length === 0 || measures.length === 0) return undefined;
  const scored = allSeries(prepared)
    .filter(({ byYear }) => byYear.size > 1)
    .map((series) => ({ series, matches: measures.map((term) => matchTerm(term, series.label)) }))
    .filter(({ matches }) => matches.every((match) => match >= NAMED))
    .map(({ series, matches }) => ({
      series,
      score: matches.reduce((sum, match) => sum + match, 0) - series.label.length / 100,
    }))
    .sort((a, b) => b.score - a.score);
  const [first, second] = scored;
  return first && first.score > (second?.score ?? 0) ? first.series : undefined;
}

function allSeries(prepared: ReportEvidence['prepared']): Series[] {
  const series = new Map<string, Map<number, Cell>>();
  for (const { name, cells } of columnsOf(prepared)) {
    const year = Number(YEAR.exec(name)?.[1]);
    if (!year) continue;
    for (const cell of cells) {
      const label = [cell.row, name.replace(YEAR, '').trim()].filter((part) => part !== '').join(' ');
      series.set(label, (series.get(label) ?? new Map<number, Cell>()).set(year, cell));
    }
  }
  return [...series].map(([label, byYear]) => ({ label, byYear }));
}
