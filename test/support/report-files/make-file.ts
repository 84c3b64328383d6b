/** From the source of a report to the bytes of its file. */

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { inTemporaryFolder } from './in-temporary-folder.ts';
import type { ReportSource } from './report-source.ts';
import { writeDocx } from './write-docx.ts';
import { writeHtml } from './write-html.ts';
import { writeMarkdown, writeText } from './write-text.ts';

/** @param page Path of the page around the article, of a web page. */
export function makeFile(source: ReportSource, page: string): Uint8Array {
  switch (extname(source.file)) {
    case '.txt':
      return encode(writeText(source), source.encoding);
    case '.md':
      return encode(writeMarkdown(source), source.encoding);
    case '.docx':
      return source.docx?.rewritten ? convert(writeDocx(source), 'docx') : writeDocx(source);
    case '.pdf':
      return convert(writeDocx(source), 'pdf');
    default:
      return encode(writeHtml(source, readFileSync(page, 'utf8')), source.encoding);
  }
}

/** Whether LibreOffice writes the file, whose bytes are others each time. */
export function isConverted({ file, docx }: ReportSource): boolean {
  return file.endsWith('.pdf') || docx?.rewritten === true;
}

/** The bytes of a text, with a byte order mark where the encoding has one. */
export function encode(text: string, encoding: ReportSource['encoding']): Uint8Array {
  const marked = /^utf-16|-bom$/.test(encoding) ? `\uFEFF${text}` : text;
  return execFileSync('iconv', ['-f', 'utf-8', '-t', encoding.replace('-bom', '')], { input: marked });
}

function convert(document: Uint8Array, format: 'docx' | 'pdf'): Uint8Array {
  return inTemporaryFolder((work) => {
    const path = join(work, 'report.docx');
    const out = join(work, 'out');
    writeFileSync(path, document);
    const profile = `-env:UserInstallation=file://${join(work, 'profile')}`;
    const filter = format === 'docx' ? 'docx:Office Open XML Text' : 'pdf:writer_pdf_Export';
    const options = ['--headless', '--convert-to', filter, '--outdir', out, path];
    execFileSync('soffice', [profile, ...options], { stdio: 'pipe' });
    return readFileSync(join(out, `report.${format}`));
  });
}
