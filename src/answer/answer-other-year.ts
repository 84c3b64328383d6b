/** Answers about a year that is not held from the report of the year after, or from the plans of the one before. */
import type { Library } from '../library/library.ts';
import type { StoredReport } from '../library/stored-report.ts';
import type { Question } from '../retrieval/question.ts';
import { retrieveFrom } from '../retrieval/retrieve.ts';
import { WORDING } from '../wording/wording.ts';
import type { Answer } from './answer.ts';
import { answerFigure } from './figures/answer-figure.ts';
import { offersForScope } from './offer-instead.ts';
import { answerPassage } from './passages/answer-passage.ts';
import { answerSection } from './passages/answer-section.ts';
import { asksForSection } from './passages/asks-for-section.ts';
import { placeName } from './place.ts';
import type { Reasoning } from './reasoning.ts';
import { refuseScope } from './refuse.ts';

/** A year that is not held: only what the next report prints of it, or the report before plans for it, will do. */
export async function answerOtherYear(
  library: Library,
  reasoning: Reasoning,
  report: StoredReport,
  other: Pick<Question, 'comparedYear' | 'plannedYear'>,
): Promise<Answer> {
  const question = { ...reasoning.question, ...other };
  const year = (other.comparedYear ?? other.plannedYear)!;
  if (other.plannedYear !== undefined && question.intent === 'plans' && asksForSection(question)) {
    const section = answerSection(question, library.report(report.id)!, 'plans');
    if (section) return section;
  }
  reasoning.sources = await retrieveFrom(library, question, [report]);
  const [source] = reasoning.sources;
  const passage =
    source && other.plannedYear !== undefined && question.asks.length === 0
      ? answerPassage(question, source)
      : undefined;
  const answer = source && question.asks.length > 0 ? answerFigure(question, source) : passage;
  if (answer) return sayingYear(answer, question, report, year);
  const missing = {
    kind: 'year-not-held' as const,
    region: report,
    years: [year],
    held: library.reports().filter((one) => one.region === report.region),
  };
  return refuseScope(
    missing,
    question,
    library.reports(),
    await offersForScope(library, reasoning.question, missing),
  );
}

/** Says first that the year is not held; a year that was only reckoned (明年) is not named. */
function sayingYear(answer: Answer, question: Question, report: StoredReport, year: number): Answer {
  if (!question.normal.includes(String(year))) return answer;
  const { plannedBy, comparedBy } = WORDING.answers;
  const says = question.plannedYear === undefined ? comparedBy : plannedBy;
  const line = says(placeName(report, answer.language), year, report.year)[answer.language];
  return { ...answer, text: `${line}\n${answer.text}` };
}
