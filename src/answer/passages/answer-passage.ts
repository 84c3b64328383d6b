/** Answers a question for a fact or a list with the sentences that say it. */

import type { FittedTerm } from '../../retrieval/fit-terms.ts';
import type { PreparedParagraph, PreparedSentence } from '../../retrieval/prepare-report.ts';
import type { Question } from '../../retrieval/question.ts';
import type { ReportEvidence } from '../../retrieval/retrieve.ts';
import { isPlanned, type ScoredSentence, scoreSentences } from '../../retrieval/score-sentences.ts';
import type { Answer } from '../answer.ts';
import { citeParagraph } from '../cite.ts';
import { compose } from '../compose.ts';
import { placeAndYear } from '../place.ts';

/** Least share of the question's terms that must stand in or near the sentence. */
const PASSAGE_SUPPORT = 0.45;
/** A second sentence is shown when it scores this share of the best. */
const NEAR_BEST = 0.9;
const LONGEST_TEXT = 700;

/** The sentences chosen for a question, best first; empty when the report does not say it. */
export function choosePassages(question: Question, { evidence, terms }: ReportEvidence): ScoredSentence[] {
  const { plannedYear } = question;
  if (terms.some(isFragment)) return [];
  const fits = (one: ScoredSentence) =>
    plannedYear === undefined ||
    isPlanned(one.paragraph, one.sentence.text) ||
    one.sentence.text.includes(`${plannedYear}年`);
  const ranked = scoreSentences(
    question,
    terms,
    evidence.map((one) => one.prepared),
  ).filter(fits);
  const best = ranked[0];
  if (!best || best.support < PASSAGE_SUPPORT) return [];
  return ranked.filter(
    (one, index) =>
      index < 3 && (index === 0 || (one.score >= best.score * NEAR_BEST && one.support >= PASSAGE_SUPPORT)),
  );
}

/** 首席数据官 of a report that only has 数据: a fragment of a measure's name is not the measure. */
function isFragment({ term, found, parts }: FittedTerm): boolean {
  return term.kind === 'indicator' && found === 'guessed' && parts.length === 0;
}

/** Composes the reply; `undefined` when the report does not say it. */
export function answerPassage(question: Question, found: ReportEvidence): Answer | undefined {
  const chosen = choosePassages(question, found);
  if (chosen.length === 0) return undefined;
  const citations = [];
  let length = 0;
  for (const { sentence, paragraph } of chosen) {
    const quote = paragraph.paragraph.text.slice(sentence.start, endOfPoint(paragraph, sentence));
    if (length > 0 && length + quote.length > LONGEST_TEXT) break;
    length += quote.length;
    citations.push(citeParagraph(found.report, paragraph.paragraph, quote));
  }
  return compose({
    kind: 'answer',
    language: question.language,
    answer: citations[0]!.quote,
    lead: placeAndYear(found.report, question.language),
    citations,
  });
}

const SHORT_SENTENCE = 30;
const POINT_CHARACTERS = 160;

/** `三是牢牢守住安全生产底线。` only announces: what follows up to the next point says it. */
function endOfPoint(paragraph: PreparedParagraph, sentence: PreparedSentence): number {
  if (sentence.text.length > SHORT_SENTENCE) return sentence.end;
  const index = paragraph.sentences.indexOf(sentence);
  let end = sentence.end;
  for (const next of paragraph.sentences.slice(index + 1)) {
    if (
      /^[一二三四五六七八九十]是/.test(next.text) ||
      (end > sentence.end && next.end - sentence.start > POINT_CHARACTERS * 2)
    )
      break;
    end = next.end;
    if (end - sentence.start > POINT_CHARACTERS) break;
  }
  return end;
}
