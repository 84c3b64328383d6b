/** An ingest killed (SIGKILL) at random moments while people ask: what answers, what is whole, and what is left over. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type OpenedAssistant, openAssistant } from '../../src/assemble.ts';
import { parseConfig } from '../../src/config.ts';
import { openDatabase } from '../../src/database/open-database.ts';
import { writeCopies } from '../../src/evaluation/write-copies.ts';
import { buildLibrary, openLibrary } from '../../src/library/library.ts';
import { builtFiles } from '../../src/library/library-folder.ts';
import { createRandom } from './create-random.ts';
import { startCommand } from './run-command.ts';

export interface IngestKillsOptions {
  /** Reports to enter, each of a region of its own. */
  readonly reports: number;
  /** Asked again and again; each is answered from the five reports that are held from the beginning. */
  readonly questions: readonly string[];
  readonly kills: number;
  readonly seed: number;
  readonly onStep?: (step: string) => void;
}

/** What the kills did. */
export interface IngestKillsFigures {
  readonly kills: number;
  readonly reports: number;
  readonly seconds: number;
  /** Ingests that were entered whole before they were killed; the next one began anew. */
  readonly rounds: number;
  /** Seconds that an ingest ran before it was killed. */
  readonly killedAfter: readonly number[];
  /** Reports that the library held after each kill. */
  readonly heldAfterKill: readonly number[];
  readonly asked: number;
  /** Questions that ended in an error, and what it said. */
  readonly failures: readonly string[];
  /** Questions that were answered otherwise than before the ingest. */
  readonly changed: readonly string[];
  /** Times that the library was found not to be whole, and why. */
  readonly broken: readonly string[];
  /** How many libraries the questions were answered from, told by the number of their reports. */
  readonly librariesSeen: readonly number[];
  /** Reports held after the last ingest, which was not killed. */
  readonly heldAtEnd: number;
  /** What that ingest, and one more after it, printed last. */
  readonly lastTable: string;
  readonly tableAfter: string;
  /** Files of the installation that belong to nothing. */
  readonly leftovers: readonly string[];
}

const origin = fileURLToPath(new URL('../../data/reports', import.meta.url));

