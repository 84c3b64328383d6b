/** What a self-check of a report finds out: a statement recomputed from the report's own words. */
import type { BothLanguages } from '../wording/language.ts';
import type { Figure, Paragraph } from './report.ts';

/**
 * What was checked: a share against its parts, a list against its total, a part against its whole, one label with
 * two figures, one thing counted in two places, "all" against less than all, a hotline, a date.
 */
export type CheckKind = 'share' | 'sum' | 'part' | 'label' | 'count' | 'claim' | 'hotline' | 'date';

/** `clear` cannot be right as printed; `likely` is wrong unless the words mean something else; `slight` is small. */
export type Severity = 'clear' | 'likely' | 'slight';

/** Words of the report, as printed; part of the paragraph's text. */
interface CheckedQuote {
  readonly paragraph: number;
  readonly text: string;
}

/** What code computed from the operands. */
interface Recomputed {
  readonly operation: 'share' | 'sum';
  readonly value: number;
  /** As it is written in a reply: `93.90%`, `251`. */
  readonly raw: string;
}

/** One statement of a report and whether the report's own words bear it out. */
export interface Check {
  readonly kind: CheckKind;
  readonly fits: boolean;
  readonly severity: Severity;
  /** Figures that the check speaks of, the stated one first; none for a hotline or a date. */
  readonly figures: readonly Figure[];
  /** Those of `figures` that were computed with, in order. */
  readonly operands: readonly Figure[];
  readonly recomputed?: Recomputed;
  /** `1895项 ÷ 2018项 = 93.90%`; empty where nothing is computed. */
  readonly computation: string;
  readonly quotes: readonly CheckedQuote[];
  readonly message: BothLanguages;
}

/** The part of a report that a check reads. */
export interface CheckedReport {
  readonly year: number;
  readonly paragraphs: readonly Paragraph[];
  readonly figures: readonly Figure[];
}
