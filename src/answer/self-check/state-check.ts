/** Turns checks of reports into citations, figures with their operands, and lines of text. */
import type { FullReport } from '../../library/stored-report.ts';
import type { Check } from '../../report/check.ts';
import type { Figure } from '../../report/report.ts';
import type { Language } from '../../wording/language.ts';
import type { Citation, StatedFigure } from '../answer.ts';
import { citeParagraph } from '../cite.ts';

/** Collects the proof of several checks for one reply. */
export class CheckProof {
  readonly citations: Citation[];
  readonly figures: StatedFigure[];

  constructor(citations: readonly Citation[] = [], figures: readonly StatedFigure[] = []) {
    this.citations = [...citations];
    this.figures = [...figures];
  }

  /** Adds a check's quotes and figures; what is computed names its operands. */
  add(report: FullReport, check: Check): void {
    for (const { paragraph, text } of check.quotes) this.#cite(report, paragraph, text);
    const indices = new Map(check.figures.map((figure) => [figure, this.#state(report, figure)]));
    const { recomputed } = check;
    if (!recomputed) return;
    const operands = check.operands.map((figure) => indices.get(figure)!);
    this.figures.push({
      raw: recomputed.raw,
      value: recomputed.value,
      unit: recomputed.operation === 'share' ? '%' : (check.operands.at(-1)?.unit ?? ''),
      citation: null,
      computed: { operation: recomputed.operation, operands },
    });
  }

  #cite(report: FullReport, number: number, quote: string): number {
    const at = this.citations.findIndex(
      (one) => one.report === report.id && one.paragraph === number && one.quote.includes(quote),
    );
    if (at >= 0) return at;
    const paragraph = report.paragraphs[number - 1];
    if (!paragraph) throw new RangeError(`No paragraph ${number} in "${report.id}"`);
    return this.citations.push(citeParagraph(report, paragraph, quote)) - 1;
  }

  #state(report: FullReport, figure: Figure): number {
    const holding = this.citations.findIndex(
      (one) =>
        one.report === report.id && one.paragraph === figure.paragraph && one.quote.includes(figure.raw),
    );
    const citation = holding >= 0 ? holding : this.#cite(report, figure.paragraph, figure.clause);
    const at = this.figures.findIndex((one) => one.citation === citation && one.raw === figure.raw);
    return at >= 0
      ? at
      : this.figures.push({ raw: figure.raw, value: figure.value, unit: figure.unit, citation }) - 1;
  }
}

/** What a check says, in the language of the reply. */
export function checkLine(check: Check, language: Language): string {
  return check.message[language];
}
