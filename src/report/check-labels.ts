/**
 * Finds a label that one list prints with two figures: `行政强制案36宗,行政许可案1848宗,行政强制案1299宗`.
 *
 * Only a run of counts of one unit counts as a list; `企业605户、注册资本29亿元,个体户1904户、注册资本1亿元` is none.
 */
import { WORDING } from '../wording/wording.ts';
import type { Check } from './check.ts';
import { type CheckedFigure, quoteAround } from './figure-context.ts';
import type { Paragraph } from './report.ts';

const SHORTEST_LABEL = 3;
const CHANGE = /同比|较|比上|去年|上年|其余|其他|每|以上|以下/;

/** The repeated labels of one paragraph. */
export function checkLabels(paragraph: Paragraph, figures: readonly CheckedFigure[]): Check[] {
  return runsOf(figures).flatMap((run) => {
    const groups = new Map<string, CheckedFigure[]>();
    for (const one of run) groups.set(one.before.trim(), [...(groups.get(one.before.trim()) ?? []), one]);
    return [...groups].flatMap(([label, group]) => {
      const values = new Set(group.map((one) => one.figure.value));
      if (label.length < SHORTEST_LABEL || CHANGE.test(label) || values.size < 2) return [];
      return [labelCheck(paragraph, label, group)];
    });
  });
}

/** Three and more counts of one unit in one sentence, each with its label before it. */
function runsOf(figures: readonly CheckedFigure[]): CheckedFigure[][] {
  const runs: CheckedFigure[][] = [];
  for (const one of figures) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const listed = one.before.trim() !== '' && one.after.trim() === '' && one.figure.precision === 'exact';
    if (run && last && listed && last.sentence === one.sentence && last.figure.unit === one.figure.unit)
      run.push(one);
    else if (listed) runs.push([one]);
    else runs.push([]);
  }
  return runs.filter((run) => run.length >= 3);
}

function labelCheck(paragraph: Paragraph, label: string, group: readonly CheckedFigure[]): Check {
  const figures = group.map((one) => one.figure);
  return {
    kind: 'label',
    fits: false,
    severity: 'clear',
    figures,
    operands: [],
    computation: figures.map((figure) => figure.raw.trim()).join(' ≠ '),
    quotes: [{ paragraph: paragraph.number, text: quoteAround(paragraph, figures) }],
    message: WORDING.selfCheck.labelDiffers(
      label,
      figures.map((figure) => figure.raw),
    ),
  };
}
