/** A folder of reports built into a library of its own, once for all tests of a file. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll } from 'vitest';
import { createAssistant, vocabularyOf } from '../../src/answer/answer-question.ts';
import type { Assistant } from '../../src/answer/assistant.ts';
import { buildLibrary, type Library, openLibrary } from '../../src/library/library.ts';
import type { StoredReport } from '../../src/library/stored-report.ts';
import type { Question } from '../../src/retrieval/question.ts';
import { understand } from '../../src/retrieval/understand.ts';

/** What the tests of a file ask; filled before the first of them. */
export interface UsedReports {
  readonly library: Library;
  readonly assistant: Assistant;
  /** Understands a question with the names and words of these reports. */
  understand(text: string): Question;
  /** The report of a file, by the first digits of its name, such as `004`. */
  reportOf(prefix: string): StoredReport;
}

/**
 * Builds and opens the library before the tests of the calling file; closes and removes it after them.
 *
 * @param reportsDir - From the root of the project.
 */
export function useReports(reportsDir: 'data/reports' | 'test/reports'): UsedReports {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  let folder = '';
  let library: Library | undefined;
  let assistant: Assistant | undefined;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'zhibao-reports-'));
    const libraryDir = join(folder, 'library');
    await buildLibrary({ reportsDir: join(root, reportsDir), libraryDir });
    library = await openLibrary({ libraryDir });
    assistant = createAssistant(library);
  });
  afterAll(() => {
    library?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const opened = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error('The library is opened before the first test, not earlier');
    return value;
  };
  return {
    get library() {
      return opened(library);
    },
    get assistant() {
      return opened(assistant);
    },
    understand: (text) => understand(text, vocabularyOf(opened(library))),
    reportOf: (prefix) => {
      const found = opened(library)
        .reports()
        .find((report) => report.file.startsWith(prefix));
      if (!found) throw new Error(`No report "${prefix}" in "${reportsDir}"`);
      return found;
    },
  };
}
