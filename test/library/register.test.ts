import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readRegister } from '../../src/library/register.ts';
import { temporaryLibrary } from './temporary-library.ts';

function registerOf(content: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhibao-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'reports.json'), content);
  return join(folder, 'reports.json');
}

describe('readRegister()', () => {
  it.each([
    '[{ "file": "a.html", "year": 2019, "region": "花都区", "title": null, "note": "mine" }]',
    '\uFEFF{ "reports": [{ "file": "a.html", "year": "2019", "region": " 花都区 ", "url": "", "note": "mine" }] }',
    '{ "a.html": { "year": 2019, "region": "花都区", "note": "mine" } }',
    '{ "reports": { "a.html": { "year": 2019, "region": "花都区", "note": "mine" } } }',
  ])('reads %s', async (content) => {
    expect((await readRegister(registerOf(content))).entries).toEqual([
      { file: 'a.html', year: 2019, region: '花都区', note: 'mine' },
    ]);
  });

  it('says nothing where there is no file', async () => {
    expect(await readRegister(join(tmpdir(), 'nowhere', 'reports.json'))).toEqual({
      entries: [],
      removed: [],
    });
  });

  it.each([
    ['{', 'JSON'],
    ['[{ "file": "a.html", "url": "javascript:alert(1)" }]', '0.url'],
    ['[{ "file": "a.html", "published": "last week" }]', '0.published'],
    ['[{ "region": "花都区" }]', '0.file'],
    ['"a.html"', 'expected array'],
  ])('refuses %s, naming the place', async (content, place) => {
    await expect(readRegister(registerOf(content))).rejects.toMatchObject({
      code: 'register-damaged',
      message: expect.stringContaining(place),
    });
  });
});

describe('buildLibrary() with a reports.json', () => {
  it('reads a file again when something else is said of it, and only then', async () => {
    const place = temporaryLibrary();
    await place.build();
    place.write('reports.json', '[{ "file": "east-2019.txt", "id": "mine" }]');

    await place.build();
    const ids = (await place.open()).reports().map(({ id }) => id);
    expect(place.parsed).toEqual(['east-2019.txt']);
    expect(ids).toContain('mine');

    await place.build();
    expect(place.parsed).toEqual([]);
  });

  it('leaves out what a newer version replaces, from the moment that is there', async () => {
    const place = temporaryLibrary();
    const entry = { file: 'newer.txt', replaces: 'east-2019.txt' };
    place.write('reports.json', JSON.stringify([entry]));
    await place.build();
    expect((await place.open()).reports()).toHaveLength(3);

    place.write('newer.txt', '东山县 2019\n收到行政复议申请46件。');

    expect(await place.build()).toMatchObject({ added: ['newer.txt'], removed: ['east-2019.txt'] });
  });

  it('looks at no file that was set aside', async () => {
    const place = temporaryLibrary();
    mkdirSync(join(place.reportsDir, 'removed'));
    place.write('removed/south.txt', '南河县 2019\n收到行政复议申请46件。');

    expect((await place.build()).added).toHaveLength(3);
  });
});
