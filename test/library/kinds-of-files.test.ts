import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { buildLibrary } from '../../src/library/build-library.ts';
import { openLibrary } from '../../src/library/open-library.ts';
import { docxParagraph, makeDocx } from '../support/make-docx.ts';
import { makeZip } from '../support/make-zip.ts';

/** A report of few lines, as text. */
function linesOf(region: string, year: number): string[] {
  return [
    `${region}${year}年法治政府建设情况报告`,
    '一、行政复议',
    '全县收到行政复议申请64件，审结58件，综合纠错率21.9%，行政机关负责人出庭应诉率100%。',
  ];
}

const textOf = (region: string, year: number) => linesOf(region, year).join('\n');
const htmlOf = (region: string, year: number) =>
  `<html><body>${linesOf(region, year)
    .map((line) => `<p>${line}</p>`)
    .join(
      '',
    )}<table><tr><th>指标</th><th>受理（件）</th></tr><tr><td>信访</td><td>77</td></tr></table></body></html>`;

/** A folder of reports and a library beside it, removed when the test ends. */
function place() {
  const folder = mkdtempSync(join(tmpdir(), 'zhibao-kinds-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [reportsDir, libraryDir] = [join(folder, 'reports'), join(folder, 'library')];
  mkdirSync(reportsDir);
  return { reportsDir, libraryDir, build: () => buildLibrary({ reportsDir, libraryDir }) };
}

function write(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, data] of Object.entries(files)) writeFileSync(join(folder, name), data);
}

describe('buildLibrary() of files of many kinds', () => {
  it('takes every kind, every file of an archive as a report of its own, and skips the rest with the reason', async () => {
    const { reportsDir, libraryDir, build } = place();
    write(reportsDir, {
      'a.txt': textOf('东山县', 2023),
      'b.docx': makeDocx(
        linesOf('东山县', 2022)
          .map((line) => docxParagraph(line))
          .join(''),
      ),
      'c.zip': makeZip([
        { name: '1.html', data: htmlOf('东山县', 2021) },
        { name: '../2.txt', data: textOf('东山县', 2020) },
      ]),
      'd.doc': new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]),
      'reports.json': '{}',
    });

    const result = await build();

    expect(result.added).toEqual(['a.txt', 'b.docx', 'c.zip/1.html']);
    expect(result.skipped.map(({ file }) => file).sort()).toEqual(['c.zip/../2.txt', 'd.doc']);
    expect(result.skipped.find(({ file }) => file === 'd.doc')?.reason).toContain('old Office');
    const library = await openLibrary({ libraryDir });
    onTestFinished(() => library.close());
    const packed = library.reports().find(({ file }) => file === 'c.zip/1.html');
    expect(packed).toMatchObject({ region: '东山县', year: 2021 });
    const report = library.report(packed?.id ?? '');
    expect(report?.paragraphs.find(({ row }) => row?.isHeader === false)?.row?.columns).toEqual([
      '指标',
      '受理（件）',
    ]);
    expect(report?.figures.find(({ row }) => row === '信访')).toMatchObject({
      raw: '77',
      unit: '件',
      column: '受理',
    });
  });

  it('reads of a new archive only what is new in it', async () => {
    const { reportsDir, build } = place();
    const first = { name: '1.html', data: htmlOf('东山县', 2021) };
    write(reportsDir, { 'c.zip': makeZip([first]) });
    await build();
    write(reportsDir, { 'c.zip': makeZip([first, { name: '2.txt', data: textOf('东山县', 2020) }]) });

    const result = await build();

    expect(result).toMatchObject({
      added: ['c.zip/2.txt'],
      unchanged: ['c.zip/1.html'],
      replaced: [],
      removed: [],
    });
    expect((await build()).unchanged).toEqual(['c.zip/1.html', 'c.zip/2.txt']);
  });

  it('names a broken archive once, and keeps the rest', async () => {
    const { reportsDir, build } = place();
    write(reportsDir, {
      'a.txt': textOf('东山县', 2023),
      'c.zip': makeZip([{ name: '1.txt', data: '一' }]).slice(0, 30),
    });

    const { added, skipped } = await build();

    expect(added).toEqual(['a.txt']);
    expect(skipped).toMatchObject([{ file: 'c.zip', reason: expect.stringContaining('archive is damaged') }]);
  });

  it('reads a file of an archive with what the list in it says, again when that changes', async () => {
    const { reportsDir, libraryDir, build } = place();
    const report = { name: '1.txt', data: textOf('东山县', 2020) };
    const archive = (register: string) => makeZip([report, { name: 'reports.json', data: register }]);
    write(reportsDir, { 'c.zip': archive('[{ "file": "1.txt", "year": 2018, "id": "mine" }]') });
    await build();

    write(reportsDir, { 'c.zip': archive('[{ "file": "1.txt", "year": 2019, "id": "mine" }]') });
    const changed = await build();
    const again = await build();

    const library = await openLibrary({ libraryDir });
    onTestFinished(() => library.close());
    expect(library.reports()).toMatchObject([{ id: 'mine', year: 2019, file: 'c.zip/1.txt' }]);
    expect(changed).toMatchObject({ replaced: ['c.zip/1.txt'], skipped: [] });
    expect(again).toMatchObject({ unchanged: ['c.zip/1.txt'], replaced: [] });
  });

  it('counts the list beside an archive more than the one in it', async () => {
    const { reportsDir, libraryDir, build } = place();
    const files = [
      { name: '1.txt', data: textOf('东山县', 2020) },
      { name: 'reports.json', data: '[{ "file": "1.txt", "year": 2018, "title": "内" }]' },
    ];
    write(reportsDir, {
      'c.zip': makeZip(files),
      'reports.json': '[{ "file": "c.zip/1.txt", "year": 2019 }]',
    });

    await build();

    const library = await openLibrary({ libraryDir });
    onTestFinished(() => library.close());
    expect(library.reports()).toMatchObject([{ year: 2019, title: '内' }]);
  });

  it('names a list in an archive that cannot be used, reads the reports without it, and forgets it once mended', async () => {
    const { reportsDir, build } = place();
    const report = { name: '1.txt', data: textOf('东山县', 2020) };
    const archive = (register: string) => makeZip([report, { name: 'reports.json', data: register }]);
    write(reportsDir, { 'c.zip': archive('[{ "file": "1.txt", "year": "last" }]') });

    const broken = await build();
    write(reportsDir, { 'c.zip': archive('[{ "file": "1.txt", "year": 2019 }]') });
    const mended = await build();

    expect(broken).toMatchObject({
      added: ['c.zip/1.txt'],
      skipped: [{ file: 'c.zip/reports.json', reason: expect.stringContaining('0.year') }],
    });
    expect(mended).toMatchObject({ replaced: ['c.zip/1.txt'], skipped: [] });
  });
});
