/**
 * The door of answers: a question in, a proved answer out.
 *
 * Understand, scope, retrieve, choose, compose, verify; what does not verify is not sent.
 */

import type { Library } from '../library/library.ts';
import type { StoredReport } from '../library/stored-report.ts';
import { regionOf } from '../retrieval/held-region.ts';
import type { Question, QuestionTerm } from '../retrieval/question.ts';
import { resolveScope } from '../retrieval/resolve-scope.ts';
import { preparedReport, retrieveAcross, retrieveFrom } from '../retrieval/retrieve.ts';
import type { Scope } from '../retrieval/scope.ts';
import { understand, type Vocabulary } from '../retrieval/understand.ts';
import { aboutName, absentPart } from './absent-part.ts';
import { answerAcross, listReports } from './across/answer-across.ts';
import { answerTwins, areTwins } from './across/answer-twins.ts';
import type { Answer } from './answer.ts';
import { answerOtherYear } from './answer-other-year.ts';
import { askedWords } from './asked-words.ts';
import type { AskOptions, Assistant } from './assistant.ts';
import { answerExtreme } from './figures/answer-extreme.ts';
import { answerFigure } from './figures/answer-figure.ts';
import { answerShareOf } from './figures/answer-share-of.ts';
import { askForCell } from './figures/ask-for-cell.ts';
import { withPlaces } from './matter-places.ts';
import { offersForContent, offersForScope } from './offer-instead.ts';
import { answerDefinition } from './passages/answer-definition.ts';
import { answerMetadata } from './passages/answer-metadata.ts';
import { answerPassage } from './passages/answer-passage.ts';
import { answerPlan } from './passages/answer-plan.ts';
import { answerReason, refuseReason } from './passages/answer-reason.ts';
import { answerSection, answerWhere } from './passages/answer-section.ts';
import { asksForSection } from './passages/asks-for-section.ts';
import { preferNear } from './prefer-near.ts';
import { auditOf, compare, correct, mayCompare, statesNumber, summarise } from './rare-answers.ts';
import type { Reasoning } from './reasoning.ts';
import { askBack, refuseContent, refuseIntent, refuseScope, refuseUnproved } from './refuse.ts';
import { withAuditNotes } from './self-check/audit-notes.ts';
import { smallTalk } from './small-talk.ts';
import { checkAnswer } from './verify-answer.ts';
import type { WriteOptions, Writer } from './writing/writer.ts';

export type { Reasoning } from './reasoning.ts';

/**
 * An assistant without memory over an open library.
 *
 * @param writer - Puts composed answers into other words; without one they go out as they are.
 */
export function createAssistant(library: Library, writer?: Writer): Assistant {
  const vocabulary = vocabularyOf(library);
  const answer = async (text: string, { language }: AskOptions = {}) => {
    const question = { ...understand(text, vocabulary), ...(language ? { language } : {}) };
    const reasoning: Reasoning = { question, sources: [] };
    return { reasoning, composed: await answerQuestion(library, reasoning) };
  };
  const write = async (
    { reasoning, composed }: Awaited<ReturnType<typeof answer>>,
    options?: WriteOptions,
  ) => (writer ? writer.write({ composed, ...reasoning, library }, options) : composed);
  return {
    ask: async (text, _chat, options) => write(await answer(text, options), options),
    explain: async (text) => {
      const explained = await answer(text);
      const { question, scope, sources, violations = [] } = explained.reasoning;
      const unproved = violations.map((violation) => `not proved: ${violation.kind}: ${violation.detail}`);
      const { explainSteps } = await import('./explain.ts');
      const written: string[] = [];
      const reply = await write(explained, { onStep: (line) => written.push(line) });
      return { answer: reply, steps: [...explainSteps(question, scope, sources), ...unproved, ...written] };
    },
    reports: () => library.reports(),
    model: () => writer?.report(),
    close: () => library.close(),
  };
}

/** Names and words that questions are understood with. */
export function vocabularyOf(library: Library): Vocabulary {
  return { known: library.reports().map(regionOf), dictionary: (english) => library.chineseFor(english) };
}

/**
 * Answers an understood question; `reasoning` is filled on the way.
 *
 * A reply of which anything cannot be proved is not sent: a refusal goes out, and `reasoning.violations` says why.
 */
export async function answerQuestion(library: Library, reasoning: Reasoning): Promise<Answer> {
  const answer = withAuditNotes(await composeAnswer(library, reasoning), library);
  const violations = checkAnswer(answer, library, askedWords(reasoning.question));
  if (violations.length === 0) return answer;
  reasoning.violations = violations;
  return refuseUnproved(reasoning.question);
}

