/** What a grader says of one answer. */
import type { Answer } from '../answer/answer.ts';
import type { GradedQuestion, Wanted } from './graded-question.ts';
import type { GradedReports } from './graded-reports.ts';
import { occursIn } from './match-wording.ts';

/** How an answer fits its graded question. */
export interface Verdict {
  /** It says the right thing. */
  readonly right: boolean;
  /** A citation is the right paragraph. */
  readonly cited: boolean;
  /** The first citation is. */
  readonly first: boolean;
  /** The right paragraph is cited under the right heading. */
  readonly section: boolean;
  readonly pass: boolean;
  /** Why not, where the columns do not say it. */
  readonly detail: string;
}

/** Grades answers to one kind of question. */
export type Grade = (question: GradedQuestion, answer: Answer, reports: GradedReports) => Verdict;

/** A verdict where the place is part of being right. */
export function wholeVerdict(right: boolean, detail: string): Verdict {
  return { right, cited: right, first: right, section: right, pass: right, detail };
}

/** Whether the reply says nothing that it must not say. */
export function isClean(wanted: Wanted, { text }: Answer): boolean {
  if (wanted.must_not?.some((bad) => occursIn(bad, text))) return false;
  return !wanted.must_not_regex?.some((bad) => new RegExp(bad, 's').test(text));
}
