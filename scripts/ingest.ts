/** `npm run ingest`: adds or replaces reports and brings the library up to date. */
import { Command } from 'commander';
import { refreshLibrary } from '../src/assemble.ts';
import { printError } from '../src/chat/print-error.ts';
import { showBuild } from '../src/chat/show-build.ts';
import { readConfig } from '../src/config.ts';
import { addReports } from '../src/library/add-reports.ts';

const program = new Command('ingest')
  .usage('[options] [path...]')
  .description('Adds report files to REPORTS_DIR and builds or refreshes the library.')
  .argument('[path...]', 'files or folders; without any, only what changed in REPORTS_DIR is taken up')
  .option('--rebuild', 'read all reports again even if none changed')
  .addHelpText(
    'after',
    '\nExit status: 0 all files are reports, 1 some were skipped or something failed, 2 wrong usage.',
  )
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));
program.parse();

const { rebuild } = program.opts<{ rebuild?: true }>();
const build = showBuild(process.stderr);
const stop = new AbortController();
process.once('SIGINT', () => stop.abort());
try {
  const config = readConfig();
  const added = await addReports(program.args, config.reportsDir);
  const result = await refreshLibrary(config, {
    onProgress: build.hooks.onProgress,
    signal: stop.signal,
    ...(rebuild ? { rebuild } : {}),
  });
  build.hooks.onBuilt(result);
  const skipped = [...added.skipped, ...result.skipped];
  for (const { file, reason } of added.skipped) console.error(`  skipped "${file}": ${reason}`);
  const rows = [
    ['added', result.added.length],
    ['replaced', result.replaced.length],
    ['unchanged', result.unchanged.length],
    ['removed', result.removed.length],
    ['skipped', skipped.length],
  ] as const;
  for (const [name, count] of rows) console.log(`${name.padEnd(10)}${String(count).padStart(6)}`);
  if (skipped.length > 0) process.exitCode = 1;
} catch (error) {
  build.close();
  if (stop.signal.aborted) {
    console.error('Stopped; the library is as it was');
    process.exitCode = 130;
  } else {
    printError(error);
    process.exitCode = 1;
  }
}
