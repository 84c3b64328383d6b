/**
 * Makes the files of `test/report-kinds` from its `sources`, and what is expected of each.
 *
 *     node --import tsx test/support/make-report-files.ts [020 021 … extra]
 *
 * Text is encoded by `iconv` of glibc; PDFs are Word documents printed by LibreOffice
 * (apt: libreoffice-writer-nogui fonts-wqy-microhei), and the scan is a picture of such a PDF (apt: poppler-utils).
 * LibreOffice writes the hour into its files, so without numbers only the other kinds are made anew.
 * The files made are committed, so tests need none of these programs.
 */

import { existsSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeReport, expectReport } from './report-files/expect-report.ts';
import { makeExtras } from './report-files/make-extras.ts';
import { isConverted, makeFile } from './report-files/make-file.ts';
import { readReportSource } from './report-files/report-source.ts';
import { writeClean } from './report-files/write-text.ts';

const folder = fileURLToPath(new URL('../report-kinds/', import.meta.url));
const wanted = process.argv.slice(2);

const sources = readdirSync(join(folder, 'sources'))
  .filter((name) => name.endsWith('.md'))
  .sort()
  .map((name) => ({ name: basename(name, '.md'), source: readReportSource(join(folder, 'sources', name)) }));

for (const { name, source } of sources) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const path = join(folder, 'files', source.file);
  if (wanted.length > 0 || !isConverted(source) || !existsSync(path)) {
    writeFileSync(path, makeFile(source, join(folder, 'sources', `${name}.html`)));
  }
  writeFileSync(join(folder, 'clean', `${source.file}.clean.txt`), writeClean(source));
}
writeLines(
  'expected.jsonl',
  sources.map(({ source }) => expectReport(source)),
);
writeLines(
  'meta.jsonl',
  sources.map(({ source }) => describeReport(source)),
);
if (wanted.includes('extra')) makeExtras(folder);

/** Written beside and moved into place, so that a reader never sees half of it. */
function writeLines(name: string, objects: readonly object[]): void {
  const path = join(folder, name);
  writeFileSync(`${path}.new`, objects.map((object) => `${JSON.stringify(object)}\n`).join(''));
  renameSync(`${path}.new`, path);
}
