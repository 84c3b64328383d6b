/** `npm run eval`: asks graded questions and prints how many are answered rightly, and how fast. */
import { Command, InvalidArgumentError } from 'commander';
import type { OpenedWriter } from '../src/assemble.ts';
import { printError } from '../src/chat/print-error.ts';
import { showBuild } from '../src/chat/show-build.ts';
import { readConfig } from '../src/config.ts';
import { UserError } from '../src/errors.ts';
import { evaluateWithoutLexicon } from '../src/evaluation/evaluate-without-lexicon.ts';
import {
  describeSuite,
  type Evaluation,
  type EvaluationTables,
  evaluate,
  gradedSuites,
  questionKinds,
  suiteOf,
} from '../src/evaluation/evaluation.ts';
import { renderEvaluation, renderFailures, renderSideBySide } from '../src/evaluation/render-evaluation.ts';
import { renderWritten } from '../src/evaluation/render-written.ts';

interface EvaluateOptions {
  readonly all?: true;
  readonly questions?: readonly string[];
  readonly reports: string;
  readonly meta?: readonly string[];
  readonly want?: readonly string[];
  readonly single?: true;
  readonly retrieval?: true;
  readonly failures: number;
  readonly min: number;
  readonly json?: true;
  readonly lexicon: boolean;
  readonly model?: true;
}

type Suite = (typeof gradedSuites)[number];

const command = new Command('eval')
  .description('Asks graded questions over a folder of reports, and prints what is right and how fast.')
  .option('--all', `over ${gradedSuites.map(({ reportsDir }) => reportsDir).join(', ')}`)
  .option('--questions <file...>', 'files of graded questions (default: all of the folder)')
  .option('--reports <folder>', 'the reports to answer from', gradedSuites[0]?.reportsDir)
  .option('--meta <file...>', 'what is known of further reports (default: meta.jsonl beside them)')
  .option('--want <kinds>', `only these, separated by commas: ${questionKinds.join(', ')}`, parseKinds)
  .option('--single', 'leave dialogs out')
  .option('--retrieval', 'measure retrieval only')
  .option('--failures <count>', 'show so many answers that did not pass', parseCount, 0)
  .option('--min <share>', 'fail when a smaller share passes, from 0 to 1', parseShare, 0)
  .option('--json', 'print one JSON object a line and folder of reports')
  .option('--no-lexicon', 'also evaluate without the lexicon, and print both side by side')
  .option('--model', 'also ask with the model of the settings, and print both side by side')
  .addHelpText(
    'after',
    `
The library is built in a temporary folder. data/eval/README.md explains questions, grading and columns.

Exit status: 0 done, 1 less than --min passes or something failed, 2 wrong usage.`,
  )
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));

command.parse();
const options: EvaluateOptions = command.opts();

try {
  const suites = options.all ? gradedSuites : [chosenSuite()];
  const evaluations: Evaluation[] = [];
  for (const suite of suites) evaluations.push(await evaluateSuite(suite));
  const without = options.lexicon ? [] : await evaluateWithoutLexicon(process.argv.slice(1));
  for (const [index, suite] of suites.entries()) {
    const evaluation = evaluations[index];
    if (evaluation) printEvaluation(suite, evaluation, without[index]);
  }
} catch (error) {
  printError(error);
  process.exitCode = 1;
}

function chosenSuite(): Suite {
  const { reports, questions, meta } = options;
  const suite = suiteOf(reports);
  if (!questions && suite.questions.length === 0) {
    command.error(`error: name the graded questions over "${reports}" with --questions`);
  }
  return {
    ...suite,
    ...(questions ? { questions } : {}),
    ...(meta ? { metaFiles: [...suite.metaFiles, ...meta] } : {}),
  };
}

/** The writer of the settings. */
async function openSetWriter(): Promise<OpenedWriter> {
  const { openWriter } = await import('../src/assemble.ts');
  const opened = await openWriter(readConfig());
  if (opened) return opened;
  throw new UserError(
    'no-model',
    'Cannot evaluate with a model: the settings name none',
    'Set OPENAI_API_KEY or OPENAI_BASE_URL; .env.example describes them',
  );
}

async function evaluateSuite(suite: Suite): Promise<Evaluation> {
  // What a writer counts is of one suite.
  const opened = options.model ? await openSetWriter() : undefined;
  const build = showBuild(process.stderr);
  try {
    return await evaluate({
      ...suite,
      ...(options.want ? { wants: options.want } : {}),
      isSingle: options.single === true,
      isRetrievalOnly: options.retrieval === true,
      onProgress: build.hooks.onProgress,
      writer: opened?.writer,
      onAnswer: (done, total) => {
        build.close();
        if (process.stderr.isTTY !== true) return;
        process.stderr.write(done < total ? `\r${done} of ${total} questions` : '\r\u001b[K');
      },
    });
  } finally {
    build.close();
    opened?.close();
  }
}

function printEvaluation(suite: Suite, evaluation: Evaluation, without: EvaluationTables | undefined): void {
  const { tally, retrieval, graded, written } = evaluation;
  if (options.json) {
    const { reportsDir } = suite;
    const withModel = written ? { written: { tally: written.tally, report: written.report } } : {};
    console.log(
      JSON.stringify({ reportsDir, tally, retrieval, ...withModel, ...(without ? { without } : {}) }),
    );
  } else {
    const alone = written ? renderWritten(evaluation, written) : renderEvaluation(evaluation);
    const tables = without ? renderSideBySide(evaluation, without) : alone;
    const failures = renderFailures(written?.graded ?? graded, options.failures);
    console.log([describeSuite(suite), tables, ...(failures === '' ? [] : ['', failures]), ''].join('\n'));
  }
  const passed = (written?.tally ?? tally).rows[0]?.pass ?? 0;
  if (options.retrieval || passed >= options.min) return;
  console.error(`A share of ${passed.toFixed(3)} passes, less than ${options.min}`);
  process.exitCode = 1;
}

function parseKinds(value: string): string[] {
  const kinds = value.split(',').map((kind) => kind.trim());
  const unknown = kinds.find((kind) => !questionKinds.includes(kind));
  if (unknown !== undefined) throw new InvalidArgumentError(`There is no kind "${unknown}".`);
  return kinds;
}

function parseCount(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('Give a whole number.');
  return Number(value);
}

function parseShare(value: string): number {
  const share = Number(value);
  if (value.trim() === '' || !(share >= 0 && share <= 1))
    throw new InvalidArgumentError('Give a number from 0 to 1.');
  return share;
}
