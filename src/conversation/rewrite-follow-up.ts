/**
 * Has a model say in fields what a message means that the offline reading did not understand.
 *
 * It is never trusted for the scope: region and year are those that the message or the chat have settled, and an
 * indicator must be a name of the lexicon or words that the report prints. What it says otherwise is dropped whole.
 */
import type { infer as Infer } from 'zod';
import type { Answer } from '../answer/answer.ts';
import type { AskOptions } from '../answer/assistant.ts';
import { fullName, placeName } from '../answer/place.ts';
import type { Reasoning } from '../answer/reasoning.ts';
import { createNonce, fenceLine } from '../answer/writing/fence-text.ts';
import type { Writer } from '../answer/writing/writer.ts';
import { lexicon } from '../language/lexicon.ts';
import type { Library } from '../library/library.ts';
import type { StoredReport } from '../library/stored-report.ts';
import { regionOf } from '../retrieval/held-region.ts';
import { fold } from '../retrieval/prepare-report.ts';
import type { Intent } from '../retrieval/question.ts';
import { preparedReport } from '../retrieval/retrieve.ts';
import { understand } from '../retrieval/understand.ts';
import { z } from '../schema.ts';
import type { Language } from '../wording/language.ts';
import { WORDING } from '../wording/wording.ts';
import type { FollowUpContext } from './follow-up-context.ts';
import { PASSING } from './remember-turn.ts';
import { settleScope } from './settle-scope.ts';
import type { Draft } from './whole-question.ts';

/** Measures that one message asks for. */
const MOST_INDICATORS = 3;
/** Characters of an indicator's name: 行政机关负责人出庭应诉率 has 12. */
const LONGEST_INDICATOR = 60;

const form = z.object({
  regions: z.array(z.string().max(80)).max(6),
  years: z.array(z.number().int()).max(10),
  indicators: z.array(z.string().max(LONGEST_INDICATOR)).max(MOST_INDICATORS),
  intent: z.enum(['figure', 'fact', 'problems', 'plans', 'summary', 'compare', 'trend', 'unclear']),
});

/** What a model takes a message to mean. */
type Rewritten = Infer<typeof form>;

/** The message, what the chat has settled, and the model that reads it. */
export interface RewriteContext extends FollowUpContext {
  /** The message as it was written, in normal form. */
  readonly normal: string;
  readonly writer: Writer;
  readonly options: AskOptions;
}

/** Whether a reply refuses a message for what it asks, in a scope that is settled; not for the scope or its kind. */
export function isForRewriting({
  answer,
  reasoning,
}: {
  readonly answer: Answer;
  readonly reasoning: Reasoning;
}): boolean {
  const { question, scope, violations } = reasoning;
  return (
    answer.kind === 'refusal' &&
    !PASSING.has(question.intent) &&
    (scope?.kind === 'reports' || scope?.kind === 'all') &&
    violations === undefined
  );
}

/** The message as a whole question in the scope that code settled; `undefined` where the model does not help. */
export async function rewriteFollowUp(context: RewriteContext): Promise<Draft | undefined> {
  const { normal, message, topic, library, vocabulary, language, writer, options } = context;
  const question = understand(message.own, vocabulary);
  const settled = message.own === '' ? undefined : settleScope(question, topic, library);
  if (settled?.kind !== 'reports' || settled.reports.length === 0) return undefined;
  const years = [...new Set(settled.reports.map((report) => report.year))].sort();
  const rewritten = await writer.fill(
    {
      task: 'rewrite',
      language,
      schema: form,
      values: {
        nonce: createNonce(),
        message: fenceLine(normal),
        last: fenceLine(topic.texts[0] ?? ''),
        regions: [...new Set(settled.reports.map((report) => fenceLine(fullName(report))))].join(
          WORDING.joins.names[language],
        ),
        years: years.join(WORDING.joins.names[language]),
      },
    },
    options,
  );
  if (!rewritten) return undefined;
  return draftOf(rewritten, {
    reports: settled.reports,
    isNamed: question.regions.length > 0,
    library,
    language,
  });
}

