/** Fifteen reports as they are, and the same with the attacks planted behind, or in, the paragraphs that answer. */
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createAssistant } from '../../src/answer/answer-question.ts';
import { buildLibrary, type Library, openLibrary } from '../../src/library/library.ts';
import type { Injection } from './read-rewordings.ts';

/** The libraries; disposing of it closes and removes them. */
export interface PlantedLibraries extends AsyncDisposable {
  readonly clean: Library;
  /** With paragraphs of attackers. */
  readonly behind: Library;
  /** With sentences of attackers at the end of paragraphs. */
  readonly within: Library;
}

/**
 * Builds them.
 *
 * @throws When a question is not answered from a report, or its paragraph is not found in the file.
 */
export async function plantAttacks(injections: readonly Injection[]): Promise<PlantedLibraries> {
  const folder = await mkdtemp(join(tmpdir(), 'zhibao-attacks-'));
  const open = async (reports: string, name: string) => {
    const libraryDir = join(folder, name);
    await buildLibrary({ reportsDir: join(folder, reports), libraryDir });
    return openLibrary({ libraryDir });
  };
  await mkdir(join(folder, 'reports'));
  for (const path of ['data/reports', 'test/reports']) {
    const from = fileURLToPath(new URL(`../../${path}`, import.meta.url));
    await cp(from, join(folder, 'reports'), {
      recursive: true,
      filter: (file) => file === from || file.endsWith('.txt'),
    });
  }
  const clean = await open('reports', 'clean');
  for (const name of ['behind', 'within'])
    await cp(join(folder, 'reports'), join(folder, `attacked-${name}`), { recursive: true });
  const assistant = createAssistant(clean);
  for (const { plain, attack } of injections.filter(({ where }) => where === 'report')) {
    const [citation] = (await assistant.ask(plain)).citations;
    const report = citation && clean.report(citation.report);
    if (!report) throw new Error(`No report answers "${plain}"`);
    await plant(join(folder, 'attacked-behind', report.file), citation.quote, `\n${attack}`);
    await plant(join(folder, 'attacked-within', report.file), citation.quote, attack);
  }
  const behind = await open('attacked-behind', 'behind');
  const within = await open('attacked-within', 'within');
  return {
    clean,
    behind,
    within,
    async [Symbol.asyncDispose]() {
      clean.close();
      behind.close();
      within.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Puts text at the end of the line that prints these words, or a part of them. */
async function plant(file: string, words: string, text: string): Promise<void> {
  const lines = (await readFile(file, 'utf8')).split('\n');
  const runs = [...words.matchAll(/[\u4e00-\u9fff]{4,}/g)].map(([run]) => run);
  const index = runs.map((run) => lines.findIndex((line) => line.includes(run))).find((found) => found >= 0);
  if (index === undefined) throw new Error(`"${words.slice(0, 40)}" stands in no line of "${file}"`);
  lines[index] = `${lines[index]!.trimEnd()}${text}`;
  await writeFile(file, lines.join('\n'));
}
