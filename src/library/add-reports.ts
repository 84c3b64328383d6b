/** Puts report files into the folder that the library is built from. */
import { copyFile, mkdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ReportError, UserError } from '../errors.ts';
import { parseReport } from '../report/parse-report.ts';
import type { FileNote } from './manifest.ts';
import { scanReports } from './scan-reports.ts';

/** What became of the files given. */
export interface AddedFiles {
  /** Names in the folder of reports. */
  readonly copied: readonly string[];
  readonly skipped: readonly FileNote[];
}

/**
 * Copies every file that is a report into `reportsDir`; a file of the same name there is replaced. What is no
 * report is skipped with its reason, and the rest goes on.
 *
 * @param paths - Files and folders.
 * @throws UserError `path-missing` for a path that is not there.
 */
export async function addReports(paths: readonly string[], reportsDir: string): Promise<AddedFiles> {
  const copied: string[] = [];
  const skipped: FileNote[] = [];
  await mkdir(reportsDir, { recursive: true });
  for (const path of await filesOf(paths)) {
    const file = basename(path);
    try {
      parseReport(await readFile(path), file);
      await copyFile(path, join(reportsDir, file));
      copied.push(file);
    } catch (error) {
      if (!(error instanceof ReportError)) throw error;
      skipped.push({ file, reason: error.message });
    }
  }
  return { copied, skipped };
}

async function filesOf(paths: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const path of paths) {
    const found = await stat(path).catch(() => undefined);
    if (!found) throw new UserError('path-missing', `Cannot add "${path}": there is no such file or folder`);
    if (found.isDirectory()) files.push(...(await scanReports(path, () => {})).map((one) => one.path));
    else files.push(path);
  }
  return files;
}
