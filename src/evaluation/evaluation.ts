/** The door of evaluation: graded questions are asked over a folder of reports, and everything is measured. */
import type { ModelReport } from '../answer/model-report.ts';
import { askGraded, type GradedAnswer } from './ask-graded.ts';
import { type QuestionFilter, readGradedQuestions } from './graded-question.ts';
import { readGradedReports } from './graded-reports.ts';
import type { GradedSuite } from './graded-suites.ts';
import { measureRetrieval, type RetrievalRow } from './measure-retrieval.ts';
import { type EvaluationOptions, openEvaluation } from './open-evaluation.ts';
import { type Tally, tallyVerdicts } from './tally-verdicts.ts';
import { warmUp } from './warm-up.ts';

export { questionKinds } from './graded-question.ts';
export { describeSuite, gradedSuites, suiteOf } from './graded-suites.ts';

/** Which questions are asked, of which reports. */
export interface EvaluationRequest extends EvaluationOptions, GradedSuite, QuestionFilter {
  /** Leaves the answers out and measures retrieval only. */
  readonly isRetrievalOnly?: boolean;
  readonly onAnswer?: (done: number, total: number) => void;
}

/** What an evaluation found. */
export interface Evaluation {
  readonly tally: Tally;
  readonly retrieval: readonly RetrievalRow[];
  readonly graded: readonly GradedAnswer[];
  /** The same questions with a model, where there is one. */
  readonly written?: WrittenEvaluation;
}

/** What came of replies that a model wrote. */
export interface WrittenEvaluation {
  readonly tally: Tally;
  readonly graded: readonly GradedAnswer[];
  readonly report: ModelReport;
}

/** What the tables of an evaluation show. */
export type EvaluationTables = Pick<Evaluation, 'tally' | 'retrieval'>;

/**
 * Runs an evaluation from files to figures.
 *
 * @throws UserError when questions or descriptions cannot be read; LibraryError when the library cannot be built.
 */
export async function evaluate(request: EvaluationRequest): Promise<Evaluation> {
  const { reportsDir, linesDir = reportsDir, metaFiles } = request;
  const questions = await readGradedQuestions(request.questions, request);
  const reports = readGradedReports(linesDir, metaFiles);
  const { library, assistant, writing, close } = await openEvaluation(request);
  try {
    const asked = request.isRetrievalOnly ? [] : questions;
    await warmUp(assistant, asked);
    const total = asked.length * (writing ? 2 : 1);
    const graded = await askGraded(assistant, asked, reports, (done) => request.onAnswer?.(done, total));
    const retrieval = await measureRetrieval(library, questions, reports);
    const again = writing
      ? await askGraded(writing, asked, reports, (done) => request.onAnswer?.(asked.length + done, total))
      : [];
    const report = writing?.model?.();
    return {
      tally: tallyVerdicts(graded, reports),
      retrieval,
      graded,
      ...(report ? { written: { tally: tallyVerdicts(again, reports), graded: again, report } } : {}),
    };
  } finally {
    await close();
  }
}
