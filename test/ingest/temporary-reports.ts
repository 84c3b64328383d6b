/** Folders of an installation and of files to enter, removed when the test ends. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import {
  type IngestOptions,
  type IngestResult,
  ingestReports,
  inspectSource,
  type ReportSource,
  removeReport,
} from '../../src/ingest/ingest.ts';
import { type Library, openLibrary } from '../../src/library/library.ts';
import type { RegisterEntry } from '../../src/library/register.ts';

export interface TemporaryReports {
  readonly reportsDir: string;
  readonly libraryDir: string;
  /** Writes a file to be entered; returns its source. */
  offer(file: string, content: string | Uint8Array): ReportSource;
  enter(sources: readonly ReportSource[], options?: Partial<IngestOptions>): Promise<IngestResult>;
  inspect(source: ReportSource): ReturnType<typeof inspectSource>;
  remove(id: string): ReturnType<typeof removeReport>;
  /** Opens the library; closed when the test ends. */
  open(): Promise<Library>;
  /** What `reports.json` says. */
  register(): readonly RegisterEntry[];
  /** Names in the folder of reports. */
  files(): readonly string[];
}

/** The text of a report that names its region and year in its title. */
export function reportOf(place: string, year: number, ...lines: string[]): string {
  return [
    `${place}${year}年法治政府建设情况报告`,
    '一、行政复议',
    ...(lines.length > 0 ? lines : [`${year}年,全区依法推进法治政府建设,共收到行政复议申请45件,审结40件。`]),
  ].join('\n');
}

/** Empty folders. */
export function temporaryReports(): TemporaryReports {
  const folder = mkdtempSync(join(tmpdir(), 'zhibao-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [reportsDir, libraryDir] = [join(folder, 'reports'), join(folder, 'library')];
  const place = { reportsDir, libraryDir };
  return {
    ...place,
    offer(file, content) {
      const path = join(folder, 'offered', file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
      return { kind: 'file', path };
    },
    enter: (sources, options = {}) => ingestReports(sources, { ...place, ...options }),
    inspect: (source) => inspectSource(source, place),
    remove: (id) => removeReport(id, place),
    async open() {
      const library = await openLibrary({ libraryDir });
      onTestFinished(() => library.close());
      return library;
    },
    register() {
      const path = join(reportsDir, 'reports.json');
      return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).reports : [];
    },
    files: () => readdirSync(reportsDir).sort(),
  };
}
