/** `npm run ask`: one question, or a batch of them, on the command line. */
import { createInterface } from 'node:readline';
import { Command } from 'commander';
import type { Assistant } from '../src/answer/assistant.ts';
import { answerAsJson, parseQuestionLine, type QuestionLine } from '../src/chat/answer-json.ts';
import { describeFailure, printError } from '../src/chat/print-error.ts';
import { renderTerminal } from '../src/chat/render-terminal.ts';
import { showBuild } from '../src/chat/show-build.ts';
import { readConfig } from '../src/config.ts';

interface AskOptions {
  readonly json?: true;
  readonly jsonl?: true;
  readonly explain?: true;
}

const command = new Command('ask')
  .usage('[options] -- "question"')
  .description('Answers a question from the reports, with report, section and exact words.')
  .argument('[question...]', 'the question; several words are joined')
  .option('--json', 'print one JSON object')
  .option(
    '--jsonl',
    'read questions from standard input, one {"id", "q", "chat"?} a line, and print one answer a line',
  )
  .option('--explain', 'also say how the question was understood, what was searched and why')
  .addHelpText(
    'after',
    `
Standard output holds answers only; progress and errors go to standard error.
A line of --jsonl that cannot be answered gives an object with "error" there, and the others go on.

Exit status: 0 all answered, 1 something failed, 2 wrong usage.`,
  )
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));

command.parse();
const question = command.args.join(' ').trim();
const options: AskOptions = command.opts();
const wrongUsage = options.jsonl
  ? question !== '' || options.json || options.explain
    ? '--jsonl takes neither a question nor --json nor --explain'
    : undefined
  : question === ''
    ? 'There is no question'
    : undefined;

if (wrongUsage !== undefined) {
  process.stderr.write(`${wrongUsage}\n\n${command.helpInformation()}`);
  process.exit(2);
}

// The reader of a pipe (`| head`) has left: the rest need not be answered.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

const build = showBuild(process.stderr);
process.once('SIGINT', () => {
  build.close();
  process.exit(130);
});
let assistant: Assistant | undefined;
try {
  const config = readConfig();
  const { openAssistant } = await import('../src/assemble.ts');
  assistant = await openAssistant(config, build.hooks);
  if (options.jsonl) process.exitCode = (await answerLines(assistant)) ? 0 : 1;
  else await answerOne(assistant);
} catch (error) {
  build.close();
  printError(error);
  process.exitCode = 1;
} finally {
  assistant?.close();
}

async function answerOne(opened: Assistant): Promise<void> {
  const line = await answerAsJson(opened, { q: question }, { explain: options.explain === true });
  if (options.json) {
    process.stdout.write(`${JSON.stringify(line)}\n`);
    return;
  }
  const color = process.stdout.isTTY === true && !process.env.NO_COLOR;
  const steps = line.steps?.length ? ['', ...line.steps] : [];
  process.stdout.write(`${[renderTerminal(line, { color }), ...steps].join('\n')}\n`);
}

/** Answers the lines of standard input in order; tells whether all were. */
async function answerLines(opened: Assistant): Promise<boolean> {
  let complete = true;
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() === '') continue;
    let asked: QuestionLine | undefined;
    try {
      asked = parseQuestionLine(line);
      process.stdout.write(`${JSON.stringify(await answerAsJson(opened, asked))}\n`);
    } catch (error) {
      complete = false;
      process.stderr.write(
        `${JSON.stringify({ line: number, id: asked?.id, error: describeFailure(error) })}\n`,
      );
    }
  }
  return complete;
}
