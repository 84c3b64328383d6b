import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BuildProgress } from '../../src/library/build-progress.ts';
import { type Manifest, readManifest } from '../../src/library/manifest.ts';
import { CountingEmbeddings } from './counting-embeddings.ts';
import { reportText, type TemporaryLibrary, temporaryLibrary } from './temporary-library.ts';

const FILES = ['east-2019.txt', 'east-2020.txt', 'west-2020.txt'];

async function manifestOf({ libraryDir }: TemporaryLibrary): Promise<Manifest> {
  const manifest = await readManifest(libraryDir);
  if (!manifest) throw new Error('There is no manifest');
  return manifest;
}

describe('buildLibrary()', () => {
  it('reads every report once and says what it holds in the manifest', async () => {
    const place = temporaryLibrary();

    const result = await place.build();

    expect(result).toMatchObject({
      added: FILES,
      replaced: [],
      removed: [],
      skipped: [],
      warnings: [],
      rebuilt: false,
    });
    expect(place.parsed.toSorted()).toEqual(FILES);
    const manifest = await manifestOf(place);
    expect(manifest.counts).toEqual({ reports: 3, paragraphs: 6, figures: 6, vectors: 6 });
    expect(manifest.embedding).toMatchObject({ name: 'local-1', dimension: 768 });
  });

  it('reads and embeds nothing when nothing changed', async () => {
    const place = temporaryLibrary();
    const embeddings = new CountingEmbeddings();
    await place.build({ embeddings });
    const { built } = await manifestOf(place);
    embeddings.texts.length = 0;

    const result = await place.build({ embeddings });

    expect(result.unchanged).toEqual(FILES);
    expect(place.parsed).toEqual([]);
    expect(embeddings.texts).toEqual([]);
    expect((await manifestOf(place)).built).toBe(built);
  });

  it('embeds only the paragraphs of a changed report that are new', async () => {
    const place = temporaryLibrary();
    const embeddings = new CountingEmbeddings();
    await place.build({ embeddings });
    embeddings.texts.length = 0;
    place.write(
      'west-2020.txt',
      reportText('西河区', 2020, '#一、执法监督', '开展检查7次。', '推广枫桥经验。'),
    );

    const result = await place.build({ embeddings });

    expect(result).toMatchObject({ added: [], replaced: ['west-2020.txt'], removed: [] });
    expect(place.parsed).toEqual(['west-2020.txt']);
    expect(embeddings.texts).toEqual(['西河 2020 一、执法监督\n开展检查7次。']);
    const library = await place.open({ embeddings });
    expect(library.paragraphCount).toBe(6);
    expect(library.searchKeywords(['记录仪'], { limit: 5 })).toEqual([]);
    expect(library.wordFrequency('检查')).toBe(1);
  });

  it('adds and removes reports, and the searches follow', async () => {
    const place = temporaryLibrary();
    await place.build();
    place.remove('east-2020.txt');
    place.write('north-2021.txt', reportText('北原市', 2021, '#一、公证', '办理公证事项9件。'));

    const result = await place.build();

    expect(result).toMatchObject({ added: ['north-2021.txt'], removed: ['east-2020.txt'] });
    const library = await place.open();
    expect(library.reports().map(({ file }) => file)).toEqual([
      'east-2019.txt',
      'north-2021.txt',
      'west-2020.txt',
    ]);
    expect(library.searchKeywords(['调解'], { limit: 5 })).toEqual([]);
    expect(library.wordFrequency('调解')).toBe(0);
    const { hits } = await library.searchVectors(await library.embeddings.embedQuery('公证'), { limit: 50 });
    expect(hits).toHaveLength(5);
    expect(hits[0]?.report).toBe(library.reports()[1]?.id);
  });

  it('gives the same answers after many updates as when built at once', async () => {
    const updated = temporaryLibrary();
    await updated.build();
    for (let round = 0; round < 6; round++) {
      updated.write(
        'east-2019.txt',
        reportText('东山县', 2019, '#一、复议', `行政复议${round}件。`, `应诉${round}件。`),
      );
      updated.write(`new-${round}.txt`, reportText('南岭县', 2010 + round, '#一、信访', `信访${round}件。`));
      await updated.build();
    }
    const reports = Object.fromEntries(
      readdirSync(updated.reportsDir).map((file) => [
        file,
        readFileSync(join(updated.reportsDir, file), 'utf8'),
      ]),
    );
    const atOnce = temporaryLibrary(reports);
    await atOnce.build();

    const [one, other] = [await updated.open(), await atOnce.open()];

    expect(one.reports()).toEqual(other.reports());
    const query = await one.embeddings.embedQuery('行政复议多少件');
    const scores = ({ hits }: Awaited<ReturnType<typeof one.searchVectors>>) =>
      hits.map(({ score }) => score.toFixed(4));
    expect(scores(await one.searchVectors(query, { limit: 8 }))).toEqual(
      scores(await other.searchVectors(query, { limit: 8 })),
    );
    expect(one.searchKeywords(['行政', '信访'], { limit: 20 }).length).toBe(
      other.searchKeywords(['行政', '信访'], { limit: 20 }).length,
    );
  });

  it('skips a broken file with its reason and does not read it again until it changes', async () => {
    const place = temporaryLibrary();
    place.write('broken.txt', 'no region here');
    await place.build();

    const again = await place.build();

    expect(again.skipped).toEqual([
      { file: 'broken.txt', reason: 'Cannot read the report "broken.txt": it gives no region and year' },
    ]);
    expect(place.parsed).toEqual([]);
    place.write('broken.txt', reportText('北原市', 2021, '公证9件。'));
    expect((await place.build()).added).toEqual(['broken.txt']);
    expect((await place.build()).skipped).toEqual([]);
  });

  it('skips a file that makes the parser fail in an unforeseen way, and a link to nothing', async () => {
    const place = temporaryLibrary();
    symlinkSync(join(place.reportsDir, 'nothing'), join(place.reportsDir, 'link.txt'));
    const parse = () => {
      throw new RangeError('unforeseen');
    };
    await place.build();
    place.write('odd.txt', 'odd');

    const { skipped } = await place.build({ parse });

    expect(skipped.map(({ file }) => file).sort()).toEqual(['link.txt', 'odd.txt']);
    expect(skipped.find(({ file }) => file === 'odd.txt')?.reason).toContain('unforeseen');
  });

  it('keeps two files of one region and year and warns of it', async () => {
    const place = temporaryLibrary();
    place.write('east-2020-copy.txt', reportText('东山县', 2020, '另一份。'));

    const { warnings } = await place.build();

    expect(warnings).toEqual([
      {
        file: 'east-2020.txt',
        reason: '东山县 2020 is also the report of "east-2020-copy.txt"; both are kept',
      },
    ]);
    const ids = (await place.open()).reports().map(({ id }) => id);
    expect(new Set(ids).size).toBe(4);
    expect(ids.filter((id) => /^dongshan-2020-[0-9a-f]{4}$/.test(id))).toHaveLength(2);
  });

  it('reads files of subfolders and leaves hidden files alone', async () => {
    const place = temporaryLibrary();
    mkdirSync(join(place.reportsDir, '2021', '.git'), { recursive: true });
    writeFileSync(join(place.reportsDir, '2021', 'north.txt'), reportText('北原市', 2021, '公证9件。'));
    writeFileSync(join(place.reportsDir, '2021', '.git', 'config'), 'x');
    writeFileSync(join(place.reportsDir, '.DS_Store'), 'x');

    const { added, skipped } = await place.build();

    expect(added).toContain('2021/north.txt');
    expect(skipped).toEqual([]);
  });

  it('takes stored vectors over when only the reading changed', async () => {
    const place = temporaryLibrary();
    const embeddings = new CountingEmbeddings();
    await place.build({ embeddings });
    embeddings.texts.length = 0;

    const result = await place.build({ embeddings, version: 'other' });

    expect(result).toMatchObject({ rebuilt: true, unchanged: FILES });
    expect(place.parsed.toSorted()).toEqual(FILES);
    expect(embeddings.texts).toEqual([]);
  });

  it('embeds everything again for other embeddings', async () => {
    const place = temporaryLibrary();
    await place.build({ embeddings: new CountingEmbeddings('one') });
    const other = new CountingEmbeddings('other', 32);

    const result = await place.build({ embeddings: other });

    expect(result.rebuilt).toBe(true);
    expect(other.texts).toHaveLength(6);
    await expect(place.open({ embeddings: other })).resolves.toBeDefined();
  });

  it('replaces a damaged library, and on request one whose index is gone', async () => {
    const place = temporaryLibrary();
    await place.build();
    writeFileSync(join(place.libraryDir, 'manifest.json'), '{"format":');
    expect((await place.build()).added).toEqual(FILES);

    const { folder } = await manifestOf(place);
    rmSync(join(place.libraryDir, folder, 'vectors.hnsw'));
    await place.build({ rebuild: true });

    const library = await place.open();
    const query = await library.embeddings.embedQuery('复议');
    expect((await library.searchVectors(query, { limit: 1 })).used).toBe('hnsw');
  });

  it('touches no other file of the library folder and leaves nothing behind', async () => {
    const place = temporaryLibrary();
    mkdirSync(place.libraryDir);
    writeFileSync(join(place.libraryDir, 'chats.sqlite'), 'memory');
    mkdirSync(join(place.libraryDir, 'built-of-a-dead-build'));
    await place.build();
    place.remove('west-2020.txt');
    await place.build();

    const { folder } = await manifestOf(place);

    expect(readdirSync(place.libraryDir).sort()).toEqual([folder, 'chats.sqlite', 'manifest.json'].sort());
    expect(readFileSync(join(place.libraryDir, 'chats.sqlite'), 'utf8')).toBe('memory');
    expect(readdirSync(join(place.libraryDir, folder)).sort()).toEqual(['library.sqlite', 'vectors.hnsw']);
  });

  it('stops at an abort and keeps the library before', async () => {
    const place = temporaryLibrary();
    await place.build();
    const { folder } = await manifestOf(place);
    place.write('new.txt', reportText('北原市', 2021, '公证9件。'));
    for (const stage of ['scan', 'read', 'index'] as const) {
      const controller = new AbortController();
      const onProgress = (progress: BuildProgress) => {
        if (progress.stage === stage) controller.abort();
      };

      const build = place.build({ rebuild: true, signal: controller.signal, onProgress });

      await expect(build).rejects.toMatchObject({ name: 'AbortError' });
      expect(readdirSync(place.libraryDir).sort()).toEqual([folder, 'manifest.json'].sort());
    }
    expect((await place.open()).reports()).toHaveLength(3);
  });

  it('lets a second build at the same time wait and find the work done', async () => {
    const place = temporaryLibrary();

    const results = await Promise.all([place.build(), place.build()]);

    expect(place.parsed).toHaveLength(3);
    expect(results.map(({ added, unchanged }) => added.length + unchanged.length)).toEqual([3, 3]);
  });

  it('reports every stage up to its end', async () => {
    const place = temporaryLibrary();
    const last = new Map<string, BuildProgress>();

    await place.build({ onProgress: (progress) => last.set(progress.stage, progress) });

    expect([...last.keys()]).toEqual(['scan', 'read', 'words', 'index', 'save']);
    for (const { done, total } of last.values()) expect(done).toBe(total);
  });

  it.each([
    [
      'a missing folder',
      'reports-missing',
      (place: TemporaryLibrary) => rmSync(place.reportsDir, { recursive: true }),
    ],
    [
      'an empty folder',
      'reports-empty',
      (place: TemporaryLibrary) => FILES.map((file) => place.remove(file)),
    ],
    [
      'no readable report',
      'no-reports',
      (place: TemporaryLibrary) => FILES.map((file) => place.write(file, '')),
    ],
  ])('refuses %s with a cure and keeps the library before', async (_, code, spoil) => {
    const place = temporaryLibrary();
    await place.build();
    spoil(place);

    await expect(place.build()).rejects.toMatchObject({
      name: 'LibraryError',
      code,
      cure: expect.any(String),
    });

    expect((await place.open()).reports()).toHaveLength(3);
  });

  it('says what is wrong with a library folder that is a file', async () => {
    const place = temporaryLibrary();
    writeFileSync(place.libraryDir, '');

    await expect(place.build()).rejects.toMatchObject({ code: 'library-unwritable' });
  });

  it.each([
    ['another dimension', [[1, 2]]],
    ['nothing', []],
    ['NaN', [Array.from({ length: 16 }, () => Number.NaN)]],
    ['zeros', [Array.from({ length: 16 }, () => 0)]],
  ])('refuses embeddings that return %s', async (_, vectors) => {
    const place = temporaryLibrary({ 'one.txt': reportText('东山县', 2019, '复议45件。') });
    const embeddings = new CountingEmbeddings();
    embeddings.embedDocuments = async () => vectors;

    await expect(place.build({ embeddings })).rejects.toMatchObject({ code: 'embeddings-failed' });

    expect(existsSync(join(place.libraryDir, 'manifest.json'))).toBe(false);
  });

  it('keeps the cause when embedding fails', async () => {
    const place = temporaryLibrary();
    const embeddings = new CountingEmbeddings();
    const cause = new Error('ECONNREFUSED');
    embeddings.embedDocuments = () => Promise.reject(cause);

    await expect(place.build({ embeddings })).rejects.toMatchObject({ code: 'embeddings-failed', cause });
  });
});
