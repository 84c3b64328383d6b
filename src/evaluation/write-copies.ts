/** Fills a folder with the reports of another one and with generated copies of them. */
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gazetteer } from '../language/gazetteer.ts';
import { decodeText } from '../report/files/decode-text.ts';
import { parseReport } from '../report/parse-report.ts';
import { createDraw, varyReport } from './vary-report.ts';

/** Prime to the number of counties, so that neighbours in the list do not come together. */
const STRIDE = 1009;
const FIRST_YEAR = 2016;
const YEARS = 9;

/**
 * Copies the text files of `reportsDir` into `folder` and adds `count` generated reports, each of its own region.
 *
 * @throws ReportError when a file is no report; RangeError when there are no files or not so many regions.
 */
export async function writeCopies(reportsDir: string, folder: string, count: number): Promise<void> {
  const names = (await readdir(reportsDir)).filter((name) => name.endsWith('.txt')).sort();
  const originals = await Promise.all(
    names.map(async (name) => {
      const bytes = await readFile(join(reportsDir, name));
      return { text: decodeText(bytes, name), report: parseReport(bytes, name) };
    }),
  );
  const held = new Set(originals.map(({ report }) => report.region));
  const counties = gazetteer().regions.filter(
    ({ level, name, parents }) => level === 'county' && parents.length === 2 && !held.has(name),
  );
  if (originals.length === 0) throw new RangeError(`No text files in "${reportsDir}"`);
  if (count > counties.length) throw new RangeError(`At most ${counties.length} copies can be made`);
  await mkdir(folder, { recursive: true });
  for (const name of names) await copyFile(join(reportsDir, name), join(folder, name));
  for (let index = 0; index < count; index += 1) {
    const { text, report } = originals[index % originals.length]!;
    const region = counties[(index * STRIDE) % counties.length]!;
    const varied = varyReport(text, report, region, FIRST_YEAR + (index % YEARS), createDraw(index + 1));
    await writeFile(join(folder, `copy-${String(index + 1).padStart(5, '0')}.txt`), varied);
  }
}
