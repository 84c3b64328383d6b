/** Puts report files into the folder that the library is built from. */
import { copyFile, mkdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ReportError, UserError } from '../errors.ts';
import { readReport } from '../report/read-report.ts';
import type { FileNote } from './manifest.ts';
import { type FoundFile, lookInto, scanReports } from './scan-reports.ts';

/** What became of the files given. */
export interface AddedFiles {
  /** Names in the folder of reports. */
  readonly copied: readonly string[];
  readonly skipped: readonly FileNote[];
}

/**
 * Copies every file that is a report into `reportsDir`; a file of the same name there is replaced. What is no
 * report is skipped with its reason, and the rest goes on. An archive is copied when one of its files is a report.
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
    const refusals = await Promise.all((await lookInto(path, file)).map(refusalOf));
    if (refusals.includes(undefined)) {
      await copyFile(path, join(reportsDir, file));
      copied.push(file);
    }
    skipped.push(...refusals.filter((refusal) => refusal !== undefined));
  }
  return { copied, skipped };
}

/** Why a file is no report; `undefined` for one that is. */
async function refusalOf(found: FoundFile): Promise<FileNote | undefined> {
  const { file, reason } = found;
  if (reason !== undefined) return { file, reason };
  try {
    await readReport(await found.read(), file);
    return undefined;
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    return { file, reason: error.message };
  }
}

async function filesOf(paths: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const path of paths) {
    const found = await stat(path).catch(() => undefined);
    if (!found) throw new UserError('path-missing', `Cannot add "${path}": there is no such file or folder`);
    if (found.isDirectory())
      files.push(...new Set((await scanReports(path, () => {})).map((one) => one.path)));
    else files.push(path);
  }
  return files;
}
