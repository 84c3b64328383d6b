/**
 * Whether a figure is of the very thing that a question names: a neighbour that shares its general words is none.
 *
 * `受理率` is not the 调撤率 of the same paragraph, `不予受理几件` not the applications received, `增加多少` not the level.
 */

import { asksForChange } from '../../retrieval/asked-figure.ts';
import { isOutsideScope } from '../../retrieval/figure-scope.ts';
import type { FittedTerm } from '../../retrieval/fit-terms.ts';
import { matchZones } from '../../retrieval/match-terms.ts';
import type { Zone } from '../../retrieval/prepare-report.ts';
import type { Ask, Question } from '../../retrieval/question.ts';
import type { ScoredFigure } from '../../retrieval/score-figures.ts';

/** Nearness of words that belong to the figure: its own, its clause, the one before. */
const NEAR = 0.55;
/** Nearness of a body that acted: its sentence, the one before, the heading. */
const AROUND = 0.36;
const GREW = /增|升|涨|提高|扩|多|新|净|降|减|少|压|缩|下滑|回落|同比|环比/;
const NOT_DONE =
  /不予(?:受理|立案|处罚|许可|公开|答复|支持)|(?:决定|准)不(?:受理|立案|处罚|许可|公开)(?!审|听)/;
const LEFT_OVER = /还剩|剩下|剩余|余下/;
const NOT = /不予|未予|免予|免于|免罚|不罚|免责|轻罚|不受理|未受理|不立案|不处罚|不公开|不许可/;
/** Money that was not collected is no fine. */
const WAIVED = /[免减]罚|免[收予于]|减免/;
const ASKS_WAIVED = /[免减]|不罚|首违|轻罚|\b(?:waive|exempt|spare|forg[ai]ve|reduc|not (?:fine|penali))/i;
/** Cases are asked for; 行政许可事项309项 are kinds of them. */
const CASES = /^[件宗起]$/;
/** How near at least one word of the question must stand. */
const TOUCHED = 0.36;
const BODY = /^[\u4e00-\u9fff]{2,8}(?:局|厅|支队|大队|法院|检察院)$/;

/** Whether nothing that the question says of its matter is missing at the figure, and the figure is of the part asked for. */
export function isOfMatter(
  one: ScoredFigure,
  terms: readonly FittedTerm[],
  ask: Ask,
  question: Question,
): boolean {
  const { prepared, paragraph } = one;
  if (isOutsideScope(question, terms, paragraph, prepared)) return false;
  const { normal } = question;
  const near = prepared.zones.filter(({ weight }) => weight >= NEAR);
  const own = ask.own ? normal.slice(ask.own.start, ask.own.end) : normal;
  if (NOT_DONE.test(own) && !near.some(({ text }) => NOT.test(text))) return false;
  if (question.language === 'zh' && isLevelForChange(one, ask, normal)) return false;
  if (!hasRate(terms, near)) return false;
  if (terms.every((fitted) => matchZones(fitted, prepared.zones) < TOUCHED)) return false;
  if (one.figure.row === undefined && WAIVED.test(prepared.label) && !ASKS_WAIVED.test(normal)) return false;
  if (isOfItems(one, terms, ask, normal)) return false;
  if (isWholeOfRest(one, own)) return false;
  return terms.every(
    (fitted) => !BODY.test(fitted.term.surface) || matchZones(fitted, prepared.zones) >= AROUND,
  );
}

/** 增加多少 is asked and the figure says how many there are. */
function isLevelForChange({ prepared, figure }: ScoredFigure, ask: Ask, normal: string): boolean {
  // The 少 of 多少 is none of 减少.
  if (/多少$/.test(normal.slice(0, ask.at)) || !asksForChange(normal, ask)) return false;
  if (prepared.isChange || figure.row !== undefined) return false;
  return !GREW.test(prepared.label) && !GREW.test(figure.clause);
}

/** 多少件行政许可 is asked and the figure counts the 行政许可事项 of a list. */
export function isOfItems(
  { figure }: ScoredFigure,
  terms: readonly FittedTerm[],
  ask: Ask,
  normal: string,
): boolean {
  if (!CASES.test(ask.unitWord ?? '') || figure.unit !== '项' || /事项|清单/.test(normal)) return false;
  return terms.some(({ wordings }) => wordings.some(({ text }) => figure.sentence.includes(`${text}事项`)));
}

/** 还剩多少 is asked, the sentence says it, and the figure is not it. */
function isWholeOfRest({ figure, prepared, paragraph }: ScoredFigure, own: string): boolean {
  if (!LEFT_OVER.test(own) || prepared.isRest) return false;
  return paragraph.figures.some((one) => one.isRest && one.figure.sentence === figure.sentence);
}

/** 受理率 that the lexicon does not know as a whole: its two words must stand together as they do in the question. */
function hasRate(terms: readonly FittedTerm[], near: readonly Zone[]): boolean {
  return terms.every((rate) => {
    if (rate.term.surface !== '率') return true;
    const of = terms.find(({ term }) => term.end === rate.term.start && term.end > term.start);
    if (!of) return true;
    const names = [...of.wordings, ...of.term.wordings].map(({ text }) => `${text}率`);
    return near.some(({ text }) => names.some((name) => text.includes(name)));
  });
}
