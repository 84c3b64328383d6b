/**
 * Words that belong to one item of a list alone: of `其中征地拆迁类213起,邻里纠纷186起,其他178起` a question for 征地
 * is answered by the first, though the second stands right behind the word.
 */

import type { Figure } from '../report/report.ts';
import type { FittedTerm } from './fit-terms.ts';
import { matchTerm, matchZones } from './match-terms.ts';
import type { PreparedFigure, PreparedParagraph } from './prepare-report.ts';

/** Weight of a word that can tell items apart, and its nearness to the item that has it and to one that has not. */
const TELLING = 0.4;
const OWNED = 0.85;
const UNOWNED = 0.5;
const FAR = 0.25;
const SLACK = 0.05;

/** The figures that stand in a list with another that has a telling word of the question for itself. */
export function claimedByOthers(
  terms: readonly FittedTerm[],
  { text, figures }: PreparedParagraph,
): ReadonlySet<PreparedFigure> {
  const claimed = new Set<PreparedFigure>();
  const listed = figures.filter(({ figure }) => headOf(figure, text) !== undefined);
  if (listed.length < 2) return claimed;
  const words = terms
    .filter(({ weight }) => weight >= TELLING)
    .flatMap((term) => (term.parts.length > 1 ? term.parts : [term]))
    .filter(({ weight }) => weight >= TELLING);
  for (const term of words) {
    for (const owner of listed) {
      if (matchTerm(term, owner.label) < OWNED || matchTerm(term, headOf(owner.figure, text)!) > 0) continue;
      const others = listed.filter((one) => one !== owner && isBeside(one, owner));
      if (others.some((one) => matchTerm(term, one.label) >= UNOWNED)) continue;
      for (const one of others) claimed.add(one);
      // The whole before the list (调处矛盾纠纷674起) is not of the one kind that is asked for.
      for (const one of figures)
        if (isWholeOf(one, owner, text) && matchZones(term, one.zones) < FAR) claimed.add(one);
    }
  }
  return claimed;
}

/**
 * Whether a figure is an item of a list of which the question names only what the whole is: 处理多少纠纷 asks for
 * `调处矛盾纠纷674起` and not for `其中…邻里纠纷186起`.
 */
export function isItemOfAskedWhole(
  terms: readonly FittedTerm[],
  { text, figures }: PreparedParagraph,
  item: PreparedFigure,
): boolean {
  if (headOf(item.figure, text) === undefined) return false;
  const telling = terms.filter(({ weight }) => weight >= TELLING / 2);
  const fitsAsWell = (whole: PreparedFigure) =>
    telling.some((term) => matchTerm(term, whole.label) >= OWNED) &&
    telling.every((term) => matchZones(term, whole.zones) >= matchZones(term, item.zones) - SLACK);
  const siblings = figures.filter(
    (one) => one !== item && isBeside(one, item) && headOf(one.figure, text) !== undefined,
  );
  return figures.some((one) => {
    if (!isWholeOf(one, item, text) || !fitsAsWell(one)) return false;
    const others = siblings.length > 0 ? siblings : [one];
    // 林业部门83件 is named by 林业, which no other item has.
    return !telling.some((term) => {
      const own = matchTerm(term, item.label);
      return own >= UNOWNED && others.every((other) => matchTerm(term, other.label) < own);
    });
  });
}

/** The words of a figure's sentence before its list; what stands there is said of every item. */
function headOf({ start, row }: Figure, text: string): string | undefined {
  const before = /[^。;；\n]*$/.exec(text.slice(0, start))?.[0] ?? '';
  const at = before.lastIndexOf('其中');
  return row !== undefined || at < 0 ? undefined : before.slice(0, at);
}

function isBeside(one: PreparedFigure, other: PreparedFigure): boolean {
  return one.figure.sentence === other.figure.sentence && one.figure.unit === other.figure.unit;
}

/** Whether a figure stands before a list and counts the same: in its sentence or the one before. */
function isWholeOf({ figure }: PreparedFigure, owner: PreparedFigure, text: string): boolean {
  if (figure.unit !== owner.figure.unit || headOf(figure, text) !== undefined) return false;
  const between = text.slice(figure.end, owner.figure.start);
  return figure.end <= owner.figure.start && (between.match(/。/g) ?? []).length <= 1;
}
