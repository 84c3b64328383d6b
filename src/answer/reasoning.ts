/** What was understood and searched on the way to an answer. */
import type { StoredReport } from '../library/stored-report.ts';
import type { Question } from '../retrieval/question.ts';
import type { ReportEvidence } from '../retrieval/retrieve.ts';
import type { Scope } from '../retrieval/scope.ts';
import type { Near } from './prefer-near.ts';
import type { Violation } from './verify-answer.ts';

/** The question, and what was searched for it. */
export interface Reasoning {
  /** Places that turn out to belong to the matter are added to its terms. */
  question: Question;
  scope?: Scope;
  sources: readonly ReportEvidence[];
  /**
   * Whether the reply goes out as it is worded: it says what is not held, not given or not so, and a text about its
   * figures alone would leave that out.
   */
  isFixed?: boolean;
  /** What kept a composed reply from being sent. */
  violations?: readonly Violation[];
  /** The reports to answer from, where a chat has settled them; otherwise the question's own words decide. */
  readonly within?: readonly StoredReport[];
  /** The place that the chat goes on from. */
  readonly near?: Near;
  /** Whether the chat asks for a reason. */
  readonly asksReason?: boolean;
}