export async function runIngestKills(options: IngestKillsOptions): Promise<IngestKillsFigures> {
  const { reports, kills, seed, onStep = () => {} } = options;
  const folder = await mkdtemp(join(tmpdir(), 'zhibao-ingest-'));
  const [offered, reportsDir, libraryDir] = ['offered', 'reports', 'library'].map((name) =>
    join(folder, name),
  );
  const place = { reportsDir: reportsDir!, libraryDir: libraryDir! };
  const random = createRandom(seed);
  const began = performance.now();
  try {
    await writeCopies(origin, offered!, reports);
    await writeCopies(origin, place.reportsDir, 0);
    const environment = { REPORTS_DIR: place.reportsDir, LIBRARY_DIR: place.libraryDir };
    const ingest = () => startCommand('scripts/ingest.ts', [offered!], environment);
    const assistant = await openAssistant(parseConfig({ ...environment, LOG_LEVEL: 'silent' }));
    const asking = askOn(assistant, options.questions);
    const [killedAfter, heldAfterKill, broken]: [number[], number[], string[]] = [[], [], []];
    let rounds = 0;
    let wholeMs = await measure(ingest);
    onStep(`an ingest takes ${(wholeMs / 1000).toFixed(1)} s`);
    await startAnew(place);
    while (killedAfter.length < kills) {
      const { process: child, finished } = ingest();
      const afterMs = random() * wholeMs;
      const isWhole = await Promise.race([finished.then(() => true), sleep(afterMs, false)]);
      if (isWhole) {
        rounds += 1;
        wholeMs = Math.max(1_000, Math.min(wholeMs, afterMs));
        broken.push(...(await findBroken(place, reports)));
        await startAnew(place);
        wholeMs = Math.max(wholeMs, 4_000);
        continue;
      }
      child.kill('SIGKILL');
      await finished;
      killedAfter.push(afterMs / 1000);
      broken.push(...(await findBroken(place)));
      heldAfterKill.push(await countHeld(place.libraryDir));
      onStep(`killed ${killedAfter.length} of ${kills} times, ${heldAfterKill.at(-1)} reports held`);
    }
    const lastTable = tableOf(await ingest().finished);
    const tableAfter = tableOf(await ingest().finished);
    broken.push(...(await findBroken(place, reports)));
    await assistant.refresh();
    const asked = await asking.stop();
    assistant.close();
    return {
      kills,
      reports,
      seconds: (performance.now() - began) / 1000,
      rounds,
      killedAfter,
      heldAfterKill,
      ...asked,
      broken,
      heldAtEnd: await countHeld(place.libraryDir),
      lastTable,
      tableAfter,
      leftovers: await findLeftovers(place),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Place {
  readonly reportsDir: string;
  readonly libraryDir: string;
}

async function measure(ingest: () => ReturnType<typeof startCommand>): Promise<number> {
  const began = performance.now();
  const { exitCode, stderr } = await ingest().finished;
  if (exitCode !== 0) throw new Error(`The ingest that nobody killed ended with ${exitCode}: ${stderr}`);
  return performance.now() - began;
}

/** Takes everything out again but the five reports; whoever asks meanwhile is answered from one library or the other. */
async function startAnew({ reportsDir, libraryDir }: Place): Promise<void> {
  const names = await readdir(reportsDir);
  const added = names.filter((name) => name.startsWith('copy-') || !name.endsWith('.txt'));
  for (const name of added) await rm(join(reportsDir, name), { recursive: true, force: true });
  await buildLibrary({ reportsDir, libraryDir });
}

/** Asks one question after the other until it is stopped. */
function askOn(assistant: OpenedAssistant, questions: readonly string[]) {
  const [failures, changed]: [string[], string[]] = [[], []];
  const librariesSeen = new Set<number>();
  const first = new Map<string, string>();
  let asked = 0;
  let isStopped = false;
  const askOnce = async () => {
    const question = questions[asked % questions.length]!;
    asked += 1;
    librariesSeen.add(assistant.reports().length);
    try {
      const { answer } = await assistant.ask(question);
      const before = first.get(question);
      if (before === undefined) first.set(question, answer);
      else if (before !== answer) changed.push(`${question}: ${answer}, not ${before}`);
    } catch (error) {
      failures.push(`${question}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  const all = (async () => {
    while (!isStopped) {
      await askOnce();
      // The two cores are the ingest's too.
      await sleep(20);
    }
  })();
  return {
    async stop() {
      isStopped = true;
      await all;
      // Of the library as it is in the end, whatever was asked of it before.
      for (const _ of questions) await askOnce();
      return { asked, failures, changed, librariesSeen: [...librariesSeen].sort((a, b) => a - b) };
    },
  };
}

/** What of the library does not fit together; `reports` copies must be held where it is given. */
async function findBroken({ libraryDir }: Place, reports?: number): Promise<string[]> {
  const library = await openLibrary({ libraryDir });
  try {
    const { manifest } = library;
    const held = library.reports();
    const paragraphs = held.reduce((sum, { paragraphCount }) => sum + paragraphCount, 0);
    const read = held.reduce((sum, { id }) => sum + (library.report(id)?.paragraphs.length ?? 0), 0);
    const query = await library.embeddings.embedQuery('行政复议');
    const { hits, used } = await library.searchVectors(query, { limit: 5 });
    const words = library.searchKeywords(['行政复议'], { limit: 5 });
    const database = openDatabase(builtFiles(libraryDir, manifest.folder).database, 'read');
    const [checked] = database.prepare<{ integrity_check: string }>('PRAGMA integrity_check').all();
    database.close();
    const wrong = (condition: boolean, what: string) => (condition ? [what] : []);
    return [
      ...wrong(held.length !== manifest.counts.reports, 'the manifest counts other reports'),
      ...wrong(paragraphs !== manifest.counts.paragraphs, 'the manifest counts other paragraphs'),
      ...wrong(read !== paragraphs, 'paragraphs are missing'),
      ...wrong(hits.length !== 5 || used !== 'hnsw', 'the index finds nothing'),
      ...wrong(words.length !== 5, 'the words find nothing'),
      ...wrong(checked?.integrity_check !== 'ok', `the database is damaged: ${checked?.integrity_check}`),
      ...wrong(reports !== undefined && held.length !== reports + 5, `${held.length} reports are held`),
    ];
  } finally {
    library.close();
  }
}

async function countHeld(libraryDir: string): Promise<number> {
  const library = await openLibrary({ libraryDir });
  library.close();
  return library.manifest.counts.reports;
}

/** The counts, without the reports that are named above them. */
function tableOf({ stdout }: { readonly stdout: string }): string {
  return stdout.trim().split('\n').slice(-5).join(', ').replace(/\s+/g, ' ');
}

async function findLeftovers({ reportsDir, libraryDir }: Place): Promise<string[]> {
  const inReports = (await readdir(reportsDir)).filter((name) => !/\.txt$|^reports\.json$/.test(name));
  const inLibrary = (await readdir(libraryDir)).filter((name) => /^built-|lock|new$/.test(name));
  return [...inReports, ...inLibrary.slice(1)];
}
