/** Counts verdicts by type and language. */
import type { GradedAnswer } from './ask-graded.ts';
import { citesWrongRegion, citesWrongYear } from './cited-elsewhere.ts';
import type { GradedReports } from './graded-reports.ts';
import { percentile } from './percentile.ts';

/** The columns of the table: shares of the answers of a group. */
export const tallyColumns = ['pass', 'right', 'cited', 'first', 'section'] as const;

/** Shares from 0 to 1 over one group of answers. */
export interface TallyRow extends Readonly<Record<(typeof tallyColumns)[number], number>> {
  /** `all`, `figure zh`, `dialog turns en`, `lang zh`, `difficulty trap`, … */
  readonly group: string;
  readonly n: number;
}

/** The shares of right answers, and what went wrong. */
export interface Tally {
  /** All answers first, then by language, by kind and language, and by difficulty. */
  readonly rows: readonly TallyRow[];
  /** Questions that the reports answer. */
  readonly answerable: number;
  /** Share of these that were refused or asked back. */
  readonly overRefused: number;
  /** Replies that cite a wrong region. */
  readonly wrongRegion: number;
  /** Replies that cite a wrong year. */
  readonly wrongYear: number;
  /** Milliseconds an answer takes. */
  readonly p50Ms: number;
  readonly p95Ms: number;
}

/** Tallies graded answers. */
export function tallyVerdicts(graded: readonly GradedAnswer[], reports: GradedReports): Tally {
  const groups = new Map<string, GradedAnswer[]>([['all', [...graded]]]);
  for (const one of graded) {
    for (const group of groupsOf(one)) groups.set(group, [...(groups.get(group) ?? []), one]);
  }
  const answerable = graded.filter(({ question }) =>
    ['answer', 'compare', 'summary'].includes(question.want),
  );
  const refused = answerable.filter(({ answer }) => answer?.kind === 'refusal' || answer?.kind === 'clarify');
  const times = graded.flatMap(({ answer }) => (answer ? [answer.ms] : []));
  return {
    rows: [...groups].map(([group, some]) => tallyGroup(group, some)).sort(compareGroups),
    answerable: answerable.length,
    overRefused: refused.length / (answerable.length || 1),
    wrongRegion: graded.filter((one) => citesWrongRegion(one, reports)).length,
    wrongYear: graded.filter((one) => citesWrongYear(one, reports)).length,
    p50Ms: percentile(times, 0.5),
    p95Ms: percentile(times, 0.95),
  };
}

function groupsOf({ question }: GradedAnswer): string[] {
  const { chat, want, type, lang, difficulty } = question;
  const kind = chat === undefined ? (want === 'answer' ? type : want) : 'dialog turns';
  return [
    `${kind} ${lang}`,
    `lang ${lang}`,
    ...(difficulty === undefined ? [] : [`difficulty ${difficulty}`]),
  ];
}

function tallyGroup(group: string, graded: readonly GradedAnswer[]): TallyRow {
  const share = (column: (typeof tallyColumns)[number]) =>
    graded.filter(({ verdict }) => verdict[column]).length / (graded.length || 1);
  return {
    group,
    n: graded.length,
    pass: share('pass'),
    right: share('right'),
    cited: share('cited'),
    first: share('first'),
    section: share('section'),
  };
}

/** From the whole to its parts. */
function compareGroups(a: TallyRow, b: TallyRow): number {
  return rankOf(a) - rankOf(b) || a.group.localeCompare(b.group, 'en');
}

function rankOf({ group }: TallyRow): number {
  if (group === 'all') return 0;
  if (group.startsWith('lang ')) return 1;
  return group.startsWith('difficulty ') ? 3 : 2;
}
