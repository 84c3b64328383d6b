/** The reports of `data/reports` and the ten of `test/reports` as one library in a temporary folder. */
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createAssistant } from '../../../src/answer/answer-question.ts';
import type { Assistant } from '../../../src/answer/assistant.ts';
import { buildLibrary, type Library, openLibrary } from '../../../src/library/library.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

export interface AllReports extends Disposable {
  readonly library: Library;
  readonly assistant: Assistant;
}

/** Builds and opens it; disposing closes and removes it. */
export async function openAllReports(): Promise<AllReports> {
  const folder = mkdtempSync(join(tmpdir(), 'zhibao-all-'));
  const reportsDir = join(folder, 'reports');
  for (const from of ['data/reports', 'test/reports'])
    for (const name of readdirSync(join(root, from)))
      if (name.endsWith('.txt')) cpSync(join(root, from, name), join(reportsDir, name));
  const libraryDir = join(folder, 'library');
  await buildLibrary({ reportsDir, libraryDir });
  const library = await openLibrary({ libraryDir });
  const assistant = createAssistant(library);
  return {
    library,
    assistant,
    [Symbol.dispose]() {
      assistant.close();
      rmSync(folder, { recursive: true });
    },
  };
}
