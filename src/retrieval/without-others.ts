/** The words around a figure of a list without the items that are not its own. */
import type { Figure } from '../report/report.ts';
import { foldWidth } from '../report/scan-numbers.ts';

/**
 * Takes the names of the other items of a figure's list out of a text, so that whoever asks for them does not find
 * this figure.
 *
 * @param text - Folded to half width, lower case.
 */
export function withoutOthers(text: string, { others = [], label }: Figure): string {
  const fold = (words: string) => foldWidth(words).toLowerCase();
  const own = fold(label);
  return others
    .map(fold)
    .filter((other) => !own.includes(other))
    .sort((a, b) => b.length - a.length)
    .reduce((rest, other) => rest.replaceAll(other, ' '), text);
}
