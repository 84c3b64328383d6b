/** Says what an indicator means, from the lexicon, with the law or practice it comes from. */
import type { Question } from '../../retrieval/question.ts';
import { WORDING } from '../../wording/wording.ts';
import type { Answer } from '../answer.ts';
import { compose } from '../compose.ts';

/** Composes the definition; `undefined` when the question names no indicator. */
export function answerDefinition(question: Question): Answer | undefined {
  const [indicator] = [...question.indicators].sort(
    (a, b) => longestNamed(question, b.zh) - longestNamed(question, a.zh),
  );
  if (!indicator) return undefined;
  const { language } = question;
  const name =
    language === 'zh'
      ? (indicator.zh.find((one) => question.normal.includes(one)) ?? indicator.zh[0]!)
      : `${indicator.en[0]} (${indicator.zh[0]})`;
  const definition = indicator.definition[language];
  return compose({
    kind: 'help',
    language,
    answer: definition,
    lead: `${name}\n${definition}\n${WORDING.answers.definitionSource(indicator.source[language])[language]}`,
  });
}

function longestNamed(question: Question, names: readonly string[]): number {
  return Math.max(0, ...names.filter((name) => question.normal.includes(name)).map((name) => name.length));
}
