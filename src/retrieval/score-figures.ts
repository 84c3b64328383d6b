/**
 * Chooses among the figures of the evidence: which number is the one that the question asks for.
 *
 * A figure earns what each term of the question is worth, the more the nearer the term stands to the number; it
 * loses for words of its own label that nobody asked for (不予受理 for 受理) and for a unit that cannot be meant.
 */
import { areInterchangeable, kindOfUnit, unitsAgree } from '../report/measure-words.ts';
import type { Figure } from '../report/report.ts';
import type { Language } from '../wording/language.ts';
import { asksForChange, asksForPart, asksForPlan, asksForRest, asksForTotal } from './asked-figure.ts';
import { stagesOf } from './case-stages.ts';
import { scoreScope } from './figure-scope.ts';
import type { FittedTerm } from './fit-terms.ts';
import { claimedByOthers } from './list-claims.ts';
import { matchTerm, matchZones, narrowTerms, supportOf } from './match-terms.ts';
import type { PreparedFigure, PreparedParagraph } from './prepare-report.ts';
import type { Ask, Question } from './question.ts';
import { rememberScores } from './remember-scores.ts';
import { isQualified, unaskedShare } from './unasked-words.ts';

/** A figure with how well it answers one ask. */
export interface ScoredFigure {
  readonly figure: Figure;
  readonly paragraph: PreparedParagraph;
  readonly prepared: PreparedFigure;
  /** Higher is better; comparable within one question. */
  readonly score: number;
  /** Share of the question's terms that stand near the figure, by weight, from 0 to 1. */
  readonly support: number;
  /** Why, for `--explain`. */
  readonly reasons: readonly string[];
}

const UNIT_SAME = 0.2;
const UNIT_KIND = 0.14;
const UNIT_WRONG = -0.6;
const ASPECT = 0.35;
const UNASKED = 0.22;
const PLAN = 0.15;
const UNASKED_PLAN = -0.4;
const EXCLUDED = -0.5;
const CHANGE = 0.28;
const REST = 0.25;
const TOTAL = 0.3;
const STAGE = 0.12;
const CLAIMED = 0.12;
const CLAIMED_IN_LIST = 0.4;
/** How far apart in score two figures may be for a word to decide between them. */
const NEAR = 0.1;
/** Weight of a word that can tell figures apart, and its nearness to the one that has it and to one that has not. */
const CLAIMING = 0.4;
const OWNED = 0.85;
const UNOWNED = 0.36;
const HEAD = 0.28;
const EARLIER = -0.3;
const PART = 0.12;
const QUALIFIED = -0.16;

const remembered = rememberScores<ScoredFigure>();

/** Scores the figures of the paragraphs for one ask, best first. */
export function scoreFigures(
  question: Question,
  ask: Ask,
  terms: readonly FittedTerm[],
  paragraphs: readonly PreparedParagraph[],
): ScoredFigure[] {
  const scored = paragraphs.flatMap((paragraph) => {
    if (paragraph.figures.length === 0) return [];
    const score = () => {
      const present = lighten(narrowTerms(terms, paragraph.all));
      return withoutClaimed(
        paragraph.figures.map((prepared) => scoreFigure(question, ask, present, paragraph, prepared)),
        present,
      );
    };
    return ask === question.asks[0] ? remembered(question, terms, paragraph, score) : score();
  });
  return scored.sort((a, b) => b.score - a.score || a.figure.index - b.figure.index);
}

/**
 * A telling word that stands at one figure of a paragraph alone belongs to that one: of `援助案件9067件,其中使用藏语
 * 办理的1346件` only the second is in Tibetan.
 */
