/**
 * Questions that make sense after a reply: the same indicator elsewhere, a comparison with there, the year's summary.
 *
 * Each names region, year and indicator, never a figure, and can be sent as it stands.
 */
import { askablePlace } from '../answer/askable-place.ts';
import { offersForContent } from '../answer/offer-instead.ts';
import { shortPlaceAndYear } from '../answer/place.ts';
import type { Library } from '../library/library.ts';
import type { StoredReport } from '../library/stored-report.ts';
import type { Question } from '../retrieval/question.ts';
import type { Vocabulary } from '../retrieval/understand.ts';
import type { Language } from '../wording/language.ts';
import { WORDING } from '../wording/wording.ts';
import type { Turn } from './turn.ts';
import { wholeQuestion } from './whole-question.ts';

/** A question to go on with. */
export interface FollowUp {
  readonly kind: 'elsewhere' | 'compare' | 'summary';
  /** Region and year that it leads to, for a button. */
  readonly place: string;
  readonly question: string;
}

const MOST_ELSEWHERE = 2;
const MOST_SUMMARIES = 2;

/** What can be asked after a turn; empty after refusals and what asks back. */
export async function suggestFollowUps(
  turn: Turn,
  library: Library,
  vocabulary: Vocabulary,
): Promise<readonly FollowUp[]> {
  const { language, kind } = turn;
  if (!['answer', 'compare', 'trend', 'list'].includes(kind)) return [];
  const ids = turn.reports.length > 0 ? turn.reports : turn.places.map((place) => place.report);
  const reports = library.reports().filter((report) => ids.includes(report.id));
  const [report] = reports;
  if (!report || turn.texts.length === 0) return [];
  const question = wholeQuestion(
    { texts: turn.texts, language, within: reports, inherited: 0.5 },
    vocabulary,
  );
  const indicator = indicatorOf(question);
  const elsewhere = indicator ? await givenElsewhere(library, question, reports) : [];
  const [first] = elsewhere;
  return [
    ...(indicator
      ? elsewhere.map((one) => lead('elsewhere', one, language, askFor(one, indicator, language)))
      : []),
    ...(indicator && first && reports.length === 1
      ? [lead('compare', first, language, askToCompare(report, first, indicator, language))]
      : []),
    ...(kind === 'list' ? [] : reports.slice(0, MOST_SUMMARIES)).map((one) =>
      lead('summary', one, language, WORDING.smallTalk.askSummary(askablePlace(one, language))[language]),
    ),
  ];
}

/** Other years of the same region first. */
async function givenElsewhere(
  library: Library,
  question: Question,
  reports: readonly StoredReport[],
): Promise<readonly StoredReport[]> {
  const [report] = reports;
  const offers = await offersForContent(library, question, report!);
  const others = offers.filter((offer) => !reports.some((one) => one.id === offer.id));
  const isSame = (offer: StoredReport) => (offer.region === report!.region ? 0 : 1);
  return others.sort((a, b) => isSame(a) - isSame(b)).slice(0, MOST_ELSEWHERE);
}

/** The measure asked about, in the words of the question. */
function indicatorOf({ terms }: Question): string | undefined {
  const found = terms.filter((term) => term.kind === 'indicator' && !/\d/.test(term.surface));
  return found.toSorted((a, b) => b.weight - a.weight)[0]?.surface;
}

function lead(kind: FollowUp['kind'], report: StoredReport, language: Language, question: string): FollowUp {
  return { kind, place: shortPlaceAndYear(report, language), question };
}

function askFor(report: StoredReport, indicator: string, language: Language): string {
  const place = askablePlace(report, language);
  return WORDING.followUps.elsewhere(place, indicator)[language];
}

function askToCompare(one: StoredReport, other: StoredReport, indicator: string, language: Language): string {
  const [first, second] = [askablePlace(one, language), askablePlace(other, language)];
  return WORDING.followUps.compare(first, second, indicator)[language];
}
