/** Collects the values of a comparison: each figure tied to a citation of its own report, computed ones to figures. */
import type { Figure } from '../../report/report.ts';
import type { Citation, Computation, StatedFigure } from '../answer.ts';
import { citeParagraph } from '../cite.ts';
import { quoteOf, withTwins } from '../figures/answer-figure.ts';
import { printedFigure } from '../figures/name-figure.ts';
import { companionsOf } from './compare-parts.ts';
import type { Value } from './find-value.ts';

/** Citations that a reply over several reports carries at most. */
export const MOST_CITATIONS = 20;

/** A value as it is stated: its figures as printed, and where the first of them is in the reply's figures. */
export interface StatedValue {
  readonly value: Value;
  readonly figures: readonly Figure[];
  readonly shown: string;
  readonly index: number;
}

/** Grows while a comparison is composed. */
export class ValueSheet {
  readonly citations: Citation[] = [];
  readonly figures: StatedFigure[] = [];

  /** States a value; `undefined` when no further citation fits. */
  add(value: Value): StatedValue | undefined {
    const { found } = value;
    const figures = [
      ...new Map(
        [...withTwins(found, found.paragraph), ...companionsOf(value)].map((figure) => [
          figure.index,
          figure,
        ]),
      ).values(),
    ].sort((a, b) => a.start - b.start);
    const citation = this.#cite(value);
    if (citation === undefined) return undefined;
    const held = figures.filter((figure) => this.citations[citation]!.text.includes(figure.raw));
    const index = this.figures.length + held.indexOf(found.figure);
    this.figures.push(
      ...held.map((figure) => ({ raw: figure.raw, value: figure.value, unit: figure.unit, citation })),
    );
    return { value, figures: held, shown: held.map(printedFigure).join('、'), index };
  }

  /** States a number that is computed from figures of this sheet. */
  compute(raw: string, value: number, unit: string, computed: Computation): void {
    this.figures.push({ raw, value, unit, citation: null, computed });
  }

  /** States a further figure of a value's own sentence. */
  quote(figure: Figure, of: StatedValue): boolean {
    const citation = this.figures[of.index]?.citation;
    if (citation === null || citation === undefined || !this.citations[citation]!.text.includes(figure.raw))
      return false;
    this.figures.push({ raw: figure.raw, value: figure.value, unit: figure.unit, citation });
    return true;
  }

  #cite({ report, found }: Value): number | undefined {
    const quote = quoteOf(found.figure, found.paragraph);
    const held = this.citations.findIndex((one) => one.report === report.id && one.quote === quote);
    if (held >= 0) return held;
    if (this.citations.length >= MOST_CITATIONS) return undefined;
    return this.citations.push(citeParagraph(report, found.paragraph.paragraph, quote)) - 1;
  }
}
