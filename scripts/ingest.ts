/** `npm run ingest`: enters, replaces and removes reports and brings the library up to date. */
import { stdin } from 'node:process';
import { createInterface } from 'node:readline/promises';
import { Command, InvalidArgumentError } from 'commander';
import { createIngest } from '../src/assemble.ts';
import { printError } from '../src/chat/print-error.ts';
import { showBuild } from '../src/chat/show-build.ts';
import { showIngest } from '../src/chat/show-ingest.ts';
import { readConfig } from '../src/config.ts';
import { fetchSources, isAddress } from '../src/ingest/fetch-sources.ts';
import type { AskedIdentity, ReportSource } from '../src/ingest/ingest.ts';

interface Options {
  readonly region?: string;
  readonly year?: number;
  readonly url?: string;
  readonly title?: string;
  readonly replace?: true;
  readonly remove?: string;
  readonly rebuild?: true;
}

const program = new Command('ingest')
  .usage('[options] [path or URL...]')
  .description('Enters reports into REPORTS_DIR and builds or refreshes the library.')
  .argument(
    '[path...]',
    'files, folders, archives or addresses; without any, what changed in REPORTS_DIR is taken up',
  )
  .option('--region <name>', 'the region of one report, such as 广州市花都区, where its file does not say it')
  .option('--year <year>', 'the year that one report covers', parseYear)
  .option('--url <address>', 'the page of one report, shown with what is cited from it', parseAddress)
  .option('--title <title>', 'the title of one report')
  .option('--replace', 'a report of a region and year that is held replaces the one that is held')
  .option('--remove <id>', 'takes a report out; its original moves to removed/ in REPORTS_DIR')
  .option('--rebuild', 'read all reports again even if none changed')
  .addHelpText(
    'after',
    `
What is known of files can also stand in a reports.json beside them, in their folder or archive:
  [{ "file": "1.html", "region": "花都区", "year": 2019, "url": "https://…", "title": "…", "published": "2020-01-31" }]

An address is fetched politely: robots.txt is heeded, and a host is asked once in two seconds.

Exit status: 0 all files are reports, 1 some were skipped or something failed, 2 wrong usage.`,
  )
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));
program.parse();

const { region, year, url, title, replace, remove, rebuild } = program.opts<Options>();
const given = {
  ...(region && { region }),
  ...(year && { year }),
  ...(url && { url }),
  ...(title && { title }),
};
if (remove !== undefined && program.args.length > 0)
  misuse('--remove takes a report out, and no path goes with it');
if (Object.keys(given).length > 0 && program.args.length !== 1) {
  misuse('--region, --year, --url and --title speak of one report: give one path with them');
}

const build = showBuild(process.stderr);
const stop = new AbortController();
process.once('SIGINT', () => stop.abort());
try {
  const config = readConfig();
  const ingest = createIngest(config);
  const hooks = { onProgress: build.hooks.onProgress, signal: stop.signal };
  if (remove !== undefined) {
    const { report, movedTo } = await ingest.remove(remove, hooks);
    build.close();
    console.log(`removed   ${report.id}  ${report.region} ${report.year}; its original is now "${movedTo}"`);
  } else {
    const paths = program.args.filter((path) => !isAddress(path)).map(toSource);
    const fetched = await fetchSources(program.args.filter(isAddress), {
      allowPrivate: config.allowPrivateUrls,
      signal: stop.signal,
      onFetch: (address, done, total) => console.error(`Fetching ${done + 1} of ${total}: ${address}`),
    });
    const entered = await ingest.enter([...paths, ...fetched.sources], {
      ...hooks,
      given,
      ...(replace && { replace }),
      ...(rebuild && { rebuild }),
      ...(stdin.isTTY && process.stderr.isTTY && { askFor }),
    });
    build.close();
    const result = { ...entered, skipped: [...fetched.skipped, ...entered.skipped] };
    for (const line of showIngest(result)) console.log(line);
    if (result.skipped.length > 0) process.exitCode = 1;
  }
} catch (error) {
  build.close();
  if (stop.signal.aborted) {
    console.error('Stopped; the library is as it was, and what was copied is taken up by the next ingest');
    process.exitCode = 130;
  } else {
    printError(error);
    process.exitCode = 1;
  }
}

function toSource(path: string): ReportSource {
  return { kind: 'file', path };
}

async function askFor({ source, missing, reason }: AskedIdentity): Promise<string | undefined> {
  build.pause();
  const lines = createInterface({ input: stdin, output: process.stderr });
  try {
    const wanted = missing === 'region' ? 'Region, such as 广州市花都区' : 'Year that it covers';
    const answer = await lines.question(`"${source}": ${reason}.\n${wanted} (empty: skip it): `, {
      signal: stop.signal,
    });
    return answer.trim() === '' ? undefined : answer;
  } finally {
    lines.close();
  }
}

function parseYear(value: string): number {
  if (!/^(?:19|20)\d{2}$/.test(value)) throw new InvalidArgumentError('Give a year such as 2019.');
  return Number(value);
}

function parseAddress(value: string): string {
  if (!/^https?:$/.test(URL.canParse(value) ? new URL(value).protocol : '')) {
    throw new InvalidArgumentError('Give an address such as https://example.org/report.html.');
  }
  return value;
}

function misuse(message: string): never {
  console.error(message);
  process.exit(2);
}
