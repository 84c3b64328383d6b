import { describe, expect, it } from 'vitest';
import { ReportError } from '../../../src/errors.ts';
import { listArchive } from '../../../src/report/files/list-archive.ts';
import { makeDocx } from '../../support/make-docx.ts';
import { makeZip } from '../../support/make-zip.ts';

const text = (found: Uint8Array) => new TextDecoder().decode(found);

describe('listArchive()', () => {
  it('names every file after the archive and reads it', async () => {
    const bytes = makeZip([
      { name: '区县/乙.txt', data: '乙' },
      { name: '甲.txt', data: '甲' },
      { name: '区县/', data: '' },
    ]);

    const found = await listArchive(bytes, 'all.zip');

    expect(found?.files.map(({ file }) => file)).toEqual(['all.zip/区县/乙.txt', 'all.zip/甲.txt']);
    expect(text((await found?.files[0]?.read()) ?? new Uint8Array())).toBe('乙');
  });

  it('reads names that Windows packs in GBK', async () => {
    const name = Buffer.from('b1a8b8e62e747874', 'hex');

    expect(await listArchive(makeZip([{ name, data: '一' }]), 'a.zip')).toMatchObject({
      files: [{ file: 'a.zip/报告.txt' }],
    });
  });

  it('leaves out what systems put beside files', async () => {
    const names = [
      '__MACOSX/._a.txt',
      '.DS_Store',
      'Thumbs.db',
      'README.md',
      'reports.json',
      'a_files/logo.png',
      'a.txt',
    ];

    const found = await listArchive(makeZip(names.map((name) => ({ name, data: '一' }))), 'a.zip');

    expect(found?.files.map(({ file }) => file)).toEqual(['a.zip/a.txt']);
    expect(found?.beside.map(({ file }) => file)).toEqual(
      ['Thumbs.db', 'README.md', 'reports.json', 'a_files/logo.png'].map((name) => `a.zip/${name}`),
    );
  });

  it('looks into an archive in the archive, and no deeper', async () => {
    const inner = makeZip([
      { name: 'b.txt', data: '乙' },
      { name: 'deep.zip', data: makeZip([{ name: 'c.txt', data: '丙' }]) },
    ]);

    const found = await listArchive(makeZip([{ name: 'in.zip', data: inner }]), 'a.zip');

    expect(found?.files.map(({ file, refusal }) => [file, refusal === undefined])).toEqual([
      ['a.zip/in.zip/b.txt', true],
      ['a.zip/in.zip/deep.zip', false],
    ]);
  });

  it.each([
    ['../../etc/passwd', 'leads out'],
    ['a/../../b.txt', 'leads out'],
    ['/etc/passwd', 'absolute'],
    ['C:\\a.txt', 'absolute'],
  ])('refuses the name %s and keeps the others', async (name, said) => {
    const found = await listArchive(
      makeZip([
        { name, data: '一' },
        { name: 'z.txt', data: '二' },
      ]),
      'a.zip',
    );

    expect(found?.files.filter(({ refusal }) => refusal === undefined).map(({ file }) => file)).toEqual([
      'a.zip/z.txt',
    ]);
    expect(found?.files.find(({ refusal }) => refusal !== undefined)?.refusal).toContain(said);
  });

  it('refuses a file that needs a password and one that is a bomb', async () => {
    const found = await listArchive(
      makeZip([
        { name: 'a.txt', data: '一', locked: true },
        { name: 'b.txt', data: new Uint8Array(40_000_000) },
      ]),
      'a.zip',
    );

    expect(found?.files.map(({ refusal }) => refusal)).toEqual([
      'it is protected by a password',
      'it would unpack to more than any report',
    ]);
  });

  it('refuses archives that are empty, cut off, or would unpack to too much', async () => {
    const large = makeZip([{ name: 'a.txt', data: '一', claimedSize: 0xfffffff0 }]);
    const cut = makeZip([{ name: 'a.txt', data: '一'.repeat(99) }]).slice(0, 60);

    for (const bytes of [makeZip([]), large, cut]) {
      await expect(listArchive(bytes, 'a.zip')).rejects.toThrow(ReportError);
    }
  });

  it('counts what the archives in an archive hold together', async () => {
    const entries = Array.from({ length: 900 }, (_, index) => ({ name: `${index}.txt`, data: '一' }));
    const inner = { data: makeZip(entries) };
    const named = (count: number) =>
      makeZip(Array.from({ length: count }, (_, index) => ({ ...inner, name: `${index}.zip` })));

    expect((await listArchive(named(2), 'a.zip'))?.files).toHaveLength(1800);
    await expect(listArchive(named(200), 'a.zip')).rejects.toThrow(/"a.zip": it holds more than 2000 files/);
  });

  it('refuses archives in an archive that are too large together', async () => {
    const large = makeZip([{ name: 'a.txt', data: '一', claimedSize: 300 * 1024 * 1024 }]);

    await expect(
      listArchive(
        makeZip([
          { name: '1.zip', data: large },
          { name: '2.zip', data: large },
        ]),
        'a.zip',
      ),
    ).rejects.toThrow(/"a.zip": it would unpack to too much, at most 512 MB are read/);
  });

  it('stops at more bytes than the archive claims', async () => {
    const found = await listArchive(
      makeZip([{ name: 'a.txt', data: '一'.repeat(9999), claimedSize: 9 }]),
      'a.zip',
    );

    await expect(found?.files[0]?.read()).rejects.toThrow(ReportError);
  });

  it('is nothing for a Word document', async () => {
    expect(await listArchive(makeDocx('<w:p/>'), 'a.docx')).toBeUndefined();
    expect(await listArchive(new TextEncoder().encode('一'), 'a.txt')).toBeUndefined();
  });
});
