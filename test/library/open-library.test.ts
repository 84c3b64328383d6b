import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CountingEmbeddings } from './counting-embeddings.ts';
import { parsePlain } from './plain-report.ts';
import { reportText, type TemporaryLibrary, THREE_REPORTS, temporaryLibrary } from './temporary-library.ts';

function builtPath({ libraryDir }: TemporaryLibrary, name: string): string {
  const { folder } = JSON.parse(readFileSync(join(libraryDir, 'manifest.json'), 'utf8'));
  return join(libraryDir, folder, name);
}

describe('openLibrary()', () => {
  it('gives every report back as it was read', async () => {
    const place = temporaryLibrary();
    await place.build();
    const library = await place.open();

    for (const { id, file, paragraphCount } of library.reports()) {
      const { sectionCount: _sections, figureCount: _figures, ...full } = library.report(id)!;
      const report = parsePlain(new TextEncoder().encode(THREE_REPORTS[file]), file);
      expect(full).toEqual({ ...report, id, paragraphCount });
      expect(report.paragraphs).toHaveLength(paragraphCount);
    }
    expect(library.report('unknown')).toBeUndefined();
  });

  it('gives a report the same readable id in every build', async () => {
    const place = temporaryLibrary();
    await place.build();
    const ids = (await place.open()).reports().map(({ id }) => id);
    await place.build({ rebuild: true });

    expect((await place.open()).reports().map(({ id }) => id)).toEqual(ids);
    expect(ids[2]).toMatch(/^xihe-2020-[0-9a-f]{4}$/);
  });

  it('refuses a folder without a library', async () => {
    await expect(temporaryLibrary().open()).rejects.toMatchObject({
      code: 'library-missing',
      cure: expect.any(String),
    });
  });

  it('refuses other embeddings and another dimension, naming both', async () => {
    const place = temporaryLibrary();
    await place.build({ embeddings: new CountingEmbeddings('one', 16) });

    await expect(place.open({ embeddings: new CountingEmbeddings('two', 16) })).rejects.toThrow(
      'built with "one" of dimension 16, configured for "two" of dimension 16',
    );
    await expect(place.open({ embeddings: new CountingEmbeddings('one', 32) })).rejects.toMatchObject({
      code: 'library-embeddings',
      cure: expect.stringContaining('EMBEDDING_MODEL'),
    });
  });

  it('refuses another format and a damaged manifest', async () => {
    const place = temporaryLibrary();
    await place.build();
    const path = join(place.libraryDir, 'manifest.json');
    const manifest = JSON.parse(readFileSync(path, 'utf8'));

    writeFileSync(path, JSON.stringify({ ...manifest, format: 99 }));
    await expect(place.open()).rejects.toMatchObject({ code: 'library-format' });
    for (const damage of ['', '[]', '{"format":1}', JSON.stringify({ ...manifest, folder: '../..' })]) {
      writeFileSync(path, damage);
      await expect(place.open()).rejects.toMatchObject({ code: 'library-damaged' });
    }
  });

  it('refuses a missing or damaged database, naming the file', async () => {
    const place = temporaryLibrary();
    await place.build();
    const path = builtPath(place, 'library.sqlite');

    writeFileSync(path, 'not a database'.repeat(1_000));
    await expect(place.open()).rejects.toThrow(`"${path}" is damaged`);
    rmSync(path);
    await expect(place.open()).rejects.toThrow(`"${path}" is missing`);
  });
});

