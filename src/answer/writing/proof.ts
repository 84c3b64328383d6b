/** What a written text is proved against, and what can be wrong with it. */
import type { Library } from '../../library/library.ts';
import type { Question } from '../../retrieval/question.ts';
import type { Language } from '../../wording/language.ts';
import type { Citation, StatedFigure } from '../answer.ts';

/** A paragraph that was handed to the model; `[n]` in its text means the n-th, from 1. */
export interface NumberedEvidence {
  readonly number: number;
  /** The whole paragraph; `quote` is the sentence that the composed answer cites, else all of it. */
  readonly citation: Citation;
}

/** All that a written text may say. */
export interface Proof {
  readonly library: Library;
  readonly question: Question;
  readonly language: Language;
  readonly evidence: readonly NumberedEvidence[];
  /** The figures of the direct answer that code chose, `citation` an index into `evidence`: the text has to state each. */
  readonly required: readonly StatedFigure[];
  /** Figures that code computed (`0.6个百分点`): the text may state them without a place. */
  readonly computed: readonly StatedFigure[];
  /** What the model was told besides the evidence; no part of it may be repeated. */
  readonly instructions: string;
}

/** What can be wrong with a written text; stable, since faults are counted by it. */
export type FaultKind =
  /** A sentence without `[n]`. */
  | 'uncited'
  /** An `[n]` that was not given. */
  | 'unknown-citation'
  /** A number that does not stand in the paragraph it is attached to. */
  | 'figure'
  | 'unit'
  /** 余, 约, 超 dropped, added or changed. */
  | 'precision'
  /** The number stands there, but measures something else. */
  | 'measure'
  | 'date'
  | 'document'
  | 'quote'
  | 'region'
  | 'year'
  /** Words that the paragraph does not bear out. */
  | 'unsupported'
  /** A figure of the direct answer is not stated. */
  | 'missing'
  /** Part of the instructions. */
  | 'prompt'
  /** An address, a mention or a command. */
  | 'link'
  /** Blank, far too long, or in the other language. */
  | 'form';

/** Something in a written text that the evidence does not bear out. */
export interface Fault {
  readonly kind: FaultKind;
  /** For the repair and the log, in English; quotes the words concerned. */
  readonly detail: string;
  /** The sentence concerned, as written; blank for what is missing. */
  readonly sentence: string;
}
