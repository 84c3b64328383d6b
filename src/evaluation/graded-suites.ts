/** The folders of reports that come with graded questions. */
import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

/** A folder of reports with what is asked about it. */
export interface GradedSuite {
  readonly reportsDir: string;
  /** Folder of the lines that citations must be part of, where the reports are no plain text. */
  readonly linesDir?: string;
  /** Files of graded questions; `data/eval/README.md` names each. */
  readonly questions: readonly string[];
  /** Files that describe the reports. */
  readonly metaFiles: readonly string[];
}

const described = 'data/eval/reports.jsonl';

/**
 * The reports that the product comes with, those written for tests, those of every kind of file, and those by people
 * who had not seen the program. Paths are from the root of the project.
 */
export const gradedSuites: readonly GradedSuite[] = [
  {
    reportsDir: 'data/reports',
    questions: filesIn('data/eval', ['dev', 'held-out', 'conversation', 'self-check']),
    metaFiles: [described],
  },
  {
    reportsDir: 'test/reports',
    questions: filesIn('test/reports', ['questions', 'dialogs', 'trend', 'self-check']),
    metaFiles: [described, 'test/reports/meta.jsonl'],
  },
  {
    reportsDir: 'test/report-kinds/files',
    linesDir: 'test/report-kinds/clean',
    questions: filesIn('test/report-kinds', ['questions']),
    metaFiles: [described, 'test/report-kinds/meta.jsonl'],
  },
  blindSuite('first', ['questions', 'probes']),
  blindSuite('second', ['questions']),
];

function blindSuite(set: 'first' | 'second', names: readonly string[]): GradedSuite {
  const folder = `test/blind-reports/${set}`;
  return {
    reportsDir: `${folder}/files`,
    linesDir: `${folder}/clean`,
    questions: filesIn(folder, names),
    metaFiles: [described, `${folder}/meta.jsonl`],
  };
}

/** The suite of a folder; of one without its own, `meta.jsonl` in it describes it and all questions must be given. */
export function suiteOf(reportsDir: string): GradedSuite {
  const known = gradedSuites.find((suite) => resolve(suite.reportsDir) === resolve(reportsDir));
  if (known) return known;
  const beside = join(reportsDir, 'meta.jsonl');
  return { reportsDir, questions: [], metaFiles: [described, ...(existsSync(beside) ? [beside] : [])] };
}

/** `data/reports: dev, held-out`. */
export function describeSuite({ reportsDir, questions }: GradedSuite): string {
  return `${reportsDir}: ${questions.map((file) => basename(file, '.jsonl')).join(', ')}`;
}

function filesIn(folder: string, names: readonly string[]): string[] {
  return names.map((name) => `${folder}/${name}.jsonl`);
}
