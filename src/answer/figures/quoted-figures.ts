/** The figures of words that a reply quotes, each tied to the citation they are from. */
import { scanNumbers } from '../../report/scan-numbers.ts';
import type { StatedFigure } from '../answer.ts';

/** Every figure of a shown line; one that a closing … cuts off does not count. */
export function quotedFigures(line: string, citation: number): StatedFigure[] {
  const words = line.replace(/[\d.]+…/, '…');
  return scanNumbers(words).map((number) => ({
    raw: words.slice(number.start, number.end),
    value: number.value,
    unit: number.unit,
    citation,
  }));
}
