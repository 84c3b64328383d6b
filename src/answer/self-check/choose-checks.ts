/** Which of a report's checks a question is about: by the figures it states, the words it shares, the kind it names. */
import type { Check, CheckKind } from '../../report/check.ts';
import { foldWidth } from '../../report/scan-numbers.ts';
import type { Question } from '../../retrieval/question.ts';

/** A check and how well the question fits it. */
export interface ChosenCheck {
  readonly check: Check;
  readonly score: number;
  /** Whether the question states a figure of the check. */
  readonly stated: boolean;
}

/** Least score at which a question is about one check and not about the report as a whole. */
const LEAST_SCORE = 1.2;
const NEAR_BEST = 0.85;
const PREMISE = 2;
const KIND = 1.2;
const TERM = 1.2;
const PAIR_OF_CHARACTERS = 0.12;

/** Words that ask for a check and say nothing about what is checked. */
const AUDIT_WORDS =
  /自相矛盾|矛盾(?!纠纷)|对不上|对得上|不一致|一致|前后|打架|算错|算对|算得|写错|印错|印得|核对|核验|自查|数据|数字|报告|重复|有问题|错误|加起来|到底|怎么来的|真的|相符|吻合|合计|各项|工作|情况|\b(?:figures?|numbers?|reports?|contradict\w*|inconsisten\w*|consistent|fits?|match(?:es)?|add up|errors?|check|own|right|correct\w*|calculated|printed?|prints)\b/gi;

const KINDS: readonly (readonly [CheckKind, RegExp])[] = [
  ['hotline', /热线号码|热线.{0,6}(?:错|对吗|误)|号码|hotline number|phone number/i],
  ['date', /日期|几号|哪天|截止|截至|\bdates?\b/i],
  ['label', /重复|两个数|同一|两次|twice|repeat|duplicate|same label/i],
  ['sum', /加起来|合计|总和|相加|各项|几类|够\d|\badds? up\b|\bsum\b|\btotal/i],
  ['share', /率|占比|比例|百分|\brate\b|percent|share|\d%/i],
  [
    'count',
    /前后|到底(?:有|是)|两处|in how many|how many .{0,40}(?:really|consistent)|(?:inconsisten|contradict).{0,30}how many/i,
  ],
  ['claim', /[“"]?均[”"]?|所有|一边说|全都|都过了|\ball\b.{0,40}\b(?:but|while)\b/i],
];

/** The checks that a question is about, the best first; empty when it names none. */
export function chooseChecks(question: Question, checks: readonly Check[]): ChosenCheck[] {
  const rate = rateNamed(question);
  const open = checks.filter(
    (check) => !rate || (check.kind === 'share' ? isOfRate(check, rate) : !check.fits),
  );
  const scored = open.map((check) => scoreCheck(question, check)).sort((a, b) => b.score - a.score);
  const best = scored[0];
  if (!best || best.score < LEAST_SCORE) return [];
  return scored.filter((one) => one.score >= best.score * NEAR_BEST).slice(0, 3);
}

/** 可网办 of a Chinese question for the 可网办率; `undefined` when it names no rate. */
export function rateNamed(question: Question): string | undefined {
  return /([\u4e00-\u9fff]{2,8}?)(?:率|比率)/.exec(subjectWords(question))?.[1];
}

/** Whether the end of the rate's name stands in the label of the printed share, or the question states the share. */
function isOfRate(check: Check, rate: string): boolean {
  const [stated] = check.figures;
  return (
    stated !== undefined &&
    (foldWidth(stated.label).includes(rate.slice(-2)) || foldWidth(stated.clause).includes(rate))
  );
}

function scoreCheck(question: Question, check: Check): ChosenCheck {
  const [stated] = check.figures;
  const near = foldWidth(stated ? `${stated.label} ${stated.clause}` : '');
  const all = foldWidth(
    [...check.quotes.map((quote) => quote.text), ...check.figures.map((figure) => figure.label)].join('\n'),
  );
  const premises = question.premises.map((premise) =>
    check.figures.findIndex(
      (figure) =>
        figure.value === premise.value &&
        (premise.unit === '' || figure.unit === '' || (figure.unit === '%') === (premise.unit === '%')),
    ),
  );
  let score = premises.reduce((sum, at) => sum + (at === 0 ? PREMISE * 1.3 : at > 0 ? PREMISE : 0), 0);
  for (const term of question.terms) {
    if (term.surface.replace(AUDIT_WORDS, '').trim() === '') continue;
    const match = Math.max(
      0,
      ...term.wordings.map(({ text, weight }) =>
        near.includes(text) ? weight : all.includes(text) ? weight * 0.55 : 0,
      ),
    );
    score += TERM * Math.min(1, term.weight) * match;
  }
  if (question.language === 'zh')
    score += PAIR_OF_CHARACTERS * sharedPairs(subjectWords(question), near, all);
  const kinds = KINDS.filter(([, pattern]) => pattern.test(question.normal)).map(([kind]) => kind);
  if (kinds.includes(check.kind)) score += check.fits ? KIND * 0.7 : KIND;
  else if (kinds.length > 0) score -= KIND * 0.4;
  return { check, score, stated: premises.some((at) => at >= 0) };
}

/** The question without regions, years and the words that ask for a check. */
function subjectWords(question: Question): string {
  let text = question.normal;
  for (const region of question.regions) text = text.replace(region.text, ' ');
  return text.replace(/\d{4}年/g, ' ').replace(AUDIT_WORDS, ' ');
}

function sharedPairs(words: string, near: string, all: string): number {
  const pairs = new Set([...words.matchAll(/(?=([\u4e00-\u9fff]{2}))/g)].map((match) => match[1]!));
  return [...pairs].reduce((sum, pair) => sum + (near.includes(pair) ? 2 : all.includes(pair) ? 1 : 0), 0);
}
