/** Whether a figure is one of what the question asks how many of, and not of something that stands beside it. */
import { findConcepts } from '../../language/concepts.ts';
import { CASE_STAGES, stagesOf } from '../../retrieval/case-stages.ts';
import type { FittedTerm } from '../../retrieval/fit-terms.ts';
import { matchZones } from '../../retrieval/match-terms.ts';
import type { PreparedFigure } from '../../retrieval/prepare-report.ts';
import type { Ask } from '../../retrieval/question.ts';
import { withoutTitles } from './name-support.ts';

/** Nearness in the figure's own words or the clause up to it. */
const OWN = 0.75;
/** Nearness that a share's subject needs. */
const SHARE = 0.7;
const LEAST_WEIGHT = 0.3;
const LEAST_NAME = 3;
/** What may stand between the head and the asking words, on either side. */
const BEFORE =
  /^(?:比例|比率|占比|比重|案件|案|事项|数|数量|总数|一?共|总共|总计|各|是|有|为|达|到|了|的|占|分别)*$/;
const AFTER = /^(?:多少|几)[个名位件项人次家份条宗场所支]?$/;
/** Words that only say that a share is asked for. */
const SHARE_WORD = /^(?:比例|比率|占比|比重|百分比)$/;

/**
 * Whether the concept next to the asking words stands at the figure: 几个法律顾问 is not answered by
 * `法律顾问和法律服务实现村(社区)全覆盖,全年受理援助案件1503件`, whose own words name something else.
 */
export function isOfHead(
  terms: readonly FittedTerm[],
  figure: PreparedFigure,
  ask: Ask,
  normal: string,
): boolean {
  const head = terms.find(
    ({ term, weight }) =>
      term.kind === 'concept' &&
      weight >= LEAST_WEIGHT &&
      !SHARE_WORD.test(term.surface) &&
      (term.end <= ask.at
        ? BEFORE.test(normal.slice(term.end, ask.at))
        : AFTER.test(normal.slice(ask.at, term.start))),
  );
  if (!head || !/[\u4e00-\u9fff]/.test(head.term.surface)) return true;
  const nearness = matchZones(head, withoutTitles(figure.zones));
  // Of a figure of the year before (比上年的118件) the words stand at the figure before it.
  if (figure.ofYear !== undefined) return nearness >= BESIDE;
  if (nearness >= OWN) return true;
  if (ask.unit === 'share' && nearness < SHARE) return false;
  return !findConcepts(figure.label).some(
    ({ name }) => name.length >= LEAST_NAME && !terms.some((term) => covers(term, name)),
  );
}

function covers(term: FittedTerm, name: string): boolean {
  return [...term.wordings, ...term.term.wordings].some(
    ({ text }) => text.includes(name) || name.includes(text),
  );
}

/** Nearness from which the words beside a figure speak of it. */
const BESIDE = 0.55;

/**
 * Whether a figure is of another stage than the one that the question names: `作出撤改复议决定9宗` and
 * `已审结64宗行政复议案件` are not what 受理的复议 asks for.
 */
export function isOfOtherStage(terms: readonly FittedTerm[], figure: PreparedFigure): boolean {
  const asked = stagesOf(terms);
  if (asked.length !== 1) return false;
  const near = figure.zones.filter(({ weight }) => weight >= BESIDE);
  if (near.some(({ text }) => asked[0]!.test(text))) return false;
  return CASE_STAGES.some((stage) => stage.test(figure.label));
}
