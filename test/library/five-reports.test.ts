import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildLibrary, type Library, openLibrary } from '../../src/library/library.ts';

const reportsDir = fileURLToPath(new URL('../../data/reports', import.meta.url));

describe('the library of the five reports', () => {
  let libraryDir: string;
  let library: Library;
  beforeAll(async () => {
    libraryDir = mkdtempSync(join(tmpdir(), 'zhibao-'));
    await buildLibrary({ reportsDir, libraryDir });
    library = await openLibrary({ libraryDir });
  });
  afterAll(() => {
    library.close();
    rmSync(libraryDir, { recursive: true });
  });

  it('holds each report under a readable id', () => {
    const ids = library.reports().map(({ id }) => id.replace(/-[0-9a-f]+$/, ''));

    expect(ids).toHaveLength(5);
    expect(ids).toContain('huadu-2019');
    for (const id of ids) expect(id).toMatch(/^[a-z]+-20\d\d$/);
  });

  it('reads no report again when nothing changed', async () => {
    const { unchanged, rebuilt } = await buildLibrary({ reportsDir, libraryDir });

    expect(unchanged).toHaveLength(5);
    expect(rebuilt).toBe(false);
  });

  it.each([
    ['综合纠错率', '综合纠错率'],
    ['枫桥经验', '枫桥经验'],
    ['执法记录仪', '执法记录仪'],
  ])('finds %s by words and by vectors in paragraphs that say so', async (question, words) => {
    const says = ({ report, paragraph }: { report: string; paragraph: number }) =>
      library.report(report)?.paragraphs[paragraph - 1]?.text.includes(words);

    const byWords = library.searchKeywords([words], { limit: 10 });
    const byVectors = await library.searchVectors(await library.embeddings.embedQuery(question), {
      limit: 4,
    });

    expect(byWords.length).toBeGreaterThan(0);
    expect(byWords.some(says)).toBe(true);
    expect(byVectors.used).toBe('hnsw');
    expect(byVectors.hits.some(says)).toBe(true);
  });

  it('finds in the index what an exact scan of each report finds', async () => {
    const query = await library.embeddings.embedQuery('行政机关负责人出庭应诉率');
    const reports = library.reports();

    const exact = await Promise.all(
      reports.map(({ id, paragraphCount }) =>
        library.searchVectors(query, { reports: new Set([id]), limit: paragraphCount }),
      ),
    );
    const { hits } = await library.searchVectors(query, { limit: 10 });

    const best = exact.flatMap((one) => one.hits).sort((a, b) => b.score - a.score);
    expect(hits.map(({ score }) => score.toFixed(4))).toEqual(
      best.slice(0, 10).map(({ score }) => score.toFixed(4)),
    );
  });

  it('leads from English words to words that the reports contain', () => {
    const words = ['mediation', 'law enforcement', 'reconsideration', 'training', 'lawyers', 'hotline'].map(
      (word) => library.chineseFor(word).map(({ word: chinese }) => chinese),
    );

    expect(words[0]).toContain('调解');
    expect(words[1]).toContain('执法');
    expect(words[4]).toContain('律师');
    for (const word of words.flat()) expect(library.wordFrequency(word)).toBeGreaterThan(0);
  });
});
