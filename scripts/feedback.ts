/** `npm run feedback`: what readers think of replies, the newest first. */
import { existsSync } from 'node:fs';
import { Command } from 'commander';
import pc from 'picocolors';
import { printError } from '../src/chat/print-error.ts';
import type { Feedback } from '../src/chat/records/feedback-records.ts';
import { openRecords } from '../src/chat/records/open-records.ts';
import { readConfig } from '../src/config.ts';
import { chatsPath } from '../src/database/open-chats.ts';

interface FeedbackOptions {
  readonly bad?: true;
  readonly json?: true;
}

const program = new Command('feedback')
  .description('Lists the ratings of replies and what readers wrote about them, the newest first.')
  .option('--bad', 'only replies that were rated bad')
  .option('--json', 'print one JSON object a line')
  .addHelpText('after', '\nIt reads chats.sqlite in LIBRARY_DIR and changes nothing there.')
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));
program.parse();

const options: FeedbackOptions = program.opts();
// The reader of a pipe (`| head`) has left: the rest need not be listed.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
try {
  const all = readFeedback(readConfig().libraryDir);
  for (const one of options.bad ? all.filter(({ rating }) => rating === 'bad') : all)
    console.log(options.json ? JSON.stringify(toJson(one)) : render(one));
  if (all.length === 0) console.error('No feedback yet');
} catch (error) {
  printError(error);
  process.exitCode = 1;
}

/** A file is not made only to find it empty. */
function readFeedback(libraryDir: string): readonly Feedback[] {
  if (!existsSync(chatsPath(libraryDir))) return [];
  const records = openRecords({ libraryDir });
  try {
    return records.feedback.list();
  } finally {
    records.close();
  }
}

function toJson({ at, ...one }: Feedback): object {
  return { ...one, at: new Date(at).toISOString() };
}

function render({ at, rating, comment, question, answer, citations }: Feedback): string {
  const mark = { good: pc.green('👍'), bad: pc.red('👎'), note: '💬' }[rating];
  return [
    `${mark} ${pc.dim(new Date(at).toISOString())} ${pc.bold(clean(question ?? ''))}`,
    ...(comment === null ? [] : [`   ${pc.yellow(clean(comment))}`]),
    ...(answer === null ? [] : [`   ${clean(answer).slice(0, 300)}`]),
    ...citations.slice(0, 3).map(({ place }) => `   ${pc.dim(clean(place))}`),
    '',
  ].join('\n');
}

/** What a reader wrote must not steer the terminal. */
function clean(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ');
}