interface Allowed {
  /** The reports that message and chat have settled. */
  readonly reports: readonly StoredReport[];
  /** Whether the message itself names regions: then none of them may be left out. */
  readonly isNamed: boolean;
  readonly library: Library;
  readonly language: Language;
}

/** The question that checked fields make; `undefined` where one of them is not allowed. */
function draftOf(rewritten: Rewritten, { reports, isNamed, library, language }: Allowed): Draft | undefined {
  const { regions, years, intent } = rewritten;
  const isKnown =
    regions.every((name) => reports.some((report) => isNameOf(name, report))) &&
    years.every((year) => reports.some((report) => report.year === year));
  if (!isKnown || intent === 'unclear') return undefined;
  const chosen = reports.filter(
    (report) =>
      (isNamed || regions.length === 0 || regions.some((name) => isNameOf(name, report))) &&
      (years.length === 0 || years.includes(report.year)),
  );
  if (chosen.length === 0) return undefined;
  const indicators = rewritten.indicators.map((name) => name.trim());
  if (!indicators.every((name) => isIndicatorName(name, chosen, library))) return undefined;
  const asked = SECTIONS[intent]?.[language === 'zh' ? 0 : 1];
  if (asked === undefined && indicators.length === 0) return undefined;
  return {
    texts: [asked ?? askFor(indicators, intent, language)],
    within: chosen,
    language,
    inherited: 1,
    ...intentOf(intent, chosen),
  };
}

/** Questions for a section, in both languages. */
const SECTIONS: Readonly<Partial<Record<Rewritten['intent'], readonly [string, string]>>> = {
  problems: ['存在哪些问题', 'What shortcomings does the report admit?'],
  plans: ['下一步工作计划有哪些', 'What are the plans for next year?'],
  summary: ['总结一下报告', 'Summarise the report'],
};

/** A question for measures or facts: 综合纠错率是多少. */
function askFor(names: readonly string[], intent: Rewritten['intent'], language: Language): string {
  if (intent === 'fact') return names.join(' ');
  return language === 'zh' ? `${names.join('和')}是多少` : `what is the ${names.join(' and the ')}`;
}

function intentOf(intent: Rewritten['intent'], reports: readonly StoredReport[]): { intent?: Intent } {
  if (intent === 'problems' || intent === 'plans' || intent === 'summary') return { intent };
  return reports.length > 1 ? { intent: 'compare' } : {};
}

function isNameOf(name: string, report: StoredReport): boolean {
  const { name: region, short, aliases } = regionOf(report);
  const names = [region, short, ...(aliases ?? []), fullName(report), placeName(report, 'en')];
  return names.some((one) => fold(one) === fold(name.trim()));
}

/** A name of the lexicon, or words that one of the reports prints; numbers and sentences are neither. */
function isIndicatorName(name: string, reports: readonly StoredReport[], library: Library): boolean {
  const folded = fold(name);
  if (folded.length < 2 || /\d|[。!?！？;；\n<>]/.test(folded)) return false;
  if (lexiconNames().has(folded)) return true;
  return (
    /\p{Script=Han}{2}/u.test(folded) &&
    reports.some(({ id }) => preparedReport(library, id).text.includes(folded))
  );
}

let names: ReadonlySet<string> | undefined;

function lexiconNames(): ReadonlySet<string> {
  names ??= new Set(
    [
      ...lexicon().indicators.flatMap(({ zh, weak = [], colloquial, en }) => [
        ...zh,
        ...weak,
        ...colloquial,
        ...en,
      ]),
      ...lexicon().terms.flatMap(({ zh, colloquial = [], en }) => [...zh, ...colloquial, ...en]),
    ].map(fold),
  );
  return names;
}
