/** What an evaluation found, as a person reads it. */
import type { GradedAnswer } from './ask-graded.ts';
import type { EvaluationTables } from './evaluation.ts';
import type { RetrievalRow } from './measure-retrieval.ts';
import { renderTable } from './render-table.ts';
import { type Tally, type TallyRow, tallyColumns } from './tally-verdicts.ts';

const SHOWN_CHARACTERS = 160;

/** The tables of answers and of retrieval. */
export function renderEvaluation({ tally, retrieval }: EvaluationTables): string {
  return join([...(tally.rows[0]?.n ? [renderTally(tally)] : []), renderRetrieval(retrieval)]);
}

/** The first `most` answers that did not pass: what was asked, wanted and got. */
export function renderFailures(graded: readonly GradedAnswer[], most: number): string {
  const failed = graded.filter(({ verdict }) => !verdict.pass).slice(0, most);
  return failed.map(renderFailure).join('\n');
}

/** What two evaluations side by side are called. */
export interface Sides {
  /** Above the first column. */
  readonly head: string;
  readonly names: readonly [string, string];
}

const LEXICON: Sides = { head: 'with/without lexicon', names: ['with lexicon', 'without'] };

/** The tables of two evaluations in one: `with/without` the lexicon, where nothing else is said. */
export function renderSideBySide(
  one: EvaluationTables,
  other: EvaluationTables,
  { head: title, names }: Sides = LEXICON,
): string {
  const others = new Map(other.tally.rows.map((row) => [row.group, row]));
  const rows = one.tally.rows.filter(isListed).map((row) => {
    const twin = others.get(row.group);
    const pairs = pairedColumns.map((column) =>
      pair(share(row[column]), share(twin?.[column] ?? Number.NaN)),
    );
    return [row.group, String(row.n), ...pairs];
  });
  const retrieval = one.retrieval.map((row) => {
    const twin = other.retrieval.find(({ method, lang }) => method === row.method && lang === row.lang);
    const cells = twin ? retrievalCells(twin) : [];
    return [
      `${row.method} ${row.lang}`,
      String(row.n),
      ...retrievalCells(row).map((cell, index) => pair(cell, cells[index])),
    ];
  });
  const head = [title, 'n'];
  return join([
    ...(one.tally.rows[0]?.n ? [renderTable([[...head, ...pairedColumns], ...rows])] : []),
    ...(retrieval.length > 0 ? [renderTable([[...head, ...RETRIEVAL_HEAD], ...retrieval])] : []),
    `${names[0]}:\n${renderFootnotes(one.tally)}\n${names[1]}:\n${renderFootnotes(other.tally)}`,
  ]);
}

const RETRIEVAL_HEAD = ['recall@1', 'recall@4', 'recall@10', 'MRR'];
/** Two shares a column need room: these fit 80 characters. */
const pairedColumns = tallyColumns.filter((column) => column !== 'first');

function renderTally(tally: Tally): string {
  const row = (one: TallyRow) => [
    one.group,
    String(one.n),
    ...tallyColumns.map((column) => share(one[column])),
  ];
  return join([
    renderTable([['answers', 'n', ...tallyColumns], ...tally.rows.filter(isListed).map(row)]),
    renderFootnotes(tally),
  ]);
}

/** Shares by difficulty stand below the table, which would not fit a terminal otherwise. */
function isListed({ group }: TallyRow): boolean {
  return !group.startsWith(DIFFICULTY);
}

const DIFFICULTY = 'difficulty ';

function renderFootnotes(tally: Tally): string {
  if (Number.isNaN(tally.p50Ms)) return '';
  const { rows, overRefused, answerable, wrongRegion, wrongYear, p50Ms, p95Ms } = tally;
  const byDifficulty = rows
    .filter((row) => !isListed(row))
    .map(({ group, pass }) => `${group.slice(DIFFICULTY.length)} ${share(pass)}`);
  return [
    ...(byDifficulty.length > 0 ? [`pass: ${byDifficulty.join(' · ')}`] : []),
    `over-refused ${share(overRefused)} of ${answerable} answerable · ms per answer p50 ${p50Ms.toFixed(1)}, p95 ${p95Ms.toFixed(1)}`,
    `replies citing a wrong region ${wrongRegion}, a wrong year ${wrongYear}`,
  ].join('\n');
}

function renderRetrieval(rows: readonly RetrievalRow[]): string {
  const body = rows.map((row) => [`${row.method} ${row.lang}`, String(row.n), ...retrievalCells(row)]);
  return body.length === 0 ? '' : renderTable([['right paragraph', 'n', ...RETRIEVAL_HEAD], ...body]);
}

function retrievalCells({ recall1, recall4, recall10, mrr }: RetrievalRow): string[] {
  return [recall1, recall4, recall10, mrr].map(share);
}

function renderFailure({ question, answer, verdict }: GradedAnswer): string {
  const { id, q, want, answer_any, answer_all, sides } = question;
  const wanted = answer_any ?? answer_all ?? sides?.map((side) => side.answer_any ?? 'missing') ?? want;
  const lacks = [verdict.right ? [] : 'answer', verdict.cited ? [] : 'citation'].flat().join(', ');
  const got = JSON.stringify(answer?.answer || answer?.text || '').slice(0, SHOWN_CHARACTERS);
  const detail = [`got ${answer?.kind ?? 'nothing'} ${got}`, verdict.detail]
    .filter((one) => one !== '')
    .join(' · ');
  return `✗ ${id} (${lacks}) ${q}\n    want ${JSON.stringify(wanted)}\n    ${detail}`;
}

function pair(one: string, other: string | undefined): string {
  return `${one}/${other ?? '–'}`;
}

function share(value: number): string {
  return Number.isNaN(value) ? '–' : value.toFixed(3);
}

function join(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}
