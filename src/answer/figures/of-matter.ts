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
const NOT_DONE = /不予(?:受理|立案|处罚|许可|公开|答复|支持)/;
const NOT = /不予|未予|免予|免于|免罚|不罚|免责|轻罚|不受理|未受理|不立案|不处罚|不公开|不许可/;
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
