/**
 * Makes the files of `test/report-kinds` from its `sources`, and what is expected of each.
 *
 *     node --import tsx test/support/make-report-files.ts [020 021 …]
 *
 * Text is encoded by `iconv` of glibc; PDFs are Word documents printed by LibreOffice
 * (apt: libreoffice-writer-nogui fonts-wqy-microhei), and the scan is a picture of such a PDF (apt: poppler-utils).
 * The files made are committed, so tests need none of these programs.
 */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { imagePdf } from './report-files/image-pdf.ts';
import { type ReportSource, readReportSource } from './report-files/report-source.ts';
import { writeDocx } from './report-files/write-docx.ts';
import { writeHtml } from './report-files/write-html.ts';
import { writeClean, writeMarkdown, writeText } from './report-files/write-text.ts';
import { zipArchive } from './report-files/zip-archive.ts';

const folder = fileURLToPath(new URL('../report-kinds/', import.meta.url));
const wanted = process.argv.slice(2);

const sources = readdirSync(join(folder, 'sources'))
  .filter((name) => name.endsWith('.md'))
  .sort()
  .map((name) => ({ name: basename(name, '.md'), source: readReportSource(join(folder, 'sources', name)) }));

for (const { name, source } of sources) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  writeFileSync(join(folder, 'files', source.file), make(name, source));
  writeFileSync(join(folder, 'clean', `${source.file}.clean.txt`), writeClean(source));
}
writeLines(
  'expected.jsonl',
  sources.map(({ source }) => expectation(source)),
);
writeLines(
  'meta.jsonl',
  sources.map(({ source }) => description(source)),
);
if (wanted.length === 0 || wanted.includes('extra')) makeExtras();

function make(name: string, source: ReportSource): Uint8Array {
  switch (extname(source.file)) {
    case '.md':
      return encode(writeMarkdown(source), source.encoding);
    case '.html':
    case '.htm':
    case '.shtml':
      return encode(
        writeHtml(source, readFileSync(join(folder, 'sources', `${name}.html`), 'utf8')),
        source.encoding,
      );
    case '.docx':
      return source.docx?.rewritten ? convert(writeDocx(source), 'docx') : writeDocx(source);
    case '.pdf':
      return convert(writeDocx(source), 'pdf');
    default:
      return encode(writeText(source), source.encoding);
  }
}

function encode(text: string, encoding: ReportSource['encoding']): Uint8Array {
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8');
  if (encoding === 'utf-8-bom') return Buffer.from(`\uFEFF${text}`, 'utf8');
  const marked = encoding.startsWith('utf-16') ? `\uFEFF${text}` : text;
  return execFileSync('iconv', ['-f', 'utf-8', '-t', encoding], { input: marked });
}

/** A Word document as LibreOffice writes it in another format. */
function convert(document: Uint8Array, format: 'docx' | 'pdf'): Uint8Array {
  return inTemporaryFolder((work) => {
    writeFileSync(join(work, 'report.docx'), document);
    const profile = `-env:UserInstallation=file://${join(work, 'profile')}`;
    const filter = format === 'docx' ? 'docx:Office Open XML Text' : 'pdf:writer_pdf_Export';
    const out = join(work, 'out');
    execFileSync(
      'soffice',
      [profile, '--headless', '--convert-to', filter, '--outdir', out, join(work, 'report.docx')],
      {
        stdio: 'pipe',
      },
    );
    return readFileSync(join(out, `report.${format}`));
  });
}

/** What no report can be read from, and several reports in one archive. */
function makeExtras(): void {
  const fileOf = (name: string) => sources.find((one) => one.name === name)?.source.file ?? '';
  const made = (name: string) => readFileSync(join(folder, 'files', fileOf(name)));
  const scan = inTemporaryFolder((work) => {
    const pages = join(work, 'page');
    execFileSync('pdftoppm', [
      '-gray',
      '-r',
      '60',
      '-jpeg',
      '-jpegopt',
      'quality=35',
      '-l',
      '2',
      join(folder, 'files', fileOf('037')),
      pages,
    ]);
    return imagePdf(
      readdirSync(work)
        .sort()
        .map((page) => readFileSync(join(work, page))),
    );
  });
  writeFileSync(join(folder, 'extra', 'scan-without-text.pdf'), scan);
  const gbk = (text: string) => execFileSync('iconv', ['-f', 'utf-8', '-t', 'gbk'], { input: text });
  const archive = zipArchive([
    { name: '法治政府建设年度报告/2021/北京市朝阳区.txt', data: made('020') },
    { name: '法治政府建设年度报告/2021/长春市朝阳区.html', data: made('021') },
    { name: '法治政府建设年度报告/2020/兰州市城关区.docx', data: made('023') },
    // Tools of Chinese Windows write names in GBK and do not say so.
    { name: gbk('法治政府建设年度报告/2023/雨花经开区.pdf'), data: made('026') },
    { name: gbk('法治政府建设年度报告/说明.txt'), data: gbk('本压缩包收录四份年度报告，仅供内部查阅。\r\n') },
    { name: '__MACOSX/._北京市朝阳区.txt', data: Buffer.from([0, 5, 22, 7, 0, 2, 0, 0]) },
  ]);
  writeFileSync(join(folder, 'extra', 'four-reports.zip'), archive);
}

function inTemporaryFolder<T>(work: (folder: string) => T): T {
  const temporary = mkdtempSync(join(tmpdir(), 'report-files-'));
  try {
    return work(temporary);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

function expectation({
  file,
  region,
  parents,
  body,
  year,
  title,
  issuer,
  issued,
  published,
  blocks,
  figures,
  dropped,
}: ReportSource) {
  const headings = blocks.flatMap((block) =>
    block.kind === 'heading' ? [{ level: block.level, text: block.number + block.text }] : [],
  );
  const asides = blocks.flatMap((block) =>
    block.kind === 'aside' || block.kind === 'clutter' ? [block.text] : [],
  );
  return {
    file,
    region,
    parents,
    body,
    year,
    title,
    issuer,
    issued,
    published,
    headings,
    figures,
    notParagraphs: [...asides, ...dropped],
  };
}

function description({ file, region, aliases, year }: ReportSource) {
  return { file, region, region_aliases: aliases, year };
}

/** Written beside and moved into place, so that a reader never sees half of it. */
function writeLines(name: string, objects: readonly object[]): void {
  const path = join(folder, name);
  writeFileSync(`${path}.new`, objects.map((object) => `${JSON.stringify(object)}\n`).join(''));
  renameSync(`${path}.new`, path);
}
