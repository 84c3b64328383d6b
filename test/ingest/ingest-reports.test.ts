import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ReportSource } from '../../src/ingest/ingest.ts';
import { makeZip } from '../support/make-zip.ts';
import { reportOf, temporaryReports } from './temporary-reports.ts';

const HUADU = reportOf('广州市花都区', 2019);
const DONGSHAN = reportOf('漳州市东山县', 2020);

describe('ingestReports()', () => {
  it('copies the bytes of a report, says what is known of them, and holds it', async () => {
    const place = temporaryReports();
    const source = place.offer('年报.txt', HUADU);

    const result = await place.enter([source], { given: { url: 'https://www.huadu.gov.cn/1.html' } });

    expect(result).toMatchObject({
      added: [{ region: '花都区', parents: ['广东省', '广州市'], year: 2019, file: '年报.txt' }],
      replaced: [],
      unchanged: [],
      skipped: [],
    });
    expect(readFileSync(join(place.reportsDir, '年报.txt'), 'utf8')).toBe(HUADU);
    expect(place.register()).toMatchObject([
      {
        id: result.added[0]?.id,
        file: '年报.txt',
        original: '年报.txt',
        url: 'https://www.huadu.gov.cn/1.html',
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
        added: expect.any(String),
      },
    ]);
    expect((await place.open()).reports()).toMatchObject([{ url: 'https://www.huadu.gov.cn/1.html' }]);
    expect(place.files()).toEqual(['reports.json', '年报.txt']);
  });

  it('does nothing for the same bytes and for the same text under another name', async () => {
    const place = temporaryReports();
    const first = place.offer('a.txt', HUADU);
    await place.enter([first]);
    const manifest = readFileSync(join(place.libraryDir, 'manifest.json'), 'utf8');

    const again = await place.enter([first, place.offer('b.txt', HUADU.replaceAll('\n', '\r\n\r\n'))]);

    expect(again).toMatchObject({ added: [], replaced: [], unchanged: [{}, {}], skipped: [] });
    expect(readFileSync(join(place.libraryDir, 'manifest.json'), 'utf8')).toBe(manifest);
    expect(place.files()).toEqual(['a.txt', 'reports.json']);
  });

  it('puts a newer version of the same name in the place of the older one, under its id', async () => {
    const place = temporaryReports();
    const { added } = await place.enter([place.offer('a.txt', HUADU)]);

    const result = await place.enter([place.offer('newer/a.txt', HUADU.replace('45件', '46件'))]);

    const library = await place.open();
    expect(result).toMatchObject({ added: [], replaced: [{ id: added[0]?.id }] });
    expect(library.reports().map(({ id }) => id)).toEqual([added[0]?.id]);
    expect(library.report(added[0]!.id)?.paragraphs[0]?.text).toContain('46件');
    expect(place.register()).toHaveLength(1);
    expect(readFileSync(join(place.reportsDir, 'removed', 'a.txt'), 'utf8')).toBe(HUADU);
  });

  it('takes another name for a newer version where it is told to', async () => {
    const place = temporaryReports();
    const { added } = await place.enter([place.offer('a.txt', HUADU)]);

    const result = await place.enter([place.offer('b.txt', HUADU.replace('45件', '46件'))], {
      replace: true,
    });

    expect(result.replaced.map(({ id }) => id)).toEqual([added[0]?.id]);
  });

  it('keeps two different reports of one region and year, and says so', async () => {
    const place = temporaryReports();
    await place.enter([place.offer('a.txt', HUADU)]);

    const result = await place.enter([place.offer('b.txt', HUADU.replace('45件', '46件'))]);

    const ids = (await place.open()).reports().map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
    expect(result.added).toHaveLength(1);
    expect(result.warnings).toEqual([
      { file: 'b.txt', reason: '花都区 2019 is also the report of "a.txt"; both are kept' },
    ]);
  });

  it('takes what came under one name for a region of another year for another report', async () => {
    const place = temporaryReports();
    await place.enter([place.offer('a.txt', HUADU)]);

    const result = await place.enter([place.offer('b/a.txt', reportOf('广州市花都区', 2020))]);

    expect(result).toMatchObject({ added: [{ year: 2020 }], replaced: [], warnings: [] });
    expect((await place.open()).reports()).toHaveLength(2);
  });

  it('skips what does not say its region, naming the options, and takes it once it is told', async () => {
    const place = temporaryReports();
    const source = place.offer(
      'a.txt',
      reportOf('', 2019, '本年度依法推进法治政府建设,共收到行政复议申请45件,审结40件。'),
    );
    await place.enter([place.offer('b.txt', DONGSHAN)]);

    const skipped = await place.enter([source]);
    const entered = await place.enter([source], { given: { region: '广州市花都区' } });

    expect(skipped.skipped).toEqual([
      {
        source: expect.stringMatching(/a\.txt$/),
        reason: expect.stringContaining('say it with --region NAME, or in a reports.json beside the file'),
        missing: 'region',
      },
    ]);
    expect(entered.added).toMatchObject([{ region: '花都区', parents: ['广东省', '广州市'], year: 2019 }]);
  });

  it('asks a person for what is missing after everything else was read', async () => {
    const place = temporaryReports();
    const text = reportOf('', 2019, '本年度依法推进法治政府建设,共收到行政复议申请45件,审结40件。');
    const asked: string[] = [];

    const result = await place.enter([place.offer('a.txt', text), place.offer('b.txt', DONGSHAN)], {
      askFor: async ({ missing }) => {
        asked.push(missing);
        return '花都区';
      },
    });

    expect(asked).toEqual(['region']);
    expect(result.added.map(({ region }) => region)).toEqual(['东山县', '花都区']);
  });

  it('refuses a region that is none, and says so', async () => {
    const place = temporaryReports();

    const { skipped } = await place.enter([place.offer('a.txt', HUADU)], { given: { region: 'Atlantis' } });

    expect(skipped).toMatchObject([{ reason: '"Atlantis" is the name of no region that is known' }]);
  });

  it('says what is uncertain where what is given is not what the file says', async () => {
    const place = temporaryReports();

    const { added } = await place.enter([place.offer('a.txt', HUADU)], {
      given: { region: '番禺区', year: 2020 },
    });

    expect(added).toMatchObject([
      {
        region: '番禺区',
        year: 2020,
        problems: expect.arrayContaining([
          '"番禺区" was given as the region; the file names "花都区"',
          '2020 was given as the year; the title says 2019',
        ]),
      },
    ]);
  });

  it('reads the reports.json of a folder, and keeps what it says', async () => {
    const place = temporaryReports();
    place.offer('of/a.txt', HUADU);
    const register = [
      { file: 'a.txt', year: '2018', url: 'https://example.gov.cn/a', published: '2019-02-01' },
    ];
    const { path } = place.offer('of/reports.json', JSON.stringify(register)) as { path: string };

    await place.enter([{ kind: 'file', path: join(path, '..') }]);

    const facts = { year: 2018, url: 'https://example.gov.cn/a', published: '2019-02-01' };
    expect(place.register()).toMatchObject([facts]);
    expect((await place.open()).reports()).toMatchObject([facts]);
  });

  it.each(['file', 'bytes'] as const)(
    'reads the reports.json in an archive (%s), and keeps what it says',
    async (kind) => {
      const place = temporaryReports();
      const facts = {
        year: 2018,
        title: '甲',
        url: 'https://example.gov.cn/a',
        published: '2019-02-01',
      };
      const bytes = makeZip([
        { name: '区/a.txt', data: HUADU },
        { name: '区/reports.json', data: JSON.stringify({ reports: [{ file: 'a.txt', ...facts }] }) },
        { name: 'b.txt', data: DONGSHAN },
      ]);
      const url = 'https://example.gov.cn/all.zip';
      const source = kind === 'file' ? place.offer('all.zip', bytes) : { kind, name: 'all.zip', bytes, url };

      const first = await place.enter([source]);
      const again = await place.enter([source]);

      expect(first).toMatchObject({ added: [{}, {}], skipped: [] });
      expect(again).toMatchObject({ added: [], replaced: [], unchanged: [{}, {}], skipped: [] });
      expect(place.files()).toEqual(['a.txt', 'b.txt', 'reports.json']);
      expect(place.register().find(({ file }) => file === 'a.txt')).toMatchObject(facts);
      const [huadu, dongshan] = ['花都区', '东山县'].map((name) =>
        place.register().find(({ file }) => file === (name === '花都区' ? 'a.txt' : 'b.txt')),
      );
      expect(huadu?.url).toBe(facts.url);
      // What the list is silent about comes with the archive.
      expect(dongshan?.url).toBe(kind === 'file' ? undefined : url);
    },
  );

  it('counts what is said of a source more than the list in its archive, and that more than the file', async () => {
    const place = temporaryReports();
    const bytes = makeZip([
      { name: 'a.txt', data: HUADU },
      { name: 'reports.json', data: '[{ "file": "a.txt", "year": 2018, "region": "番禺区" }]' },
    ]);

    const option = await place.enter([place.offer('all.zip', bytes)], { given: { year: 2017 } });
    const [corrected] = await place.inspect({
      kind: 'bytes',
      name: 'all.zip',
      bytes,
      given: { region: '白云区' },
    });

    expect(option.added).toMatchObject([{ region: '番禺区', year: 2017 }]);
    expect(corrected).toMatchObject({ kind: 'report', report: { region: '白云区' } });
  });

  it.each(['file', 'bytes'] as const)(
    'enters the reports of an archive (%s) whose list cannot be used, and says what is wrong with it',
    async (kind) => {
      const place = temporaryReports();
      const bytes = makeZip([
        { name: 'a.txt', data: HUADU },
        { name: 'reports.json', data: '[{ "file": "a.txt", "year": "last" }]' },
      ]);
      const source = kind === 'file' ? place.offer('all.zip', bytes) : { kind, name: 'all.zip', bytes };

      const { added, skipped } = await place.enter([source], {
        given: { region: '广州市花都区', year: 2019 },
      });

      expect(added).toMatchObject([{ region: '花都区', year: 2019 }]);
      expect(skipped).toEqual([
        {
          source: expect.stringMatching(/all\.zip\/reports\.json$/),
          reason: expect.stringMatching(/0\.year.*correct it or take it out/),
        },
      ]);
    },
  );

  it('takes up the address of a report that is held already', async () => {
    const place = temporaryReports();
    const source = place.offer('a.txt', HUADU);
    const { added } = await place.enter([source]);

    const result = await place.enter([source], { given: { url: 'https://example.gov.cn/a' } });

    expect(result).toMatchObject({ added: [], replaced: [{ id: added[0]?.id }] });
    expect((await place.open()).reports()).toMatchObject([{ url: 'https://example.gov.cn/a' }]);
  });

  it('takes one report at several addresses for one, and keeps the first', async () => {
    const place = temporaryReports();
    const utf8 = new TextEncoder().encode(HUADU);
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${HUADU}`, 'utf16le'));
    const at = (path: string, bytes: Uint8Array, charset: string): ReportSource => ({
      kind: 'bytes',
      name: 'a.txt',
      bytes,
      url: `https://example.gov.cn/${path}`,
      contentType: `text/plain; charset=${charset}`,
    });
    const sources = [at('1', utf8, 'utf-8'), at('2', utf8, 'utf-8'), at('3', utf16, 'utf-16')];

    const first = await place.enter(sources);
    const again = await place.enter(sources);

    expect([first, again].map(({ added, unchanged }) => [added.length, unchanged.length])).toEqual([
      [1, 2],
      [0, 3],
    ]);
    expect(place.register()).toMatchObject([
      { file: 'a.txt', url: 'https://example.gov.cn/1', contentType: 'text/plain; charset=utf-8' },
    ]);
    expect((await place.open()).reports()).toMatchObject([{ url: 'https://example.gov.cn/1' }]);
  });

  it('writes one entry for a file of which more is said within one ingest', async () => {
    const place = temporaryReports();
    const list = (url: string) => JSON.stringify([{ file: 'a.txt', url }]);
    place.offer('1/reports.json', list('https://example.gov.cn/1'));
    place.offer('2/reports.json', list('https://example.gov.cn/2'));

    await place.enter([place.offer('1/a.txt', HUADU), place.offer('2/a.txt', HUADU)]);

    expect(place.register()).toMatchObject([{ file: 'a.txt', url: 'https://example.gov.cn/2' }]);
    expect((await place.open()).reports()).toMatchObject([{ url: 'https://example.gov.cn/2' }]);
  });

  it('can rebuild the same library from the folder of reports alone', async () => {
    const place = temporaryReports();
    await place.enter([place.offer('a.txt', HUADU)], { given: { url: 'https://example.gov.cn/a' } });
    await place.enter([
      place.offer('x/a.txt', HUADU.replace('45件', '46件')),
      place.offer('b.txt', DONGSHAN),
    ]);
    const before = (await place.open()).reports();
    rmSync(place.libraryDir, { recursive: true });

    const result = await place.enter([]);

    expect(result.added).toHaveLength(2);
    expect((await place.open()).reports()).toEqual(before);
  });

  it('takes up what a person put into the folder of reports, and enters it no second time', async () => {
    const place = temporaryReports();
    mkdirSync(place.reportsDir);
    const path = join(place.reportsDir, 'own.txt');
    writeFileSync(path, HUADU);

    const result = await place.enter([{ kind: 'file', path }]);

    expect(result).toMatchObject({ added: [{ file: 'own.txt' }], unchanged: [] });
    expect(place.files()).toEqual(['own.txt']);
  });

  it('finishes what a killed ingest left aside', async () => {
    const place = temporaryReports();
    await place.enter([place.offer('a.txt', HUADU), place.offer('b.txt', DONGSHAN)]);
    const aside = join(place.reportsDir, '.ingest');
    mkdirSync(aside);
    writeFileSync(join(aside, 'a.txt'), HUADU);
    writeFileSync(join(aside, 'nobody.txt'), 'half');
    rmSync(join(place.reportsDir, 'a.txt'));

    const result = await place.enter([]);

    expect(result).toMatchObject({ removed: [], unchanged: [{}, {}] });
    expect(existsSync(aside)).toBe(false);
  });

  it('stops at an abort, and what it copied is taken up by the next ingest', async () => {
    const place = temporaryReports();
    const stop = new AbortController();
    const sources = [place.offer('a.txt', HUADU), place.offer('b.txt', DONGSHAN)];
    const stopped = place.enter(sources, {
      signal: stop.signal,
      onProgress: ({ stage, done }) => {
        if (stage === 'enter' && done === 1) stop.abort();
      },
    });
    await expect(stopped).rejects.toThrow();
    expect(place.register()).toHaveLength(1);

    const result = await place.enter([]);

    expect(result.added).toMatchObject([{ region: '花都区' }]);
  });

  it('names a mistake in a reports.json', async () => {
    const place = temporaryReports();
    const source = place.offer('a.txt', HUADU);
    place.offer('reports.json', '[{ "file": "a.txt", "year": "last" }]');

    await expect(place.enter([source])).rejects.toMatchObject({
      code: 'register-damaged',
      message: expect.stringContaining('0.year'),
    });
  });

  it('skips a path that is not there and a folder without files, and the rest goes on', async () => {
    const place = temporaryReports();
    const source = place.offer('a.txt', HUADU);
    const empty = join(place.reportsDir, '..', 'empty');
    mkdirSync(empty);

    const result = await place.enter([
      { kind: 'file', path: 'nowhere' },
      { kind: 'file', path: empty },
      source,
    ]);

    expect(result.added).toMatchObject([{ region: '花都区' }]);
    expect(result.skipped).toEqual([
      { source: 'nowhere', reason: 'there is no such file or folder' },
      { source: empty, reason: 'the folder holds no files' },
    ]);
  });

  it('names what is no file of a folder, and the rest goes on', async () => {
    const place = temporaryReports();
    place.offer('in/a.txt', HUADU);
    place.offer('elsewhere/b.txt', DONGSHAN);
    const folder = join(place.reportsDir, '..', 'offered', 'in');
    symlinkSync('../elsewhere', join(folder, 'link'));
    symlinkSync('/dev/zero', join(folder, 'zero.txt'));
    mkdirSync(join(folder, 'closed'), { mode: 0 });

    const result = await place.enter([{ kind: 'file', path: folder }]);
    chmodSync(join(folder, 'closed'), 0o700);

    expect(result.added).toMatchObject([{ region: '花都区' }]);
    const isRoot = process.getuid?.() === 0;
    expect(result.skipped.map(({ source, reason }) => [source.slice(folder.length), reason])).toEqual([
      ...(isRoot ? [] : [['/closed', 'the folder cannot be read (EACCES)']]),
      ['/link', 'it is a link to a folder: name that folder itself'],
      ['/zero.txt', 'it is neither file nor folder'],
    ]);
  });

  it('refuses one address for several files', async () => {
    const place = temporaryReports();
    const sources = [place.offer('a.txt', HUADU), place.offer('b.txt', DONGSHAN)];

    await expect(place.enter(sources, { given: { url: 'https://example.org' } })).rejects.toMatchObject({
      code: 'given-for-one',
    });
  });
});

