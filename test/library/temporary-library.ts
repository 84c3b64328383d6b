/** A folder of small reports and a library beside it, removed when the test ends. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type BuildOptions, type BuildResult, buildLibrary } from '../../src/library/build-library.ts';
import { type Library, type OpenOptions, openLibrary } from '../../src/library/open-library.ts';
import { parsePlain } from './plain-report.ts';

export interface TemporaryLibrary {
  readonly reportsDir: string;
  readonly libraryDir: string;
  /** Files that `build` read since the last build began; several are read at once, so in no order. */
  readonly parsed: string[];
  write(file: string, text: string): void;
  remove(file: string): void;
  build(options?: Partial<BuildOptions>): Promise<BuildResult>;
  /** Opens it; closed when the test ends. */
  open(options?: Pick<OpenOptions, 'embeddings'>): Promise<Library>;
}

/** The text of a report in the form that `parsePlain` reads. */
export function reportText(region: string, year: number, ...lines: string[]): string {
  return [`${region} ${year}`, ...lines].join('\n');
}

/** Three reports of two regions. */
export const THREE_REPORTS: Readonly<Record<string, string>> = {
  'east-2019.txt': reportText(
    '东山县',
    2019,
    '#一、行政复议',
    '收到行政复议申请45件,综合纠错率21.9%。',
    '办理行政应诉案件12件。',
  ),
  'east-2020.txt': reportText(
    '东山县',
    2020,
    '#一、行政复议',
    '收到行政复议申请52件。',
    '#二、人民调解',
    '调解纠纷300件。',
  ),
  'west-2020.txt': reportText(
    '西河区',
    2020,
    '#一、执法监督',
    '配备执法记录仪,培训执法人员88人。',
    '推广枫桥经验。',
  ),
};

/** A temporary folder with the reports given, not yet built. */
export function temporaryLibrary(
  reports: Readonly<Record<string, string>> = THREE_REPORTS,
): TemporaryLibrary {
  const folder = mkdtempSync(join(tmpdir(), 'zhibao-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const reportsDir = join(folder, 'reports');
  const libraryDir = join(folder, 'library');
  const parsed: string[] = [];
  mkdirSync(reportsDir);
  const write = (file: string, text: string) => writeFileSync(join(reportsDir, file), text);
  for (const [file, text] of Object.entries(reports)) write(file, text);
  return {
    reportsDir,
    libraryDir,
    parsed,
    write,
    remove: (file) => rmSync(join(reportsDir, file)),
    build: (options = {}) => {
      parsed.length = 0;
      const parse = (bytes: Uint8Array, file: string) => {
        parsed.push(file);
        return parsePlain(bytes, file);
      };
      return buildLibrary({ reportsDir, libraryDir, parse, version: 'test', ...options });
    },
    open: async (options = {}) => {
      const library = await openLibrary({ libraryDir, ...options });
      onTestFinished(() => library.close());
      return library;
    },
  };
}
