/** Says what cannot be answered, what is held instead, and what could be asked; never with a figure or citation. */
import type { StoredReport } from '../library/stored-report.ts';
import type { Intent, Question } from '../retrieval/question.ts';
import type { Scope } from '../retrieval/scope.ts';
import type { Language } from '../wording/language.ts';
import { WORDING } from '../wording/wording.ts';
import type { Answer } from './answer.ts';
import { compose } from './compose.ts';
import { askOf } from './offer-instead.ts';
import { placeAndYear, placeName } from './place.ts';

const MOST_CHOICES = 8;

/** Refuses what is no question for the reports; `undefined` for intents that are. */
export function refuseIntent(
  intent: Intent,
  language: Language,
  reports: readonly StoredReport[],
): Answer | undefined {
  const wording = {
    instruction: WORDING.refusals.instruction,
    opinion: WORDING.refusals.opinion,
    private: WORDING.refusals.private,
    'off-topic': WORDING.refusals.offTopic,
    unreadable: WORDING.refusals.unreadable,
  }[intent as string];
  if (!wording) return undefined;
  return compose({
    kind: intent === 'unreadable' ? 'clarify' : 'refusal',
    language,
    answer: '',
    lead: `${wording[language]}\n${heldLine(language, reports)}`,
  });
}

/**
 * The region or year is not held.
 *
 * @param offers - Reports that answer the same question, to be offered.
 */
export function refuseScope(
  scope: Extract<Scope, { kind: 'region-not-held' | 'year-not-held' }>,
  question: Question,
  reports: readonly StoredReport[],
  offers: readonly StoredReport[] = [],
): Answer {
  const { language } = question;
  if (scope.kind === 'region-not-held') {
    const near = scope.near.length > 0 ? scope.near : reports;
    return refuseAndOffer(
      question,
      `${WORDING.refusals.regionNotHeld(scope.name)[language]}\n${heldLine(language, near)}`,
      offers,
    );
  }
  const place = placeName(scope.region, language);
  const years = scope.years.join(WORDING.joins.names[language]);
  const held = [...new Set(scope.held.map((report) => report.year))]
    .sort()
    .join(WORDING.joins.names[language]);
  return refuseAndOffer(
    question,
    `${WORDING.refusals.yearNotHeld(place, years)[language]}\n${WORDING.refusals.heldYears(place, held)[language]}`,
    offers,
  );
}

/** The report was searched whole and does not give it. */
export function refuseContent(
  question: Question,
  reports: readonly StoredReport[],
  elsewhere: readonly StoredReport[],
): Answer {
  const { language } = question;
  const what = subjectOf(question);
  const [report] = reports;
  const lead =
    reports.length === 1 && report
      ? WORDING.refusals.notInReport(placeAndYear(report, language), what)[language]
      : WORDING.refusals.notInAny(what)[language];
  return refuseAndOffer(question, lead, elsewhere);
}

function refuseAndOffer(question: Question, lead: string, offers: readonly StoredReport[]): Answer {
  const { language } = question;
  const suggestions = [...new Set(offers.map((report) => askOf(question, report)))];
  const asking = suggestions.length > 0 ? `\n${WORDING.refusals.canBeAsked[language]}` : '';
  return compose({ kind: 'refusal', language, answer: '', lead: `${lead}${asking}`, suggestions });
}

/** Asks back which report is meant. */
export function askBack(
  question: Question,
  why: 'region' | 'year',
  candidates: readonly StoredReport[],
): Answer {
  const { language } = question;
  const named = new Set(candidates.map((report) => placeAndYear(report, language)));
  const choices = [...named].slice(0, MOST_CHOICES);
  const lead = `${why === 'region' ? WORDING.refusals.whichRegion[language] : WORDING.refusals.whichYear[language]}\n${choices.map((choice, index) => `${index + 1}. ${choice}`).join('\n')}`;
  return { ...compose({ kind: 'clarify', language, answer: '', lead }), suggestions: choices };
}

/** What the question asks about, in its own words, without numbers: for `没有“…”`. */
export function subjectOf(question: Question): string {
  const [indicator] = question.terms.filter((term) => term.kind === 'indicator');
  if (indicator) return clean(indicator.surface);
  const printed = question.terms.filter((term) => term.start < question.normal.length);
  const telling = printed.filter((term) => term.weight > 0.3);
  const named = telling.filter((term) => !ONLY_SHARE.test(term.surface));
  const focus = named.length > 0 ? named : telling;
  const chosen = (focus.some((term) => term.focus) ? focus.filter((term) => term.focus) : focus).slice(0, 3);
  const words = chosen.map((term) => term.surface);
  return clean(question.language === 'zh' ? words.join('') : words.join(' '));
}

/** Words that name no measure: the report has a 比例 of something else. */
const ONLY_SHARE = /^(?:比例|比率|占比|比重|百分比|rates?|shares?|percentages?|proportions?)$/i;

function clean(text: string): string {
  return /\d/.test(text) ? '' : text.slice(0, 40);
}

function heldLine(language: Language, reports: readonly StoredReport[]): string {
  const named = new Set(reports.slice(0, MOST_CHOICES).map((report) => placeAndYear(report, language)));
  const shown = [...named].join(WORDING.joins.places[language]);
  const more = reports.length > MOST_CHOICES ? WORDING.refusals.heldInAll(reports.length)[language] : '';
  return WORDING.refusals.held(`${shown}${more}`)[language];
}

/** A composed reply did not stand the check against the reports. */
export function refuseUnproved(question: Question): Answer {
  return compose({
    kind: 'refusal',
    language: question.language,
    answer: '',
    lead: WORDING.refusals.unproved[question.language],
  });
}
