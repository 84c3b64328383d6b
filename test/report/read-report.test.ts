import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ReportError } from '../../src/errors.ts';
import { parseReport } from '../../src/report/parse-report.ts';
import { readReport } from '../../src/report/read-report.ts';
import { ReadingBudget } from '../../src/report/reading-budget.ts';
import { docxParagraph, makeDocx } from '../support/make-docx.ts';
import { makePdf } from '../support/make-pdf.ts';

const LINES = [
  '东山县2023年法治政府建设情况报告',
  '一、行政复议',
  '全县收到行政复议申请64件，审结58件，综合纠错率21.9%，行政机关负责人出庭应诉率100%。',
  '二、存在的问题',
  '执法力量不足，部分干部依法行政意识有待加强，今后将着力改进，推动法治政府建设再上新台阶。',
];

const encode = (text: string) => new TextEncoder().encode(text);

const KINDS: readonly (readonly [string, Uint8Array])[] = [
  [
    'a.html',
    encode(
      `<html><body><h1>${LINES[0]}</h1>${LINES.slice(1)
        .map((line) => `<p>${line}</p>`)
        .join('')}</body></html>`,
    ),
  ],
  ['a.docx', makeDocx(LINES.map((line) => docxParagraph(line)).join(''))],
  ['a.pdf', makePdf([{ texts: LINES.map((line, index) => [90, 700 - index * 28, line, 10]) }])],
  ['a.md', encode(`# ${LINES.join('\n\n')}`)],
];

describe('readReport()', () => {
  it.each(KINDS)('reads %s like the same text', async (file, bytes) => {
    const text = parseReport(encode(LINES.join('\n')), file);

    const report = await readReport(bytes, file);

    expect(report).toMatchObject({ file, region: '东山县', year: 2023, title: LINES[0] });
    expect(report.sections.map(({ heading }) => heading)).toEqual(
      text.sections.map(({ heading }) => heading),
    );
    expect(report.paragraphs.map((paragraph) => paragraph.text)).toEqual(
      text.paragraphs.map((paragraph) => paragraph.text),
    );
    expect(report.figures.map(({ raw }) => raw)).toEqual(text.figures.map(({ raw }) => raw));
  });

  it('reads several at a time', async () => {
    const reports = await Promise.all([...KINDS, ...KINDS].map(([file, bytes]) => readReport(bytes, file)));

    expect(reports.map(({ region }) => region)).toEqual(Array(8).fill('东山县'));
  });

  it('reads small texts of many the same in threads and out of them', async () => {
    const bytes = encode(LINES.join('\n'));
    const alone = await readReport(bytes, 'a.txt');

    const many = await Promise.all(
      Array.from({ length: 6 }, () => readReport(bytes, 'a.txt', { isOfMany: true })),
    );

    expect(many).toEqual(Array(6).fill(alone));
  });

  it('takes the region from a hint, also in a thread', async () => {
    const [file, bytes] = KINDS[0] ?? ['', new Uint8Array()];

    expect(
      (await readReport(bytes, file, { hints: { region: '福建省漳州市东山县', year: 2022 } })).year,
    ).toBe(2022);
  });

  it('stops a file that takes too long, and reads the next one', async () => {
    const [file, bytes] = KINDS[0] ?? ['', new Uint8Array()];

    await expect(readReport(endlessPdf(), 'endless.pdf', { timeoutMs: 1500 })).rejects.toThrow(
      /more than 2 s/,
    );
    expect((await readReport(bytes, file)).region).toBe('东山县');
  });

  it('reads also a small text where it can be stopped when somebody offers it', async () => {
    const bytes = encode([...LINES, ...Array<string>(800).fill(LINES[2]!)].join('\n'));

    await expect(readReport(bytes, 'a.txt', { isOffered: true, timeoutMs: 1 })).rejects.toThrow(
      /more than 0 s/,
    );
  });

  it('gives the files of one archive a time that they share', async () => {
    const [file, bytes] = KINDS[0] ?? ['', new Uint8Array()];
    const budget = new ReadingBudget(0, 1500);

    await expect(readReport(endlessPdf(), 'endless.pdf', { budget })).rejects.toThrow(/more than 2 s/);
    await expect(readReport(bytes, file, { budget })).rejects.toThrow(
      /the files of its archive before it took more than 2 s to read/,
    );
  });

  it.each([
    [
      'lines',
      `${LINES.join('\n')}\n${'推进依法行政。\n'.repeat(60_000)}`,
      /it has 60005 lines, more than any/,
    ],
    [
      'figures',
      `${LINES.join('\n')}\n${'办结12件，'.repeat(30_000)}`,
      /it holds 3000\d figures, more than any/,
    ],
    [
      'characters a line',
      `${LINES.join('\n')}\n${'推进依法行政，'.repeat(200_000)}`,
      /it has a line of more than 1 million characters/,
    ],
  ])(
    'refuses a text with more %s than any report has',
    async (_what, text, reason) => {
      await expect(readReport(encode(text), 'a.txt', { timeoutMs: 60_000 })).rejects.toThrow(reason);
    },
    120_000,
  );

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    const reading = readReport(endlessPdf(), 'endless.pdf', { signal: stop.signal });
    setImmediate(() => stop.abort(new Error('enough')));

    await expect(reading).rejects.toThrow('enough');
  });

  it('refuses a file of 65 MB before it is read, and one of no kind', async () => {
    await expect(readReport(new Uint8Array(65 * 1024 * 1024), 'a.txt')).rejects.toThrow(/at most 64 MB/);
    const picture = readReport(new Uint8Array([0x89, 0x50, 0x4e, 0x47]), 'a.txt').catch(
      (error: unknown) => error,
    );
    expect(await picture).toBeInstanceOf(ReportError);
    expect(((await picture) as ReportError).message).toContain('a picture (PNG)');
  });
});

/** A page of ten million words, packed into some kilobytes. */
function endlessPdf(): Uint8Array {
  const packed = deflateSync(Buffer.from('BT /F 12 Tf (a) Tj ET '.repeat(3_000_000)));
  const page = Buffer.from(makePdf([{ texts: [[1, 1, '页']] }])).toString('latin1');
  const start = page.lastIndexOf('<< /Length', page.indexOf('BT /F'));
  const end = page.indexOf('endstream', start);
  const stream = `<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n${packed.toString('latin1')}\n`;
  return new Uint8Array(Buffer.from(page.slice(0, start) + stream + page.slice(end), 'latin1'));
}
