/** How well the product answers: all graded questions over the reports of `data/reports` and of the tests. */
import { basename } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkAnswer } from '../../src/answer/verify-answer.ts';
import { askGraded, type GradedAnswer } from '../../src/evaluation/ask-graded.ts';
import { citesWrongRegion, citesWrongYear } from '../../src/evaluation/cited-elsewhere.ts';
import { readGradedQuestions } from '../../src/evaluation/graded-question.ts';
import { type GradedReports, readGradedReports } from '../../src/evaluation/graded-reports.ts';
import { suiteOf } from '../../src/evaluation/graded-suites.ts';
import { type OpenedEvaluation, openEvaluation } from '../../src/evaluation/open-evaluation.ts';
import { tallyVerdicts } from '../../src/evaluation/tally-verdicts.ts';
import { SERVICE_HOTLINE } from '../../src/report/check-misprints.ts';

type Kind = keyof typeof kinds;

const isAlone = ({ question }: GradedAnswer) => question.chat === undefined;

/** Single questions, except for dialogs. */
const kinds = {
  answers: (one: GradedAnswer) => isAlone(one) && one.question.want === 'answer',
  'answers in English': (one: GradedAnswer) => kinds.answers(one) && one.question.lang === 'en',
  'figures in Chinese': (one: GradedAnswer) =>
    isAlone(one) && one.question.type === 'figure' && one.question.lang === 'zh',
  comparisons: (one: GradedAnswer) => isAlone(one) && one.question.want === 'compare',
  refusals: (one: GradedAnswer) => isAlone(one) && one.question.want === 'refuse',
  'questions asked back': (one: GradedAnswer) => isAlone(one) && one.question.want === 'clarify',
  corrections: (one: GradedAnswer) => isAlone(one) && one.question.want === 'correct',
  summaries: (one: GradedAnswer) => isAlone(one) && one.question.want === 'summary',
  'turns of dialogs': (one: GradedAnswer) => !isAlone(one),
};

interface Expected {
  readonly reportsDir: string;
  /** Least shares that pass, of a file's answers of a kind: just below what is reached. */
  readonly least: readonly (readonly [share: number, kind: Kind, file: string])[];
  /** Least share, of those rightly cited, that name the right section. */
  readonly leastRightSection: number;
  /** Most of the answerable questions of a file that are refused or asked back. */
  readonly mostRefused: readonly (readonly [share: number, file: string])[];
}

const expected: readonly Expected[] = [
  {
    reportsDir: 'data/reports',
    least: [
      [0.98, 'answers', 'dev'],
      [0.955, 'answers in English', 'dev'],
      [0.985, 'figures in Chinese', 'dev'],
      [1, 'comparisons', 'dev'],
      [1, 'refusals', 'dev'],
      [1, 'questions asked back', 'dev'],
      [1, 'corrections', 'dev'],
      [1, 'summaries', 'dev'],
      [0.92, 'turns of dialogs', 'dev'],
      [0.94, 'answers', 'held-out'],
      [0.95, 'answers in English', 'held-out'],
      [0.95, 'figures in Chinese', 'held-out'],
      [1, 'refusals', 'held-out'],
      [1, 'questions asked back', 'held-out'],
      [1, 'corrections', 'held-out'],
      [1, 'answers', 'conversation'],
      [0.965, 'comparisons', 'conversation'],
      [0.94, 'turns of dialogs', 'conversation'],
      [1, 'answers', 'self-check'],
    ],
    leastRightSection: 0.98,
    mostRefused: [
      [0.03, 'dev'],
      [0.03, 'held-out'],
      [0.03, 'conversation'],
      [0, 'self-check'],
    ],
  },
  {
    reportsDir: 'test/reports',
    least: [
      [0.905, 'answers', 'questions'],
      [0.795, 'answers in English', 'questions'],
      [0.93, 'figures in Chinese', 'questions'],
      [1, 'refusals', 'questions'],
      [1, 'questions asked back', 'questions'],
      [1, 'corrections', 'questions'],
      [0.955, 'comparisons', 'dialogs'],
      [0.885, 'turns of dialogs', 'dialogs'],
      [1, 'comparisons', 'trend'],
      [1, 'answers', 'self-check'],
    ],
    leastRightSection: 0.98,
    mostRefused: [
      [0.06, 'questions'],
      [0.05, 'dialogs'],
      [0, 'trend'],
      [0, 'self-check'],
    ],
  },
  {
    reportsDir: 'test/report-kinds/files',
    least: [
      [0.965, 'answers', 'questions'],
      [0.975, 'answers in English', 'questions'],
      [0.97, 'figures in Chinese', 'questions'],
      [1, 'comparisons', 'questions'],
      [1, 'refusals', 'questions'],
      [1, 'questions asked back', 'questions'],
      [0.91, 'corrections', 'questions'],
      [1, 'summaries', 'questions'],
      [0.9, 'turns of dialogs', 'questions'],
    ],
    leastRightSection: 0.945,
    mostRefused: [[0.015, 'questions']],
  },
  {
    reportsDir: 'test/blind-reports/first/files',
    least: [
      [0.98, 'answers', 'questions'],
      [0.965, 'answers in English', 'questions'],
      [0.98, 'figures in Chinese', 'questions'],
      [0.87, 'comparisons', 'questions'],
      [1, 'refusals', 'questions'],
      [1, 'questions asked back', 'questions'],
      [1, 'corrections', 'questions'],
      [1, 'summaries', 'questions'],
      [0.95, 'turns of dialogs', 'questions'],
      [0.97, 'answers', 'probes'],
    ],
    leastRightSection: 0.98,
    mostRefused: [
      [0.02, 'questions'],
      [0.02, 'probes'],
    ],
  },
  {
    reportsDir: 'test/blind-reports/second/files',
    least: [
      [0.83, 'answers', 'questions'],
      [0.85, 'answers in English', 'questions'],
      [0.8, 'figures in Chinese', 'questions'],
      [1, 'comparisons', 'questions'],
      [1, 'refusals', 'questions'],
      [1, 'questions asked back', 'questions'],
      [1, 'corrections', 'questions'],
      [1, 'summaries', 'questions'],
      [0.95, 'turns of dialogs', 'questions'],
    ],
    leastRightSection: 0.98,
    mostRefused: [[0.08, 'questions']],
  },
];

