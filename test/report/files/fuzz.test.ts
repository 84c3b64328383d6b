/**
 * Damaged files of every kind: whatever happens to a file, it is read or refused, in bounded time.
 *
 * `FUZZ` gives how many; the default is what a run of all tests can bear.
 */

import { beforeAll, describe, expect, it } from 'vitest';
import { ReportError } from '../../../src/errors.ts';
import { listArchive } from '../../../src/report/files/list-archive.ts';
import { readReport } from '../../../src/report/read-report.ts';
import { createRandom } from '../../support/create-random.ts';
import { docxLevels, docxList, docxParagraph, makeDocx } from '../../support/make-docx.ts';
import { makePdf } from '../../support/make-pdf.ts';
import { makeZip } from '../../support/make-zip.ts';

const TIMES = Number(process.env.FUZZ ?? 2_100);
/** Damage can make a file that takes for ever; it is refused when this time is over. */
const TIMEOUT_MS = 3_000;

const LINES = [
  '东山县2023年法治政府建设情况报告',
  '一、行政复议',
  '（一）办案。全县收到行政复议申请64件，审结58件，综合纠错率21.9%，行政机关负责人出庭应诉率100%。',
  '二、存在的问题',
  '执法力量不足，部分干部依法行政意识有待加强，今后将着力改进，推动法治政府建设再上新台阶。',
];
const TEXT = LINES.join('\n');
const TABLE =
  '<table><tr><th rowspan="2">地区</th><th colspan="2">受理（件）</th></tr><tr><td>12</td><td>3</td></tr></table>';
const HTML = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${LINES[0]}</title></head><body><div class="nav"><a href="/">首页</a></div><div id="zoom">${LINES.map((line) => `<p>${line}</p>`).join('')}${TABLE}</div></body></html>`;

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text));

const KINDS: Readonly<Record<string, Uint8Array>> = {
  'a.txt': bytesOf(TEXT),
  'a.md': bytesOf(`# ${LINES.join('\n\n')}\n\n| 项目 | 件数 |\n|---|---|\n| 复议 | 12 |`),
  'utf16.txt': new Uint8Array(Buffer.from(`\uFEFF${TEXT}`, 'utf16le')),
  'a.html': bytesOf(HTML),
  // What repeats: damage repeats it further.
  'line.txt': bytesOf(`${TEXT}\n${'全县办结12件，'.repeat(200)}\n\t \t`),
  'comments.html': bytesOf(`${'<!---->'.repeat(60)}${HTML}`),
  'a.docx': makeDocx(
    LINES.map((line, index) => docxParagraph(line, index % 2 === 1 ? docxList(1) : '')).join(''),
    {
      numbering: `${docxLevels(0, [['decimal', '%1.']])}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
    },
  ),
  'a.pdf': makePdf([
    {
      texts: LINES.map((line, index) => [90, 700 - index * 28, line, 10]),
      rules: [
        [60, 500, 300, 500],
        [60, 500, 60, 400],
      ],
    },
  ]),
  'a.zip': makeZip([
    { name: 'a.txt', data: TEXT },
    { name: '甲/b.html', data: HTML },
  ]),
};

/** A file with bytes changed, cut out, doubled, or its end gone. */
function damage(bytes: Uint8Array, random: () => number): Uint8Array {
  const at = (length: number) => Math.floor(random() * length);
  const way = at(5);
  if (way === 0) return bytes.slice(0, at(bytes.length));
  if (way === 1) {
    const [from, to] = [at(bytes.length), at(bytes.length)].sort((a, b) => a - b);
    return Buffer.concat([bytes.slice(0, from), bytes.slice(to)]);
  }
  if (way === 2) {
    const from = at(bytes.length);
    const part = bytes.slice(from, from + at(400));
    const times = 1 + at(20);
    return Buffer.concat([bytes.slice(0, from), ...Array(times).fill(part), bytes.slice(from)]);
  }
  const damaged = new Uint8Array(bytes);
  const count = way === 3 ? 1 + at(4) : 1 + at(bytes.length / 10);
  for (let time = 0; time < count; time += 1) damaged[at(damaged.length)] = at(256);
  return damaged;
}

/** Why a file is refused; `undefined` where it is read. What is no refusal is thrown. */
async function refusalOf(bytes: Uint8Array, file: string): Promise<string | undefined> {
  try {
    const packed = await listArchive(bytes, file);
    if (packed === undefined) await readReport(bytes, file, { timeoutMs: TIMEOUT_MS });
    for (const entry of packed?.files ?? []) {
      if (entry.refusal === undefined)
        await readReport(await entry.read(), entry.file, { timeoutMs: TIMEOUT_MS });
    }
    return undefined;
  } catch (error) {
    if (error instanceof ReportError) return error.reason;
    throw error;
  }
}

/** Signs that patterns begin, divide or end with. */
const SIGNS =
  '12件，|12%，|1.5万、|行政复议12件，|2019年|2019 |一、|（一）|(|《|“|【|〔|[|![](|**|__|# |\\||---|\t| |　|&nbsp;|<!---->|<p>|<b>|</p>|>|:|；|、|截至|拟|百分之|十|\u00a0'
    .split(/(?<!\\)\|/)
    .map((sign) => sign.replace('\\|', '|'));
const ENDLESS = Math.ceil(TIMES / 50);

describe('readReport() of what repeats without end', () => {
  it('reads or refuses it before its time is over', async () => {
    const random = createRandom(7);
    const any = () => SIGNS[Math.floor(random() * SIGNS.length)]!;
    const endless: string[] = [];
    for (let time = 0; time < ENDLESS; time += 1) {
      const unit = random() < 0.3 ? any() : any() + any();
      const bytes = bytesOf(`${TEXT}\n${unit.repeat(12_000 / unit.length)}${any()}\n${LINES[4]}`);
      const file = ['a.txt', 'a.md', 'a.html'][time % 3]!;
      const reason = await readReport(bytes, file, { isOffered: true, timeoutMs: 30_000 }).then(
        () => '',
        (error: ReportError) => error.reason,
      );
      if (/took more than|memory/.test(reason)) endless.push(`${file} ${JSON.stringify(unit)}: ${reason}`);
    }

    expect(endless).toEqual([]);
  }, 1_200_000);
});

describe('readReport() of damaged files', () => {
  // The first file of a thread waits for the readers to be loaded.
  beforeAll(async () => {
    await Promise.all(Object.entries(KINDS).map(([file, bytes]) => refusalOf(bytes, file)));
  });

  it.each(Object.entries(KINDS))('reads %s as it was made', async (file, bytes) => {
    expect(await refusalOf(bytes, file)).toBeUndefined();
  });

  it.each(Object.entries(KINDS))(
    'reads or refuses %s, however it is damaged',
    async (file, bytes) => {
      const random = createRandom(2023);
      const times = Math.ceil(TIMES / Object.keys(KINDS).length);
      const unforeseen: string[] = [];
      for (let time = 0; time < times; time += 1) {
        const reason = await refusalOf(damage(bytes, random), file);
        if (/^(?:its reader|it cannot be read)/.test(reason ?? '')) unforeseen.push(`${time}: ${reason}`);
      }

      expect(unforeseen).toEqual([]);
    },
    600_000,
  );
});