function withoutClaimed(scored: ScoredFigure[], terms: readonly FittedTerm[]): ScoredFigure[] {
  const claims = terms
    .filter(({ weight }) => weight >= CLAIMING)
    .flatMap((term) => {
      const owners = scored.filter(({ prepared }) => matchTerm(term, prepared.label) >= OWNED);
      return owners.length === 1 ? [{ term, owner: owners[0]! }] : [];
    });
  const listed = scored[0] && claimedByOthers(terms, scored[0].paragraph);
  return scored.map((one) => {
    const lost = claims.filter(
      ({ term, owner }) =>
        owner !== one && isNear(owner, one) && matchZones(term, one.prepared.zones) < UNOWNED,
    );
    const loss = listed?.has(one.prepared) ? CLAIMED_IN_LIST : lost.length > 0 ? CLAIMED : 0;
    return loss === 0
      ? one
      : { ...one, score: one.score - loss, reasons: [...one.reasons, `claimed -${loss}`] };
  });
}

/** Whether a figure counts the same as another and fits about as well. */
function isNear(one: ScoredFigure, other: ScoredFigure): boolean {
  if (kindOfUnit(one.figure.unit) !== kindOfUnit(other.figure.unit)) return false;
  return one.support >= other.support && one.score >= other.score - NEAR;
}

function scoreFigure(
  question: Question,
  ask: Ask,
  terms: readonly FittedTerm[],
  paragraph: PreparedParagraph,
  prepared: PreparedFigure,
): ScoredFigure {
  const reasons: string[] = [];
  if (prepared.figure.row !== undefined) terms = withoutHandling(terms);
  terms = withoutAsking(terms, question, ask, prepared);
  const total = terms.reduce((sum, term) => sum + term.weight, 0) || 1;
  let earned = 0;
  const matches: number[] = [];
  for (const term of terms) {
    const match = matchZones(term, prepared.zones);
    matches.push(match);
    earned += term.weight * match;
    if (match > 0) reasons.push(`${term.term.surface} ${match.toFixed(2)}`);
  }
  const support = supportOf(terms, matches);
  let score = earned / total;
  const add = (name: string, value: number) => {
    if (value === 0) return;
    score += value;
    reasons.push(`${name} ${value.toFixed(2)}`);
  };
  const { figure } = prepared;
  add('unit', unitScore(ask, figure));
  add('head', headScore(ask, question.language, terms, prepared));
  add('aspect', ask.aspect && prepared.aspect ? (ask.aspect === prepared.aspect ? ASPECT : -ASPECT) : 0);
  add(
    'unasked',
    -UNASKED * (question.language === 'zh' ? 1 : 0.5) * unaskedShare(prepared.label, terms, question),
  );
  add(
    'plan',
    figure.planned ? (asksForPlan(question) ? PLAN : UNASKED_PLAN) : asksForPlan(question) ? -PLAN : 0,
  );
  add(
    'change',
    prepared.isChange === asksForChange(question.normal, ask) ? (prepared.isChange ? CHANGE : 0) : -CHANGE,
  );
  add(
    'rest',
    prepared.isRest === asksForRest(ownWords(question, ask)) ? (prepared.isRest ? REST : 0) : -REST * 0.6,
  );
  add('qualified', isQualified(prepared.label, terms, question) ? QUALIFIED : 0);
  add('earlier', prepared.ofYear !== undefined && prepared.ofYear !== question.comparedYear ? EARLIER : 0);
  add('part', prepared.isPart && asksForPart(question.normal) ? PART : 0);
  add('total', asksForTotal(question.normal) && TOTAL_LABEL.test(prepared.label) ? TOTAL : 0);
  add('stage', stageScore(terms, prepared.label));
  for (const [name, value] of scoreScope(question, ask, terms, paragraph, prepared)) add(name, value);
  add('excluded', question.excluded.some((word) => prepared.label.includes(word)) ? EXCLUDED : 0);
  return { figure, paragraph, prepared, score, support, reasons };
}

/** A table of cases does not say again that they were handled. */
const HANDLING = /^(?:办理|承办|处理|查处|查办|办结|审结|结案|作出|开展|实施|进行|完成)$/;

function withoutHandling(terms: readonly FittedTerm[]): readonly FittedTerm[] {
  return terms.map((fitted) =>
    HANDLING.test(
      /[\u4e00-\u9fff]/.test(fitted.term.surface)
        ? fitted.term.surface
        : (fitted.term.wordings[0]?.text ?? ''),
    )
      ? { ...fitted, weight: fitted.weight * 0.3 }
      : fitted,
  );
}

