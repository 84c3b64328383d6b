/** `npm run bench`: prints how long building, opening, answering and remembering take, and what the program endures. */
import { Command, InvalidArgumentError } from 'commander';
import { printError } from '../src/chat/print-error.ts';
import { benchmark, renderBenchmark } from '../src/evaluation/benchmark.ts';
import { readGradedQuestions } from '../src/evaluation/graded-question.ts';
import { buildTestLibrary } from '../test/support/build-test-library.ts';
import { openAllReports } from '../test/support/mutants/all-reports.ts';
import { repliesToGraded, writtenReplies } from '../test/support/mutants/gather-replies.ts';
import { isProved, renderMutants, renderSuspected, runMutants } from '../test/support/mutants/run-mutants.ts';
import { readRightReplies } from '../test/support/read-rewordings.ts';
import { renderIngestKills, renderKills, renderSoak } from '../test/support/render-endurance.ts';
import { renderInjections } from '../test/support/render-injections.ts';
import { renderModelFaults } from '../test/support/render-model-faults.ts';
import { runIngestKills } from '../test/support/run-ingest-kills.ts';
import { runInjections } from '../test/support/run-injections.ts';
import { runKills } from '../test/support/run-kills.ts';
import { runModelFaults } from '../test/support/run-model-faults.ts';
import { runSoak } from '../test/support/run-soak.ts';

interface Options {
  readonly reports: number;
  readonly chats: number;
  readonly soak?: number | true;
  readonly kills?: number | true;
  readonly ingestKills?: number | true;
  readonly mutants?: number | true;
  readonly modelFaults?: true;
  readonly injections?: true;
  readonly webhook?: true;
  readonly seed: number;
}

const questionsFile = 'data/eval/dev.jsonl';

const command = new Command('bench')
  .description(
    'Measures building, opening and answering, for data/reports and for many generated reports, and the memory of chats.',
  )
  .option('--reports <count>', 'how many reports to generate; 0 for none', parseCount, 200)
  .option('--chats <count>', 'how many chats of 50 turns to remember; 0 for none', parseCount, 1000)
  .option(
    '--soak [questions]',
    'instead: ask the Telegram bot from 500 chats while 5% of its calls fail',
    parseCount,
  )
  .option(
    '--kills [count]',
    'instead: kill the Telegram bot at random moments and start it again',
    parseCount,
  )
  .option('--model-faults', 'instead: ask while the model writes well, badly, slowly, or not at all')
  .option('--injections', 'instead: ask a model that obeys the attacks in questions and reports')
  .option(
    '--ingest-kills [count]',
    'instead: kill an ingest of 300 reports at random moments while questions are asked',
    parseCount,
  )
  .option(
    '--mutants [each]',
    'instead: prove right replies with one thing made false, so many of each kind and reply',
    parseCount,
  )
  .option(
    '--webhook',
    'lets updates be delivered to the bot in a soak or kills, where it fetches them otherwise',
  )
  .option('--seed <number>', 'repeats a soak or kills', parseCount, Math.floor(Math.random() * 2 ** 31))
  .addHelpText(
    'after',
    `
The generated reports are copies with other regions, years and figures, in a temporary folder.
1,000 chats take about half a minute. Times depend on the machine and on what else it does; compare those of one run.
Kills of an ingest (50) enter 300 reports, or as many as --reports says, into a library of their own.
Soak (5,000 questions) and kills (50) run the bot as a process of its own on a Bot API server on loopback.
Mutants: one of each kind and reply by default, some 7,000, in a minute or two.
Model faults and injections take a minute or two each, with a model server on loopback.`,
  )
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));

command.parse();
const {
  reports,
  chats,
  soak,
  kills,
  ingestKills,
  mutants,
  modelFaults,
  injections,
  webhook = false,
  seed,
} = command.opts<Options>();
const onStep = (step: string) => void process.stderr.write(`${step}\n`);

try {
  if (mutants !== undefined) await mutate(mutants === true ? 1 : mutants);
  else if (ingestKills !== undefined) await killIngests(ingestKills === true ? 50 : ingestKills);
  else if (soak !== undefined || kills !== undefined) await endure();
  else if (modelFaults) await faultModel();
  else if (injections) console.log(renderInjections(await runInjections({ onStep })));
  else {
    const options = { reportsDir: 'data/reports', questions: questionsFile, copies: reports, chats, onStep };
    console.log(renderBenchmark(await benchmark(options)));
  }
} catch (error) {
  printError(error);
  process.exitCode = 1;
}

async function mutate(perReply: number): Promise<void> {
  using all = await openAllReports();
  const graded = await repliesToGraded(all, questionsFile);
  const written = writtenReplies(all.library, readRightReplies());
  const proved = [...graded, ...written].filter(isProved);
  const rows = runMutants(all.library, proved, { seed, perReply, onKind: onStep });
  console.log(renderMutants(rows));
  console.log(renderSuspected({ 'made of quotations': graded, 'written by hand': written }));
}

async function killIngests(kills: number): Promise<void> {
  const graded = await readGradedQuestions([questionsFile], { wants: ['answer'], isSingle: true });
  // Answered from one report, so that new ones change nothing.
  const questions = graded.filter(({ type, lang }) => type === 'figure' && lang === 'zh').map(({ q }) => q);
  const count = command.getOptionValueSource('reports') === 'cli' ? reports : 300;
  const figures = await runIngestKills({ reports: count, questions, kills, seed, onStep });
  for (const line of [...figures.failures, ...figures.changed, ...figures.broken]) onStep(line);
  console.log(renderIngestKills(figures, seed));
}

async function endure(): Promise<void> {
  await using library = await buildTestLibrary();
  const { libraryDir } = library;
  const questions = (await readGradedQuestions([questionsFile], { isSingle: true })).map(({ q }) => q);
  if (soak !== undefined) {
    const count = soak === true ? 5000 : soak;
    const figures = await runSoak({
      libraryDir,
      questions,
      count,
      chats: 500,
      faultRate: 0.05,
      seed,
      webhook,
      onStep,
    });
    process.stderr.write(figures.stderr);
    console.log(renderSoak(figures, seed));
  }
  if (kills !== undefined) {
    const count = kills === true ? 50 : kills;
    const load = { kills: count, chats: 40 };
    const figures = await runKills({ libraryDir, questions, ...load, webhook, seed, onStep });
    process.stderr.write(figures.stderr);
    console.log(renderKills(figures, seed));
  }
}

async function faultModel(): Promise<void> {
  await using library = await buildTestLibrary();
  console.log(renderModelFaults(await runModelFaults({ libraryDir: library.libraryDir, onStep })));
}

function parseCount(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('Give a whole number.');
  return Number(value);
}
