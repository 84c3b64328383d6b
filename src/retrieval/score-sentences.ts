/** Chooses among the sentences of the evidence: which one says what the question asks. */
import { isPlanHeading } from '../report/plan-heading.ts';
import { asksForPlan } from './asked-figure.ts';
import type { FittedTerm } from './fit-terms.ts';
import { matchZones, narrowTerms, supportOf } from './match-terms.ts';
import type { PreparedParagraph, PreparedSentence, Zone } from './prepare-report.ts';
import type { Question } from './question.ts';
import { rememberScores } from './remember-scores.ts';

/** A sentence with how well it answers a question; higher is better. */
export interface ScoredSentence {
  readonly sentence: PreparedSentence;
  readonly paragraph: PreparedParagraph;
  readonly score: number;
  /** Share of the question's terms in or near the sentence, by weight, from 0 to 1. */
  readonly support: number;
  readonly reasons: readonly string[];
}

/** Words of a question and the form of the words that answer it. */
const CUES: readonly (readonly [RegExp, RegExp, number])[] = [
  [
    /什么时候|何时|哪天|哪一天|几月|几号|哪年|日期|\bwhen\b|\bwhat date\b|\bwhich (?:day|month|year)\b/i,
    /\d{4}年|\d{1,2}月|\d{1,2}日/,
    0.12,
  ],
  [/文号|\bdocument number\b|\bissued under\b/i, /〔\d{4}〕|\[\d{4}\]/, 0.2],
  [/为什么|为何|原因|怎么会|\bwhy\b|\breason/i, /因|由于|导致|造成|制约|受.{1,12}影响/, 0.15],
  [/多久|频率|每.{1,3}几次|\bhow often\b/i, /每(?:半年|季度|月|年|周|两|三|日|天)|一次|1次/, 0.12],
  [/谁|哪位|何人|\bwho\b/i, /同志|书记|区长|县长|市长|主任|局长|律师|专家|组长|个人/, 0.06],
  [
    /哪些(?:文件|制度|办法|规定)|什么(?:文件|制度|办法|规定)|出台|印发|哪几份|\bdocuments?\b/i,
    /《[^》]+》/,
    0.08,
  ],
  [
    /哪几|哪些|哪[二两三四五六七八九十]|分别是|包括|\bwhich\b|\bwhat (?:are|were) the\b|\blist\b/i,
    /、/,
    0.04,
  ],
  [
    /荣誉|获评|评为|表彰|命名|称号|入选|奖|\baward|\bhonou?r|\bnamed\b|\btitle\b/i,
    /获评|评为|授予|表彰|命名|入选|荣获|被评/,
    0.12,
  ],
];
const PLAN_SENTENCE = /下一步|下步|今后|接下来|明年|将(?:继续|进一步|持续|坚持|以)/;

/** Whether a sentence says what is planned: by its section or by its own words. */
export function isPlanned(paragraph: PreparedParagraph, sentence: string): boolean {
  return paragraph.headings.some((heading) => isPlanHeading(heading)) || PLAN_SENTENCE.test(sentence);
}

const remembered = rememberScores<ScoredSentence>();

/** Scores all sentences of the paragraphs, best first. */
export function scoreSentences(
  question: Question,
  terms: readonly FittedTerm[],
  paragraphs: readonly PreparedParagraph[],
): ScoredSentence[] {
  const scored = paragraphs.flatMap((paragraph) =>
    remembered(question, terms, paragraph, () => {
      const present = narrowTerms(terms, paragraph.all);
      return paragraph.sentences.map((sentence, index) =>
        scoreSentence(question, present, paragraph, sentence, index),
      );
    }),
  );
  return scored.sort(
    (a, b) =>
      b.score - a.score || a.sentence.paragraph - b.sentence.paragraph || a.sentence.start - b.sentence.start,
  );
}

function scoreSentence(
  question: Question,
  terms: readonly FittedTerm[],
  paragraph: PreparedParagraph,
  sentence: PreparedSentence,
  index: number,
): ScoredSentence {
  const zones: Zone[] = [
    { text: sentence.text, weight: 1 },
    { text: paragraph.headings.at(-1) ?? '', weight: 0.5 },
    { text: paragraph.sentences[index - 1]?.text ?? '', weight: 0.45 },
    { text: paragraph.sentences[index + 1]?.text ?? '', weight: 0.3 },
    { text: paragraph.headings.slice(0, -1).join('\n'), weight: 0.3 },
    { text: paragraph.text, weight: 0.25 },
  ];
  const total = terms.reduce((sum, term) => sum + term.weight, 0) || 1;
  const reasons: string[] = [];
  let earned = 0;
  const matches: number[] = [];
  for (const term of terms) {
    const match = matchZones(term, zones);
    matches.push(match);
    earned += term.weight * match;
    if (match > 0) reasons.push(`${term.term.surface} ${match.toFixed(2)}`);
  }
  const support = supportOf(terms, matches);
  let score = earned / total;
  const add = (name: string, value: number) => {
    score += value;
    reasons.push(`${name} ${value.toFixed(2)}`);
  };
  for (const [asked, form, bonus] of CUES)
    if (asked.test(question.normal) && form.test(sentence.text)) add('form', bonus);
  const inPlan = isPlanned(paragraph, sentence.text);
  if (question.intent === 'plans' || question.plannedYear !== undefined) add('plan', inPlan ? 0.2 : -0.3);
  else if (inPlan && !asksForPlan(question)) add('plan', -0.12);
  if (sentence.text.length < 12) add('short', -0.1);
  return { sentence, paragraph, score, support, reasons };
}