describe.each(expected)(
  'answers from $reportsDir',
  ({ reportsDir, least, leastRightSection, mostRefused }) => {
    const suite = suiteOf(reportsDir);
    const byFile = new Map<string, readonly GradedAnswer[]>();
    let opened: OpenedEvaluation;
    let reports: GradedReports;
    let graded: readonly GradedAnswer[];

    beforeAll(async () => {
      reports = readGradedReports(suite.linesDir ?? reportsDir, suite.metaFiles);
      opened = await openEvaluation({ reportsDir });
      for (const file of suite.questions) {
        const questions = await readGradedQuestions([file]);
        byFile.set(basename(file, '.jsonl'), await askGraded(opened.assistant, questions, reports));
      }
      graded = [...byFile.values()].flat();
    });
    afterAll(() => opened?.close());

    const idsOf = (some: readonly GradedAnswer[]) => some.map(({ question }) => question.id);

    it.each(least)('pass for a share of at least %d: %s of %s', (share, kind, file) => {
      const asked = (byFile.get(file) ?? []).filter(kinds[kind]);
      const failed = asked.filter(({ verdict }) => !verdict.pass);

      expect(asked.length).toBeGreaterThan(0);
      expect(1 - failed.length / asked.length, idsOf(failed).join(' ')).toBeGreaterThanOrEqual(share);
    });

    it(`name the right section in at least ${leastRightSection} of those rightly cited`, () => {
      const cited = graded.filter((one) => kinds.answers(one) && one.verdict.cited);
      const right = cited.filter(({ verdict }) => verdict.section);

      expect(right.length / cited.length).toBeGreaterThanOrEqual(leastRightSection);
    });

    it.each(mostRefused)(
      'are withheld for a share of at most %d of the answerable questions of %s',
      (share, file) => {
        expect(tallyVerdicts(byFile.get(file) ?? [], reports).overRefused).toBeLessThanOrEqual(share);
      },
    );

    it('are given to every question, none failing', () => {
      expect(graded.filter(({ answer }) => !answer).map(({ verdict }) => verdict.detail)).toEqual([]);
    });

    it('cite no wrong region', () => {
      expect(idsOf(graded.filter((one) => citesWrongRegion(one, reports)))).toEqual([]);
    });

    it('cite no wrong year', () => {
      expect(idsOf(graded.filter((one) => citesWrongYear(one, reports)))).toEqual([]);
    });

    it('hold no figure, quote or number that their cited paragraphs do not prove', () => {
      // A note on a misprint of the national hotline gives its number, which is its name.
      const unproved = graded.flatMap(({ question, answer }) =>
        answer
          ? checkAnswer(answer, opened.library, `${question.q} ${SERVICE_HOTLINE}`).map(
              ({ kind, detail }) => `${question.id} ${kind}: ${detail}`,
            )
          : [],
      );

      expect(graded.some(({ answer }) => (answer?.figures.length ?? 0) > 0)).toBe(true);
      expect(unproved).toEqual([]);
    });
  },
);