/** 还剩…没改完 is what 其余 says; the money of "how much money" is the unit. */
const LEFT = /^(?:还?剩下?|剩余|余下|[没未].{0,2}|[完好了])$/;

function withoutAsking(
  terms: readonly FittedTerm[],
  question: Question,
  ask: Ask,
  { isRest }: PreparedFigure,
): readonly FittedTerm[] {
  const isLeft = isRest && asksForRest(ownWords(question, ask));
  const kept = terms.filter(
    ({ term }) =>
      !(isLeft && LEFT.test(term.surface)) && !(ask.unit === 'money' && /^money$/i.test(term.surface.trim())),
  );
  return kept.length > 0 ? kept : terms;
}

/** 处理 of 处理了多少纠纷 says little beside what was handled: `办理信访件329件` has the one and not the other. */
const BARE_HANDLING = /^(?:办理|承办|处理|经办)$/;
const LIGHT = 0.4;

function lighten(terms: readonly FittedTerm[]): readonly FittedTerm[] {
  const isBare = ({ term }: FittedTerm) =>
    term.kind === 'concept' &&
    BARE_HANDLING.test(/[\u4e00-\u9fff]/.test(term.surface) ? term.surface : (term.wordings[0]?.text ?? ''));
  const isNamed = terms.some((term) => !isBare(term) && term.term.kind !== 'word' && term.weight >= LIGHT);
  return isNamed
    ? terms.map((term) => (isBare(term) ? { ...term, weight: term.weight * LIGHT } : term))
    : terms;
}

const TOTAL_LABEL = /累计|总数|总量|总计|合计|共有|现有|达到?$/;

/** Where a report prints both 收到 and 受理, the one that the question says. */
function stageScore(terms: readonly FittedTerm[], label: string): number {
  const asked = stagesOf(terms);
  const own = asked.length === 1 && asked[0]!.test(label);
  return own ? STAGE : 0;
}

/** The words of one of several asks; all of the question where it is the only one. */
function ownWords({ normal }: Question, { own }: Ask): string {
  return own ? normal.slice(own.start, own.end) : normal;
}

function unitScore(ask: Ask, figure: Figure): number {
  const printed = kindOfUnit(figure.unit);
  if (ask.unitWord !== undefined && figure.unit !== '') {
    if (figure.unit === ask.unitWord) return UNIT_SAME;
    if (areInterchangeable(ask.unitWord, figure.unit)) return UNIT_KIND;
  }
  if (ask.unit === undefined) return printed === 'share' || printed === 'money' ? -0.08 : 0;
  if (ask.unit === printed) return ask.unitWord === undefined ? UNIT_KIND : 0.05;
  if (ask.unit === 'thing' && (printed === 'person' || printed === 'time')) return -0.1;
  return unitsAgree(ask.unit, printed) ? 0.02 : UNIT_WRONG;
}

/** 多少个领域: what is counted stands right behind the number, or ends the words before it. */
function headScore(
  ask: Ask,
  language: Language,
  terms: readonly FittedTerm[],
  prepared: PreparedFigure,
): number {
  const head = terms.find(
    (fitted) => fitted.term.start >= ask.at && fitted.term.start - ask.at <= (language === 'zh' ? 6 : 14),
  );
  if (!head) return 0;
  const has = (text: string) =>
    head.wordings.some((wording) => wording.weight >= 0.85 && text.includes(wording.text));
  return has(prepared.counted) ? HEAD : has(prepared.label) ? HEAD / 3 : 0;
}

/** Whether a figure's own label has every telling term of the question: needed to tell near-identical figures apart. */
export function labelMatch(prepared: PreparedFigure, terms: readonly FittedTerm[]): number {
  const total = terms.reduce((sum, term) => sum + term.weight, 0) || 1;
  return terms.reduce((sum, term) => sum + term.weight * matchTerm(term, prepared.label), 0) / total;
}
