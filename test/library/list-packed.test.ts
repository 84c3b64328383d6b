import { describe, expect, it } from 'vitest';
import { listPacked } from '../../src/library/list-packed.ts';
import { makeZip, type ZippedFile } from '../support/make-zip.ts';

const list = (...entries: object[]) => JSON.stringify(entries);
const listed = async (files: readonly ZippedFile[]) => (await listPacked(makeZip(files), 'a.zip')) ?? [];

/** What is said of each file, or why it cannot be read. */
async function said(...files: readonly ZippedFile[]): Promise<unknown> {
  const found = await listed(files);
  return Object.fromEntries(found.map(({ file, known, refusal }) => [file, refusal ?? known?.year ?? null]));
}

describe('listPacked()', () => {
  it.each([
    ['a list', list({ file: '1.txt', region: '花都区', year: '2018' })],
    ['a list under its name', `{ "reports": ${list({ file: '1.txt', region: ' 花都区 ', year: 2018 })} }`],
    ['entries by file', '\uFEFF{ "1.txt": { "region": "花都区", "year": 2018, "title": null } }'],
  ])('gives what a reports.json in the archive says of a file: %s', async (_, data) => {
    const found = await listed([
      { name: '1.txt', data: '一' },
      { name: 'reports.json', data },
    ]);

    expect(found).toMatchObject([{ file: 'a.zip/1.txt', known: { region: '花都区', year: 2018 } }]);
    expect(found).toHaveLength(1);
  });

  it('reads one in a folder for the files beside and below it, and one in an inner archive for its own', async () => {
    const inner = makeZip([
      { name: '1.txt', data: '丙' },
      { name: 'reports.json', data: list({ file: '1.txt', year: 2013 }) },
    ]);

    expect(
      await said(
        { name: '1.txt', data: '甲' },
        { name: '区县/1.txt', data: '乙' },
        { name: '区县/下/2.txt', data: '乙' },
        {
          name: '区县/reports.json',
          data: list({ file: '1.txt', year: 2011 }, { file: '下\\2.txt', year: 2012 }),
        },
        { name: 'in.zip', data: inner },
      ),
    ).toEqual({
      'a.zip/1.txt': null,
      'a.zip/in.zip/1.txt': 2013,
      'a.zip/区县/1.txt': 2011,
      'a.zip/区县/下/2.txt': 2012,
    });
  });

  it('counts the outer one more, field by field', async () => {
    const found = await listed([
      { name: 'x/1.txt', data: '一' },
      { name: 'x/reports.json', data: list({ file: '1.txt', year: 2011, region: '花都区' }) },
      { name: 'reports.json', data: list({ file: 'x/1.txt', year: 2012 }) },
    ]);

    expect(found).toMatchObject([{ known: { year: 2012, region: '花都区' } }]);
  });

  it('leaves out what a newer version in the archive replaces, and what was removed', async () => {
    const register = JSON.stringify({
      reports: [{ file: '2.txt', replaces: '1.txt' }],
      removed: ['3.txt'],
    });

    expect(
      await said(...['1.txt', '2.txt', '3.txt'].map((name) => ({ name, data: name })), {
        name: 'reports.json',
        data: register,
      }),
    ).toEqual({ 'a.zip/2.txt': null });
  });

  it('finds a name that was packed with its signs taken apart', async () => {
    expect(
      await said(
        { name: 'é.txt'.normalize('NFD'), data: '一' },
        { name: 'reports.json', data: list({ file: 'é.txt'.normalize('NFC'), year: 2011 }) },
      ),
    ).toEqual({ [`a.zip/${'é.txt'.normalize('NFD')}`]: 2011 });
  });

  it.each([
    ['{', 'JSON'],
    ['[{ "file": "1.txt", "year": "last" }]', '0.year'],
    ['[{ "file": "1.txt", "url": "javascript:alert(1)" }]', '0.url'],
    [Buffer.from('5b7b2266696c65223a22b1a8b8e6227d5d', 'hex'), 'it is not UTF-8'],
    [`[${Array.from({ length: 700_000 }, (_, count) => count)}]`, 'it is too large'],
    [new Uint8Array(40_000_000), 'it would unpack to more than any report'],
  ])('names a list that cannot be used with place and cure, and keeps the files: %#', async (data, place) => {
    const [register, ...others] = await listed([
      { name: '1.txt', data: '一' },
      { name: 'reports.json', data },
      { name: 'x/2.txt', data: '二' },
      { name: 'x/reports.json', data: list({ file: '2.txt', year: 2012 }) },
    ]);

    expect(register).toMatchObject({
      file: 'a.zip/reports.json',
      refusal: expect.stringContaining(place),
    });
    expect(register?.refusal).toContain('correct it or take it out');
    expect(others.map(({ file, refusal, known }) => [file, refusal, known?.year])).toEqual([
      ['a.zip/1.txt', undefined, undefined],
      ['a.zip/x/2.txt', undefined, 2012],
    ]);
  });

  it('refuses one that is locked or cut short, and one whose name leads out of the archive', async () => {
    const found = await listed([
      { name: '1.txt', data: '一' },
      { name: 'reports.json', data: list({ file: '1.txt', year: 2011 }), locked: true },
      { name: 'x/reports.json', data: list({ file: '../1.txt', year: 2012 }), claimedSize: 9 },
      { name: '../reports.json', data: list({ file: 'a.zip/1.txt', year: 2013 }) },
    ]);

    expect(found.filter(({ refusal }) => refusal === undefined)).toMatchObject([{ file: 'a.zip/1.txt' }]);
    expect(found.find(({ file }) => file === 'a.zip/1.txt')?.known).toBeUndefined();
    expect(found).toHaveLength(4);
  });

  it('heeds none that a system put there, and nothing that is said of files elsewhere', async () => {
    expect(
      await said(
        { name: '1.txt', data: '一' },
        { name: '__MACOSX/reports.json', data: '{' },
        { name: '.old/reports.json', data: '{' },
        {
          name: 'reports.json',
          data: list({ file: '../1.txt', year: 2011 }, { file: '/etc/passwd', year: 2012 }),
        },
      ),
    ).toEqual({ 'a.zip/1.txt': null });
  });

  it('is nothing for a file that is no archive', async () => {
    expect(await listPacked(new TextEncoder().encode('一'), 'a.txt')).toBeUndefined();
  });
});
