/** `npm run bench`: prints how long building, opening, answering and remembering take. */
import { Command, InvalidArgumentError } from 'commander';
import { printError } from '../src/chat/print-error.ts';
import { benchmark, renderBenchmark } from '../src/evaluation/benchmark.ts';

const command = new Command('bench')
  .description(
    'Measures building, opening and answering, for data/reports and for many generated reports, and the memory of chats.',
  )
  .option('--reports <count>', 'how many reports to generate; 0 for none', parseCount, 200)
  .option('--chats <count>', 'how many chats of 50 turns to remember; 0 for none', parseCount, 1000)
  .addHelpText(
    'after',
    `
The generated reports are copies with other regions, years and figures, in a temporary folder.
1,000 chats take about half a minute. Times depend on the machine and on what else it does; compare those of one run.`,
  )
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));

command.parse();
const { reports, chats } = command.opts<{ readonly reports: number; readonly chats: number }>();

try {
  const measured = await benchmark({
    reportsDir: 'data/reports',
    questions: 'data/eval/dev.jsonl',
    copies: reports,
    chats,
    onStep: (step) => process.stderr.write(`${step}\n`),
  });
  console.log(renderBenchmark(measured));
} catch (error) {
  printError(error);
  process.exitCode = 1;
}

function parseCount(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('Give a whole number.');
  return Number(value);
}
