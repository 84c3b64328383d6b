/** Asks graded questions and grades what comes back. */
import type { Assistant } from '../answer/assistant.ts';
import { type AnswerLine, answerAsJson } from '../chat/answer-json.ts';
import { gradeAnswer } from './grade-answer.ts';
import type { GradedQuestion } from './graded-question.ts';
import type { GradedReports } from './graded-reports.ts';
import { type Verdict, wholeVerdict } from './verdict.ts';

/** A question with its answer and what that is worth. */
export interface GradedAnswer {
  readonly question: GradedQuestion;
  /** Absent when answering failed; the verdict's detail says why. */
  readonly answer?: AnswerLine;
  readonly verdict: Verdict;
}

/** Asks one question after another; one that fails counts as wrong, and the others go on. */
export async function askGraded(
  assistant: Assistant,
  questions: readonly GradedQuestion[],
  reports: GradedReports,
  onAnswer: (done: number, total: number) => void = () => {},
): Promise<GradedAnswer[]> {
  const graded: GradedAnswer[] = [];
  for (const question of questions) {
    graded.push(await askOne(assistant, question, reports));
    onAnswer(graded.length, questions.length);
  }
  return graded;
}

async function askOne(
  assistant: Assistant,
  question: GradedQuestion,
  reports: GradedReports,
): Promise<GradedAnswer> {
  const { id, q, chat } = question;
  try {
    const answer = await answerAsJson(assistant, { id, q, chat });
    return { question, answer, verdict: gradeAnswer(question, answer, reports) };
  } catch (error) {
    return { question, verdict: wholeVerdict(false, `failed: ${String(error)}`) };
  }
}
