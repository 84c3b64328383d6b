/** What of a question and its reply is worth remembering for the next message. */
import type { Answer } from '../answer/answer.ts';
import type { Reasoning } from '../answer/answer-question.ts';
import { placeAndYear } from '../answer/place.ts';
import type { Library } from '../library/library.ts';
import type { StoredReport } from '../library/stored-report.ts';
import type { Intent } from '../retrieval/question.ts';
import { splitMatter } from './split-matter.ts';
import type { Topic } from './topic.ts';
import type { Place, Turn } from './turn.ts';
import type { Draft } from './whole-question.ts';

/** Leaves the topic as it was: `谢谢` between two questions. */
export const PASSING: ReadonlySet<Intent> = new Set<Intent>([
  'greeting',
  'help',
  'opinion',
  'private',
  'instruction',
  'off-topic',
  'unreadable',
  'reports',
  'define',
]);

/** A message that was answered, with how it was read. */
export interface Exchange {
  readonly answer: Answer;
  readonly reasoning: Reasoning;
  /** The reading that was answered; without texts where the message stood alone. */
  readonly draft: Draft;
  readonly topic: Topic | undefined;
  readonly library: Library;
}

/** The turn to remember; `undefined` for what leaves the topic as it was. */
export function rememberTurn({ answer, reasoning, draft, topic, library }: Exchange): Turn | undefined {
  const { question, scope } = reasoning;
  if (PASSING.has(question.intent)) return undefined;
  const reports = library.reports();
  const content = scope?.kind === 'reports' ? scope.content : [];
  const named = question.regions.filter((mention) => !content.includes(mention));
  const texts = draft.texts.length > 0 ? draft.texts : [splitMatter(question, named)];
  const places = answer.citations.map((citation) => placeOf(citation, library));
  const choices = choicesOf(answer, reasoning, reports);
  const stated = answer.figures.find((figure) => figure.citation === 0 && answer.answer.includes(figure.raw));
  return {
    own: texts[0] ?? '',
    texts,
    reports: aboutReports(answer, reasoning, topic).map((report) => report.id),
    kind: answer.kind,
    language: answer.language,
    places,
    ...(stated ? { figure: stated.raw } : {}),
    ...(choices.length > 0 ? { choices: choices.map((report) => report.id) } : {}),
  };
}

function aboutReports(
  answer: Answer,
  { scope }: Reasoning,
  topic: Topic | undefined,
): readonly StoredReport[] {
  if (scope?.kind === 'reports') return scope.reports;
  // What is asked next is about the place that was named, not about the one before it.
  if (scope?.kind === 'year-not-held') return scope.held.length === 1 ? scope.held : [];
  // Latin letters that sound like a region (Xinyi+) may be the name of something else.
  if (scope?.kind === 'region-not-held' && /\p{Script=Han}/u.test(scope.name)) return [];
  // A list over everything is about no report in particular.
  if (answer.kind === 'list' || answer.kind === 'clarify') return [];
  return topic?.reports ?? [];
}

function choicesOf(
  answer: Answer,
  { scope }: Reasoning,
  reports: readonly StoredReport[],
): readonly StoredReport[] {
  if (answer.kind === 'clarify') {
    const offered = answer.suggestions.flatMap(
      (choice) => reports.find((report) => placeAndYear(report, answer.language) === choice) ?? [],
    );
    return offered.length > 0 ? offered : scope?.kind === 'ambiguous' ? scope.reports : [];
  }
  if (answer.kind !== 'list') return [];
  const cited = answer.citations.flatMap(
    (citation) => reports.find((report) => report.id === citation.report) ?? [],
  );
  return [...new Set(cited)];
}

function placeOf({ report, paragraph, quote, text }: Answer['citations'][number], library: Library): Place {
  // A short paragraph, as a row of a table is, may be cited whole too.
  const isHeading =
    paragraph > 0 &&
    text === quote &&
    text.length < 80 &&
    library.report(report)?.paragraphs[paragraph - 1]?.text !== text;
  return { report, paragraph, quote, ...(isHeading ? { heading: text } : {}) };
}
