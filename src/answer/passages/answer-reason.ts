/** Answers `为什么?` with the sentence of the report that gives the reason, and never with a guess. */
import type { StoredReport } from '../../library/stored-report.ts';
import type { FittedTerm } from '../../retrieval/fit-terms.ts';
import type { Question } from '../../retrieval/question.ts';
import type { ReportEvidence } from '../../retrieval/retrieve.ts';
import { scoreSentences } from '../../retrieval/score-sentences.ts';
import { WORDING } from '../../wording/wording.ts';
import type { Answer } from '../answer.ts';
import { citeParagraph } from '../cite.ts';
import { compose } from '../compose.ts';
import { placeAndYear } from '../place.ts';

const ASKS_WHY =
  /为什么|为何|为啥|原因|怎么会|咋会|凭什么|\bwhy\b|\breasons?\b|\bhow come\b|\bwhat caused\b/i;
/** 为什么争议多,哪类案件占一半以上: the second question is the one to answer. */
const ASKS_ELSE = /哪(?!里来)|多少|谁|几(?:个|件|项)|\bhow (?:many|much)\b|\bwhich\b/i;
/** Words between a cause and what it caused. */
const CAUSE =
  /因为|由于|因(?!地制宜|此|而|素)|导致|造成|致使|使得|制约|受[^,，。]{1,12}影响|原因|留下[^,，。]{0,6}隐患/;
const SHORTCOMING =
  /不强|不足|不够|不高|不到位|不规范|有待|薄弱|欠缺|短缺|缺乏|缺口|滞后|参差不齐|违反|未经|不依法|较低|偏低|少于|流失/;
const PROBLEM_HEADING = /问题|不足|短板|困难|差距|薄弱/;
const RATE = /(?:率|比例|占比)$/;

/** Whether the question asks for a reason. */
export function asksWhy(normal: string): boolean {
  return ASKS_WHY.test(normal) && !ASKS_ELSE.test(normal);
}

/** Composes the reply; `undefined` when the report gives no reason. */
export function answerReason(question: Question, source: ReportEvidence): Answer | undefined {
  const terms = source.terms.filter((term) => !ASKS_WHY.test(term.term.surface)).map(withoutRate);
  const telling = terms.filter((term) => term.weight > 0.2);
  const ranked = scoreSentences(question, terms, source.prepared.paragraphs).flatMap((one) => {
    const { text } = one.sentence;
    const named = telling.some((term) =>
      term.wordings.some((wording) => wording.weight >= 0.5 && text.includes(wording.text)),
    );
    const isProblem = one.paragraph.headings.some((heading) => PROBLEM_HEADING.test(heading));
    const cause = CAUSE.test(text) ? 0.35 : 0;
    const shortcoming = SHORTCOMING.test(text) ? 0.2 : 0;
    if (!named || cause + shortcoming === 0 || (cause === 0 && !isProblem)) return [];
    return [{ ...one, score: one.score + cause + shortcoming + (isProblem ? 0.15 : 0) }];
  });
  const best = ranked.sort((a, b) => b.score - a.score)[0];
  if (!best) return undefined;
  const quote = best.paragraph.paragraph.text.slice(best.sentence.start, best.sentence.end);
  const citation = citeParagraph(source.report, best.paragraph.paragraph, quote);
  return compose({
    kind: 'answer',
    language: question.language,
    answer: quote,
    lead: placeAndYear(source.report, question.language),
    citations: [citation],
  });
}

/** The report was searched and gives no reason. */
export function refuseReason({ language }: Question, report: StoredReport): Answer {
  return compose({
    kind: 'refusal',
    language,
    answer: '',
    lead: WORDING.refusals.reasonNotGiven(placeAndYear(report, language))[language],
  });
}

/** The reason for a 败诉率 is given beside 败诉. */
function withoutRate(term: FittedTerm): FittedTerm {
  const names = [...term.term.wordings.map((wording) => wording.text), term.term.surface].filter(
    (name) => RATE.test(name) && name.length >= 3,
  );
  const stems = names.map((name) => ({ text: name.replace(RATE, ''), weight: 0.8 }));
  return stems.length > 0 ? { ...term, wordings: [...term.wordings, ...stems.slice(0, 6)] } : term;
}
