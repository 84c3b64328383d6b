/** The reports of `data/reports` and `test/reports` as two libraries in a temporary folder. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createAssistant } from '../../src/answer/answer-question.ts';
import type { Assistant } from '../../src/answer/assistant.ts';
import { buildLibrary, type Library, openLibrary } from '../../src/library/library.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface OpenedLibrary {
  readonly library: Library;
  readonly assistant: Assistant;
}

export interface OpenedLibraries {
  /** The five reports that the product comes with. */
  readonly five: OpenedLibrary;
  /** Ten reports of other regions and kinds of bodies. */
  readonly others: OpenedLibrary;
  close(): void;
}

/** Builds and opens both; `close` also removes the folder. */
export async function openLibraries(): Promise<OpenedLibraries> {
  const folder = mkdtempSync(join(tmpdir(), 'zhibao-answer-'));
  const open = async (reports: string): Promise<OpenedLibrary> => {
    const libraryDir = join(folder, reports.replace('/', '-'));
    await buildLibrary({ reportsDir: join(root, reports), libraryDir });
    const library = await openLibrary({ libraryDir });
    return { library, assistant: createAssistant(library) };
  };
  const five = await open('data/reports');
  const others = await open('test/reports');
  return {
    five,
    others,
    close: () => {
      five.assistant.close();
      others.assistant.close();
      rmSync(folder, { recursive: true });
    },
  };
}