describe('inspectSource()', () => {
  it('says how a report stands to those that are held, and enters nothing', async () => {
    const place = temporaryReports();
    const source = place.offer('a.txt', HUADU);
    const before = await place.inspect(source);
    await place.enter([source]);
    const bytes = (text: string, name: string) =>
      ({ kind: 'bytes', name, bytes: new TextEncoder().encode(text) }) as const;

    const standings = await Promise.all(
      [
        bytes(HUADU, 'b.txt'),
        bytes(HUADU.replace('45', '46'), 'a.txt'),
        bytes(HUADU.replace('45', '47'), 'c.txt'),
        bytes(DONGSHAN, 'a.txt'),
      ].map(async (one) => (await place.inspect(one))[0]),
    );
    const [refused] = await place.inspect(bytes('Hello', 'd.txt'));

    expect(before).toMatchObject([
      { kind: 'report', standing: { kind: 'new' }, report: { region: '花都区' } },
    ]);
    expect(standings.map((one) => one?.kind === 'report' && one.standing.kind)).toEqual([
      'unchanged',
      'replaces',
      'second',
      'new',
    ]);
    expect(refused).toMatchObject({ kind: 'refused', source: 'd.txt' });
    expect(place.register()).toHaveLength(1);
  });
});

describe('removeReport()', () => {
  it('moves the original out, the library follows, and it can be entered again', async () => {
    const place = temporaryReports();
    const given = { url: 'https://example.gov.cn/a' };
    const { added } = await place.enter([place.offer('a.txt', HUADU)], { given });
    await place.enter([place.offer('b.txt', DONGSHAN)]);

    const { movedTo } = await place.remove(added[0]!.id);
    const held = (await place.open()).reports().map(({ region }) => region);
    const again = await place.enter([{ kind: 'file', path: movedTo }]);

    expect(movedTo).toBe(join(place.reportsDir, 'removed', 'a.txt'));
    expect(held).toEqual(['东山县']);
    expect(again).toMatchObject({ added: [{ id: added[0]?.id, file: 'a.txt' }] });
    expect(place.register()).toContainEqual(expect.objectContaining({ file: 'a.txt', ...given }));
  });

  it('refuses an id that no report has, and the last report', async () => {
    const place = temporaryReports();
    const { added } = await place.enter([place.offer('a.txt', HUADU)]);

    await expect(place.remove('other')).rejects.toMatchObject({ code: 'report-unknown' });
    await expect(place.remove(added[0]!.id)).rejects.toMatchObject({ code: 'report-last' });
    expect((await place.open()).reports()).toHaveLength(1);
  });
});