async function composeAnswer(library: Library, reasoning: Reasoning): Promise<Answer> {
  const { question } = reasoning;
  const reports = library.reports();
  const { intent, language } = question;
  if (intent === 'greeting' || intent === 'help') return smallTalk(question, reports);
  const refused = refuseIntent(intent, language, reports);
  if (refused) return refused;
  if (intent === 'reports') return listReports(question, reports);
  const definition = intent === 'define' ? answerDefinition(question) : undefined;
  if (definition) return definition;
  const comparison = mayCompare(reasoning) ? await compare(library, reasoning) : undefined;
  if (comparison) return comparison;
  const scope: Scope = reasoning.within
    ? { kind: 'reports', reports: reasoning.within, content: [] }
    : resolveScope(question, reports, (report, words) =>
        preparedReport(library, report.id).text.includes(words),
      );
  reasoning.scope = scope;
  switch (scope.kind) {
    case 'region-not-held':
    case 'year-not-held':
      return refuseScope(scope, question, reports, await offersForScope(library, question, scope));
    case 'ambiguous':
      if (areTwins(scope.reports)) return answerFromReports(library, reasoning, scope.reports);
      return askBack(question, scope.why, scope.reports);
    case 'all':
      return (
        (await auditOf(library, question, scope.reports)) ?? answerAll(library, reasoning, scope.reports)
      );
    case 'reports': {
      const audited = await auditOf(library, question, scope.reports);
      if (audited) return audited;
      const [only, ...others] = scope.reports;
      const absent =
        only && others.length === 0
          ? absentPart(question, only, preparedReport(library, only.id).text)
          : undefined;
      if (only && absent !== undefined) return refuseContent(aboutName(question, absent), [only], []);
      if (scope.content.length > 0) reasoning.question = withPlaces(question, scope.content, scope.reports);
      const { comparedYear, plannedYear } = scope;
      if (comparedYear === undefined && plannedYear === undefined)
        return answerFromReports(library, reasoning, scope.reports);
      reasoning.isFixed = true;
      return answerOtherYear(library, reasoning, scope.reports[0]!, {
        ...(comparedYear ? { comparedYear } : {}),
        ...(plannedYear ? { plannedYear } : {}),
      });
    }
  }
}

/** Least share of an English question that has words in the reports: of `Who won the World Cup` only `won` has. */
const OF_REPORTS = 0.6;

/** Whether an English question that names no region is about what no report has words for. */
function isElsewhere({ language, intent, indicators, terms }: Question): boolean {
  if (language !== 'en' || intent !== 'fact' || indicators.length > 0 || terms.length < 2) return false;
  const weigh = (some: readonly QuestionTerm[]) => some.reduce((sum, { weight }) => sum + weight, 0);
  const known = terms.filter(({ wordings }) => wordings.some(({ weight }) => weight >= 0.5));
  return weigh(known) < OF_REPORTS * weigh(terms);
}

async function answerAll(
  library: Library,
  reasoning: Reasoning,
  within: readonly StoredReport[],
): Promise<Answer> {
  const { question } = reasoning;
  if (question.relativeYear !== undefined || question.terms.length === 0 || question.intent === 'summary')
    return askBack(question, 'region', within);
  if (['problems', 'plans', 'where', 'metadata'].includes(question.intent) && asksForSection(question))
    return askBack(question, 'region', within);
  const { answerCoverage, isForEveryReport } = await import('./across/answer-coverage.ts');
  if (isForEveryReport(question))
    return (await answerCoverage(library, reasoning, within)) ?? refuseContent(question, [], []);
  if (isElsewhere(question)) return refuseContent(question, [], []);
  reasoning.sources = await retrieveAcross(library, question, within);
  return answerAcross(question, reasoning.sources) ?? refuseContent(question, [], []);
}

async function answerFromReports(
  library: Library,
  reasoning: Reasoning,
  reports: readonly StoredReport[],
): Promise<Answer> {
  if (areTwins(reports)) {
    const answer = await answerTwins(reports, (one) => answerFromReports(library, reasoning, [one]));
    reasoning.isFixed = true;
    return answer;
  }
  const { question } = reasoning;
  const [report] = reports;
  if (!report) return refuseContent(question, [], []);
  const full = library.report(report.id)!;
  if (question.intent === 'metadata') return answerMetadata(question, full);
  const wholeYear =
    question.intent === 'summary' ||
    (question.intent === 'fact' && question.terms.every((term) => term.weight < 0.25));
  const summary = wholeYear && reports.length === 1 ? await summarise(question, full) : undefined;
  if (summary) return summary;
  if ((question.intent === 'problems' || question.intent === 'plans') && asksForSection(question)) {
    const section = answerSection(question, full, question.intent);
    if (section) return section;
  }
  reasoning.sources = await retrieveFrom(library, question, [report]);
  const [found] = reasoning.sources;
  if (!found) return refuseContent(question, [report], []);
  if (reasoning.asksReason) return answerReason(question, found) ?? refuseReason(question, report);
  const plan = reasoning.within && question.intent === 'plans' ? answerPlan(question, found) : undefined;
  if (plan) return plan;
  const share = reasoning.near?.share ? answerShareOf(question, found, reasoning.near) : undefined;
  if (share) return fixed(reasoning, share);
  const source = reasoning.near ? preferNear(question, found, reasoning.near) : found;
  const corrected = statesNumber(question) ? await correct(question, source, library) : undefined;
  if (corrected) return fixed(reasoning, corrected);
  const extreme = answerExtreme(question, source);
  if (extreme) return fixed(reasoning, extreme);
  const cell = askForCell(question, source);
  const answer =
    (cell && answerFigure(cell, source)) ||
    (question.intent === 'where'
      ? answerWhere(question, source, library)
      : question.asks.length > 0
        ? answerFigure(question, source)
        : answerPassage(question, source));
  return answer ?? refuseContent(question, [report], await offersForContent(library, question, report));
}

function fixed(reasoning: Reasoning, answer: Answer): Answer {
  reasoning.isFixed = true;
  return answer;
}
