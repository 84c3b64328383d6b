/** Files made of the reports that are no report of their own: an archive, a scan, pages with a wrong charset. */

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { imagePdf } from './image-pdf.ts';
import { inTemporaryFolder } from './in-temporary-folder.ts';
import { encode } from './make-file.ts';
import { zipArchive } from './zip-archive.ts';

/** Writes them into `extra`, from the files in `files`; `extra.jsonl` says what is expected of each. */
export function makeExtras(folder: string): void {
  const names = readdirSync(join(folder, 'files'));
  const made = (number: string) =>
    readFileSync(join(folder, 'files', names.find((name) => name.startsWith(number)) ?? number));
  const extras: Readonly<Record<string, Uint8Array>> = {
    'four-reports.zip': archive(made),
    'scan-without-text.pdf': scan(made('037')),
    'charset-declared-wrong.html': Buffer.from(
      made('022').toString('latin1').replace('charset=gb2312', 'charset=utf-8'),
      'latin1',
    ),
    'charset-big5.html': encode(big5Page(made('030')), 'big5'),
    'utf-16-without-mark.txt': made('024').subarray(2),
    'gbk.md': encode(made('036').toString('utf8').replace('\uFEFF', ''), 'gbk'),
  };
  for (const [name, bytes] of Object.entries(extras)) writeFileSync(join(folder, 'extra', name), bytes);
}

/** A page in traditional characters whose charset only its head declares. */
function big5Page(report: Uint8Array): string {
  const paragraphs = new TextDecoder('big5').decode(report).split(/\s*\r\n\s*/);
  const body = paragraphs.filter((text) => text !== '').map((text) => `<p>${text.trim()}</p>`);
  return `<html><head><meta charset="big5"><title>濠江資訊網</title></head><body>\r\n${body.join('\r\n')}\r\n</body></html>\r\n`;
}

function archive(made: (number: string) => Uint8Array): Uint8Array {
  return zipArchive([
    { name: '法治政府建设年度报告/2021/北京市朝阳区.txt', data: made('020') },
    { name: '法治政府建设年度报告/2021/长春市朝阳区.html', data: made('021') },
    { name: '法治政府建设年度报告/2020/兰州市城关区.docx', data: made('023') },
    // Tools of Chinese Windows write names in GBK and do not say so.
    { name: encode('法治政府建设年度报告/2023/雨花经开区.pdf', 'gbk'), data: made('026') },
    {
      name: encode('法治政府建设年度报告/说明.txt', 'gbk'),
      data: encode('本压缩包收录四份年度报告，仅供内部查阅。\r\n', 'gbk'),
    },
    { name: '__MACOSX/._北京市朝阳区.txt', data: Buffer.from([0, 5, 22, 7, 0, 2, 0, 0]) },
  ]);
}

/** The first two pages of a PDF as a scanner would have them. */
function scan(pdf: Uint8Array): Uint8Array {
  return inTemporaryFolder((work) => {
    const path = join(work, 'report.pdf');
    writeFileSync(path, pdf);
    const picture = ['-gray', '-r', '60', '-jpeg', '-jpegopt', 'quality=35', '-l', '2'];
    execFileSync('pdftoppm', [...picture, path, join(work, 'page')]);
    const pages = readdirSync(work).filter((name) => name.endsWith('.jpg'));
    return imagePdf(pages.sort().map((page) => readFileSync(join(work, page))));
  });
}
