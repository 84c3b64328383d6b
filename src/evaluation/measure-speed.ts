/** How long a library takes to build, to open and to answer from, and how much memory that needs. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createAssistant, vocabularyOf } from '../answer/answer-question.ts';
import type { Assistant } from '../answer/assistant.ts';
import { buildLibrary, type Library, openLibrary } from '../library/library.ts';
import { understand } from '../retrieval/understand.ts';
import { percentile } from './percentile.ts';

const BYTES_PER_MB = 2 ** 20;

/** Times in milliseconds. */
export interface LibrarySpeed {
  readonly reports: number;
  readonly paragraphs: number;
  /** Files that were not taken for reports. */
  readonly skipped: number;
  readonly buildMs: number;
  /** A build that finds nothing changed. */
  readonly refreshMs: number;
  readonly openMs: number;
  readonly firstAnswerMs: number;
  /** Answers from the one report that the question names. */
  readonly singleP50Ms: number;
  readonly singleP95Ms: number;
  /** Answers to the same questions without region and year. */
  readonly acrossP50Ms: number;
  readonly acrossP95Ms: number;
  readonly diskMb: number;
  /** Memory resident in this process after building and all answers, with what was measured before. */
  readonly residentMb: number;
}

/** Builds a library in an empty folder, opens it and asks the questions, each alone. */
export async function measureSpeed(
  reportsDir: string,
  libraryDir: string,
  questions: readonly string[],
): Promise<LibrarySpeed> {
  const build = () => buildLibrary({ reportsDir, libraryDir });
  const { ms: buildMs, result: built } = await timed(build);
  const { ms: refreshMs } = await timed(build);
  const { ms: openMs, result: library } = await timed(() => openLibrary({ libraryDir }));
  const assistant = createAssistant(library);
  try {
    const single = await timeAnswers(assistant, questions);
    const across = await timeAnswers(assistant, withoutScope(library, questions));
    return {
      reports: library.reports().length,
      paragraphs: library.paragraphCount,
      skipped: built.skipped.length,
      buildMs,
      refreshMs,
      openMs,
      firstAnswerMs: single[0] ?? Number.NaN,
      singleP50Ms: percentile(single.slice(1), 0.5),
      singleP95Ms: percentile(single.slice(1), 0.95),
      acrossP50Ms: percentile(across, 0.5),
      acrossP95Ms: percentile(across, 0.95),
      diskMb: (await folderBytes(libraryDir)) / BYTES_PER_MB,
      residentMb: process.memoryUsage().rss / BYTES_PER_MB,
    };
  } finally {
    assistant.close();
  }
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly ms: number; readonly result: T }> {
  const started = performance.now();
  const result = await work();
  return { ms: performance.now() - started, result };
}

async function timeAnswers(assistant: Assistant, questions: readonly string[]): Promise<number[]> {
  const times: number[] = [];
  for (const question of questions) times.push((await timed(() => assistant.ask(question))).ms);
  return times;
}

/** The questions without the regions and years they name, so that every report is searched. */
function withoutScope(library: Library, questions: readonly string[]): string[] {
  const vocabulary = vocabularyOf(library);
  return questions.map((text) => {
    const { normal, regions } = understand(text, vocabulary);
    const named = regions.toSorted((a, b) => b.start - a.start);
    const rest = named.reduce((left, { start, end }) => left.slice(0, start) + left.slice(end), normal);
    return rest.replace(/(?:19|20)\d\d年?度?/g, '').trim();
  });
}

async function folderBytes(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    files.map(async (entry) => (await stat(join(entry.parentPath, entry.name))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