describe('searchVectors()', () => {
  it('searches the index over all reports and over several, and scans one exactly', async () => {
    const place = temporaryLibrary();
    await place.build();
    const library = await place.open();
    const ids = library.reports().map(({ id }) => id);
    const query = await library.embeddings.embedQuery('执法记录仪');

    const everywhere = await library.searchVectors(query, { limit: 3 });
    const several = await library.searchVectors(query, { limit: 9, reports: new Set(ids.slice(0, 2)) });
    const one = await library.searchVectors(query, { limit: 1, reports: new Set(ids.slice(2)) });

    expect([everywhere.used, several.used, one.used]).toEqual(['hnsw', 'hnsw', 'exact']);
    expect(everywhere.hits[0]).toMatchObject({ report: ids[2], paragraph: 1 });
    expect(new Set(several.hits.map(({ report }) => report))).toEqual(new Set(ids.slice(0, 2)));
    expect(one.hits[0]?.score).toBeCloseTo(everywhere.hits[0]!.score, 4);
  });

  it('scans a few reports of a large library exactly and finds the same as the index', async () => {
    const reports = Object.fromEntries(
      Array.from({ length: 60 }, (_, n) => [
        `r${n}.txt`,
        reportText('东山县', 1950 + n, `第${n}号事项${n}件。`, '调解纠纷。'),
      ]),
    );
    const place = temporaryLibrary(reports);
    await place.build();
    const library = await place.open();
    const scope = new Set(
      library
        .reports()
        .slice(10, 12)
        .map(({ id }) => id),
    );
    const query = await library.embeddings.embedQuery('调解纠纷');

    const narrow = await library.searchVectors(query, { limit: 4, reports: scope });
    const wide = await library.searchVectors(query, { limit: 120 });

    expect(narrow.used).toBe('exact');
    const inScope = wide.hits.filter(({ report }) => scope.has(report));
    expect(narrow.hits.map(({ score }) => score.toFixed(4))).toEqual(
      inScope.map(({ score }) => score.toFixed(4)),
    );
  });

  it('fails clearly without its file where the index is needed, and only there', async () => {
    const place = temporaryLibrary();
    await place.build();
    const path = builtPath(place, 'vectors.hnsw');
    rmSync(path);
    const library = await place.open();
    const query = await library.embeddings.embedQuery('复议');
    const [first] = library.reports();

    await expect(library.searchVectors(query, { limit: 1 })).rejects.toMatchObject({
      code: 'vectors-missing',
      message: `Cannot search all reports: "${path}" is missing`,
      cure: expect.any(String),
    });
    const scoped = await library.searchVectors(query, { limit: 1, reports: new Set([first!.id]) });
    expect(scoped.hits).toHaveLength(1);
  });

  it('searches the index it was opened with after a build has taken that away', async () => {
    const place = temporaryLibrary();
    await place.build();
    const library = await place.open();
    await place.build({ rebuild: true });

    const query = await library.embeddings.embedQuery('复议');
    const found = await library.searchVectors(query, { limit: 1 });

    expect(found).toMatchObject({ used: 'hnsw', hits: [{ paragraph: expect.any(Number) }] });
    expect(library.searchKeywords(['复议'], { limit: 9 })).toHaveLength(3);
  });

  it('refuses a query of another dimension', async () => {
    const place = temporaryLibrary();
    await place.build();
    const library = await place.open();

    await expect(library.searchVectors([1, 2], { limit: 1 })).rejects.toThrow(TypeError);
  });
});

describe('vectors', () => {
  it('is a LangChain store and retriever over the same paragraphs', async () => {
    const place = temporaryLibrary();
    await place.build();
    const library = await place.open();
    const [east, , west] = library.reports();

    const [document] = await library.vectors.asRetriever(1).invoke('执法记录仪');
    const scoped = await library.vectors.similaritySearchWithScore('执法记录仪', 9, {
      reports: new Set([east!.id]),
    });

    expect(document?.pageContent).toBe('配备执法记录仪,培训执法人员88人。');
    expect(document?.metadata).toEqual({
      report: west?.id,
      file: 'west-2020.txt',
      region: '西河区',
      year: 2020,
      section: ['一、执法监督'],
      paragraph: 1,
    });
    expect(scoped.map(([{ id }]) => id).sort()).toEqual([`${east?.id}#1`, `${east?.id}#2`]);
  });

  it('refuses documents', async () => {
    const place = temporaryLibrary();
    await place.build();
    const library = await place.open();

    await expect(library.vectors.addDocuments()).rejects.toThrow('built from report files');
  });
});
