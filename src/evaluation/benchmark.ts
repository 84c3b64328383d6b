/**
 * Measures two libraries side by side, of the given reports and of these with many generated ones, and the memory of
 * many chats.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readGradedQuestions } from './graded-question.ts';
import { type MemoryLoad, measureMemory } from './measure-memory.ts';
import { type LibrarySpeed, measureSpeed } from './measure-speed.ts';
import { measureStartUp } from './measure-start-up.ts';
import { renderTable } from './render-table.ts';
import { writeCopies } from './write-copies.ts';

const MOST_QUESTIONS = 100;

/** What is measured, and over how many reports. */
export interface BenchmarkOptions {
  readonly reportsDir: string;
  /** A file of graded questions over these reports; up to 100 of them are asked. */
  readonly questions: string;
  /** How many reports are generated for the second library; 0 leaves it out. */
  readonly copies: number;
  /** How many chats are remembered; 0 leaves them out. */
  readonly chats: number;
  readonly onStep?: (step: string) => void;
}

/** One column of the table of libraries. */
interface Measured extends LibrarySpeed {
  readonly startUpMs: number;
}

/** What a benchmark found. */
export interface Benchmark {
  readonly libraries: readonly Measured[];
  readonly memory: MemoryLoad | undefined;
}

/** Measures in a temporary folder, which is removed at the end. */
export async function benchmark(options: BenchmarkOptions): Promise<Benchmark> {
  const { reportsDir, copies, chats, onStep = () => {} } = options;
  const graded = await readGradedQuestions([options.questions], { isSingle: true, wants: ['answer'] });
  const step = Math.ceil(graded.length / MOST_QUESTIONS);
  const questions = graded.filter((_, index) => index % step === 0).map(({ q }) => q);
  const folder = await mkdtemp(join(tmpdir(), 'zhibao-bench-'));
  const libraryOf = (name: string) => join(folder, `${name}-library`);
  const measure = async (reports: string, name: string): Promise<Measured> => {
    const libraryDir = libraryOf(name);
    onStep(`${name}: building and asking`);
    const speed = await measureSpeed(reports, libraryDir, questions);
    onStep(`${name}: starting npm run ask`);
    return { ...speed, startUpMs: await measureStartUp(reports, libraryDir, questions[0] ?? '') };
  };
  try {
    const libraries = [await measure(reportsDir, 'reports')];
    let memory: MemoryLoad | undefined;
    if (chats > 0) {
      onStep(`remembering ${chats} chats`);
      memory = await measureMemory(libraryOf('reports'), join(folder, 'memory'), questions, chats);
    }
    if (copies > 0) {
      onStep(`generating ${copies} reports`);
      const many = join(folder, 'many');
      await writeCopies(reportsDir, many, copies);
      libraries.push(await measure(many, 'many'));
    }
    return { libraries, memory };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const ROWS: readonly (readonly [string, keyof Measured, 0 | 1])[] = [
  ['paragraphs', 'paragraphs', 0],
  ['files skipped', 'skipped', 0],
  ['build the library, ms', 'buildMs', 0],
  ['find nothing changed, ms', 'refreshMs', 0],
  ['open it, ms', 'openMs', 0],
  ['first answer, ms', 'firstAnswerMs', 1],
  ['answer from one report, ms p50', 'singleP50Ms', 1],
  ['answer from one report, ms p95', 'singleP95Ms', 1],
  ['answer over all reports, ms p50', 'acrossP50Ms', 1],
  ['answer over all reports, ms p95', 'acrossP95Ms', 1],
  ['npm run ask, whole process, ms', 'startUpMs', 0],
  ['library on disk, MB', 'diskMb', 1],
  ['memory of the run so far, MB', 'residentMb', 0],
];

const MEMORY_ROWS: readonly (readonly [string, keyof MemoryLoad, number])[] = [
  ['turns of each', 'turns', 0],
  ['all turns, ms', 'totalMs', 0],
  ['load, add a turn, save, ms p50', 'turnP50Ms', 2],
  ['load, add a turn, save, ms p95', 'turnP95Ms', 2],
  ['load, add a turn, save, ms at most', 'turnMaxMs', 0],
  ['chats.sqlite after half the turns, MB', 'halfwayMb', 1],
  ['chats.sqlite after all, MB', 'endMb', 1],
];

/** The tables of a benchmark: a column for each library, and the memory of chats. */
export function renderBenchmark({ libraries, memory }: Benchmark): string {
  const head = ['reports', ...libraries.map(({ reports }) => String(reports))];
  const rows = ROWS.map(([name, key, digits]) => [name, ...libraries.map((one) => one[key].toFixed(digits))]);
  const table = renderTable([head, ...rows]);
  if (!memory) return table;
  const remembered = MEMORY_ROWS.map(([name, key, digits]) => [name, memory[key].toFixed(digits)]);
  return `${table}\n\n${renderTable([['chats', String(memory.chats)], ...remembered])}`;
}
