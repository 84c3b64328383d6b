/** What is replied: the direct answer, the whole reply, and the proof of every figure in it. */
import type { Language } from '../wording/language.ts';

/** What an answer is; `help` is small talk, or what a word means. */
export type AnswerKind = 'answer' | 'summary' | 'compare' | 'trend' | 'list' | 'clarify' | 'refusal' | 'help';

/** The place that proves a statement: report, heading chain, paragraph and exact words. */
export interface Citation {
  /** Base name of the report's file. */
  readonly file: string;
  /** Id of the report in the library. */
  readonly report: string;
  readonly title: string;
  readonly url: string | null;
  readonly published: string | null;
  readonly region: string;
  readonly year: number;
  /** Headings as printed, outermost first; empty above the first heading and for metadata. */
  readonly section: readonly string[];
  /** From 1; 0 for metadata lines. */
  readonly paragraph: number;
  /** The exact sentence or clause; part of `text`. */
  readonly quote: string;
  /** The whole paragraph as printed. */
  readonly text: string;
}

/** A figure computed by code from other figures of the same answer. */
export interface Computation {
  readonly operation: 'difference' | 'ratio' | 'sum' | 'share' | 'change';
  /** Indices into the answer's `figures`. */
  readonly operands: readonly number[];
}

/** A figure that the reply states, tied to the citation that holds it. */
export interface StatedFigure {
  readonly raw: string;
  readonly value: number;
  readonly unit: string;
  /** Index into `citations`; `null` for a computed figure. */
  readonly citation: number | null;
  readonly computed?: Computation;
}

/** A reply. `text` is plain text; `chat/` renders it for the place. */
export interface Answer {
  readonly kind: AnswerKind;
  /** The direct answer alone: for a figure the figure as printed with its unit. */
  readonly answer: string;
  /** The whole reply as a person reads it, without markup. */
  readonly text: string;
  /** The best first. */
  readonly citations: readonly Citation[];
  readonly figures: readonly StatedFigure[];
  /** Caveats: part-year periods, differing bases, contradictions. */
  readonly notes: readonly string[];
  readonly language: Language;
  /** Choices offered when asking back, or questions offered to go on with; each can be sent as it stands. */
  readonly suggestions: readonly string[];
  /** Whether a model wrote the first lines of `text`: they state the answer, also where `answer` is not part of them. */
  readonly isWritten?: true;
}
