/** Everything that one reply is written from and proved against. */
import type { ChatPromptTemplate } from '@langchain/core/prompts';
import { WORDING } from '../../wording/wording.ts';
import type { Answer } from '../answer.ts';
import { placeAndYear } from '../place.ts';
import { cacheKey } from './cache-key.ts';
import { describeFindings } from './describe-findings.ts';
import { createNonce, fenceLine } from './fence-text.ts';
import type { Prompt, Prompts, PromptTask, PromptValues } from './load-prompts.ts';
import { numberEvidence } from './number-evidence.ts';
import type { NumberedEvidence, Proof } from './proof.ts';
import { renderEvidence } from './render-evidence.ts';
import type { WriteRequest } from './writer.ts';

/** The word with which a model says that the paragraphs do not hold a reply. */
export const NOT_HELD = 'NOTHELD';

/** The filled prompt of a reply, and what its text must be borne out by. */
export interface PreparedWriting {
  readonly own: Prompt;
  readonly prompt: ChatPromptTemplate;
  readonly values: PromptValues<'answer'>;
  readonly evidence: readonly NumberedEvidence[];
  readonly proof: Proof;
  /** What its text is kept under. */
  readonly key: string;
}

const TASKS: Readonly<Partial<Record<Answer['kind'], 'answer' | 'summarise' | 'compare'>>> = {
  summary: 'summarise',
  compare: 'compare',
  trend: 'compare',
};

/** Prepares a reply; `undefined` where the composed answer cites no paragraph. */
export function prepareWriting(
  { composed, question, sources, library }: WriteRequest,
  prompts: Prompts,
  model: string,
): PreparedWriting | undefined {
  const { language } = composed;
  const evidence = numberEvidence(composed, sources, library);
  if (evidence.length === 0) return undefined;
  const task: PromptTask = TASKS[composed.kind] ?? 'answer';
  const own = prompts[task][language];
  const found = describeFindings(composed, question, evidence);
  const cited = new Set(composed.citations.map((citation) => citation.report));
  const reports = library.reports().filter((report) => cited.has(report.id));
  const values = {
    nonce: createNonce(),
    about: fenceLine(
      reports.map((report) => placeAndYear(report, language)).join(WORDING.joins.places[language]),
    ),
    question: fenceLine(question.text),
    found: found.text,
    evidence: renderEvidence({ evidence, cited: composed.citations, question, library, language }),
    absent: NOT_HELD,
  };
  const key = cacheKey({
    meaning: [question.normal, language, question.intent, ...[...cited].sort()],
    evidence: `${values.about}\n${values.found}\n${values.evidence}`,
    prompt: own.hash + prompts.repair[language].hash,
    model,
  });
  const proof: Proof = {
    library,
    question,
    language,
    evidence,
    required: found.required,
    computed: found.computed,
    instructions: `${own.instructions}\n${prompts.repair[language].instructions}`,
  };
  return { own, prompt: own.template, values, evidence, proof, key };
}
